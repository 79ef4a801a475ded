"""Prints permits, states, the house and what was asked; KRUISPUNT_PRINT=yes keeps them."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from django.db.models import Q

from kruispunt.base.actor import Actor
from kruispunt.base.drawers import Drawer
from kruispunt.base.moves import Table
from kruispunt.base.permits import REGISTER, Permit
from kruispunt.base.roles import SYSTEM, Role
from tests.cast import MONDAY
from tests.house import guards
from tests.house import lines as asked
from tests.house.guards import ROOT, SRC

ROOMS = ("base", *guards.ROOMS)
PAPER = ROOT / "docs" / "printed"
EVERYONE = (*Role.values, SYSTEM)


def permits() -> str:
    """One line for each permit and role that has it; who is not named has nothing."""
    import_module("kruispunt.base.post")
    import_module("kruispunt.base.keeping")
    import_module("kruispunt.base.manners")
    import_module("kruispunt.base.unsent")
    for room in ROOMS:
        if _is_there(room, "permits"):
            list(_modules(f"kruispunt.{room}.permits"))
    lines = ["# Who may do what", "", "Printed from the code. Whoever is not named may not.", ""]
    for name in sorted(REGISTER):
        lines += [f"## {name}", "", *_drawers(REGISTER[name])]
        by_word: dict[str, list[str]] = {}
        for role in EVERYONE:
            if word := allowed(REGISTER[name], role):
                by_word.setdefault(word, []).append(role)
        lines += [f"- {word}: {_names(who)}" for word, who in sorted(by_word.items())]
        lines += [] if by_word else ["- nobody by hand: only the room above"]
        lines += [""]
    return "\n".join(lines).rstrip() + "\n"


def _drawers(permit: Permit) -> list[str]:
    """Which drawers of the dossier it reaches into, and how far."""
    reached = [(permit.reaches(drawer), drawer.value) for drawer in Drawer]
    said = [f"{how} {drawer.replace('_', ' ')}" for how, drawer in reached if how]
    return [f"Reaches: {', '.join(said)}.", ""] if said else []


def _names(who: list[str]) -> str:
    """Own rows are everyone's, whatever else they are; naming twenty roles hides that."""
    return "everyone else" if len(who) > len(EVERYONE) // 2 else ", ".join(who)


def allowed(permit: Permit, role: str) -> str:
    """Say in a word on which rows this role may: all, org, own, or nothing."""
    actor = Actor(1, 1, frozenset({role}), frozenset({1}), at=MONDAY)
    if role == SYSTEM:
        actor = Actor.system(1, MONDAY)
    leaves = set(_leaves(permit.rows(actor)))
    if "pk__isnull" in leaves:
        return "all"
    return " or ".join(sorted({"org" if "organisation" in one else "own" for one in leaves}))


def _leaves(rows: Q) -> Iterator[str]:
    for child in rows.children:
        if isinstance(child, Q):
            yield from _leaves(child)
        elif child[1] != [] and not child[0].startswith("state"):
            yield child[0]


def _is_there(room: str, name: str) -> bool:
    """A file of a room, or a folder of the same name once it was split by noun."""
    return (SRC / room / f"{name}.py").exists() or (SRC / room / name).is_dir()


def tables() -> list[Table]:
    """Every state table of every room."""
    found: list[Table] = []
    for room in ROOMS:
        if _is_there(room, "states"):
            for module in _modules(f"kruispunt.{room}.states"):
                named = [one for one in vars(module).values() if isinstance(one, Table)]
                found += [one for one in named if one not in found]
    return found


def _modules(name: str) -> Iterator[ModuleType]:
    """A file, or a folder with everything in it."""
    module = import_module(name)
    yield module
    for one in iter_modules(getattr(module, "__path__", ())):
        yield import_module(f"{name}.{one.name}")


def states() -> str:
    """One table for each noun: from where, by which verb, to where."""
    lines = ["# What may follow what", "", "Printed from the code.", ""]
    for table in tables():
        lines += [f"## {table.noun}", "", "| verb | from | to |", "|---|---|---|"]
        for one in table.moves:
            lines.append(f"| {one.verb} | {', '.join(sorted(one.sources))} | {one.target} |")
        lines += [""]
    return "\n".join(lines).rstrip() + "\n"


def house() -> str:
    """One line for each room and folder: what lives there, in its own words."""
    lines = ["# The house, room by room", "", "Printed from the code.", ""]
    for package in sorted(SRC.rglob("__init__.py")):
        where = package.parent.relative_to(SRC)
        if where.parts and "migrations" not in where.parts:
            words = ast.get_docstring(ast.parse(package.read_text())) or ""
            lines.append(f"{'  ' * (len(where.parts) - 1)}- `{where}` {words.splitlines()[0]}")
    return "\n".join(lines) + "\n"


def keep() -> None:
    PAPER.mkdir(parents=True, exist_ok=True)
    (PAPER / "permits.md").write_text(permits(), encoding="utf-8")
    (PAPER / "house.md").write_text(house(), encoding="utf-8")
    (PAPER / "states.md").write_text(states(), encoding="utf-8")
    (PAPER / "lines.md").write_text(asked.page(), encoding="utf-8")
