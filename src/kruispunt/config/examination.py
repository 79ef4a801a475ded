"""What the doctor looks at: each finding is one sentence, and says what to do about it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from kruispunt.base import journal, post
from kruispunt.base.models import Letter, Municipality
from kruispunt.config import sqlite

FREE_ENOUGH = 0.10
FAR_AWAY = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs"}


@dataclass(frozen=True)
class Finding:
    """Something that is well, or is not."""

    well: bool
    words: str


def examine() -> Iterator[Finding]:
    """Look at everything; what fails to be looked at is a finding too."""
    for look in LOOKS:
        try:
            yield from look()
        except DatabaseError as trouble:
            yield Finding(
                well=False, words=f"De database geeft geen antwoord ({type(trouble).__name__})."
            )
            return


def _database() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW server_version")
            yield Finding(well=True, words=f"PostgreSQL {cursor.fetchone()[0]}.")
            return
        cursor.execute("PRAGMA journal_mode")
        mode = cursor.fetchone()[0]
        cursor.execute("PRAGMA quick_check(1)")
        whole = cursor.fetchone()[0] == "ok"
    found = sqlite.version()
    faulty = mode == "wal" and sqlite.is_faulty(found)
    yield Finding(not faulty, f"SQLite {'.'.join(map(str, found))}, stand {mode}.")
    yield Finding(whole, "Het databasebestand is heel." if whole else "Het bestand is beschadigd!")


def _disk() -> Iterator[Finding]:
    if connection.vendor != "sqlite":
        return
    folder = Path(str(connection.settings_dict["NAME"])).parent
    room = shutil.disk_usage(folder)
    share = room.free / room.total
    yield Finding(share >= FREE_ENOUGH, f"{share:.0%} van de schijf is vrij (nodig: 10%).")
    kind = kind_of_disk(folder, Path("/proc/mounts").read_text())
    near = kind not in FAR_AWAY
    words = "op deze machine" if near else f"op een andere machine ({kind}): gebruik PostgreSQL"
    yield Finding(near, f"De database staat {words}.")


def kind_of_disk(folder: Path, mounts: str) -> str:
    """The kind of the longest mount point that the folder lies under."""
    above = {str(folder), *map(str, folder.parents)}
    lines = [line.split() for line in mounts.splitlines()]
    found = [(len(line[1]), line[2]) for line in lines if line[1] in above]
    return max(found, default=(0, "onbekend"))[1]


def _migrations() -> Iterator[Finding]:
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    words = "De tabellen zijn bij." if not missing else "Draai eerst: kruispunt migrate"
    yield Finding(not missing, words)


def _journal() -> Iterator[Finding]:
    for municipality in Municipality.objects.order_by("name"):
        number = journal.first_broken(municipality.pk)
        words = "klopt" if number is None else f"klopt niet vanaf regel {number}"
        yield Finding(number is None, f"Het logboek van {municipality} {words}.")


def _post() -> Iterator[Finding]:
    stuck = Letter.objects.filter(state__in=post.STUCK).count()
    yield Finding(not stuck, f"Brieven die op een mens wachten: {stuck}.")
    sends = settings.MAILERS["default"] is settings.SMTP
    words = "gaan naar de mailserver" if sends else "liggen in een map: zet KRUISPUNT_MAIL_HOST"
    yield Finding(sends or settings.OWN_MACHINE, f"E-mails {words}.")


def _pages() -> Iterator[Finding]:
    styles = Path(__file__).parents[1] / "desks" / "static" / "vendor" / "components.css"
    there = styles.exists()
    words = "De opmaak is er." if there else "De opmaak ontbreekt: draai make assets"
    yield Finding(there, words)


def _languages() -> Iterator[Finding]:
    kept = Path(__file__).parents[1] / "desks" / "locale"
    codes = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
    made = [kept / code / "LC_MESSAGES" / "django.mo" for code in codes]
    there = all(path.exists() for path in made)
    words = "De talen zijn er." if there else "De talen ontbreken: draai make assets"
    yield Finding(there, words)


LOOKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    _database,
    _disk,
    _migrations,
    _journal,
    _post,
    _pages,
    _languages,
)
