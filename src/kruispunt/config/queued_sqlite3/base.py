"""Django's own SQLite, with a queue before each transaction and before each write outside one.

SQLite lets late comers overtake: beside a worker that writes one thing after another somebody who
signs in would find "database is locked" after ten seconds, because her session is kept by Django
and not by an action of ours.
"""

import fcntl
import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path
from threading import local
from typing import Any

from django.db.backends.sqlite3 import base

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
_ours = local()


@contextmanager
def in_turn(name: str) -> Iterator[None]:
    """Wait for our turn at this SQLite file; whoever has it already goes on."""
    if getattr(_ours, "turn", False) or not Path(name).is_absolute():
        yield
        return
    with Path(f"{name}.lock").open("w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        _ours.turn = True
        try:
            yield
        finally:
            _ours.turn = False


class Cursor(base.SQLiteCursorWrapper):
    """One statement; a write that is no part of a transaction waits for its turn as well."""

    wrapper: "DatabaseWrapper"

    def execute(self, query: Any, params: Any = None) -> Any:  # noqa: ANN401  (as Django has it)
        with self.wrapper.turn_of(query):
            return super().execute(query, params)

    def executemany(self, query: Any, param_list: Iterable[Any]) -> Any:  # noqa: ANN401
        with self.wrapper.turn_of(query):
            return super().executemany(query, param_list)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that keeps its turn from the first word of a transaction to the last."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._turn = ExitStack()

    def turn_of(self, query: object) -> AbstractContextManager[None]:
        """Wait when this statement writes by itself; inside a transaction the turn is ours."""
        if self.in_atomic_block or not WRITES.match(str(query)):
            return nullcontext()
        return in_turn(str(self.settings_dict["NAME"]))

    def create_cursor(self, name: str | None = None) -> Any:  # noqa: ANN401, ARG002
        cursor = self.connection.cursor(factory=Cursor)
        cursor.wrapper = self
        return cursor

    def _start_transaction_under_autocommit(self) -> None:
        self._turn.enter_context(in_turn(str(self.settings_dict["NAME"])))
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # Django's own
        except BaseException:
            self._turn.close()
            raise

    def _commit(self) -> Any:  # noqa: ANN401
        try:
            return super()._commit()  # type: ignore[misc]  # Django's own
        finally:
            self._turn.close()

    def _rollback(self) -> Any:  # noqa: ANN401
        try:
            return super()._rollback()  # type: ignore[misc]  # Django's own
        finally:
            self._turn.close()

    def _close(self) -> Any:  # noqa: ANN401
        try:
            return super()._close()  # type: ignore[misc]  # Django's own
        finally:
            self._turn.close()
