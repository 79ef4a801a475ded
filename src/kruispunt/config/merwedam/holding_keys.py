"""Who sits where in Merwedam, and a sealed address that two people open together."""

from datetime import datetime, timedelta

from kruispunt.config.merwedam import arriving
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.players import neighbours
from kruispunt.config.merwedam.town import Town
from kruispunt.people import actions as people
from kruispunt.people.actions import seats, unsealing

DAY = timedelta(days=1)
SEALED = -11  # which of the neighbours
A_YEAR = 365 * DAY


def people_hold_keys(town: Town) -> None:
    """Plan the seats that Tekla gives, the keys that Pien gives, and who uses one."""
    throw, story = dice("keys"), town.story
    ago = story.calendar.days_ago
    story.at(ago(80, throw), lambda at: _named(town, at))
    story.at(ago(60, throw), lambda at: _sealed(town, at))
    story.at(ago(45, throw), lambda at: _alone(town, at))
    story.at(ago(30, throw), lambda at: _with_two(town, at))
    story.at(ago(16, throw), lambda at: _opened(town, at))
    story.at(ago(2, throw), lambda at: _waits(town, at))


def _named(town: Town, at: datetime) -> None:
    """Only who is named can ask for a sealed address; these two hold a key."""
    for name in ("Wim", "Ria"):
        unsealing.name_key_holder(town.act("Pien", at), town.cast[name])


def _sealed(town: Town, at: datetime) -> None:
    who = arriving.know(town, neighbours()[SEALED], at)
    unsealing.seal_address(town.act("Wim", at), who)


def _alone(town: Town, at: datetime) -> None:
    """A seat from which nobody reads about health Tekla gives alone; later it ended."""
    wish = seats.SeatWish(
        given_name="Jeroen", surname="Pot", email="jeroen@merwedam.example", role="policy"
    )
    given = seats.place(town.act("Tekla", at), wish=wish)
    ends = town.story.calendar.later(at, 25, dice("seat ends"))
    town.story.at(ends, lambda then: people.unseat(town.act("Tekla", then), given.pk))


def _with_two(town: Town, at: datetime) -> None:
    """From this seat one reads how people are: Pien looks as well before it is there."""
    asked = _asks_for(town, at, ("Sanne", "de Graaf"), "coordinator")
    agreed = town.story.calendar.later(at, 1, dice("seat agreed"))
    town.story.at(agreed, lambda then: seats.agree_seat(town.act("Pien", then), asked))


def _opened(town: Town, at: datetime) -> None:
    """Wim needs the address for a day, Ria agrees, and then it is sealed again."""
    who = town.people[neighbours()[SEALED].number]
    reason = "De vrijwilliger van het vervoer moet voor de deur kunnen staan."
    asked = unsealing.ask_address(town.act("Wim", at), who, reason=reason)
    later = at + timedelta(hours=2)
    town.story.at(later, lambda then: _ria_agrees(town, then, asked.pk))
    sealed = town.story.calendar.later(at, 3, dice("sealed again"))
    town.story.at(sealed, lambda then: unsealing.seal_again(town.system(then), asked.pk))


def _ria_agrees(town: Town, at: datetime, asked_id: int) -> None:
    unsealing.agree_unsealing(town.act("Ria", at), asked_id, safe_to_tell=True)
    unsealing.look_at_address(town.act("Wim", at + timedelta(minutes=4)), asked_id)


def _waits(town: Town, at: datetime) -> None:
    """A new colleague waits for a second pair of eyes, and so does a question about the address."""
    _asks_for(town, at, ("Hugo", "Terpstra"), "worker")
    who = town.people[neighbours()[SEALED].number]
    unsealing.ask_address(town.act("Ria", at), who, reason="Wij willen weten of zij veilig woont.")


def _asks_for(town: Town, at: datetime, name: tuple[str, str], role: str) -> int:
    given_name, surname = name
    wish = seats.SeatWish(
        given_name=given_name,
        surname=surname,
        email=f"{given_name.lower()}@merwedam.example",
        role=role,
        until=(at + A_YEAR).date(),
    )
    return int(seats.place(town.act("Tekla", at), wish=wish).pk)
