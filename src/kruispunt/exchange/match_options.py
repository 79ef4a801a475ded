"""The command line of `kruispunt match`: what may be asked, and how to ask it."""

import argparse
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NoReturn

from kruispunt.exchange.cells import CellRefused, day
from kruispunt.exchange.refusals import InputRefused, quoted

HELP: Final = """\
gebruik: kruispunt match --questions vragen.csv --volunteers vrijwilligers.csv
                         --out voorstellen.csv [opties]

Twee spreadsheets erin, het beste voorstel eruit, met redenen. CSV (komma of
puntkomma, UTF-8) of xlsx; een uitvoer met een naam op .xlsx wordt een xlsx.

  --questions BESTAND    de vragen (verplicht)
  --volunteers BESTAND   de vrijwilligers (verplicht)
  --out BESTAND          het voorstel: wie bij welke vraag, en waarom (verplicht)
  --candidates BESTAND   alle paren die kunnen, met de punten per criterium
  --unmatched BESTAND    vragen zonder voorstel, en wat dat zou oplossen
  --gap BESTAND          welke vrijwilligers er ontbreken, en wat zij zouden schelen
  --report BESTAND       verslag om te lezen en te printen (HTML)
  --weights BESTAND      gewichten, prioriteit en kosten (TOML)
  --previous BESTAND     het vorige voorstel; paren daaruit krijgen een bonus
  --today DATUM          reken alsof het deze dag is, bijvoorbeeld 2026-11-21
  --seed GETAL           zelfde invoer en zelfde getal: zelfde uitvoer (standaard 1)
  --json                 zet doel, bovengrens en aantallen als JSON op het scherm
  --skip-bad             ga verder zonder de rijen die niet kloppen
  --help                 deze uitleg

Staat bij de vragen een kolom buurt, dan telt die voor de buurtbonus en voor het
verslag. Staat zij er niet, dan is een buurt een vierkant van 2,5 kilometer. Met een
kolom pakket krijgen vragen met hetzelfde woord samen een voorstel, of geen van alle.

Het eindigt met 0 als het gelukt is, met 2 als de invoer niet klopt en met 3 als een
uitvoer niet geschreven kan worden. Dan is er ook niets veranderd.
"""
OUTPUTS: Final = ("--out", "--candidates", "--unmatched", "--gap", "--report")
REQUIRED: Final = ("--questions", "--volunteers", "--out")
VALUES: Final = (*REQUIRED, *OUTPUTS[1:], "--weights", "--previous", "--today", "--seed")
YEARS: Final = range(1900, 3000)
WHOLE: Final = re.compile(r"[+-]?\d{1,18}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked."""

    questions: str
    volunteers: str
    outputs: dict[str, str]
    """The name of each output that was asked for, by its option."""
    weights: str | None
    previous: str | None
    today: date
    seed: int
    prints_json: bool
    skips_bad: bool

    @property
    def inputs(self) -> list[str]:
        """Every file that is read."""
        given = (self.questions, self.volunteers, self.weights, self.previous)
        return [name for name in given if name is not None]


class HelpAsked(Exception):
    """Somebody only wants to know how it works."""


def read_options(argv: Sequence[str]) -> Options:
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
        raise InputRefused(f"onbekende optie {quoted(rest[0])}; 'kruispunt match --help' helpt")
    if missing := [option for option in REQUIRED if words[option] is None]:
        raise InputRefused(
            f"verplichte optie ontbreekt: {', '.join(missing)}; 'kruispunt match --help' helpt"
        )
    return Options(
        questions=words["--questions"],
        volunteers=words["--volunteers"],
        outputs={option: words[option] for option in OUTPUTS if words[option] is not None},
        weights=words["--weights"],
        previous=words["--previous"],
        today=_day(words["--today"]),
        seed=_seed(words["--seed"]),
        prints_json=words["--json"],
        skips_bad=words["--skip-bad"],
    )


class _Parser(argparse.ArgumentParser):
    """Says in Dutch what is wrong, and leaves ending to the command."""

    def error(self, message: str) -> NoReturn:
        option = message.removeprefix("argument ").split(":")[0]
        if "ignored explicit argument" in message:
            raise InputRefused(f"optie {option} krijgt geen waarde")
        raise InputRefused(f"optie {option} verwacht een waarde; 'kruispunt match --help' helpt")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="kruispunt match", add_help=False, allow_abbrev=False)
    for option in VALUES:
        parser.add_argument(option)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--skip-bad", action="store_true")
    parser.add_argument("--help", "-h", action="store_true")
    return parser


def _day(text: str | None) -> date:
    if text is None:
        return date(*time.localtime()[:3])
    try:
        found = day(text.strip())
    except CellRefused as wrong:
        raise InputRefused(f"optie --today: {wrong}") from None
    if found.year not in YEARS:
        raise InputRefused(f"optie --today: {quoted(text)} ligt te ver weg")
    return found


def _seed(text: str | None) -> int:
    if text is None:
        return 1
    if not WHOLE.fullmatch(text.strip()):
        raise InputRefused(
            f"optie --seed: {quoted(text)} is geen heel getal; verwacht bijvoorbeeld 1"
        )
    return int(text)
