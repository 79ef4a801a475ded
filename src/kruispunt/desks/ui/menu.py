"""Which doors each role finds at the top of a page, and where home is."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from kruispunt.base.roles import Role


@dataclass(frozen=True, slots=True)
class Link:
    """A word and where it leads."""

    label: str
    address: str
    here: bool = False


# Whoever works here begins at her work; a neighbour at his own page, with this beside it.
MY_WORK = ("Mijn werk", "work:home")
TO_DO = (gettext_noop("Nu te doen"), "work:home")
NEIGHBOURS = (Role.VOLUNTEER, Role.RESIDENT, Role.CARER)
OWN_PAGES = (
    (gettext_noop("Mijn vragen"), "resident:home"),
    (gettext_noop("Mijn gegevens"), "resident:data"),
)
DESKS: dict[str, tuple[tuple[str, str], ...]] = {
    Role.WORKER: (
        ("Vragen", "startpunt:inbox"),
        ("Koppelingen", "startpunt:matches"),
        ("Vrijwilligers", "startpunt:volunteers"),
        ("Bellen", "startpunt:calls"),
        ("Matchronde", "startpunt:rounds"),
        ("Signalen", "startpunt:signals"),
        ("Inloop", "startpunt:walk_ins"),
        ("Samen doen", "startpunt:gatherings"),
        ("Klussen", "startpunt:odd_jobs"),
        ("Mantelzorgers", "startpunt:carers"),
        ("Cijfers", "steering:home"),
        ("Lijsten inlezen", "imports:home"),
    ),
    Role.COORDINATOR: (
        ("Vragen", "startpunt:inbox"),
        ("Koppelingen", "startpunt:matches"),
        ("Klussen", "startpunt:odd_jobs"),
        ("Vroege signalen", "startpunt:early_signs"),
        ("Begeleiding", "startpunt:work"),
        ("Vrijwilligers", "startpunt:volunteers"),
        ("Bellen", "startpunt:calls"),
        ("Matchronde", "startpunt:rounds"),
        ("Cijfers", "steering:home"),
        ("Lijsten inlezen", "imports:home"),
        ("Trainingen", "startpunt:courses"),
        ("Intervisie", "startpunt:intervision"),
    ),
    Role.REGISTRAR: (
        ("Vrijwilligers", "startpunt:volunteers"),
        ("Bellen", "startpunt:calls"),
        ("Lijsten inlezen", "imports:home"),
        ("Trainingen", "startpunt:courses"),
        ("Intervisie", "startpunt:intervision"),
    ),
    Role.PROCESS_MANAGER: (
        ("Wat vastloopt", "process:home"),
        ("Knelpunten", "process:bottlenecks"),
        ("Nieuwe diensten", "process:developments"),
        ("Partners", "process:partners"),
        ("Termijnen", "process:lengths"),
        ("Cijfers", "steering:home"),
    ),
    Role.SAFETY_OFFICER: (("Zorgen", "safety:home"),),
    Role.POLICY: (("Cijfers", "steering:home"),),
    Role.CONTACT: (
        ("Voor uw organisatie", "partner:home"),
        ("Iets doorgeven", "ambassador:notice"),
        ("Ambassadeur voordragen", "ambassador:nominate"),
    ),
    Role.PROVIDER: (
        ("Trajecten", "partner:trajectories"),
        ("Ambassadeur voordragen", "ambassador:nominate"),
    ),
    Role.COACH: (
        ("Trajecten", "partner:trajectories"),
        ("Ambassadeur voordragen", "ambassador:nominate"),
    ),
    Role.WMO_ADVISOR: (("Trajecten", "partner:trajectories"),),
    Role.TEAM_MEMBER: (
        ("Over de buurt", "neighbourhood:home"),
        ("Ambassadeur voordragen", "ambassador:nominate"),
    ),
    Role.AMBASSADOR: (
        ("Uw straat", "ambassador:home"),
        ("Op bezoek", "ambassador:visit"),
        ("Iets doorgeven", "ambassador:notice"),
    ),
    Role.VOLUNTEER: (("Mijn week", "volunteer:home"), ("Mijn gegevens", "resident:data")),
    Role.RESIDENT: OWN_PAGES,
    Role.CARER: OWN_PAGES,
    Role.PRIVACY_OFFICER: (
        ("Privacy", "privacy:home"),
        ("Alle inzagen", "privacy:looks"),
        ("Register", "privacy:register"),
        ("Sleutels", "privacy:keys"),
        ("Meekijken", "technician:requests"),
        ("Bewaren en weggooien", "privacy:keeping"),
    ),
    Role.TRAINER: (
        ("Trainingen", "startpunt:courses"),
        ("Intervisie", "startpunt:intervision"),
    ),
    Role.SCHOOL: (("Mijn leerlingen", "school:home"),),
    Role.WORK_COACH: (("Aan u gegeven", "workcoach:home"),),
    Role.TECHNICIAN: (("Wie zit waar", "technician:home"), ("Meekijken", "technician:requests")),
    Role.GUIDE: (("Meedenken", "volunteer:guiding"),),
    Role.GUIDE_COORDINATOR: (("Meedenkers", "partner:guides"),),
}
GUEST = (
    (gettext_noop("Ik zoek hulp"), "public:ask"),
    (gettext_noop("Ik wil iets doen"), "public:give"),
    (gettext_noop("In de buurt"), "public:map"),
    (gettext_noop("Inloggen"), "account_login"),
)
EVERYONE = ((gettext_noop("In de buurt"), "public:map"),)
SMALL_PRINT = (
    (gettext_noop("Uw privacy"), "public:privacy"),
    (gettext_noop("Wat wij bewaren"), "public:kept"),
    (gettext_noop("Toegankelijkheid"), "public:accessibility"),
)


@dataclass(frozen=True, slots=True)
class Menu:
    """What stands at the top of a page in one row, and what opens below it."""

    links: list[Link]
    more: list[Link]

    @property
    def more_is_here(self) -> bool:
        """The page one is on lies below."""
        return any(link.here for link in self.more)


IN_ONE_ROW, BEFORE_MORE = 7, 5


def menu(roles: Iterable[str], here: str) -> Menu:
    """The links of all someone's roles, each once, in the order of the table."""
    links = every_link(roles, here)
    first = len(links) if len(links) <= IN_ONE_ROW else BEFORE_MORE
    return Menu(links[:first], links[first:])


def every_link(roles: Iterable[str], here: str) -> list[Link]:
    """All doors of someone's roles, each once."""
    held = set(roles)
    lines = [line for role, lines in DESKS.items() if role in held for line in lines]
    if not held:
        lines = list(GUEST)
    elif held & set(NEIGHBOURS):
        lines = [*lines, TO_DO, *EVERYONE]
    else:
        lines = [MY_WORK, *lines, *EVERYONE]
    return _links(dict.fromkeys(lines), here)


def small_print() -> list[Link]:
    return _links(SMALL_PRINT, "")


def word_for_work(roles: Iterable[str]) -> str:
    """What the page with everything to do is called: a neighbour does not work here."""
    return (TO_DO if set(roles) & set(NEIGHBOURS) else MY_WORK)[0]


def home(roles: Iterable[str]) -> str:
    """Where someone lands after signing in."""
    held = set(roles)
    if not held:
        return reverse("public:home")
    neighbour = next((role for role in NEIGHBOURS if role in held), None)
    return reverse(DESKS[neighbour][0][1] if neighbour else MY_WORK[1])


def _links(lines: Iterable[tuple[str, str]], here: str) -> list[Link]:
    addresses = [(gettext(label), reverse(name)) for label, name in lines]
    return [Link(label, address, here == address) for label, address in addresses]
