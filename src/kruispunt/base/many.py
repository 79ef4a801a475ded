"""Keeping many new rows of one kind at once: the same rows, without asking each column thrice."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from django.db import connection, models

# Some values fit the column as they are; the others are prepared as the column wants them.
PLAIN = (
    models.CharField,
    models.TextField,
    models.FloatField,
    models.BooleanField,
    models.IntegerField,
    models.ForeignKey,
)
A_STATEMENT = 30_000
"""Values in one statement; both databases take a little more."""

Prepare = Callable[[Any], Any]


def keep_many[M: models.Model](rows: Sequence[M]) -> Sequence[M]:
    """Insert new rows and give each its id. Call it inside an action, which makes it whole.

    Does what `bulk_create` does for rows without values that the database fills in.
    """
    if not rows:
        return rows
    model = type(rows[0])
    columns, prepares = _plan(model)
    size = max(A_STATEMENT // len(columns), 1)
    for start in range(0, len(rows), size):
        _keep(model, rows[start : start + size], columns, prepares)
    return rows


def _keep(
    model: type[models.Model],
    rows: Sequence[models.Model],
    columns: tuple[str, ...],
    prepares: tuple[tuple[str, Prepare | None], ...],
) -> None:
    quote = connection.ops.quote_name
    table, key = model._meta.db_table, str(model._meta.pk.column)
    one = f"({', '.join(['%s'] * len(columns))})"
    statement = (
        f"INSERT INTO {quote(table)} ({', '.join(map(quote, columns))}) "  # noqa: S608  (our names)
        f"VALUES {', '.join([one] * len(rows))} RETURNING {quote(key)}"
    )
    values: list[Any] = []
    for row in rows:
        here = row.__dict__
        values += [
            here[name] if prepare is None else prepare(here[name]) for name, prepare in prepares
        ]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        made = cursor.fetchall()
    for row, (pk,) in zip(rows, made, strict=True):
        row.pk = pk
        row._state.adding, row._state.db = False, connection.alias  # noqa: SLF001  (as Django does)


def _plan(
    model: type[models.Model],
) -> tuple[tuple[str, ...], tuple[tuple[str, Prepare | None], ...]]:
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    columns = tuple(str(field.column) for field in fields)
    return columns, tuple((field.attname, _prepare(field)) for field in fields)


def _prepare(field: "models.Field[Any, Any]") -> Prepare | None:
    if isinstance(field, PLAIN):
        return None
    known: dict[Hashable, Any] = {}
    here = connection

    def prepare(value: Any) -> Any:  # noqa: ANN401  (whatever the column holds)
        """The same few lists, days and amounts come back for hundreds of rows."""
        word = tuple(value) if isinstance(value, list) else value
        if word not in known:
            known[word] = field.get_db_prep_save(value, here)
        return known[word]

    return prepare
