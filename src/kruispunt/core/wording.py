"""Saying what someone needs, and never which illness: a maatje treats nobody (PRV-06)."""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Found:
    """An illness that was named, and what one could say instead."""

    word: str
    instead: str


# By the start of a word, small letters. What one could say instead is about doing, not having.
INSTEAD: Final[tuple[tuple[str, str], ...]] = (
    ("alzheimer", "vergeet soms afspraken"),
    ("dement", "vergeet soms afspraken"),
    ("korsakov", "vergeet soms afspraken"),
    ("parkinson", "beweegt langzaam en heeft tijd nodig"),
    ("multiple sclerose", "is snel moe"),
    ("epilep", "heeft graag iemand bij zich op straat"),
    ("diabetes", "eet graag op vaste tijden"),
    ("suikerziekte", "eet graag op vaste tijden"),
    ("copd", "heeft weinig adem en loopt rustig"),
    ("astma", "heeft weinig adem en loopt rustig"),
    ("hartfalen", "is snel moe"),
    ("kanker", "is snel moe"),
    ("chemo", "is snel moe"),
    ("reuma", "heeft soms pijn en loopt rustig"),
    ("artrose", "heeft soms pijn en loopt rustig"),
    ("fibromyalgie", "heeft soms pijn en is snel moe"),
    ("beroerte", "praat of loopt moeilijker dan vroeger"),
    ("herseninfarct", "praat of loopt moeilijker dan vroeger"),
    ("hersenletsel", "is snel moe van drukte"),
    ("afasie", "heeft tijd nodig om woorden te vinden"),
    ("depress", "komt moeilijk op gang"),
    ("burn-out", "is snel moe van drukte"),
    ("burnout", "is snel moe van drukte"),
    ("angststoornis", "vindt nieuwe mensen en plekken spannend"),
    ("paniekstoornis", "vindt nieuwe mensen en plekken spannend"),
    ("ptss", "schrikt van harde geluiden"),
    ("trauma", "schrikt van harde geluiden"),
    ("psychose", "heeft graag rust en een vast ritme"),
    ("psychotisch", "heeft graag rust en een vast ritme"),
    ("schizofren", "heeft graag rust en een vast ritme"),
    ("bipolair", "heeft graag rust en een vast ritme"),
    ("borderline", "houdt van duidelijke afspraken"),
    ("persoonlijkheidsstoornis", "houdt van duidelijke afspraken"),
    ("autis", "houdt van duidelijke afspraken"),
    ("asperger", "houdt van duidelijke afspraken"),
    ("adhd", "doet graag één ding tegelijk"),
    ("verslaafd", "doet graag iets anders op vaste tijden"),
    ("verslaving", "doet graag iets anders op vaste tijden"),
    ("alcoholis", "doet graag iets anders op vaste tijden"),
    ("verstandelijk", "wil dat u het rustig uitlegt"),
    ("syndroom", "wil dat u het rustig uitlegt"),
    ("hiv", "vertelt zelf wat nodig is"),
    ("hepatitis", "vertelt zelf wat nodig is"),
    ("diagnose", "vertelt zelf wat nodig is"),
)
# What sounds like an illness and is none: places one goes to.
NO_ILLNESS: Final = re.compile(r"\b(alzheimer ?caf[eé]|parkinson ?caf[eé])\b", re.IGNORECASE)
NAMED: Final = re.compile(
    r"\b(" + "|".join(re.escape(start) for start, _ in INSTEAD) + r")\w*|\b(MS|NAH|LVB|GGZ)\b",
    re.IGNORECASE,
)
# What the label of a kind of help names besides illnesses: how someone is, where what to do is
# enough. Free words may say these; a label on the page of a volunteer does not.
CONDITIONS: Final[tuple[tuple[str, str], ...]] = (
    ("geheugenverlies", "vergeet soms afspraken"),
    ("psychisch", "vindt nieuwe mensen en plekken spannend"),
    ("eenzaam", "heeft graag iemand om mee te praten"),
    ("zware beperking", "beweegt moeilijk en heeft tijd nodig"),
)
SHORT: Final = {
    "MS": "is snel moe",
    "NAH": "is snel moe van drukte",
    "LVB": "wil dat u het rustig uitlegt",
    "GGZ": "vertelt zelf wat nodig is",
}


def illnesses(text: str) -> tuple[Found, ...]:
    """Which illnesses a text names, each with words about doing; in the order of the text.

    Examples
    --------
    >>> illnesses("Fatma heeft dementie en houdt van wandelen.")
    (Found(word='dementie', instead='vergeet soms afspraken'),)
    >>> illnesses("Samen naar het Alzheimer Café. Zij is ms. Visser.")
    ()
    """
    found: dict[str, Found] = {}
    for hit in NAMED.finditer(NO_ILLNESS.sub("", text)):
        word = hit.group()
        if hit.group(2) and word != word.upper():
            continue
        found.setdefault(word.lower(), Found(word, _instead(word)))
    return tuple(found.values())


def without_illness(text: str) -> str:
    """The text with each illness replaced by what one could say instead, for a person to read over.

    Examples
    --------
    >>> without_illness("Let op: dementie.")
    'Let op: vergeet soms afspraken.'
    """
    for one in illnesses(text):
        text = re.sub(rf"\b{re.escape(one.word)}\b", one.instead, text)
    return text


def _instead(word: str) -> str:
    lower = word.lower()
    return SHORT.get(word) or next(said for start, said in INSTEAD if lower.startswith(start))


def coarse(label: str) -> str:
    """The first word of a label, with what to do instead of the illness or condition in it.

    Examples
    --------
    >>> coarse("Samen wandelen")
    'samen wandelen'
    >>> coarse("Maatje bij hersenletsel")
    'maatje (is snel moe van drukte)'
    >>> coarse("Maatje bij geheugenverlies")
    'maatje (vergeet soms afspraken)'
    """
    instead = [one.instead for one in illnesses(label)]
    instead += [said for named, said in CONDITIONS if named in label.lower()]
    first = label.split(maxsplit=1)[0]
    return f"{first} ({instead[0]})".lower() if instead else label.lower()
