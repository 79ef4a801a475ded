"""Taking the guards off the journal, as someone with the keys of the database could."""

from importlib import import_module

from django.db import connection

STATEMENTS = import_module("kruispunt.base.migrations.0002_journal_holds").STATEMENTS
loose = False


def hold() -> None:
    """Put the guards up, also where some still stand."""
    global loose  # noqa: PLW0603  (there is one database)
    let_go()
    with connection.cursor() as cursor:
        for statement, _ in STATEMENTS[connection.vendor]:
            cursor.execute(statement)
    loose = False


def let_go() -> None:
    global loose  # noqa: PLW0603
    with connection.cursor() as cursor:
        for _, statement in reversed(STATEMENTS[connection.vendor]):
            what, kind, rest = statement.split(" ", 2)
            cursor.execute(f"{what} {kind} IF EXISTS {rest}")
    loose = True
