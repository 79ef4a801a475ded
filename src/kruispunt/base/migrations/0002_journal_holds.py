"""The database itself refuses to change a line of the journal; and the table of the cache."""

from django.core.management import call_command
from django.db import migrations

REFUSAL = "the journal is only added to"

SQLITE = [
    (
        f"CREATE TRIGGER journal_no_{verb.lower()} BEFORE {verb} ON base_journalline"
        f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
        f"DROP TRIGGER journal_no_{verb.lower()}",
    )
    for verb in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    (
        "CREATE FUNCTION journal_holds() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$",
        "DROP FUNCTION journal_holds()",
    ),
    (
        "CREATE TRIGGER journal_holds BEFORE UPDATE OR DELETE ON base_journalline"
        " FOR EACH ROW EXECUTE FUNCTION journal_holds()",
        "DROP TRIGGER journal_holds ON base_journalline",
    ),
    (
        "CREATE TRIGGER journal_holds_whole BEFORE TRUNCATE ON base_journalline"
        " FOR EACH STATEMENT EXECUTE FUNCTION journal_holds()",
        "DROP TRIGGER journal_holds_whole ON base_journalline",
    ),
]
STATEMENTS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def hold(_apps, editor):
    for statement, _ in STATEMENTS[editor.connection.vendor]:
        editor.execute(statement)


def let_go(_apps, editor):
    for _, statement in reversed(STATEMENTS[editor.connection.vendor]):
        editor.execute(statement)


def make_cache(_apps, editor):
    call_command("createcachetable", database=editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("base", "0001_initial")]

    operations = [
        migrations.RunPython(hold, let_go),
        migrations.RunPython(make_cache, migrations.RunPython.noop),
    ]
