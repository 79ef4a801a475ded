"""Every form of every desk, pressed five times at the same moment: one deed, and one answer.

An impatient click, a browser that tries again, a double tap: the same form comes in many times at
once. The forms are those of the pages themselves, filled in as a visitor would, and sent over HTTP
to a running site.
"""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from http.client import HTTPConnection
from threading import Barrier
from urllib.parse import urlencode, urlsplit

import pytest
from django.apps import apps
from django.conf import settings

from kruispunt.base.models import JournalLine
from kruispunt.base.roles import Role
from kruispunt.desks.ui import policy
from tests.desks.test_every_address_in_a_browser import OTHERWISE, OURS, ROWS, SAID, address, case
from tests.matrix.test_addresses import browser as seated
from tests.matrix.test_addresses import numbers

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 5
DONE = {302}
REFUSED = {409, 422}
ANSWERS = {
    "date": "2026-05-12", "number": "1", "time": "10:00", "email": "iemand@voorbeeld.nl",
    "tel": "0612345678", "datetime-local": "2026-05-12T10:00", "search": "wandelen",
}  # fmt: skip
WORDS = "Samen naar buiten"
# Who leaves, leaves: a second press finds nobody signed in.
LEAVES = {"/uitloggen/"}
case = case  # noqa: PLW0127 - the question with everything around it, as a fixture here too


class Forms(HTMLParser):
    """The forms of a page that do something, as a visitor would send them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str]]]] = []
        self.form = self.choice = self.text = None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.begin(given)
        elif self.form is not None and "disabled" not in given:
            self.field(tag, given.get("name", ""), given)

    def begin(self, given):
        self.form = None
        if given.get("method", "").lower() == "post":
            self.form = (given.get("action", ""), [])
            self.found.append(self.form)

    def field(self, tag, name, given):
        if tag == "option" and self.choice and given.get("value") and not self.taken(self.choice):
            self.form[1].append((self.choice, given["value"]))
        elif tag == "select":
            self.choice = name
        elif tag == "textarea":
            self.form[1].append((name, WORDS))
        elif tag == "button" and name and not self.taken(name):
            self.form[1].append((name, given.get("value", "")))
        elif tag == "input" and name:
            self.fill(name, given)

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.choice = None

    def fill(self, name, given):
        sort = given.get("type", "text")
        if sort in {"radio", "checkbox"}:
            if not self.taken(name):
                self.form[1].append((name, given.get("value", "on")))
        elif sort == "hidden":
            self.form[1].append((name, given.get("value", "")))  # a visitor does not write in it
        elif sort not in {"file", "submit"}:
            self.form[1].append((name, given.get("value") or ANSWERS.get(sort, WORDS)))

    def taken(self, name):
        return any(name == other for other, _ in self.form[1])


class Visitor:
    """Somebody who is signed in, with a browser of her own."""

    def __init__(self, site, client):
        self.site, self.client = urlsplit(site).netloc, client
        self.account = int(client.session["_auth_user_id"])

    def read(self, where):
        answer = self.client.get(where)
        return answer.content.decode() if answer.status_code == 200 else ""

    def send(self, where, fields):
        names = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
        cookie = "; ".join(f"{name}={self.client.cookies[name].value}" for name in names)
        line = HTTPConnection(self.site, timeout=60)
        kind = "application/x-www-form-urlencoded"
        line.request("POST", where, urlencode(fields), {"Content-Type": kind, "Cookie": cookie})
        answer = line.getresponse()
        answer.read()
        line.close()
        return answer.status, answer.getheader("Location")


def together(visitor, where, fields, **more):
    """Five fingers press at the same moment."""
    start = Barrier(TIMES)

    def press(_):
        start.wait(timeout=60)
        return visitor.send(where, fields, **more)

    with ThreadPoolExecutor(TIMES) as fingers:
        return Counter(fingers.map(press, range(TIMES)))


def rows():
    """How many rows there are of everything but who is signed in and who looked."""
    left_out = {"sessions.session", "base.journalline", "base.journalhead", "base.once"}
    return {
        model._meta.label_lower: model._default_manager.count()
        for model in apps.get_models()
        if model._meta.label_lower not in left_out and model._meta.managed
    }


def deeds(after):
    """The moments at which something was done, looking not counted."""
    lines = JournalLine.objects.filter(pk__gt=after).exclude(verb__contains="look")
    return set(lines.values_list("written_at", flat=True))


def last_line():
    return JournalLine.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def forms_of(name, case, visitors):
    """The forms on the page at an address, with somebody who may come in there."""
    if any(number not in ROWS | SAID and name not in OTHERWISE for number in numbers(name)):
        return  # only does something: its button stands on the page of its row
    for role in Role.values:
        if not policy.may_come_in(name, frozenset({role})):
            continue
        if page := visitors(role).read(address(name, case)):
            for where, fields in Forms(page).found:
                yield role, where or address(name, case), fields


@pytest.fixture
def visitors(case, live_server):
    known = {}

    def visitor(role):
        if role not in known:
            known[role] = Visitor(live_server.url, seated({"own": case}, role))
        return known[role]

    return visitor


@pytest.mark.parametrize("desk", sorted({name.partition(":")[0] for name in OURS}))
def test_every_form_pressed_five_times_at_once_is_one_deed_with_one_answer(desk, case, visitors):
    pressed, done, wrong, seen = 0, 0, [], set()
    for name in (name for name in OURS if name.partition(":")[0] == desk):
        for role, where, fields in list(forms_of(name, case, visitors)):
            what = (where, tuple(field for field, _ in fields))
            if where in LEAVES or what in seen:
                continue
            seen.add(what)
            before = last_line()
            answers = together(visitors(role), where, fields)
            counted = rows()
            again = visitors(role).send(where, fields)
            pressed, statuses = pressed + 1, {status for status, _ in answers}
            done += bool(statuses & DONE)
            said = f"{role} {where} {[field for field, _ in fields]}: {dict(answers)}, {again}"
            if len(answers) > 1 or again not in answers:
                wrong.append(f"not one answer: {said}")
            if not statuses | {again[0]} <= DONE | REFUSED | {200}:
                wrong.append(f"not one answer: {said}")
            if len(deeds(before)) > 1:
                wrong.append(f"more than one deed: {said}")
            if rows() != counted:
                wrong.append(f"the same form again kept something: {said}")

    assert not wrong, "\n".join(wrong)
    assert done or not pressed


def test_without_its_key_the_same_form_is_seen_to_act_more_than_once(case, visitors):
    """The test above can fail: it counts deeds, and here there are five."""
    forms = forms_of("ambassador:notice", case, visitors)
    role, where, fields = next(form for form in forms if len(form[2]) > len(("word", "key")))
    loose = [(name, value) for name, value in fields if name != "form_key"]
    before = last_line()
    together(visitors(role), where, loose)
    assert len(deeds(before)) == TIMES
