"""What waits for whom around an answer: matches, organisations, and what got stuck."""

from kruispunt.arrangements import permits
from kruispunt.arrangements.models import Advice, CheckIn, Match, Party, Referral, Wellbeing
from kruispunt.arrangements.permits import guidance
from kruispunt.arrangements.queries.check_ins import advice_link, check_in_link
from kruispunt.arrangements.queries.escalations import decisions, escalations
from kruispunt.arrangements.queries.guidance import wellbeing_link
from kruispunt.arrangements.queries.odd_jobs import odd_job, odd_job_link
from kruispunt.arrangements.queries.referrals import WAITS_FOR_CARRIER
from kruispunt.arrangements.queries.work_along_the_way import along_the_way
from kruispunt.arrangements.queries.work_of_intervision import intervision
from kruispunt.arrangements.queries.work_of_learning import learning
from kruispunt.arrangements.queries.work_of_questions import of_questions
from kruispunt.arrangements.states import AdviceState, EscalationState, MatchState, ReferralState
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.base.work import Pile, until_its_day
from kruispunt.core.vocabulary import Kind

KINDS = dict(Kind.choices())
M, R, E = MatchState, ReferralState, EscalationState
ASKER = "arrangement__question__asked_by"
WORKER = "arrangement__question__worker"
GUIDED = {
    M.PROPOSED: "Vraag beide kanten om een antwoord",
    M.VOLUNTEER_AGREED: "Vraag de inwoner om een antwoord",
    M.RESIDENT_AGREED: "Vraag de vrijwilliger om een antwoord",
    M.INTRODUCTION: "Spreek een kennismaking af",
    M.TRIAL: "Kijk hoe de proeftijd gaat",
    M.ACTIVE: "Kijk hoe het gaat, en of de tijd om is",
    M.PAUSED: "Kijk of het verder kan",
    M.WINDING_DOWN: "Rond dit samen af",
}
# Two people see each other, or rest for a while: nothing to do before the day.
RUNS = (M.TRIAL, M.ACTIVE, M.PAUSED)
FOR_RESIDENT = {
    M.PROPOSED: "Wilt u iemand leren kennen? Zeg ja of nee",
    M.VOLUNTEER_AGREED: "Wilt u iemand leren kennen? Zeg ja of nee",
}
FOR_VOLUNTEER = {
    M.PROPOSED: "Er is een vraag voor u. Zeg ja of nee",
    M.RESIDENT_AGREED: "De ander zei ja. En u?",
    M.INTRODUCTION: "U gaat elkaar ontmoeten",
}
FOR_CONTACT = {
    R.SENT: "Neem deze vraag aan, of zeg waarom niet",
    R.ACCEPTED: "Zeg wat uw organisatie doet, en vanaf wanneer",
    R.ORGANISED: "Begin, en laat het weten",
}
FOR_STARTPUNT = {
    R.UNCLEAR: "De organisatie vraagt uitleg",
    R.DELIVERED: "Vraag hoe de hulp bevalt",
    R.FOLLOWED: "Sluit deze doorverwijzing af",
}
FOR_MANAGER = {
    E.REPORTED: "Maak de vraag helder",
    E.CLEAR: "Nodig organisaties uit, of neem een besluit",
    E.INVITED: "Spreek een aanbod af, of neem een besluit",
    E.AGREED: "Kijk of het is uitgevoerd",
    E.DECIDED: "Kijk of het is uitgevoerd",
    E.CARRIED_OUT: "Kijk terug: wat leren we?",
}

FOR_RESPONSIBLE = {
    E.AGREED: "Doe wat is afgesproken, en laat het weten",
    E.DECIDED: "Doe wat is besloten, en laat het weten",
}


def piles(actor: Actor) -> list[Pile]:
    """Everything around answers that waits for this actor."""
    sources = (
        of_questions,
        _of_matches,
        _of_organisations,
        _of_stuck,
        along_the_way,
        learning,
        intervision,
    )
    return [pile for source in sources for pile in source(actor)]


def _of_matches(actor: Actor) -> list[Pile]:
    rows = permits.READ_MATCH.narrow(Match.objects.all(), actor)
    if actor.is_a(Role.COORDINATOR):
        return until_its_day(Pile("match", "match", GUIDED, rows, whose=ASKER), RUNS, actor.today)
    me = actor.person_id or 0
    asked = rows.filter(arrangement__question__asked_by_id=me)
    given = rows.filter(volunteering__person_id=me)
    return [
        Pile("match", "resident", FOR_RESIDENT, asked),
        Pile("match", "volunteers_match", FOR_VOLUNTEER, given),
    ]


def _of_organisations(actor: Actor) -> list[Pile]:
    rows = permits.READ_REFERRAL.narrow(Referral.objects.all(), actor)
    advices = permits.READ_ADVICE.narrow(Advice.objects.all(), actor)
    found: list[Pile] = []
    if actor.is_a(Role.WORKER):
        found.append(Pile("referral", "referral", FOR_STARTPUNT, rows, whose=ASKER,
                          words="organisation__name", worker=WORKER))  # fmt: skip
    if actor.is_a(Role.CONTACT):
        open_here = rows.exclude(WAITS_FOR_CARRIER)
        found.append(Pile("referral", "asked_of_us", FOR_CONTACT, open_here, words="words"))
    step = {AdviceState.ASKED: "Beantwoord de vraag van een vrijwilliger"}
    if actor.is_a(Role.COORDINATOR):
        step = {AdviceState.ASKED: "Kijk of de vrijwilliger antwoord kreeg"}
        found.append(Pile("advice", "match", step, advices, about="match_id",
                          whose=f"match__{ASKER}"))  # fmt: skip
    else:
        mine = advices.filter(to_id=actor.person_id or 0)
        found.append(Pile("advice", "advice", step, mine, words="asked_at"))
    return found


def _of_stuck(actor: Actor) -> list[Pile]:
    found: list[Pile] = []
    if actor.is_a(Role.PROCESS_MANAGER):
        found.append(
            Pile(
                "escalation",
                "escalation",
                FOR_MANAGER,
                escalations(actor),
                words="question__kind",
                labels=KINDS,
                question="question_id",
            )
        )
    if actor.is_a(Role.CONTACT):
        open_ones = permits.READ_PARTY.narrow(Party.objects.filter(answered_at__isnull=True), actor)
        found.append(Pile("escalation", "decided_for_us", FOR_RESPONSIBLE, decisions(actor)))
        invited = {E.INVITED: "Denk mee: wat kan uw organisatie brengen?"}
        found.append(
            Pile("party", "partner", invited, open_ones, due="", column="escalation__state")
        )
    return found


def check_in_address(actor: Actor, check_in_id: int) -> str:
    """Where someone answers how it goes: the page her letter leads to."""
    rows = permits.READ_CHECK_IN.narrow(CheckIn.objects.all(), actor)
    return post.link("check_in", check_in_link(rows.get(pk=check_in_id)))


def wellbeing_address(actor: Actor, wellbeing_id: int) -> str:
    """Where a volunteer answers how she is."""
    rows = guidance.READ_WELLBEING.narrow(Wellbeing.objects.all(), actor)
    return post.link("wellbeing", wellbeing_link(rows.get(pk=wellbeing_id)))


def odd_job_address(actor: Actor, job_id: int) -> str:
    """Where a resident says whether a small job is good: the page the letter leads to."""
    return post.link("odd_job", odd_job_link(odd_job(actor, job_id)))


def advice_address(actor: Actor, advice_id: int) -> str:
    """Where a professional answers a volunteer."""
    rows = permits.READ_ADVICE.narrow(Advice.objects.all(), actor)
    return post.link("advice", advice_link(rows.get(pk=advice_id)))
