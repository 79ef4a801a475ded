"""Which telling of Merwedam lies in the database: made by this code, on which day, or none."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

HOUSE = Path(__file__).parents[2]
# Whatever can change the story: the town itself, and the rooms whose actions tell it.
TELLERS = ("config/merwedam", "base", "core", "people", "offers", "questions", "matching",
           "arrangements", "insights", "safety")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is written beside a finished telling."""

    code: str
    told_on: str
    seconds: float
    # Where its letters lead.
    site: str = ""

    def put(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")


def read(path: Path) -> Stamp | None:
    """The stamp of a finished telling; one that was broken off has none."""
    try:
        return Stamp(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def code() -> str:
    """One word for everything that the story depends on."""
    seal = hashlib.sha256()
    for room in TELLERS:
        for path in sorted((HOUSE / room).rglob("*")):
            if path.suffix in {".py", ".toml"}:
                seal.update(path.relative_to(HOUSE).as_posix().encode() + b"\0")
                seal.update(path.read_bytes() + b"\0")
    return seal.hexdigest()[:16]
