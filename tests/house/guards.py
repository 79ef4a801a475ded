"""The rules of the house as functions: from a source file to what is wrong in it, line by line."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "kruispunt"
ROOMS = (
    "people",
    "offers",
    "questions",
    "matching",
    "arrangements",
    "arrivals",
    "insights",
    "safety",
)


@dataclass(frozen=True)
class Source:
    """One file: its path inside the package, and its text."""

    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Every call, by the last word of what is called."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                if isinstance(node.func, ast.Attribute):
                    yield node.func.attr, node
                elif isinstance(node.func, ast.Name):
                    yield node.func.id, node

    def imports(self) -> Iterator[tuple[str, int]]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def package() -> Iterator[Source]:
    """Every file of the house, but for migrations, which a machine writes."""
    for path in sorted(SRC.rglob("*.py")):
        if "migrations" not in path.parts:
            yield Source(path.relative_to(SRC).as_posix(), path.read_text())


# --- writing ------------------------------------------------------------------------------------

WRITES = re.compile(
    r"a?(save|create|bulk_create|bulk_update|get_or_create|update_or_create|delete)"
)
SQL = {"raw", "extra", "RawSQL", "cursor", "execute", "executemany"}
WRITERS = re.compile(r"^(\w+/actions(/\w+)?\.py|base/\w+\.py)$")
SPEAKS_SQL = re.compile(r"^(config/(health|rounds|examination|queued_sqlite3/base)|base/many)\.py$")


def writes_outside_actions(source: Source) -> Iterator[str]:
    """Rows are written in a room's actions, and by the cellar that carries them."""
    if WRITERS.match(source.name):
        return
    for word, call in source.calls():
        to_a_file = word.endswith("save") and call.args  # a workbook is saved somewhere
        if WRITES.fullmatch(word) and isinstance(call.func, ast.Attribute) and not to_a_file:
            yield f"{source.name}:{call.lineno} .{word}()"
        # A dictionary is updated with another one, rows by the names of their columns.
        if word in {"update", "aupdate"} and call.keywords:
            yield f"{source.name}:{call.lineno} .{word}()"


def speaks_sql(source: Source) -> Iterator[str]:
    """Everyone else asks the database through its rows."""
    if SPEAKS_SQL.match(source.name):
        return
    for word, call in source.calls():
        if word in SQL:
            yield f"{source.name}:{call.lineno} {word}"


def begins_its_own_transaction(source: Source) -> Iterator[str]:
    """`writing()` takes the lock before it begins; a bare transaction does not."""
    if source.name == "base/locks.py":
        return
    for name, line in source.imports():
        if name.startswith("django.db.transaction"):
            yield f"{source.name}:{line} {name}"


# --- actions ------------------------------------------------------------------------------------


def _verbs(source: Source) -> Iterator[ast.FunctionDef]:
    if not re.match(r"^\w+/actions(/(?!steps|letters)\w+)?\.py$", source.name):
        return
    for node in source.tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def is_no_action(source: Source) -> Iterator[str]:
    """What one can do is an action: whole, alone, and once per form."""
    for verb in _verbs(source):
        if not any(isinstance(one, ast.Name) and one.id == "action" for one in verb.decorator_list):
            yield f"{source.name}:{verb.lineno} {verb.name} is not an @action"


def takes_more_than_actor_and_row(source: Source) -> Iterator[str]:
    """(actor, [row id], *, the rest by name)."""
    for verb in _verbs(source):
        given = [argument.arg for argument in verb.args.args]
        if given[:1] != ["actor"] or len(given) > 2:
            yield f"{source.name}:{verb.lineno} {verb.name}({', '.join(given)})"


def speaks_for_another_room(source: Source) -> Iterator[str]:
    """`actor.through(room)` is said in that room's actions only."""
    for word, call in source.calls():
        if word != "through" or not isinstance(call.func, ast.Attribute):
            continue
        room = call.args[0].value if isinstance(call.args[0], ast.Constant) else "?"
        if not source.name.startswith(f"{room}/actions"):
            yield f"{source.name}:{call.lineno} through({room})"


# --- flow ---------------------------------------------------------------------------------------


def listens(source: Source) -> Iterator[str]:
    """No hidden flow: the action calls what must happen next."""
    for name, line in source.imports():
        if name.startswith("django.dispatch") or (name.startswith("django.") and "signal" in name):
            yield f"{source.name}:{line} {name}"
    for word, call in source.calls():
        if word == "receiver" or (word == "connect" and "signal" in ast.unparse(call.func)):
            yield f"{source.name}:{call.lineno} {word}"


CLOCK = {"now", "utcnow", "today", "localdate", "localtime"}


def looks_at_the_clock(source: Source) -> Iterator[str]:
    """The door reads the clock once; rooms, cellar and scales use `actor.at`."""
    if not source.name.startswith((*ROOMS, "base/", "core/")):
        return
    for word, call in source.calls():
        if word in CLOCK and not call.args and isinstance(call.func, ast.Attribute):
            yield f"{source.name}:{call.lineno} {word}()"


# --- words --------------------------------------------------------------------------------------

EMPTY_WORDS = {"util", "utils", "handler", "misc", "common", "stuff", "info"}
EMPTY_FILES = EMPTY_WORDS | {"helper", "helpers", "service", "services", "manager", "data"}
EMPTY_BEGINNINGS = ("handle_", "process_", "do_", "manage_")
CAMEL = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")


def says_nothing(source: Source) -> Iterator[str]:
    """When nothing fits but `helper`, a noun is missing."""
    if Path(source.name).stem in EMPTY_FILES:
        yield source.name
    names = [
        (node.name, node.lineno)
        for node in ast.walk(source.tree)
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
    ]
    for name, line in names:
        words = {word.lower() for part in name.split("_") for word in CAMEL.findall(part)}
        if words & EMPTY_WORDS or name.startswith(EMPTY_BEGINNINGS):
            yield f"{source.name}:{line} {name}"


# The parts are put together here, so that this file does not name a place on anyone's machine.
PLACES = re.compile("|".join(f"/{place}/" for place in ("root", "work", r"home/\w+", "Users")))


def names_a_machine(source: Source) -> Iterator[str]:
    """What is on one machine is not on another."""
    for number, line in enumerate(source.text.splitlines(), 1):
        if PLACES.search(line):
            yield f"{source.name}:{number} {line.strip()[:60]}"


# --- pages --------------------------------------------------------------------------------------

FOR_RESIDENTS = ("public", "resident", "volunteer")
NOT_TO_RESIDENTS = re.compile(
    r"\b(indicatie|triage|zwaarte|cliënt(?!ondersteun)\w*|problematiek|casus|zwaar geval"
    r"|klant\w*|zeer intensief|score\w*|allochto\w+|wwb|awbz)\b",
    re.IGNORECASE,
)
COMMENT = re.compile(r"{#.*?#}|{% comment.*?endcomment %}", re.DOTALL)
INSIDE = re.compile(r"{[%{].*?[%}]}|<[^>]+>", re.DOTALL)
# Dutch that other languages are made of, or in which a length is filled in.
TAGGED = re.compile(r"""{%\s*(?:translate|spoken)\s+"([^"]*)"[^%]*%}""")


def says_it_unkindly(source: Source) -> Iterator[str]:
    """Words that residents and volunteers never read (B1-03, B1-07)."""
    if not source.name.startswith(FOR_RESIDENTS):
        return
    shown = INSIDE.sub(" ", TAGGED.sub(r" \1 ", COMMENT.sub(" ", source.text)))
    for word in NOT_TO_RESIDENTS.findall(shown):
        yield f"{source.name}: {word}"


def hides_behaviour(source: Source) -> Iterator[str]:
    """No script or style inside a page, and nothing that switches off escaping."""
    found = re.findall(
        r"<style|style=\"|<script(?![^>]*src=)(?![^>]*application/json)|\son\w+=|autoescape off"
        r"|\|safe\b|javascript:",
        source.text,
    )
    yield from (f"{source.name}: {one.strip()}" for one in found)


def links_without_a_link(source: Source) -> Iterator[str]:
    """What htmx can do, a plain link can do too."""
    for tag in re.findall(r"<a\s[^>]*hx-[^>]*>", source.text):
        if "href=" not in tag:
            yield f"{source.name}: {tag}"


def borrows_from_another_desk(source: Source) -> Iterator[str]:
    """A page is made of its own desk's parts and of `ui`."""
    own = source.name.split("/")[0]
    for other in re.findall(r"{%\s*(?:extends|include)\s+\"([^\"/]+)/", source.text):
        if other not in {own, "ui"}:
            yield f"{source.name} -> {other}"


ACTS_ON_NO_ROW = ("account/", "mfa/", "allauth/", "ui/", "public/demo.html")


def posts_without_a_key(source: Source) -> Iterator[str]:
    """Browsers repeat a post; the key of the form makes that harmless."""
    if source.name.startswith(ACTS_ON_NO_ROW):
        return
    for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", source.text, re.DOTALL):
        if "{% form_key %}" not in form or "{% csrf_token %}" not in form:
            yield f"{source.name}: {form[:60]}"
