"""What else is done for the question of a case: goals, own help, and a hybrid team around it."""

from datetime import time, timedelta

from kruispunt.arrangements.models import (
    Attendance,
    Bottleneck,
    CarerCase,
    Development,
    Evaluation,
    Farewell,
    Footing,
    Goal,
    GuideContact,
    GuideNote,
    HybridTeam,
    IntervisionGroup,
    IntervisionMeeting,
    IntervisionMember,
    Mandate,
    Measurement,
    Meeting,
    Minutes,
    OddJob,
    OwnHelp,
    Promise,
    StepDown,
    TeamMember,
    Trajectory,
    Wellbeing,
)
from kruispunt.arrangements.states.guides import BESIDE
from kruispunt.base.roles import Role
from kruispunt.base.under_lock import lock_of
from kruispunt.offers.models import (
    Activity,
    ActivityRhythm,
    Course,
    Guide,
    Knowledge,
    Participant,
)
from kruispunt.people.models import Handover, Household, Housemate, Nomination, Organisation, Seat
from kruispunt.questions.models import Liveability, Recording, WmoNotification
from kruispunt.questions.models.recording import LOCK
from kruispunt.safety.models import Concern, Note
from tests import voices
from tests.cast import MONDAY

SOON = MONDAY.date() + timedelta(days=60)


def goals(case) -> None:
    around = {"arrangement": case.row("arrangement"), "state_since": MONDAY}
    case.keep("goal", Goal, **around, words=case.word("request"), who_does_what="Samen",
              by=SOON, set_at=MONDAY)  # fmt: skip
    case.keep("odd_job", OddJob, **around, kind="KLUS_HUIS", words=case.word("request"),
              volunteering=case.row("volunteering"), on=SOON, materials=case.cost, part="ochtend",
              state="planned", requested_at=MONDAY)  # fmt: skip
    case.keep("own_help", OwnHelp, **around, who="de buurvrouw", what="boodschappen")
    case.keep("farewell", Farewell, match=case.row("match"), due_on=SOON, state_since=MONDAY,
              words=case.word("match_journal"))  # fmt: skip
    case.keep("step", StepDown, **around, rung="group", words=case.word("request"),
              planned_on=SOON)  # fmt: skip
    case.keep("wellbeing", Wellbeing, volunteering=case.row("volunteering"),
              asked_on=MONDAY.date(), again_on=SOON, state_since=MONDAY,
              words=case.word("match_journal"))  # fmt: skip
    case.keep("footing", Footing, **around, occasion="begin", asked_on=MONDAY.date(),
              due_on=SOON, again_on=SOON)  # fmt: skip
    for side in ("resident", "volunteer"):
        case.keep("evaluation", Evaluation, **around, match=case.row("match"), side=side,
                  moment="yearly", due_on=SOON, works=case.word("match_journal"))  # fmt: skip


def recording(case) -> None:
    """She said it aloud as well, and nobody has written that out."""
    lock = lock_of(LOCK, f"{case.municipality.pk}")
    case.keep("recording", Recording, question=case.row("question"), sort="wav",
              locked=lock.encrypt(voices.wav()), spoken_at=MONDAY, is_all_that_was_said=False,
              state="waiting", state_since=MONDAY)  # fmt: skip


def neighbourhood(case) -> None:
    case.keep("wmo", WmoNotification, question=case.row("question"), noticed_on=MONDAY.date(),
              investigate_by=SOON)  # fmt: skip
    case.keep("liveability", Liveability, brought_by=case.people[Role.AMBASSADOR],
              neighbourhood=case.area, kind="OVERLAST", words=case.word("request"),
              state_since=MONDAY, raised_at=MONDAY, answer_by=SOON)  # fmt: skip


def household(case) -> None:
    house = case.keep("household", Household, why="Eén huis", opened_at=MONDAY,
                      state_since=MONDAY, review_on=SOON)  # fmt: skip
    asker = case.people[Role.RESIDENT]
    case.keep("housemate", Housemate, household=house, person=asker, said_by=asker, how="herself",
              agreed_on=MONDAY.date(), state="agreed", state_since=MONDAY)  # fmt: skip


def nomination(case) -> None:
    """Her contact person put somebody of the neighbourhood forward as an ambassador."""
    case.keep("ambassador_seat", Seat, person=case.people[Role.AMBASSADOR], role=Role.AMBASSADOR,
              neighbourhood=case.area, since=MONDAY.date())  # fmt: skip
    case.keep("nomination", Nomination, person=case.people[Role.AMBASSADOR], yes_on=MONDAY.date(),
              nominated_by=case.people[Role.CONTACT], organisation=case.row("organisation"),
              nominated_on=MONDAY.date(), due_on=SOON, state_since=MONDAY,
              words="Kent iedereen in de straat")  # fmt: skip


def knowledge(case) -> None:
    case.keep("knowledge", Knowledge, organisation=case.row("organisation"), title="Dementie",
              words="Blijf rustig", themes=["dementie"], assured_on=MONDAY.date(), review_on=SOON,
              state_since=MONDAY)  # fmt: skip


def club(case) -> None:
    """A group that comes together each Monday."""
    found = case.keep("activity", Activity, organisation=case.row("organisation"),
                      name="Kaartmiddag", kinds=["GEZELSCHAP"], state="published",
                      assured_on=MONDAY.date(), state_since=MONDAY)  # fmt: skip
    case.keep("activity_rhythm", ActivityRhythm, activity=found, first_on=MONDAY.date(),
              every="week", at=time(14), until=time(16), set_at=MONDAY)  # fmt: skip


def guidance(case) -> None:
    case.keep("minutes", Minutes, kind="check_in", minutes=15, on=MONDAY.date(),
              by=case.people[Role.COORDINATOR], match=case.row("match"))  # fmt: skip


def learning(case) -> None:
    """A training with the volunteer in it, what she handed to a work coach, what is learned."""
    course = case.keep("course", Course, title="Luisteren", on=SOON, state="open",
                       trainer=case.people[Role.TRAINER], state_since=MONDAY)  # fmt: skip
    case.keep("participant", Participant, course=course, person=case.people[Role.VOLUNTEER],
              number=1, out_of=12)  # fmt: skip
    case.keep("handover", Handover, person=case.people[Role.VOLUNTEER], words="Ik help elke week",
              to=case.people[Role.WORK_COACH], handed_at=MONDAY, until=SOON)  # fmt: skip
    case.keep("development", Development, kind="EETCLUB", words="Samen eten", opened_at=MONDAY,
              state_since=MONDAY)  # fmt: skip
    case.keep("bottleneck", Bottleneck, stretch="search", words="De avonden zitten vol",
              noted_on=MONDAY.date(), state_since=MONDAY)  # fmt: skip
    case.keep("mandate", Mandate, organisation=case.row("organisation"), result="Antwoord",
              competences="Doorvragen", offered_on=MONDAY.date(), state_since=MONDAY)  # fmt: skip
    table = case.keep("table", Meeting, organisation=case.row("organisation"), level="direction",
                      on=MONDAY.date(), who="De directeur")  # fmt: skip
    case.keep("promise", Promise, organisation=case.row("organisation"), meeting=table, words="Bel",
              owner="De directeur", due_on=MONDAY.date(), state_since=MONDAY)  # fmt: skip


def safety(case) -> None:
    """One concern of everyone: who wrote it reads back their own words, if they may at all."""
    for role in Role.values:
        concern = case.keep("concern", Concern, reported_by=case.people[role], professional=True,
                            words=case.word("safety"), seen_on=MONDAY.date(), reported_at=MONDAY,
                            state_since=MONDAY)  # fmt: skip
        case.keep("concern_note", Note, concern=concern, step="reported", by=case.people[role],
                  words=case.word("safety"), at=MONDAY)  # fmt: skip


def hybrid_team(case) -> None:
    here = {"municipality": case.municipality}
    welfare = Organisation.objects.create(**here, name=f"Welzijn {case.name}", kind="welfare")
    case.seats[Role.COACH] = welfare
    team = case.keep("team", HybridTeam, name=f"Team {case.name}")
    TeamMember.objects.create(
        **here, team=team, organisation=case.row("organisation"), chair="provider"
    )
    TeamMember.objects.create(**here, team=team, organisation=welfare, chair="coach")
    case.keep("trajectory", Trajectory, arrangement=case.row("arrangement"), team=team,
              advisor=case.people[Role.WMO_ADVISOR], starter=case.row("organisation"),
              state_since=MONDAY, opened_on=MONDAY.date(),
              talk=case.word("hybrid_goals"))  # fmt: skip


def guide(case) -> None:
    offered = case.keep("guide", Guide, person=case.people[Role.GUIDE], kinds=["WANDELEN"],
                        state="shown", state_since=MONDAY)  # fmt: skip
    contact = case.keep("guide_contact", GuideContact, resident=case.people[Role.RESIDENT],
                        question=case.row("question"), guide=offered, words=case.word("request"),
                        state=min(BESIDE), state_since=MONDAY, asked_on=MONDAY.date())  # fmt: skip
    case.keep("guide_note", GuideNote, contact=contact, by=case.people[Role.GUIDE], at=MONDAY,
              words=case.word("guide_notes"))  # fmt: skip


def carer(case) -> None:
    case.keep("carer_case", CarerCase, carer=case.people[Role.CARER], source="gp",
              cares_for=case.people[Role.RESIDENT], yes_on=MONDAY.date(), state_since=MONDAY,
              opened_on=MONDAY.date())  # fmt: skip
    case.keep("measurement", Measurement, case=case.row("carer_case"), instrument="volhoudtijd",
              by=case.people[Role.WORKER], on=MONDAY.date(), band=case.word("instruments"),
              follow_up="none")  # fmt: skip


def intervision(case) -> None:
    """The volunteer of the case learns with others, in a group that the trainer leads."""
    group = case.keep("intervision_group", IntervisionGroup, name=f"Groep {case.name}",
                      facilitator=case.people[Role.TRAINER], state="planned",
                      state_since=MONDAY)  # fmt: skip
    who = {"volunteering": case.row("volunteering"), "state_since": MONDAY}
    case.keep("intervision_member", IntervisionMember, **who, group=group, since=MONDAY.date(),
              state="missing")  # fmt: skip
    meeting = case.keep("intervision_meeting", IntervisionMeeting, group=group, on=SOON,
                        owner=case.people[Role.TRAINER], state_since=MONDAY)  # fmt: skip
    case.keep("attendance", Attendance, **who, meeting=meeting, out_of=8)
