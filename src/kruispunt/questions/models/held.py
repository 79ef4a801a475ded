"""Which questions hang on somebody by name, and go to whoever takes over (D51)."""

from django.db.models import Q

from kruispunt.base.roles import Role
from kruispunt.base.taking_over import Held, held
from kruispunt.questions.states import ENDED
from kruispunt.questions.states.liveability import LiveabilityState

held(
    Held(
        "Vragen",
        Role.WORKER,
        "questions.question",
        "worker",
        ~Q(state__in=sorted(ENDED)),
        where="question",
        words="asked_by__given_name",
    ),
    Held(
        "Over de buurt",
        Role.TEAM_MEMBER,
        "questions.liveability",
        "taken_by",
        ~Q(state=LiveabilityState.FED_BACK),
        where="liveability",
        words="words",
    ),
)
