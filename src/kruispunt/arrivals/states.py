"""From a file that was brought to people who came in, and back when it was a mistake."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class ImportState(TextChoices):
    """Where an import stands."""

    BROUGHT = "brought", "Bestand wordt gelezen"
    READ = "read", "Kies wat elke kolom is"
    MAPPED = "mapped", "Rijen worden bekeken"
    CHECKED = "checked", "Klaar om over te nemen"
    AGREED = "agreed", "Wordt overgenomen"
    COMPLETED = "completed", "Overgenomen"
    UNDOING = "undoing", "Wordt teruggenomen"
    UNDONE = "undone", "Teruggenomen"
    REFUSED = "refused", "Niet te lezen"
    DROPPED = "dropped", "Weggelegd"


I = ImportState  # noqa: E741  (one letter, as in every state table)
# The worker has it in hand; the page shows how far it is.
BUSY = frozenset({I.BROUGHT, I.MAPPED, I.AGREED, I.UNDOING})

IMPORT_MOVES = Table(
    "import",
    (
        move("read", {I.BROUGHT}, I.READ),
        move("refuse", {I.BROUGHT}, I.REFUSED),
        move("map", {I.READ, I.CHECKED}, I.MAPPED),
        move("check", {I.MAPPED}, I.CHECKED),
        move("agree", {I.CHECKED}, I.AGREED),
        move("complete", {I.AGREED}, I.COMPLETED),
        move("drop", {I.READ, I.CHECKED}, I.DROPPED),
        # Also when carrying in got stuck: never half, so on or all the way back.
        move("undo", {I.AGREED, I.COMPLETED}, I.UNDOING),
        move("take_back", {I.UNDOING}, I.UNDONE),
    ),
)
