"""A throwaway PostgreSQL for tests: made in a temporary folder, gone afterwards, never as root."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WAITING = 30  # seconds for the server to come up
# Nothing in here outlives the tests, so nothing has to survive a power cut.
LIGHTLY = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "max_connections=60",
    "listen_addresses=",
    "log_error_verbosity=terse",
)


def binaries() -> Path | None:
    """The folder with PostgreSQL's programs: on PATH, or where Debian puts the newest."""
    found = [Path(found).resolve() for found in [shutil.which("initdb")] if found]
    newest = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version, reverse=True)
    for program in [*found, *newest]:
        if (program.parent / "postgres").exists():
            return program.parent
    return None


@contextmanager
def cluster(programs: Path) -> Iterator[str]:
    """A running server; yields its address as a DATABASE_URL."""
    owner = _someone_else() if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="kruispunt-pg-"))
    server = None
    try:
        if owner is not None:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        rows, log = folder / "rows", folder / "log"
        _run(owner, log, programs / "initdb", "-D", rows, *_INITDB).communicate()
        settings = [word for line in LIGHTLY for word in ("-c", line)]
        server = _run(owner, log, programs / "postgres", "-D", rows, "-k", folder, *settings)
        _wait(programs, folder, server)
        yield f"postgresql://kruispunt@/kruispunt?host={folder}"
    finally:
        if server is not None:
            server.send_signal(signal.SIGQUIT)
            server.wait()
        shutil.rmtree(folder, ignore_errors=True)


_INITDB = ("-U", "kruispunt", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")


def _version(program: Path) -> int:
    number = program.parts[-3]
    return int(number) if number.isdigit() else 0


def _someone_else() -> pwd.struct_passwd:
    """PostgreSQL refuses to run as root, and rightly so."""
    known = {person.pw_name: person for person in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def _run(owner: pwd.struct_passwd | None, log: Path, *words: object) -> "subprocess.Popen[bytes]":
    with log.open("ab") as heard:
        return subprocess.Popen(
            [str(word) for word in words],
            stdin=subprocess.DEVNULL,
            stdout=heard,
            stderr=heard,
            cwd="/",
            env={"PATH": os.environ.get("PATH", os.defpath), "TZ": "UTC", "LC_ALL": "C"},
            user=owner.pw_uid if owner else None,
            group=owner.pw_gid if owner else None,
            extra_groups=[] if owner else None,
        )


def _wait(programs: Path, folder: Path, server: "subprocess.Popen[bytes]") -> None:
    asked = [str(programs / "pg_isready"), "-q", "-h", str(folder)]
    until = time.monotonic() + WAITING
    while subprocess.run(asked, check=False).returncode:
        if server.poll() is not None or time.monotonic() > until:
            sys.exit("PostgreSQL did not start:\n" + (folder / "log").read_text())
        time.sleep(0.1)
