"""The night round that throws away what has had its time, class by class, and certifies it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements.queries.keeping import answers_going, cases_going, guide_notes_going
from kruispunt.arrivals import actions as arrivals
from kruispunt.arrivals.queries import imports_going
from kruispunt.base import keeping, unsent
from kruispunt.base.actor import Actor
from kruispunt.base.keeping import Going, Over
from kruispunt.base.one_by_one import each
from kruispunt.offers import actions as offers
from kruispunt.offers.queries.keeping import participants_going, volunteers_going
from kruispunt.people import actions as people
from kruispunt.people.actions.accounts import forget_account
from kruispunt.people.queries import people_going
from kruispunt.people.queries.accounts import accounts_going
from kruispunt.questions import actions as questions
from kruispunt.questions.queries.keeping import names_going, signals_going
from kruispunt.questions.queries.recordings import recordings_going
from kruispunt.questions.queries.walk_ins import walk_ins_going
from kruispunt.safety.actions.forgetting import forget_concern
from kruispunt.safety.queries import concerns_going


@dataclass(frozen=True, slots=True)
class Broom:
    """Which rows of one noun go, under which classes, and how one of them goes."""

    what: str
    noun: str
    classes: tuple[str, ...]
    going: Callable[[Actor, Over], list[Going]]
    forget: Callable[..., object]


# First what hangs on others, and people last: they go when nothing points at them any more.
BROOMS = (
    Broom("wat niet verstuurd werd", "base.unsent", ("RET-19",), unsent.going, unsent.forget),
    Broom(
        "wat ingesproken en niet verstuurd werd",
        "questions.recording",
        ("RET-19",),
        recordings_going,
        questions.forget_recording,
    ),
    Broom("zorgen over veiligheid", "safety.concern", ("RET-11",), concerns_going, forget_concern),
    Broom(
        "namen bij signalen", "questions.signal", ("RET-13",), names_going, questions.forget_name
    ),
    Broom(
        "antwoorden op vragenlijsten",
        "arrangements.measurement",
        ("RET-16",),
        answers_going,
        arrangements.forget_answers,
    ),
    Broom(
        "aantekeningen met meedenkers",
        "arrangements.guidecontact",
        ("RET-12",),
        guide_notes_going,
        arrangements.forget_guide_notes,
    ),
    Broom(
        "vragen met hun antwoord",
        "questions.question",
        ("RET-01", "RET-02", "RET-03", "RET-04", "RET-05", "RET-06"),
        cases_going,
        questions.forget_question,
    ),
    Broom("signalen", "questions.signal", ("RET-05",), signals_going, questions.forget_signal),
    Broom(
        "wie aan de balie kwam",
        "questions.walkin",
        ("RET-06",),
        walk_ins_going,
        questions.forget_walk_in,
    ),
    Broom(
        "deelnames aan trainingen",
        "offers.participant",
        ("RET-14",),
        participants_going,
        offers.forget_participant,
    ),
    Broom(
        "vrijwilligers",
        "offers.volunteering",
        ("RET-07", "RET-08", "RET-14"),
        volunteers_going,
        offers.forget_volunteer,
    ),
    Broom(
        "lijsten die werden ingelezen",
        "arrivals.import",
        ("RET-18",),
        imports_going,
        arrivals.forget_import,
    ),
    Broom(
        "accounts die niemand gebruikt",
        "people.seat",
        ("RET-17",),
        accounts_going,
        forget_account,
    ),
    Broom("personen", "people.person", ("RET-06",), people_going, people.forget_person),
)


def due_to_go(actor: Actor) -> dict[str, list[Going]]:
    """What would go now; this changes nothing."""
    over, held = keeping.over(actor), keeping.held(actor)
    return {
        broom.what: [one for one in broom.going(actor, over) if one.person_id not in held]
        for broom in BROOMS
    }


def throw_away(actor: Actor) -> None:
    """Throw away what has had its time; what is held stays; a certificate says what went."""
    over, held = keeping.over(actor), keeping.held(actor)
    counts: Counter[str] = Counter()
    held_back = 0
    for broom in BROOMS:
        found = broom.going(actor, over)
        going = [one for one in found if one.person_id not in held]
        held_back += len(found) - len(going)
        each(going, partial(_forget, actor, broom, counts))
    keeping.forget_letters(actor)
    if counts:
        keeping.certify(actor, counts=dict(sorted(counts.items())), held_back=held_back)


def _forget(actor: Actor, broom: Broom, counts: Counter[str], one: Going) -> None:
    broom.forget(actor, one.row_id, ret=one.ret)
    counts[f"{one.ret} {broom.what}"] += 1
