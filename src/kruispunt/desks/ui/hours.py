"""The hours of the walk-in desk in another language: days by their name, times as they stand."""

import re

from django.utils.dates import WEEKDAYS

DAYS = {
    "maandag": 0,
    "dinsdag": 1,
    "woensdag": 2,
    "donderdag": 3,
    "vrijdag": 4,
    "zaterdag": 5,
    "zondag": 6,
}
SIGNS = {"tot": "\u2013", "en": ",", "uur": "", "van": ""}
WORD = re.compile(r"\b[a-zà-ÿ]+\b")


def in_another_language(words: str) -> str:
    """The same hours in the language of this page; nothing when a word is not about hours.

    Words with a capital are names, of a street or a house, and stay as they are.
    """
    short = words.replace("tot en met", "tot")
    if not set(WORD.findall(short)) <= DAYS.keys() | SIGNS.keys():
        return ""
    told = WORD.sub(lambda found: _said(found[0]), short)
    return re.sub(r"\s+(?=,)|\s+$", "", re.sub(r"\s{2,}", " ", told)).strip()


def _said(word: str) -> str:
    return str(WEEKDAYS[DAYS[word]]) if word in DAYS else SIGNS[word]
