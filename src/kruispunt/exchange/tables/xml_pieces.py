"""Reads XML from a stranger piece by piece: no document types, no entities, bounded memory."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final
from xml.parsers import expat

CHUNK: Final = 1 << 16
Attributes = Mapping[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str, str], None]


def ignore(_: str, __: object) -> None:
    """Listen to nothing."""


class Pieces:
    """Tells of every element that starts and, with its own text, ends; names without prefixes."""

    def __init__(self, *, start: Start = ignore, end: End = ignore) -> None:
        self._start, self._end = start, end
        self._text: list[str] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._starts
        self._parser.EndElementHandler = self._ends
        self._parser.CharacterDataHandler = self._text.append
        self._parser.StartDoctypeDeclHandler = _refuse_document_type

    def read(self, chunks: Iterable[bytes]) -> Iterator[None]:
        """Read chunk by chunk; each turn what it held has been told."""
        for chunk in chunks:
            self._parser.Parse(chunk, False)  # noqa: FBT003 - the parser knows no names
            yield
        self._parser.Parse(b"", True)  # noqa: FBT003
        yield

    def _starts(self, name: str, attributes: dict[str, str]) -> None:
        self._text.clear()
        self._start(name.rpartition(" ")[2], attributes)

    def _ends(self, name: str) -> None:
        text = "".join(self._text)
        self._text.clear()
        self._end(name.rpartition(" ")[2], text)


def _refuse_document_type(*_: object) -> None:
    raise ValueError("er staat een documenttype in")
