"""Print docs/benchmarks.md from the lines in bench/lines: `python -m bench.page`."""

import json
from pathlib import Path
from statistics import median

from bench.page_pairs import Line, sections, table

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
LINES = Path(__file__).parent / "lines"
HEAD = """# Benchmarks

Printed by `python -m bench.page` from the lines in `bench/lines`; write nothing here by hand.

Every solver has a process of its own and the same instance, one after another on two cores. Ours
runs from plain arrays to certified pairs: checking the arrays, solving, and the independent
certificate; its machine code was compiled in an earlier run. The peers run from the same arrays
through building their own graph to pairs, without duals. They use one thread; ours looks through
the edges with one per processor from a million on. So the clock tells what a user waits for, and
processor time, which adds up the threads, what it costs.

Sizes: S is 1,000 questions and 2,000 volunteers, M 20,000 and 50,000, L 100,000 and 300,000; each
question keeps its 64 heaviest edges. Scarce towns have places for two thirds of the questions;
mixed ones are scarce in one half.
"""


def one_proposal(lines: list[Line]) -> str:
    """Ours against the peers, town by town."""
    towns: dict[tuple[str, str, int], dict[str, Line]] = {}
    for line in lines:
        if line["bench"] == "assign":
            place = (line["size"], line["regime"], line["seed"])
            towns.setdefault(place, {})[line["solver"]] = line
    titles = ["town", "edges", "ours", "our processor", "OR-tools", "kwok", "faster"]
    titles += ["same value", "our MiB"]
    ratios = [line for line in lines if line["bench"] == "assign-ratio"]
    said = "".join(_summed_up(ratios, size) for size in ("S", "M", "L", "SML"))
    return f"## One proposal\n\n{said}\n" + table(titles, map(_compared, towns.items()))


def _summed_up(ratios: list[Line], sizes: str) -> str:
    towns = [line for line in ratios if line["size"] in sizes]
    if not towns:
        return ""
    where = f"At {sizes}" if len(sizes) == 1 else "Over all towns"
    times = [line["times_faster"] for line in towns]
    least = f"median {median(times):.1f} times, least {min(times)} times, {len(towns)} towns"
    work = median(line["times_less_work"] for line in towns)
    return f"- {where}, against the faster peer: {least}; {work:.1f} times less processor.\n"


def _compared(town: tuple[tuple[str, str, int], dict[str, Line]]) -> list[str]:
    place, found = town
    peers = [found[name] for name in ("ortools", "kwok") if "value" in found.get(name, {})]
    ours = found["ours"]
    times = min((line["seconds"] for line in peers), default=0) / ours["seconds"]
    same = all(line["value"] == ours["value"] for line in peers)
    return [
        f"{place[0]} {place[1]}, seed {place[2]}",
        f"{ours['edges']:,}",
        _seconds(ours),
        f"{ours['cpu_seconds']:.3f} s",
        _seconds(found.get("ortools")),
        _seconds(found.get("kwok")),
        f"{times:.1f} times" if peers else "",
        ("yes" if same else "NO") if peers else "",
        f"{ours['peak_mib']:,.0f}",
    ]


def _seconds(line: Line | None) -> str:
    if line is None:
        return "not run"
    return f"{line['seconds']:.3f} s" if "seconds" in line else f"> {line['late']} s"


def events(lines: list[Line]) -> str:
    """How long an event takes on a live optimum."""
    rows = [
        [
            f"{line['size']} {line['regime']}",
            f"{line['events']:,}",
            f"{line['mean_microseconds']} µs",
            f"{line['p99_microseconds']} µs",
            "yes" if line["same_as_fresh"] else "NO",
        ]
        for line in lines
        if line["bench"] == "live"
    ]
    titles = ["town", "events", "mean", "99 % within", "equal to a fresh solve"]
    return "## The live optimum\n\n" + table(titles, rows)


def hours(lines: list[Line]) -> str:
    """How far from the bound proposals with hours and teams are, at worst over the seeds."""
    found: dict[tuple[str, str, bool], list[Line]] = {}
    for line in lines:
        if line["bench"] == "hours":
            place = (line["size"], line["regime"], line["teams"] > 0)
            found.setdefault(place, []).append(line)
    rows = [
        [
            f"{size} {regime}",
            "10 % in pairs" if teams else "none",
            f"{len(runs)}",
            f"{max(run['gap_percent'] for run in runs):.3f} %",
            f"{sum(run['proven'] for run in runs)}",
            f"{max(run['cpu_seconds'] for run in runs):.1f} s",
        ]
        for (size, regime, teams), runs in found.items()
    ]
    titles = ["town", "teams", "seeds", "worst gap to the bound", "proven best", "longest time"]
    return "## Hours and teams\n\n" + table(titles, rows)


def replays(lines: list[Line]) -> str:
    """What ways to work are worth, as the mean and the worst of the seeds."""
    found: dict[tuple[str, str, str], list[Line]] = {}
    for line in lines:
        if line["bench"] == "replay":
            place = (line["size"], line["regime"], line["policy"])
            found.setdefault(place, []).append(line)
    rows = [
        [
            f"{size} {regime}",
            policy,
            f"{_mean(runs, 'served'):,.0f} of {_mean(runs, 'hindsight_served'):,.0f}",
            f"{100 * _mean(runs, 'quality'):.1f} %",
            f"{100 * min(run['quality'] for run in runs):.2f} %",
            f"{_mean(runs, 'wait_mean'):.1f}",
            f"{_mean(runs, 'wait_p90'):.0f}",
            f"{max(run['cpu_seconds'] + run['before_seconds'] for run in runs):.0f} s",
        ]
        for (size, regime, policy), runs in found.items()
    ]
    titles = ["town", "way to work", "served, of hindsight's", "quality of hindsight"]
    titles += ["worst seed", "days waiting", "9 in 10 within", "longest run"]
    return "## Ways to work\n\n" + REPLAY + table(titles, rows)


REPLAY = """Questions of a province come over 200 days; the first 60 are only learned from.
Five seeds. Hindsight knew everyone beforehand and left hours out, so nobody reaches it. Prices
come from the past alone, and nobody is left waiting for a price.

"""


def _mean(runs: list[Line], measure: str) -> float:
    return sum(float(run[measure]) for run in runs) / len(runs)


def write() -> None:
    """Print the page from every line that was kept."""
    files = sorted(LINES.glob("*.jsonl"))
    read = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    own = (one_proposal(read), events(read), hours(read), replays(read))
    PAGE.write_text("\n".join([HEAD, *own, *sections(read)]), "utf-8")


if __name__ == "__main__":
    write()
