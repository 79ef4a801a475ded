"""The command line of `kruispunt replay`: what may be asked, and how to ask it."""

import argparse
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NoReturn

from kruispunt.exchange.cells import CellRefused, day
from kruispunt.exchange.match_options import HelpAsked, Options
from kruispunt.exchange.refusals import InputRefused, quoted

HELP: Final = """\
gebruik: kruispunt replay --questions vragen.csv --volunteers vrijwilligers.csv [opties]

Speelt na hoe het gegaan was als er anders gewerkt was. De vragen komen op de dag
in de kolom 'sinds'; de vrijwilligers zijn er vanaf het begin, met de plaatsen die
ze toen hadden. Een plaats die een match krijgt, blijft tot het eind bezet.

  --questions BESTAND    de vragen (verplicht)
  --volunteers BESTAND   de vrijwilligers (verplicht)
  --out BESTAND          bladzijde om te lezen en te printen (HTML)
  --warm-up DAGEN        zoveel dagen aan het begin dienen alleen om van te leren (standaard 0)
  --patience DAGEN       na zoveel dagen wachten is een vraag ingetrokken (standaard nooit)
  --answer DAGEN         zo lang duurt het tot een voorstel vaststaat (standaard 0)
  --towns GETAL          reken met zoveel gelote steden die er net zo goed hadden kunnen zijn
                         (standaard 0: alleen zoals het was)
  --seed GETAL           zelfde getal: zelfde loting (standaard 1)
  --weights BESTAND      gewichten en prioriteit (TOML)
  --today DATUM          reken alsof het deze dag is, bijvoorbeeld 2026-11-21
  --json                 zet de uitkomst als JSON op het scherm
  --skip-bad             ga verder zonder de rijen die niet kloppen
  --help                 deze uitleg
"""
NUMBERS: Final = ("--warm-up", "--patience", "--answer", "--towns", "--seed")
VALUES: Final = ("--questions", "--volunteers", "--out", "--weights", "--today", *NUMBERS)
MOST_DAYS: Final = 100_000


@dataclass(frozen=True, slots=True)
class ReplayOptions:
    """What was asked."""

    files: Options
    warm_up: int
    patience: int | None
    answer_days: int
    towns: int


def read_replay_options(argv: Sequence[str]) -> ReplayOptions:
    """Read the command line.

    Raises
    ------
    InputRefused
        When an option is missing, unknown or says something else than it must.
    HelpAsked
        When help is asked for.
    """
    given, rest = _parser().parse_known_args(list(argv))
    words = {f"--{name.replace('_', '-')}": value for name, value in vars(given).items()}
    if words["--help"]:
        raise HelpAsked
    if rest:
        raise InputRefused(f"onbekende optie {quoted(rest[0])}; 'kruispunt replay --help' helpt")
    for option in ("--questions", "--volunteers"):
        if words[option] is None:
            raise InputRefused(
                f"verplichte optie ontbreekt: {option}; 'kruispunt replay --help' helpt"
            )
    numbers = {option: _number(option, words[option]) for option in NUMBERS}
    return ReplayOptions(
        files=Options(
            questions=words["--questions"],
            volunteers=words["--volunteers"],
            outputs={} if words["--out"] is None else {"--out": words["--out"]},
            weights=words["--weights"],
            previous=None,
            today=_day(words["--today"]),
            seed=1 if numbers["--seed"] is None else numbers["--seed"],
            prints_json=words["--json"],
            skips_bad=words["--skip-bad"],
        ),
        warm_up=numbers["--warm-up"] or 0,
        patience=numbers["--patience"],
        answer_days=numbers["--answer"] or 0,
        towns=numbers["--towns"] or 0,
    )


class _Parser(argparse.ArgumentParser):
    """Says in Dutch what is wrong, and leaves ending to the command."""

    def error(self, message: str) -> NoReturn:
        option = message.removeprefix("argument ").split(":")[0]
        raise InputRefused(f"optie {option} verwacht een waarde; 'kruispunt replay --help' helpt")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="kruispunt replay", add_help=False, allow_abbrev=False)
    for option in VALUES:
        parser.add_argument(option)
    for switch in ("--json", "--skip-bad", "--help"):
        parser.add_argument(switch, action="store_true")
    return parser


def _number(option: str, text: str | None) -> int | None:
    if text is None:
        return None
    if not re.fullmatch(r"\d{1,6}", text.strip(), re.ASCII) or int(text) > MOST_DAYS:
        raise InputRefused(
            f"optie {option}: {quoted(text)} is geen heel getal van 0 tot {MOST_DAYS}"
        )
    return int(text)


def _day(text: str | None) -> date:
    if text is None:
        return date(*time.localtime()[:3])
    try:
        return day(text.strip())
    except CellRefused as wrong:
        raise InputRefused(f"optie --today: {wrong}") from None
