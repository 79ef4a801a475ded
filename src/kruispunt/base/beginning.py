"""Words that begin with what was typed: found by an index, on SQLite as on PostgreSQL."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, Lookup
from django.db.models.sql.compiler import SQLCompiler

LAST_SIGN = chr(0x10FFFF)
type Sql = tuple[str, tuple[Any, ...]]


@CharField.register_lookup
class BeginsWith(Lookup):
    """Big and small letters differ; an index on the column is followed from here to there.

    PostgreSQL follows an index with pattern operators for LIKE. SQLite follows none for it, but
    orders by the signs themselves: there it is all that lies between two words.
    """

    lookup_name = "begins_with"

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        column, before = self.process_lhs(compiler, connection)
        typed = connection.ops.prep_for_like_query(self.rhs)
        return f"{column} LIKE %s", (*before, f"{typed}%")

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        column, before = self.process_lhs(compiler, connection)
        bounds = (*before, str(self.rhs), *before, f"{self.rhs}{LAST_SIGN}")
        return f"({column} >= %s AND {column} < %s)", bounds
