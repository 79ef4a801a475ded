"""The thirteen hard rules on the cells themselves, as someone with the paper contract reads them.

Knows nothing of cards or scales, so that a mistake there cannot hide here.
"""

import math
from datetime import date
from random import Random

TODAY = date(2026, 11, 21)
CLASSES = ["licht", "intensief", "zeer_intensief"]
SLOTS = [f"{day}-{part}" for day in ("ma", "wo", "zo") for part in ("ochtend", "avond")]


def some(dice: Random, words: list[str], most: int, least: int = 0) -> str:
    """A list for in a cell; sometimes in capitals or with spaces, as people type."""
    picked = dice.sample(words, dice.randint(least, min(most, len(words))))
    return dice.choice(["|", " | "]).join(dice.choice([str, str.upper])(word) for word in picked)


def question_row(dice: Random, number: int) -> dict[str, str]:
    """A question with everything in it now and then, or left out."""
    heavy = dice.choice([*CLASSES, "licht", "licht"])
    return {
        "id": f"q{number}",
        "soort": some(dice, ["WANDELEN", "KOFFIE", "TAAL"], 2, 1),
        "klasse": heavy,
        "thema": some(dice, ["dementie", "nah"], 2, 1) if heavy == "zeer_intensief" else "",
        "x": str(155_000 + 500 * dice.randint(0, 8)),
        "y": str(463_000 + 500 * dice.randint(0, 8)),
        "dagdelen": some(dice, SLOTS, 3),
        "uren": dice.choice(["", "1", "2,5", "3"]),
        "talen": dice.choice(["", "nl", "tr", "tr|nl"]),
        "geslacht_wens": dice.choice(["", "", "", "v", "m"]),
        "omstandigheden": some(dice, ["hond", "kat"], 2),
        "interesses": some(dice, ["tuin", "muziek"], 2),
        "vog": dice.choice(["", "", "ja", "nee"]),
        "sinds": dice.choice(["", "2026-05-01", "21-10-2026", "2027-01-01"]),
        "aantal": "",
        "niet_met": dice.choice(["", "", "v1|v2", "V1"]),
    }


def volunteer_row(dice: Random, number: int) -> dict[str, str]:
    """A volunteer with everything in it now and then, or left out."""
    return {
        "id": f"v{number}",
        "soorten": some(dice, ["WANDELEN", "KOFFIE", "TAAL"], 3, 1),
        "x": str(155_000 + 500 * dice.randint(0, 8)),
        "y": str(463_000 + 500 * dice.randint(0, 8)),
        "max_km": dice.choice(["", "1", "2,5", "0.5"]),
        "dagdelen": some(dice, SLOTS, 4),
        "uren": dice.choice(["", "3", "6,0", "9"]),
        "plaatsen": dice.choice(["", "1", "2", "3", "0"]),
        "talen": dice.choice(["", "nl|tr"]),
        "geslacht": dice.choice(["", "v", "m", "x"]),
        "trainingen": some(dice, ["basis", "dementie", "nah"], 3),
        "bezwaren": some(dice, ["hond", "kat"], 1),
        "interesses": some(dice, ["tuin", "muziek"], 2),
        "vog_tot": dice.choice(["", "2026-11-21", "20-11-2026", "2028-01-01"]),
        "max_klasse": dice.choice(["", *CLASSES]),
        "status": dice.choice(["", "beschikbaar", "beschikbaar", "rust"]),
        "geboortejaar": dice.choice(["", "1990", "2009", "2008"]),
        "niet_met": dice.choice(["", "", "", "q1"]),
    }


def listed(row: dict[str, str], column: str, default: str = "") -> set[str]:
    """The words in a cell."""
    words = (row[column].lower() or default).split("|")
    return {word.strip() for word in words if word.strip()}


def number(row: dict[str, str], column: str, default: float) -> float:
    """The number in a cell."""
    return float(row[column].replace(",", ".")) if row[column] else default


def broken_rules(ask: dict[str, str], give: dict[str, str]) -> set[str]:
    """The names of the rules that keep these two apart."""
    heavy = CLASSES.index(ask["klasse"])
    needs = {"basis"} if heavy else set()
    if heavy == 2:
        needs |= listed(ask, "thema")
    distance = math.hypot(*(float(ask[axis]) - float(give[axis]) for axis in "xy"))
    slots = listed(ask, "dagdelen"), listed(give, "dagdelen")
    needs_vog = {"ja": True, "nee": False, "": heavy > 0}[ask["vog"]]
    no_vog = not give["vog_tot"] or _day(give["vog_tot"]) < TODAY
    young = bool(give["geboortejaar"]) and TODAY.year - int(give["geboortejaar"]) < 18
    no_place = number(give, "plaatsen", 1) == 0
    apart = {one.strip() for one in ask["niet_met"].split("|")}
    return {
        name
        for name, breaks in {
            "status": no_place or give["status"] not in {"", "beschikbaar"},
            "soort": not listed(ask, "soort") & listed(give, "soorten"),
            "afstand": distance > 1000 * number(give, "max_km", 5),
            "dagdeel": bool(slots[0] and slots[1] and not slots[0] & slots[1]),
            "uren": number(ask, "uren", 2) > number(give, "uren", 2),
            "taal": not listed(ask, "talen", "nl") & listed(give, "talen", "nl"),
            "geslacht": ask["geslacht_wens"] not in {"", give["geslacht"]},
            "omstandigheid": bool(listed(ask, "omstandigheden") & listed(give, "bezwaren")),
            "training": not needs <= listed(give, "trainingen"),
            "vog": needs_vog and no_vog,
            "klasse": heavy > CLASSES.index(give["max_klasse"] or "intensief"),
            "leeftijd": young and heavy == 2,
            "niet_met": give["id"] in apart or ask["id"] in give["niet_met"].split("|"),
        }.items()
        if breaks
    }


def _day(text: str) -> date:
    if text[4] == "-":
        return date.fromisoformat(text)
    return date(int(text[6:]), int(text[3:5]), int(text[:2]))
