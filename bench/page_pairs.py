"""The parts of docs/benchmarks.md about pairs: all of them, the best few, what each is worth."""

from collections.abc import Iterable
from statistics import median
from typing import Any

type Line = dict[str, Any]


def table(titles: list[str], rows: Iterable[list[str]]) -> str:
    """Lay out a table."""
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"


def of(lines: list[Line], bench: str) -> list[Line]:
    """The lines of one benchmark."""
    return [line for line in lines if line["bench"] == bench]


def sections(lines: list[Line]) -> list[str]:
    """Every part of which there are lines."""
    parts = (
        ("again", yesterdays_prices),
        ("in_order", longest_waiting),
        ("whole", all_pairs),
        ("intervals", both_prices),
        ("top", best_ten),
        ("edges", every_pair),
        ("match_files", from_files),
    )
    return [part(of(lines, bench)) for bench, part in parts if of(lines, bench)]


def yesterdays_prices(lines: list[Line]) -> str:
    """From nothing, and from the prices of the day before."""
    said = (
        "A fiftieth of the questions and of the volunteers changed over night. Least processor "
        "time of three solves, certificate included; the town was solved before, so memory is at "
        "hand.\n"
    )
    rows = [
        [
            f"{line['size']} {line['regime']}, seed {line['seed']}",
            f"{line['from_nothing']:.4f} s",
            f"{line['from_prices']:.4f} s",
            "yes" if line["same_pairs"] else "NO",
        ]
        for line in lines
    ]
    titles = ["town", "from nothing", "from yesterday's prices", "same pairs"]
    return f"## Yesterday's prices\n\n{said}\n" + table(titles, rows)


def longest_waiting(lines: list[Line]) -> str:
    """Who waits longest first, beside the plain solve."""
    said = (
        "`assign_in_order` beside `assign` on the same town, with up to 200 days of waiting: least "
        "processor time of five, solved in turns, certificates included.\n\n"
    )
    for size in dict.fromkeys(line["size"] for line in lines):
        for regime in dict.fromkeys(line["regime"] for line in lines):
            ratios = [
                line["times_the_plain"]
                for line in lines
                if (line["size"], line["regime"]) == (size, regime)
            ]
            if ratios:
                said += (
                    f"- {size} {regime}: least {min(ratios):.1f}, median {median(ratios):.1f}, "
                    f"most {max(ratios):.1f} times the plain solve, {len(ratios)} towns.\n"
                )
    rows = [
        [
            f"{line['size']} {line['regime']}, seed {line['seed']}",
            f"{line['by_worth']:.4f} s",
            f"{line['in_order']:.4f} s",
            f"{line['times_the_plain']:.1f} times",
            f"{line['served']:,}",
            f"{100 * line['value_kept']:.1f} %",
            "yes" if line["proven"] else "NO",
        ]
        for line in lines
    ]
    titles = ["town", "by worth alone", "longest waiting first", "costs", "served", "worth kept"]
    return f"## Longest waiting first\n\n{said}\n" + table([*titles, "proven"], rows)


def all_pairs(lines: list[Line]) -> str:
    """From columns to the proposal over all pairs."""
    said = (
        "From columns of cards to the certified best proposal over every eligible pair: picked in "
        "one sweep, priced until no pair left out would be used. Two threads on two cores that "
        "others used too: the seconds are what a clock on the wall said, the processor seconds "
        "what both threads together took. Beside it the same by writing all pairs down first "
        "(edges, ties, one solve).\n"
    )
    rows = [
        [
            f"{line['size']} {line['regime']}",
            f"{line['pairs']:,}",
            f"{line['served']:,} of {line['questions']:,}",
            f"{line['seconds']:.2f} s",
            f"{line['cpu_seconds']:.2f} s",
            f"{line['peak_mib']:,.0f}",
            f"{line['all_pairs_cpu_seconds']:.2f} s" if "same_pairs" in line else "not run",
            ("yes" if line["same_pairs"] else "NO") if "same_pairs" in line else "",
        ]
        for line in lines
    ]
    titles = [
        "town", "eligible pairs", "served", "clock", "processor", "MiB", "written down",
        "same pairs",
    ]  # fmt: skip
    return f"## All pairs\n\n{said}\n" + table(titles, rows)


def both_prices(lines: list[Line]) -> str:
    """What one place less and one more is worth, for everybody at once."""
    said = (
        "Exact loss of one place less and gain of one more with every volunteer, after the solve; "
        "two searches, one thread each.\n"
    )
    rows = [
        [
            f"{line['size']} {line['regime']}",
            f"{line['volunteers']:,}",
            f"{line['wide']:,}",
            f"{line['seconds']:.3f} s",
            f"{line['cpu_seconds']:.3f} s",
            ("yes" if line["same_as_live"] else "NO") if "same_as_live" in line else "",
        ]
        for line in lines
    ]
    titles = ["town", "volunteers", "of whom two prices", "clock", "processor", "as what-ifs say"]
    return f"## What a place is worth\n\n{said}\n" + table(titles, rows)


def best_ten(lines: list[Line]) -> str:
    """The best ten of 200,000 volunteers for one question."""
    said = (
        "Ours gives every share of the score as a reason; the peers give scores only, and must "
        "find the same ones. The slow end on the clock is that of a machine with other work: the "
        "processor needed what stands behind it.\n"
    )
    rows = [
        [
            line["who"],
            f"{line['times']:,}",
            f"{line['p50_ms']:.2f} ms",
            f"{line['p99_ms']:.2f} ms",
            f"{line['p50_cpu_ms']:.2f} ms",
            f"{line['p99_cpu_ms']:.2f} ms",
        ]
        for line in lines
        if "p50_cpu_ms" in line
    ]
    titles = ["who", "questions", "half within", "99 % within", "processor", "99 % of it"]
    return f"## The best ten of 200,000\n\n{said}\n" + table(titles, rows)


def every_pair(lines: list[Line]) -> str:
    """Every eligible pair with its score, against databases and a k-d tree."""
    said = (
        "Every eligible pair with its score, from columns; two threads where the solver has them. "
        "The peers find the same pairs with the same scores.\n"
    )
    rows = [
        [
            line["size"],
            line["who"],
            f"{line['edges']:,}",
            f"{line['seconds']:.2f} s",
            f"{line['edges_a_second'] / 1e6:.1f}",
        ]
        for line in lines
        if "edges" in line
    ]
    titles = ["size", "who", "pairs", "clock", "million pairs a second"]
    return f"## Every pair\n\n{said}\n" + table(titles, rows)


def from_files(lines: list[Line]) -> str:
    """Two spreadsheets in, a proposal with reasons out."""
    said = (
        "`kruispunt match` from reading the files to writing all outputs but unlockers and "
        "shortage; beside it what OR-tools needs for the printed pairs alone.\n"
    )
    rows = [
        [
            f"{line['size']} {line['regime']}",
            f"{line['edges']:,}",
            f"{line['served']:,}",
            f"{line['seconds']:.1f} s",
            f"{line['peak_mib']:,}",
            f"{line['or_tools_solve_seconds']:.1f} s" if line["or_tools_solve_seconds"] else "",
            {None: ""}.get(
                line["or_tools_objective"],
                "yes" if line["or_tools_objective"] == line["objective"] else "NO",
            ),
        ]
        for line in lines
    ]
    titles = ["town", "pairs", "served", "whole command", "MiB", "OR-tools alone", "same worth"]
    return f"## From files to files\n\n{said}\n" + table(titles, rows)
