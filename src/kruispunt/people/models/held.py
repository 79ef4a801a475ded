"""Whom to call at an organisation hangs on a name, and goes to whoever takes over (D51)."""

from kruispunt.base.roles import Role
from kruispunt.base.taking_over import Held, held

held(
    Held(
        "Wie u belt bij de organisatie",
        Role.CONTACT,
        "people.organisation",
        "contact",
        words="name",
        organisation="pk",
    )
)
