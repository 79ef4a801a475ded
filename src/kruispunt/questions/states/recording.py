"""A question that was spoken instead of typed: from the recording to the words written out."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class RecordingState(TextChoices):
    """Where a recording stands."""

    ASIDE = "aside", "Nog niet verstuurd"
    WAITING = "waiting", "Wacht op uitschrijven"
    WRITTEN_DOWN = "written_down", "Uitgeschreven"


RECORDING_MOVES = Table(
    "recording",
    (
        move("send_recording", {RecordingState.ASIDE}, RecordingState.WAITING),
        move("write_down", {RecordingState.WAITING}, RecordingState.WRITTEN_DOWN),
    ),
)
