"""Whatever address there is, somebody who may come in looks at it: on a desktop and on a phone."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import get_resolver, resolve, reverse

from kruispunt.arrangements import queries as answers
from kruispunt.arrangements.models import Enrolment
from kruispunt.arrangements.queries import footing, guidance, intervision, odd_jobs, places
from kruispunt.arrivals.models import Import
from kruispunt.base import post
from kruispunt.base.models import Account
from kruispunt.base.roles import Role
from kruispunt.desks.ui import menu, policy
from kruispunt.matching import queries as invitations
from kruispunt.offers.models import Activity, Course, Gathering
from kruispunt.offers.queries import in_touch
from kruispunt.people.models import AccountAsk, Seat
from kruispunt.people.queries import accounts
from kruispunt.questions.queries import neighbourhood
from kruispunt.safety.models import Incident
from tests.browser import DESKTOP, PHONE, complaints, laid_out_wrong, too_small
from tests.cast import MONDAY
from tests.house.test_addresses import addresses
from tests.matrix import town
from tests.matrix.test_addresses import NOBODY, SEEN_BY, numbers
from tests.matrix.test_addresses import browser as seated

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# The noun of the row in an address, by the number there, or else by the whole address.
ROWS = {
    **{number: noun for number, (noun, _) in SEEN_BY.items()},
    "case_id": "carer_case",
    "concern_id": "concern",
    "contact_id": "guide_contact",
    "course_id": "course",
    "gathering_id": "gathering",
    "guide_id": "guide",
    "import_id": "import",
    "incident_id": "incident",
    "seat_id": "seat",
}
OTHERWISE = {
    "startpunt:enrolment": "enrolment",
    "work:check_in": "check_in",
    "work:wellbeing": "wellbeing",
    "work:footing": "footing",
    "work:place": "enrolment",
    "work:advice": "advice",
}
# Words in an address that name no row.
SAID = {"code": "volhoudtijd", "name": "question.new", "day": "2026-12-01"}
# Numbers of rows without a page of their own.
BUTTONS = {"entry_id", "hold_id", "holder_id", "outing_id", "row_id"}
# A file to keep, a sound to hear, and a door that leads on to the page of one's own.
NOT_A_PAGE = {
    "imports:bad_rows",
    "privacy:register_file",
    "public:desk",
    "resident:download",
    "resident:listen",
    "sit",
    "startpunt:listen",
    "work:days_file",
    "work:rhythm_file",
}
OURS = sorted(set(addresses(get_resolver())) - set(policy.OPEN) - NOT_A_PAGE)
SPREAD = "document.querySelectorAll('details').forEach(one => one.open = true)"
LINKS = "[...document.querySelectorAll('main a[href^=\"/\"]')].map(one => one.pathname)"
DOORS = ".menu > li > .menu__link, .menu__more > .menu__link"
TOPS = f"[...new Set([...document.querySelectorAll('{DOORS}')].map(one => one.offsetTop))]"


@pytest.fixture
def case(db):
    """One question with everything around it, and what more there is in a neighbourhood."""
    found = town.build()["own"]
    found.municipality.phone = "0183 555 000"
    found.municipality.save()
    organisation = found.row("organisation")
    near = {"organisation": organisation, "neighbourhood": found.area}
    club = found.keep("activity", Activity, name="Samen eten", kinds=["EETCLUB"], **near,
                      state_since=MONDAY)  # fmt: skip
    found.keep("enrolment", Enrolment, arrangement=found.row("arrangement"), activity=club,
               meets=["EETCLUB"], state="offered", state_since=MONDAY, asked_at=MONDAY,
               offered_at=MONDAY, due_on=MONDAY.date())  # fmt: skip
    found.keep("gathering", Gathering, name="Burendag", sort="collective", kinds=["EETCLUB"],
               **near, state_since=MONDAY, on=MONDAY.date() + timedelta(days=60))  # fmt: skip
    found.keep("course", Course, title="Luisteren", on=MONDAY.date() + timedelta(days=60),
               state_since=MONDAY)  # fmt: skip
    found.keep("incident", Incident, reported_by=found.people[Role.WORKER],
               happened_on=MONDAY.date(), words="Een vaas viel om", damage="Een vaas",
               reported_at=MONDAY)  # fmt: skip
    found.keep("import", Import, kind="volunteers", file_name="lijst.csv", seal="0" * 64,
               brought_by=found.people[Role.WORKER], brought_at=MONDAY,
               state_since=MONDAY)  # fmt: skip
    seat = found.keep("seat", Seat, user=Account.objects.create(email="wim@voorbeeld.nl"),
               person=found.people[Role.WORKER], role=Role.WORKER, since=MONDAY.date())  # fmt: skip
    found.keep("account_ask", AccountAsk, account=seat.user, seat=seat, person=seat.person,
               answer_by=MONDAY.date(), state_since=MONDAY)  # fmt: skip
    return found


def wrong_with(page) -> list[str]:
    """What nobody should have to put up with on this page, with everything unfolded."""
    page.set_viewport_size(DESKTOP)
    page.evaluate(SPREAD)
    wrong = complaints(page) + too_small(page)
    page.set_viewport_size(PHONE)
    return wrong + too_small(page) + laid_out_wrong(page)


def leads_nowhere(page, role: str) -> list[str]:
    """Links to a page at which this role finds nothing: what may not be seen is not offered."""
    named = {path: resolve(path).view_name for path in set(page.evaluate(LINKS))}
    return [
        f"leads to nothing: {path}"
        for path, name in sorted(named.items())
        if name not in policy.OPEN and not policy.may_come_in(name, frozenset({role}))
    ]


def address(name: str, case) -> str:
    nouns = {number: OTHERWISE.get(name) or ROWS.get(number) for number in numbers(name)}
    found = {number: case.row(noun).pk if noun else NOBODY for number, noun in nouns.items()}
    more = {number: said for number, said in SAID.items() if number in nouns}
    return reverse(name, kwargs=found | more)


class Audience:
    """Everyone of the case, each behind a screen as soon as she is called on."""

    def __init__(self, case, browser, site):
        self.case, self.browser, self.site = case, browser, site
        self.clients, self.pages = {}, {}

    def first_reader(self, name: str):
        """The first role that finds a page at this address; None when it only does something."""
        statuses = set()
        for role in Role.values:
            if not policy.may_come_in(name, frozenset({role})):
                continue
            if role not in self.clients:
                self.clients[role] = seated({"own": self.case}, role)
            status = self.clients[role].get(address(name, self.case)).status_code
            if status == 200:
                return role
            statuses.add(status)
        assert statuses & {302, 405}, f"nobody finds {name}: {statuses}"
        return None

    def page_of(self, role: str):
        if role not in self.pages:
            context = self.browser.new_context(base_url=self.site, locale="nl-NL")
            key = self.clients[role].cookies[settings.SESSION_COOKIE_NAME].value
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": key, "url": self.site}
            context.add_cookies([cookie])
            self.pages[role] = context.new_page()
        return self.pages[role]

    def leave(self):
        for page in self.pages.values():
            page.context.close()


@pytest.fixture
def audience(case, browser, live_server, monkeypatch):
    # A page that loads itself again while it is looked at would leave nothing to look at.
    monkeypatch.setattr("kruispunt.desks.imports.views.LOOK_AGAIN", "3600")
    found = Audience(case, browser, live_server.url)
    yield found
    found.leave()


@pytest.mark.parametrize("desk", sorted({name.partition(":")[0] for name in OURS}))
def test_every_page_of_a_desk_has_been_looked_at(desk, audience, case):
    found = {}
    for name in OURS:
        if name.partition(":")[0] != desk or "verb" in numbers(name):
            continue  # with a verb behind it, it is the same page
        role = None if is_a_button(name) else audience.first_reader(name)
        if role is not None:
            page = audience.page_of(role)
            page.goto(address(name, case))
            found[f"{name} ({role})"] = wrong_with(page) + leads_nowhere(page, role)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def is_a_button(name: str) -> bool:
    """Whether this address only does something: its number is that of a row without a page."""
    return bool(BUTTONS & set(numbers(name))) and name not in OTHERWISE


@pytest.mark.parametrize("role", Role.values)
def test_everyones_day_begins_with_a_page_and_a_menu_of_one_row_or_two_on_a_phone(role, audience):
    audience.clients[role] = seated({"own": audience.case}, role)
    page = audience.page_of(role)
    page.goto("/werk/")
    assert wrong_with(page) == []
    for size, rows in ((DESKTOP, 1), (PHONE, 2)):
        page.set_viewport_size(size)
        tops = page.evaluate(TOPS)
        assert len(tops) <= rows, f"{len(tops)} rows of doors"


@pytest.mark.parametrize("role", Role.values)
def test_behind_every_door_of_a_role_nothing_falls_off_and_nothing_leads_nowhere(role, audience):
    """All pages that the menu of a role leads to, on a desktop and on a phone."""
    audience.clients[role] = seated({"own": audience.case}, role)
    page, found = audience.page_of(role), {}
    for link in menu.every_link({role}, "/"):
        assert page.goto(link.address).ok, link.address
        page.evaluate(SPREAD)
        found[link.address] = laid_out_wrong(page) + leads_nowhere(page, role)
    assert {where: wrong for where, wrong in found.items() if wrong} == {}


def test_what_falls_off_sticks_out_or_has_nothing_under_it_is_seen(browser):
    page = browser.new_page()
    page.set_content(
        "<main><h2>Leeg</h2><h2>Vol</h2><p style='inline-size: 3000px'>Ver weg</p>"
        "<button style='inline-size: 2rem'>Onafscheidelijkheid</button></main>"
    )
    wrong = laid_out_wrong(page)
    page.close()
    assert [one.partition(":")[0] for one in wrong[:3]] == [
        "sideways at 1280", "sticks out", "a heading above nothing",
    ]  # fmt: skip


def letters(case):
    """Every page that is opened with the word in a letter, by its name."""
    organisation = case.row("organisation")
    return {
        "invitation": invitations.link(case.row("invitation")),
        "proposal": answers.link(case.row("match")),
        "referral": answers.referral_link(case.row("referral")),
        "party": answers.party_link(case.row("party")),
        "check_in": answers.check_in_link(case.row("check_in")),
        "footing": footing.footing_link(case.row("footing")),
        "wellbeing": guidance.wellbeing_link(case.row("wellbeing")),
        "advice": answers.advice_link(case.row("advice")),
        "intervision": intervision.attendance_link(case.row("attendance")),
        "letter": post.word(case.row("letter")),
        "reach": post.word(case.row("letter")),
        "account": accounts.link_of(case.row("account_ask")),
        "profile": in_touch.profile_link(case.row("volunteering")),
        "how_was_it": odd_jobs.odd_job_link(case.row("odd_job")),
        "place": places.place_link(case.row("enrolment")),
        "my_guide": answers.guide_link(case.row("guide_contact")),
        "pass_on": neighbourhood.signal_link(organisation.pk),
        "practice": neighbourhood.signal_link(organisation.pk),
    }


def test_every_letter_opens_a_page_that_anyone_can_read(case, browser, live_server):
    page = browser.new_context(base_url=live_server.url, locale="nl-NL").new_page()
    words = letters(case)
    with_a_word = {
        name.partition(":")[2]
        for name in policy.OPEN
        if name.startswith("public:") and "word" in numbers(name)
    }
    assert with_a_word == set(words)

    found = {}
    for name, word in words.items():
        page.goto(reverse(f"public:{name}", args=[word]))
        found[name] = wrong_with(page)
    page.context.close()
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
