"""A yes of which the match is over already is over too (ROL-03)."""

from django.db import migrations


def let_go(apps, schema_editor):
    matches = apps.get_model("arrangements", "Match").objects.filter(
        state__in=("declined", "ended"), invitation__isnull=False
    )
    invitations = apps.get_model("matching", "Invitation").objects.filter(state="accepted")
    invitations.filter(pk__in=matches.values("invitation_id")).update(state="over")


class Migration(migrations.Migration):

    dependencies = [
        ("arrangements", "0018_partner_meetings"),
        ("matching", "0008_over"),
    ]

    operations = [migrations.RunPython(let_go, migrations.RunPython.noop)]
