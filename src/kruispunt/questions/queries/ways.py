"""Which ways to an answer suit a question now, and which rule closes one: buttons ask the same."""

from kruispunt.core import triage as rules
from kruispunt.questions.models import Question
from kruispunt.questions.models.question import SelfReliance

TALK_FIRST = "Praat eerst met de inwoner over de koppeling die stopte."
FOR_THE_TEAM = "Een vraag over de buurt gaat naar het wijkteam."
PROFESSIONAL_LEADS = "Bij deze vraag leidt een beroepskracht. Zoek een combinatie."
INSTEAD = {FOR_THE_TEAM: "hand_to_team", PROFESSIONAL_LEADS: "combine"}


def closed_by(question: Question, verb: str) -> str:
    """The rule that closes this way for now, in a sentence; empty when the way is open."""
    if verb not in {"search", "combine"}:
        return ""
    if question.talk_due:  # after a match that ended early we talk before anyone new (MAT-07)
        return TALK_FIRST
    return _suits_no_volunteer_alone(question) if verb == "search" else ""


def _suits_no_volunteer_alone(question: Question) -> str:
    if question.kind and rules.goes_to_the_neighbourhood_team([question.kind]):
        return FOR_THE_TEAM
    if question.formal_leads or not rules.informal_only_allowed(
        self_reliance=question.self_reliance or SelfReliance.FULL,
        professional_first=question.professional_first,
    ):
        return PROFESSIONAL_LEADS
    return ""


def instead_of_searching(question: Question) -> str:
    """Which verb comes first where one does not simply look for a volunteer; mostly none."""
    return INSTEAD.get(_suits_no_volunteer_alone(question), "")
