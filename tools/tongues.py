"""Keeps the languages of the open pages: what is to be translated, what is missing, and compiling.

`tools/assets` compiles what changed, so a fresh clone needs no program of its own for it.
`.venv/bin/python tools/tongues.py --missing` does the same and then says what each language misses.
"""

import ast
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "kruispunt"
KEPT = SOURCE / "desks" / "locale"

MARKS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext"}
TRANSLATED = re.compile(r"""{%-?\s*translate\s+"([^"]+)"\s*(?:as\s+\w+\s*)?%}""")
SPOKEN = re.compile(r"""{%\s*spoken\s+"([^"]+)"\s*%}""")
BLOCK = re.compile(r"{%\s*blocktranslate[^%]*%}(.*?){%\s*endblocktranslate\s*%}", re.DOTALL)
PLURAL = re.compile(r"{%\s*plural\s*%}")
FILLED = re.compile(r"{{\s*(\w+)\s*}}")
PLACE = re.compile(r"%\(\w+\)[sd]|{[a-z_.]+}")

type Words = tuple[str, ...]
"""What is said in Dutch: one sentence, or the one for one and the one for several."""


def main(arguments: list[str]) -> int:
    compile_all()
    if "--missing" not in arguments:
        return 0
    wrong = 0
    for code, catalog in catalogs().items():
        for problem in problems(asked(), catalog):
            print(f"{code}: {problem}")
            wrong += 1
    return 1 if wrong else 0


def compile_all() -> None:
    """Compile each list of translations that is newer than what was made of it."""
    for path in sorted(KEPT.glob("*/LC_MESSAGES/django.po")):
        made = path.with_suffix(".mo")
        if made.exists() and made.stat().st_mtime >= path.stat().st_mtime:
            continue
        fresh = made.with_suffix(f".{os.getpid()}")
        with fresh.open("wb") as file:
            write_mo(file, read(path))
        fresh.replace(made)  # whoever reads it now reads the whole old one or the whole new one


def catalogs() -> dict[str, Catalog]:
    """The translations by the code of their language."""
    return {path.parts[-3]: read(path) for path in sorted(KEPT.glob("*/LC_MESSAGES/django.po"))}


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], abort_invalid=True)


def asked() -> set[Words]:
    """Every sentence that a page or a form wants in the language of its reader."""
    found: set[Words] = set()
    for path in (SOURCE / "desks" / "templates").rglob("*.html"):
        found |= set(in_page(path.read_text(encoding="utf-8")))
    for path in SOURCE.rglob("*.py"):
        found |= set(in_code(path.read_text(encoding="utf-8")))
    return found


def in_page(text: str) -> Iterator[Words]:
    """A length is spoken on many a page; only one that knows languages wants it translated."""
    if "i18n" not in text:
        return
    yield from ((words,) for words in (*TRANSLATED.findall(text), *SPOKEN.findall(text)))
    for block in BLOCK.findall(text):
        yield tuple(FILLED.sub(r"%(\1)s", words) for words in PLURAL.split(block))


def in_code(text: str) -> Iterator[Words]:
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        words = tuple(
            one.value
            for one in node.args
            if isinstance(one, ast.Constant) and isinstance(one.value, str)
        )
        if node.func.id in MARKS and words:
            yield words


def problems(wanted: set[Words], catalog: Catalog) -> Iterator[str]:
    """What is missing, what nobody asks for any more, and a place that got lost on the way."""
    known = {_words(one.id): one for one in catalog if one.id}
    for words in sorted(wanted):
        found = known.get(words)
        said = _words(found.string) if found is not None else ()
        if found is None or not said or not all(said) or found.fuzzy:
            yield f"missing: {words[0]}"
        elif _places(said[-1]) != _places(words[-1]):
            yield f"a place got lost: {words[0]}"
    yield from (f"nobody asks for: {words[0]}" for words in sorted(known.keys() - wanted))


def _words(said: object) -> Words:
    return (said,) if isinstance(said, str) else tuple(said)  # type: ignore[arg-type]  # str, or several


def _places(words: str) -> set[str]:
    return set(PLACE.findall(words))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
