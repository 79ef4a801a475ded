"""The roles someone can sit in: one word per role, for permits, seats and the matrix alike."""

from django.db.models import TextChoices


class Role(TextChoices):
    """A chair at the table; who sits in it, for which organisation and until when is a seat."""

    RESIDENT = "resident", "Inwoner"
    CARER = "carer", "Mantelzorger"
    VOLUNTEER = "volunteer", "Vrijwilliger"
    AMBASSADOR = "ambassador", "Wijkambassadeur"
    WORKER = "worker", "Startpuntmedewerker"
    COORDINATOR = "coordinator", "Maatjescoördinator"
    REGISTRAR = "registrar", "Beheer vrijwilligersbestand"
    CONTACT = "contact", "Contactpersoon instelling"
    TEAM_MEMBER = "team_member", "Wijkteamlid"
    PROCESS_MANAGER = "process_manager", "Procesmanager"
    WMO_ADVISOR = "wmo_advisor", "Wmo-adviseur"
    PROVIDER = "provider", "Zorgaanbieder"
    COACH = "coach", "Welzijnscoach"
    GUIDE = "guide", "Meedenker"
    GUIDE_COORDINATOR = "guide_coordinator", "Coördinator meedenkers"
    SAFETY_OFFICER = "safety_officer", "Aandachtsfunctionaris"
    SCHOOL = "school", "School of stagebegeleider"
    WORK_COACH = "work_coach", "Werkcoach"
    TRAINER = "trainer", "Trainer"
    POLICY = "policy", "Beleid en monitor"
    TECHNICIAN = "technician", "Technisch beheer"
    PRIVACY_OFFICER = "privacy_officer", "Privacy officer"


SYSTEM = "system"

# Roles from which one reads how someone is, also about health: such a seat asks for two people to
# give it (S27).
READS_HEALTH = frozenset(
    {
        Role.WORKER,
        Role.COORDINATOR,
        Role.CONTACT,
        Role.WMO_ADVISOR,
        Role.PROVIDER,
        Role.COACH,
        Role.GUIDE,
        Role.SAFETY_OFFICER,
    }
)
# Roles that read what others told in confidence, or that change who may: a password alone is not
# enough for them (ROL-04, S10).
SECOND_FACTOR_FOR = frozenset(
    {
        Role.WORKER,
        Role.COORDINATOR,
        Role.REGISTRAR,
        Role.CONTACT,
        Role.TEAM_MEMBER,
        Role.PROCESS_MANAGER,
        Role.WMO_ADVISOR,
        Role.PROVIDER,
        Role.COACH,
        Role.GUIDE,
        Role.GUIDE_COORDINATOR,
        Role.SAFETY_OFFICER,
        Role.TECHNICIAN,
        Role.PRIVACY_OFFICER,
    }
)
