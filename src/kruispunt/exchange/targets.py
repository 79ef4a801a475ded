"""Where outputs go: every target is looked at first, and they appear all together or not at all."""

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from kruispunt.exchange.refusals import TargetRefused


@dataclass(slots=True)
class Target:
    """One output: its option, how people named it, the file it becomes, where it waits."""

    option: str
    name: str
    path: Path
    waiting: Path | None = None
    kept: Path | None = None
    """The older output, put aside until all new ones stand."""
    is_placed: bool = False


@dataclass(slots=True)
class Targets:
    """All outputs of one run.

    Used as a context: whatever goes wrong inside, no older output changes and nothing is left
    behind. `place` makes all of them appear.
    """

    targets: list[Target] = field(default_factory=list)

    @classmethod
    def checked(cls, outputs: Mapping[str, str], inputs: Sequence[str]) -> Self:
        """Look at every output before any work is done.

        Raises
        ------
        TargetRefused
            When a folder is missing or closed, a target is a folder or an input, or two
            outputs would land in one file.
        """
        found = cls()
        for option, name in outputs.items():
            path = _real_path(option, name)
            _refuse_place(option, name, path)
            for given in inputs:
                if _same_file(path, Path(given)):
                    raise TargetRefused(
                        f"{option} {name}: dit is ook een invoerbestand ({given}); kies een andere "
                        "naam"
                    )
            for other in found.targets:
                if _same_file(path, other.path):
                    raise TargetRefused(
                        f"{option} {name}: hier komt ook {other.name}; geef elke uitvoer een eigen "
                        "bestand"
                    )
            found.targets.append(Target(option, f"{option} {name}", path))
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        if kind is not None:
            self._put_back()
        for target in self.targets:
            for path in (target.waiting, target.kept):
                if path is not None:
                    path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def open(self, option: str) -> Iterator[IO[bytes]]:
        """Open the waiting place of one output."""
        target = next(one for one in self.targets if one.option == option)
        with _said_clearly(target):
            handle, waiting = tempfile.mkstemp(prefix=".", suffix=".deel", dir=target.path.parent)
            target.waiting = Path(waiting)
            with os.fdopen(handle, "wb", buffering=1 << 20) as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            target.waiting.chmod(_rights(target.path))

    def place(self) -> None:
        """Let every written output appear; when one cannot, none does."""
        for target in self.targets:
            with _said_clearly(target):
                _put_aside(target)
        for target in self.targets:
            if target.waiting is not None:
                with _said_clearly(target):
                    target.is_placed = True
                    target.waiting.replace(target.path)

    def _put_back(self) -> None:
        for target in self.targets:
            if target.is_placed:
                with contextlib.suppress(OSError):
                    if target.kept is not None:
                        target.kept.replace(target.path)
                    else:
                        target.path.unlink()


def _real_path(option: str, name: str) -> Path:
    try:
        return Path(os.path.realpath(name))
    except (OSError, ValueError):
        raise TargetRefused(f"{option} {name}: deze naam kan niet") from None


def _refuse_place(option: str, name: str, path: Path) -> None:
    try:
        mode = path.stat().st_mode if path.exists() else None
        has_folder = path.parent.is_dir()
    except OSError as wrong:
        raise TargetRefused(f"{option} {name}: {wrong.strerror}") from None
    if option == "--report" and name.lower().endswith((".xlsx", ".csv")):
        raise TargetRefused(f"{option} {name}: het verslag is HTML; kies een naam op .html")
    if path.is_symlink():
        raise TargetRefused(f"{option} {name}: deze koppeling wijst naar zichzelf")
    if name.endswith(os.sep) or (mode is not None and stat.S_ISDIR(mode)):
        raise TargetRefused(f"{option} {name}: dit is een map; geef een bestandsnaam")
    if not has_folder:
        raise TargetRefused(
            f"{option} {name}: de map {path.parent.name} bestaat niet; maak die eerst"
        )
    if mode is not None and not stat.S_ISREG(mode):
        raise TargetRefused(f"{option} {name}: dit is geen gewoon bestand")
    if mode is not None and not os.access(path, os.W_OK):
        raise TargetRefused(f"{option} {name}: dit bestand mag niet worden overschreven")
    _try_folder(option, name, path.parent)


def _try_folder(option: str, name: str, folder: Path) -> None:
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as wrong:
        raise TargetRefused(
            f"{option} {name}: in deze map kan niet worden geschreven ({wrong.strerror})"
        ) from None


def _same_file(one: Path, other: Path) -> bool:
    if one == Path(os.path.realpath(other)):
        return True
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def _rights(path: Path) -> int:
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _put_aside(target: Target) -> None:
    if target.waiting is None or not target.path.exists():
        return
    handle, kept = tempfile.mkstemp(prefix=".", suffix=".vorig", dir=target.path.parent)
    os.close(handle)
    target.kept = Path(kept)
    target.kept.unlink()
    try:
        os.link(target.path, target.kept)
    except OSError:
        shutil.copy2(target.path, target.kept)


@contextlib.contextmanager
def _said_clearly(target: Target) -> Iterator[None]:
    try:
        yield
    except OSError as wrong:
        raise TargetRefused(
            f"{target.name}: schrijven lukt niet ({wrong.strerror}); er is niets veranderd"
        ) from None
