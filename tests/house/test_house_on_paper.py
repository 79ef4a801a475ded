"""The map in HOUSE.md and the borders that a machine keeps are the same house."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
    "contracts"
]
MAP = (ROOT / "HOUSE.md").read_text().split("```")[1]


def floors(drawn):
    """The first word of each line that names a part of the house, from the top down."""
    return re.findall(r"^ ([a-z]+) {2,}|^ (desks) \(", drawn, re.MULTILINE)


def test_the_map_has_the_floors_that_the_flow_keeps():
    flow = next(one for one in CONTRACTS if one["id"] == "flow")["layers"]
    drawn = [first or second for first, second in floors(MAP)]
    assert drawn == [floor.split(" | ")[0] for floor in flow]
    assert "│ api" in MAP  # beside the desks


def test_the_map_names_every_desk():
    apart = next(one for one in CONTRACTS if one["id"] == "desks-apart")["modules"]
    named = re.search(r"desks \(([^)]*)\)", MAP).group(1)
    desks = set(re.findall(r"[a-z]+", named))
    assert desks == {one.rsplit(".", 1)[1] for one in apart} | {"ui"}
