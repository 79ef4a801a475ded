"""What the value of a cell in a workbook says, as the text that people see."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from kruispunt.exchange.tables.table import Cell, Flaw, trimmed
from kruispunt.exchange.tables.xml_pieces import Attributes

FORMULA: Final = Flaw("in deze cel staat een formule; plak er de waarde in")
NUL_SIGN: Final = Flaw("in deze cel staat een NUL-teken; typ de tekst opnieuw")
OWN_DATES: Final = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})
"""The numbers of the date formats that every workbook knows."""
NOT_SHOWN: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
"""Parts of a number format that say nothing about days."""
ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?=T|$)")
FIRST_DAY_1900, FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)
LEAP_DAY_THAT_WAS_NOT: Final = 60
MOST_TEXTS: Final = 4_000_000
EXACT: Final = 1e15


class CellStyles:
    """Which styles of a workbook show a number as a day."""

    def __init__(self) -> None:
        self._formats: dict[int, str] = {}
        self._numbers: list[int] = []
        self._in_cells = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Hear of a part of the styles."""
        if name == "numFmt":
            self._formats[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            self._numbers.append(int(attributes.get("numFmtId", "0")))

    def end(self, name: str, _: str) -> None:
        """Hear that a part of the styles ends."""
        if name == "cellXfs":
            self._in_cells = False

    def shows_a_day(self, style: int) -> bool:
        """Whether a number in this style is a day."""
        if style >= len(self._numbers):
            return False
        number = self._numbers[style]
        if number not in self._formats:
            return number in OWN_DATES
        signs = set(NOT_SHOWN.sub("", self._formats[number]).lower())
        return bool(signs & set("dy")) or ("m" in signs and not signs & set("hs"))


class SharedTexts:
    """The texts that cells share: the pieces of one text joined, reading aids left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._aids = 0

    def start(self, name: str, _: Attributes) -> None:
        """Hear that a part of a text starts."""
        self._aids += name == "rPh"

    def end(self, name: str, text: str) -> None:
        """Hear a part of a text."""
        self._aids -= name == "rPh"
        if name == "t" and not self._aids:
            self._pieces.append(text)
        elif name == "si":
            self.found.append("".join(self._pieces))
            self._pieces.clear()
            if len(self.found) > MOST_TEXTS:
                raise ValueError("er staan te veel teksten in")


class Values:
    """Turns the raw value of a cell into its text."""

    def __init__(self, texts: Sequence[str], styles: CellStyles, *, since_1904: bool) -> None:
        self._texts, self._styles = texts, styles
        self._first_day = FIRST_DAY_1904 if since_1904 else FIRST_DAY_1900

    def cell(self, kind: str, style: int, raw: str) -> Cell:
        """Read one cell: `kind` is the type the workbook gives it."""
        match kind:
            case "s":
                found = _text(self._texts[int(raw)])
            case "inlineStr" | "str":
                found = _text(raw)
            case "b":
                found = "ja" if raw == "1" else "nee"
            case "e":
                found = Flaw(f"in deze cel staat een fout ({raw[:20]})")
            case "d":
                found = raw[:10] if ISO_DAY.match(raw) else raw
            case _:
                found = self._number(style, raw)
        return found

    def _number(self, style: int, raw: str) -> Cell:
        found = float(raw)
        if self._styles.shows_a_day(style) and found >= 1:
            return self._day(int(found)) or raw
        if abs(found) < EXACT and found == int(found):
            return str(int(found))
        return repr(found)

    def _day(self, count: int) -> str:
        if self._first_day == FIRST_DAY_1900 and count < LEAP_DAY_THAT_WAS_NOT:
            count += 1
        try:
            return (self._first_day + timedelta(days=count)).isoformat()
        except OverflowError:
            return ""


def _text(raw: str) -> Cell:
    text = raw
    if "_x" in raw:
        escaped = ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), raw)
        # Half a sign may be written this way; two halves make one, a lonely half makes a mark.
        text = escaped.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return NUL_SIGN if "\0" in text else trimmed(text)
