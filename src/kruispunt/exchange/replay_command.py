"""`kruispunt replay`: what another way to work would have meant for people, as table or page."""

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence

from kruispunt.exchange.match_options import HelpAsked
from kruispunt.exchange.refusals import InputRefused, TargetRefused
from kruispunt.exchange.replay_options import HELP, ReplayOptions, read_replay_options
from kruispunt.exchange.taking_in import Given, read_all
from kruispunt.exchange.targets import Targets

DONE, BAD_INPUT, BAD_TARGET, STOPPED = 0, 2, 3, 130


def main(argv: Sequence[str]) -> int:
    """Run the command; the answer is its exit code."""
    try:
        sys.stdout.write(_answer(argv))
        sys.stdout.flush()
    except (InputRefused, TargetRefused) as wrong:
        _line(str(wrong))
        return BAD_INPUT if isinstance(wrong, InputRefused) else BAD_TARGET
    except KeyboardInterrupt:
        _line("gestopt; er is niets veranderd")
        return STOPPED
    except BrokenPipeError:
        # Whoever read our words has left. Keep the interpreter quiet at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _answer(argv: Sequence[str]) -> str:
    try:
        options = read_replay_options(argv)
    except HelpAsked:
        return HELP
    return run(options)


def run(options: ReplayOptions) -> str:
    """Read the files, replay, write the page if asked; the answer is what goes on the screen."""
    targets = Targets.checked(options.files.outputs, options.files.inputs)
    given = read_all(options.files, _line)
    for sentence in _left_out(given):
        _line(sentence)
    # Loaded here: a mistake in a file is told at once, before the heavy tools are fetched.
    from kruispunt.core.replay import compare, history_of, usual_policies  # noqa: PLC0415
    from kruispunt.exchange import replay_page  # noqa: PLC0415

    first = options.files.seed
    found = compare(
        history_of(given.questions, given.volunteers, given.weights),
        lambda: usual_policies(answer_days=options.answer_days),
        seeds=list(range(first, first + options.towns)) or [None],
        warm_up=options.warm_up,
        patience=options.patience,
    )
    with targets:
        if options.files.outputs:
            with targets.open("--out") as page:
                page.write(replay_page.as_page(found, options).encode())
        targets.place()
    shown = replay_page.as_json if options.files.prints_json else replay_page.as_table
    return shown(found)


def _left_out(given: Given) -> Iterator[str]:
    """Say which rules of a proposal a replay does not play."""
    weights = given.weights
    if weights.longest_first or weights.spread_bonus or weights.own_slots:
        yield "let op: [verdeling] telt bij naspelen niet mee"
    if any(card.package for card in given.questions):
        yield "let op: pakketten tellen bij naspelen niet mee; elke vraag komt op haar eigen dag"


def _line(sentence: str) -> None:
    with contextlib.suppress(OSError):
        sys.stderr.write(f"{sentence}\n")
        sys.stderr.flush()
