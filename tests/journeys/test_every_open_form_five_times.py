"""Every form that asks nobody to sign in, pressed five times at the same moment: one deed.

Somebody who asks for help knows no account and no second try: a finger that trembles, a slow
telephone, a button that seems dead. Whoever holds a letter, or the link of an organisation, the
same. Which addresses there are is read from the street plan.
"""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.urls import get_resolver, path, reverse

from kruispunt.arrangements.models import CheckIn, Match, OddJob
from kruispunt.base.models import Letter
from kruispunt.desks.ui.door import for_everyone
from kruispunt.matching.models import Invitation
from kruispunt.people.models import Consent, Person
from kruispunt.questions.models import Question, Recording
from tests import voices
from tests.cast import MONDAY
from tests.desks.test_every_address_in_a_browser import case as town_with_a_case
from tests.desks.test_every_address_in_a_browser import letters
from tests.journeys.open_forms import FirstButton, Guest, LastButton, take_forms
from tests.journeys.test_every_form_five_times import (
    DONE,
    REFUSED,
    TIMES,
    deeds,
    last_line,
    rows,
    together,
)
from tests.matrix.test_addresses import numbers

pytestmark = pytest.mark.django_db(transaction=True)
case = town_with_a_case
# Pages on which one form leads to the next are pressed no longer than this.
MOST_FORMS = 12
A_YEAR = timedelta(days=365)


@pytest.fixture
def unanswered(case):
    """The same town in which everything that is asked in a letter still waits for its answer."""
    CheckIn.objects.update(state="asked", words="")
    OddJob.objects.update(state="done")
    Match.objects.update(state="proposed", place=None, resident_agreed_at=None)
    Consent.objects.update(state="given", answered_at=MONDAY, until=MONDAY.date() + A_YEAR)
    # One volunteer is asked whether she wants to; of the other it is the resident who is asked.
    asked = Invitation.objects.exclude(pk=case.row("invitation").pk).earliest("pk")
    Match.objects.filter(volunteering=asked.volunteering).update(state="declined")
    case.rows["invitation"] = [asked]
    return case


def ways_in(case) -> dict[str, str]:
    """Where each open form stands: at an address of its own, or behind the word in a letter."""
    words = {f"public:{name}": word for name, word in letters(case).items()}
    found = {name: reverse(name, args=[word]) for name, word in words.items()}
    for name in take_forms(get_resolver()):
        if not numbers(name):
            found[name] = reverse(name)
    found["public:choose_guide"] = reverse("public:choose_guide", args=[case.row("guide").pk])
    return found


def without_a_run(resolver, known) -> set[str]:
    """Addresses that take a form of somebody who is not signed in, and that nobody presses."""
    return take_forms(resolver) - set(known)


def pressed_in(guest, where, buttons, wrong):
    """Press each form of a page that shows itself in turn; how many of them did something."""
    seen, done = set(), 0
    for _ in range(MOST_FORMS):
        fresh = (
            (to or where, fields)
            for to, fields in buttons(guest.read(where)).found
            if (to, tuple(name for name, _ in fields), _verb(fields)) not in seen
        )
        to, fields = next(fresh, (None, None))
        if to is None:
            break
        seen.add(("" if to == where else to, tuple(name for name, _ in fields), _verb(fields)))
        done += press(guest, to, fields, wrong)
    return done


def _verb(fields):
    return dict(fields).get("verb")


def press(guest, where, fields, wrong, **more) -> bool:
    """Five fingers and one later: one answer, one deed at the most, and nothing kept twice."""
    before = last_line()
    answers = together(guest, where, fields, **more)
    counted, again = rows(), guest.send(where, fields, **more)
    said = f"{where} {[name for name, _ in fields]}: {dict(answers)}, {again}"
    if len(answers) > 1 or again not in answers:
        wrong.append(f"not one answer: {said}")
    if not {status for status, _ in answers} <= DONE | REFUSED | {200}:
        wrong.append(f"no answer: {said}")
    if len(deeds(before)) > 1:
        wrong.append(f"more than one deed: {said}")
    if rows() != counted:
        wrong.append(f"the same form again kept something: {said}")
    return bool(deeds(before))


def test_k5_every_open_form_is_in_the_run(case):
    assert without_a_run(get_resolver(), ways_in(case)) == set()


def test_an_open_form_that_nobody_presses_is_seen(case):
    @for_everyone
    def page(request, actor, word):
        return HttpResponse()

    class Desk:
        url_patterns = [path("nieuw/<str:word>/", page, name="leak")]

    assert without_a_run(Desk, ways_in(case)) == {"leak"}


@pytest.mark.parametrize("buttons", [FirstButton, LastButton])
def test_k5_every_open_form_pressed_five_times_at_once_is_one_deed(
    buttons, unanswered, live_server
):
    wrong, everywhere = [], ways_in(unanswered)
    idle = [
        name
        for name in sorted(take_forms(get_resolver()))
        if not pressed_in(Guest(live_server.url), everywhere[name], buttons, wrong)
    ]
    assert wrong == [], "\n".join(wrong)
    assert idle == [], f"nothing on these pages did anything: {', '.join(idle)}"


@pytest.mark.parametrize(("spoils", "questions"), [({}, 1), ({"phone": ""}, 0)])
def test_d3_k5_a_spoken_question_pressed_five_times_at_once_is_one_question(
    spoils, questions, case, live_server
):
    """Also when the form was not whole yet: then it is put aside once, and nobody speaks twice."""
    guest, where, wrong = Guest(live_server.url), reverse("public:ask"), []
    [(_, said)] = FirstButton(guest.read(where)).found
    fields = [one for one in said if one[0] != "words" and one[0] not in spoils]
    before = Question.objects.count(), Recording.objects.count()

    did = press(guest, where, fields, wrong, files=[("spoken", voices.wav())])

    assert (wrong, did) == ([], True)
    assert Question.objects.count() - before[0] == questions
    assert Recording.objects.count() - before[1] == 1


def test_k5_a_forgotten_password_asked_for_five_times_at_once_is_one_letter(wim, live_server):
    cache.clear()  # how often an address was asked about by other tests a moment ago
    wim.browser()
    Person.objects.filter(pk=wim.person.pk).update(email="wim@voorbeeld.nl")
    guest, where = Guest(live_server.url), "/account/password/reset/"
    [(_, said)] = FirstButton(guest.read(where)).found
    fields = [(name, "wim@voorbeeld.nl" if name == "email" else value) for name, value in said]

    assert set(together(guest, where, fields)) == {(302, f"{where}done/")}
    assert Letter.objects.filter(to_person_id=wim.person.pk).count() == 1


def test_without_its_key_an_open_form_is_seen_to_act_more_than_once(merwedam, live_server):
    """The tests above can fail: they count deeds, and here there are six."""
    guest, where, wrong = Guest(live_server.url), reverse("public:ask"), []
    [(_, said)] = FirstButton(guest.read(where)).found
    press(guest, where, [one for one in said if one[0] != "form_key"], wrong)
    assert any("more than one deed" in one for one in wrong)
    assert Question.objects.count() == TIMES + 1
