"""From waiting to done: the states of an errand, and the ways to reach someone."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class ErrandState(TextChoices):
    """Where an errand stands."""

    WAITING = "waiting", "Wacht"
    TAKEN = "taken", "Bezig"
    HANDING = "handing", "Wordt bezorgd"
    DONE = "done", "Gedaan"
    UNSURE = "unsure", "Misschien bezorgd: kijk na"
    PARKED = "parked", "Lukt niet: kijk na"
    BUNDLED = "bundled", "Zit in een andere brief"
    RETURNED = "returned", "Kwam niet aan"


class Haste(TextChoices):
    """Whether a letter may wait until people are up, and until it fits among others."""

    URGENT = "urgent", "Dringend"
    CALM = "calm", "Kan even wachten"


class Channel(TextChoices):
    """How someone prefers to hear from us."""

    MAIL = "mail", "E-mail"
    TEXT = "text", "Sms"
    PHONE = "phone", "Telefoon"
    LETTER = "letter", "Brief"


MOVES = Table(
    "errand",
    (
        move("take", {ErrandState.WAITING, ErrandState.TAKEN}, ErrandState.TAKEN),
        # Between "handing" and "done" the post office has it or not. If we die there, a person
        # looks: better a question than the same letter twice.
        move("hand", {ErrandState.TAKEN}, ErrandState.HANDING),
        move("doubt", {ErrandState.HANDING}, ErrandState.UNSURE),
        move("finish", {ErrandState.TAKEN, ErrandState.HANDING}, ErrandState.DONE),
        move("put_back", {ErrandState.TAKEN, ErrandState.HANDING}, ErrandState.WAITING),
        # A round that comes back: done for now, and due again later.
        move("repeat", {ErrandState.TAKEN}, ErrandState.WAITING),
        move("park", {ErrandState.WAITING, ErrandState.TAKEN}, ErrandState.PARKED),
        # By hand: a letter was posted, a call was made, or it is worth another try.
        move(
            "tick_off",
            {
                ErrandState.WAITING,
                ErrandState.UNSURE,
                ErrandState.PARKED,
                ErrandState.RETURNED,
            },
            ErrandState.DONE,
        ),
        # The server of who should read it says no for good: at once, or in a message afterwards.
        move(
            "come_back",
            {ErrandState.HANDING, ErrandState.DONE, ErrandState.UNSURE},
            ErrandState.RETURNED,
        ),
        # What the letter asked has been answered along another way.
        move("recall", {ErrandState.WAITING, ErrandState.BUNDLED}, ErrandState.DONE),
        # Too early, too late, or on a Sunday: it waits until people are up.
        move("put_off", {ErrandState.TAKEN}, ErrandState.WAITING),
        # It goes along in one letter with other things, so that people are not written too often.
        move("bundle", {ErrandState.WAITING}, ErrandState.BUNDLED),
        move(
            "try_again",
            {ErrandState.UNSURE, ErrandState.PARKED, ErrandState.RETURNED},
            ErrandState.WAITING,
        ),
    ),
)
