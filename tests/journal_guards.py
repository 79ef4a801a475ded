"""Taking the guards off the journal, as someone with the keys of the database could."""

from importlib import import_module

from django.db import connection

STATEMENTS = import_module("kruispunt.base.migrations.0002_journal_holds").STATEMENTS
loose = False


def hold() -> None:
    global loose  # noqa: PLW0603  (there is one database)
    loose = False
    with connection.cursor() as cursor:
        for statement, _ in STATEMENTS[connection.vendor]:
            cursor.execute(statement)


def let_go() -> None:
    global loose  # noqa: PLW0603
    loose = True
    with connection.cursor() as cursor:
        for _, statement in reversed(STATEMENTS[connection.vendor]):
            cursor.execute(statement)
