"""Which entries and trainings hang on somebody by name, and go to whoever takes over (D51)."""

from django.db.models import Q

from kruispunt.base.roles import Role
from kruispunt.base.taking_over import Held, held
from kruispunt.offers.states import CourseState

held(
    *(
        Held(label, Role.CONTACT, model, "contact", words="name", organisation="organisation_id")
        for label, model in (
            ("Diensten op de sociale kaart", "offers.service"),
            ("Activiteiten op de sociale kaart", "offers.activity"),
        )
    ),
    Held(
        "Trainingen",
        Role.TRAINER,
        "offers.course",
        "trainer",
        ~Q(state=CourseState.COMPLETED),
        where="course",
        words="title",
    ),
)
