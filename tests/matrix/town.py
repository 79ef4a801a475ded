"""A town with every noun in it three times: a case of one's own, somebody else's, and elsewhere.

Each drawer of each case holds a word that stands nowhere else (`zqcontactown`), so that a page
that shows it gives itself away.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from kruispunt.arrangements.models import (
    Advice,
    Arrangement,
    CheckIn,
    Escalation,
    Match,
    Party,
    Referral,
)
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter, Municipality, Unsent
from kruispunt.base.roles import Role
from kruispunt.matching.models import Invitation, Round, RoundLine
from kruispunt.offers.models import Place, Volunteering
from kruispunt.people.models import (
    Consent,
    Neighbourhood,
    Organisation,
    Person,
    Relation,
    RightsRequest,
)
from kruispunt.questions.models import Question, Signal
from tests.cast import MONDAY
from tests.matrix import town_parts

PARTS = (
    town_parts.goals,
    town_parts.recording,
    town_parts.neighbourhood,
    town_parts.household,
    town_parts.hybrid_team,
    town_parts.guide,
    town_parts.carer,
    town_parts.guidance,
    town_parts.nomination,
    town_parts.knowledge,
    town_parts.club,
    town_parts.safety,
    town_parts.learning,
    town_parts.intervision,
)
# The roles that follow the person who asks; everyone else in a case works around her.
WITH_AREA = {Role.COORDINATOR, Role.AMBASSADOR, Role.TEAM_MEMBER}
# A day on a certificate is seen on no other page, and differs by case: so a page gives it away.
CERTIFIED = {"own": date(2026, 3, 7), "other": date(2026, 4, 17), "elsewhere": date(2026, 5, 27)}
UNTIL = {name: day.replace(year=2029) for name, day in CERTIFIED.items()}
MONTHS = {3: "maart", 4: "april", 5: "mei"}
MATERIALS = {"own": Decimal("17.31"), "other": Decimal("28.43"), "elsewhere": Decimal("36.59")}
OF_THE_CASE = ("resident", "carer", "volunteer")


@dataclass
class Case:
    """One question with everything around it, and everyone who has a part in it."""

    name: str
    municipality: Municipality
    area: Neighbourhood
    people: dict[str, Person] = field(default_factory=dict)
    rows: dict[str, list[Any]] = field(default_factory=dict)
    # Who sits at another organisation than the one the question was brought to.
    seats: dict[str, Organisation] = field(default_factory=dict)

    def word(self, drawer: str) -> str:
        return f"zq{drawer.replace('_', '')}{self.name}"

    def marks(self, drawer: str) -> tuple[str, ...]:
        """What stands in this drawer of this case and nowhere else: a word, a day or an amount."""
        if drawer == "certificate":
            seen, until = CERTIFIED[self.name], UNTIL[self.name]
            return tuple(
                told
                for day in (seen, until)
                for told in (f"{day.day} {MONTHS[day.month]} {day.year}", day.isoformat(),
                             f"{day:%d-%m-%Y}")
            )  # fmt: skip
        if drawer == "money":
            return (f"{MATERIALS[self.name]}", f"{MATERIALS[self.name]}".replace(".", ","))
        return (self.word(drawer),)

    def row(self, noun: str) -> Any:
        return self.rows[noun][0]

    @property
    def cost(self) -> Decimal:
        return MATERIALS[self.name]

    def keep(self, noun: str, model: type, **columns: object) -> Any:
        row = model.objects.create(municipality=self.municipality, **columns)
        self.rows.setdefault(noun, []).append(row)
        return row

    def actor(self, role: str) -> Actor:
        """Whoever sits in this role around this case."""
        person = self.people[role]
        works_at = self.seats.get(role, self.row("organisation"))
        organisations = {works_at.pk} if role not in OF_THE_CASE else set()
        areas = {self.area.pk} if role in WITH_AREA else set()
        return Actor(
            person.pk,
            self.municipality.pk,
            frozenset({role}),
            frozenset(organisations),
            neighbourhood_ids=frozenset(areas),
            at=MONDAY,
        )


def build() -> dict[str, Case]:
    """Two cases in one municipality, in two neighbourhoods, and one in another municipality."""
    here = Municipality.objects.create(name="Merwedam")
    there = Municipality.objects.create(name="Elders")
    return {
        "own": _case("own", here),
        "other": _case("other", here),
        "elsewhere": _case("elsewhere", there),
    }


def _case(name: str, municipality: Municipality) -> Case:
    area = Neighbourhood.objects.create(municipality=municipality, code=name[:10], name=name)
    case = Case(name, municipality, area)
    for role in Role.values:
        case.people[role] = _person(case, role)
    for make in (_organisation, _question, _offer, _asked, _match, _referral, _stuck, *PARTS):
        make(case)
    return case


def _person(case: Case, role: str) -> Person:
    asks = role == Role.RESIDENT
    word = case.word("contact") if asks else f"zqx{role.replace('_', '')}{case.name}"
    return Person.objects.create(
        municipality=case.municipality,
        given_name=f"Voornaam{role.replace('_', '')}",
        surname=word,
        street=f"{word}straat 1",
        postcode="4201 AB",
        phone="0183 555 010",
        languages=["nl"],
        neighbourhood=case.area,
        x=126_412.0,
        y=427_287.0,
    )


def _keep(case: Case, noun: str, model: type, **columns: object) -> Any:
    row = model.objects.create(municipality=case.municipality, **columns)
    case.rows.setdefault(noun, []).append(row)
    return row


def _organisation(case: Case) -> None:
    contact = case.people[Role.CONTACT]
    case.keep("organisation", Organisation, name=f"Huis {case.name}", kind="care", contact=contact)
    asker = case.people[Role.RESIDENT]
    case.keep("consent", Consent, person=asker, scope="question", asked_at=MONDAY,
              organisation=case.row("organisation"))  # fmt: skip
    case.keep("right", RightsRequest, person=asker, kind="correct", words=case.word("request"),
              state_since=MONDAY, asked_at=MONDAY)  # fmt: skip
    case.rows["person"] = [case.people[Role.RESIDENT]]


def _question(case: Case) -> None:
    asker = case.people[Role.RESIDENT]
    case.keep("relation", Relation, person=asker, other=case.people[Role.CARER], kind="partner",
          cares=True, note=case.word("situation"))  # fmt: skip
    case.keep("signal", Signal, brought_by=case.people[Role.AMBASSADOR], neighbourhood=case.area,
          words=case.word("request"), state="handed_in", state_since=MONDAY,
          noticed_at=MONDAY)  # fmt: skip
    case.keep("question", Question,
        asked_by=asker,
        worker=case.people[Role.WORKER],
        words=case.word("request"),
        need=case.word("request"),
        own_network=case.word("situation"),
        circumstances=[case.word("situation")],
        kind="WANDELEN",
        intensity="intensief",
        self_reliance=2,
        state="searching",
        state_since=MONDAY,
        opened_at=MONDAY,
        slots=["ma-ochtend"],
        frequency="wekelijks",
        helpers_needed=2,
    )  # fmt: skip


def _offer(case: Case) -> None:
    case.keep("volunteering", Volunteering,
        person=case.people[Role.VOLUNTEER],
        kinds=["WANDELEN"],
        description=case.word("profile"),
        interests=[case.word("profile")],
        slots=["ma-ochtend"],
        places=3,
        hours=Decimal(4),
        mentor=case.people[Role.SCHOOL],
        school_year_ends=date(2027, 7, 31),
        vog="in_order",
        vog_issued_on=CERTIFIED[case.name],
        vog_until=UNTIL[case.name],
        state="available",
        state_since=MONDAY,
        applied_at=MONDAY,
        due_on=MONDAY.date(),
    )  # fmt: skip


def _asked(case: Case) -> None:
    pair = {"question": case.row("question"), "volunteering": case.row("volunteering")}
    case.keep("invitation", Invitation, **pair, words=case.word("request"), sent_at=MONDAY,
          answer_by=MONDAY.date())  # fmt: skip
    kept = case.keep("round", Round, made_by=case.people[Role.WORKER], made_at=MONDAY, value=1,
                 bound=1, proven=True, asked=1, weights_from=MONDAY.date())  # fmt: skip
    case.keep("round_line", RoundLine, **pair, round=kept, score=Decimal(50), why="past",
          state_since=MONDAY)  # fmt: skip
    case.keep("letter", Letter, to_person_id=case.people[Role.RESIDENT].pk, channel="phone",
          subject="Bericht", text=case.word("contact"), key=case.name, due_at=MONDAY)  # fmt: skip
    case.keep("letter", Letter, to_person_id=case.people[Role.VOLUNTEER].pk, channel="phone",
          subject="Bericht", text=case.word("letter_to_volunteer"), key=f"{case.name} v",
          due_at=MONDAY)  # fmt: skip
    case.keep("letter", Letter, to_person_id=case.people[Role.CONTACT].pk, channel="email",
          subject="Bericht", text=case.word("letter_to_contact"), key=f"{case.name} c",
          due_at=MONDAY)  # fmt: skip
    case.keep("unsent", Unsent, writer_id=case.people[Role.RESIDENT].pk, page="/veilig/",
          form="F", locked=b"x", turn=1, kept_at=MONDAY)  # fmt: skip


def _match(case: Case) -> None:
    volunteering = case.row("volunteering")
    place = case.keep("place", Place, volunteering=volunteering, number=1, out_of=3,
                  intensity="intensief", heavy_number=1, hours=2, taken_at=MONDAY)  # fmt: skip
    arrangement = case.keep("arrangement", Arrangement, question=case.row("question"),
                        good_to_know=case.word("situation"), approved_at=MONDAY,
                        opened_at=MONDAY)  # fmt: skip
    match = case.keep("match", Match,
        arrangement=arrangement,
        volunteering=volunteering,
        place=place,
        intensity="intensief",
        hours=Decimal(2),
        state="trial",
        state_since=MONDAY,
        proposed_at=MONDAY,
        volunteer_agreed_at=MONDAY,
        resident_agreed_at=MONDAY,
        backup=case.people[Role.PROVIDER],
    )  # fmt: skip
    for side in ("resident", "volunteer"):
        case.keep("check_in", CheckIn, match=match, side=side, on=MONDAY.date(), state="answered",
              state_since=MONDAY, words=case.word("match_journal"))  # fmt: skip
    case.keep("advice", Advice, match=match, to=case.people[Role.PROVIDER], asked_at=MONDAY,
          words=case.word("match_journal"), state_since=MONDAY)  # fmt: skip


def _referral(case: Case) -> None:
    case.keep("referral", Referral, arrangement=case.row("arrangement"),
          organisation=case.row("organisation"), contact=case.people[Role.CONTACT],
          words=case.word("request"), state_since=MONDAY, sent_at=MONDAY)  # fmt: skip


def _stuck(case: Case) -> None:
    escalation = case.keep("escalation", Escalation, question=case.row("question"),
                       cause="no_match", what=case.word("request"),
                       manager=case.people[Role.PROCESS_MANAGER], state_since=MONDAY,
                       reported_at=MONDAY)  # fmt: skip
    case.keep("decision", Escalation, question=case.row("question"), cause="dispute",
          what=case.word("request"), responsible=case.row("organisation"), reason="Het moet.",
          deadline=MONDAY.date(), state="carried_out", state_since=MONDAY,
          reported_at=MONDAY)  # fmt: skip
    case.keep("party", Party, escalation=escalation, organisation=case.row("organisation"),
          contact=case.people[Role.CONTACT], invited_at=MONDAY)  # fmt: skip
