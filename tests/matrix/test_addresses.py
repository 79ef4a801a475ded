"""Every address, asked by everyone about every case, over HTTP: the answer is what was agreed.

Who comes in is the table of the doors (desks/ui/policy.py); which rows are there for her, the
permit named below says. Of what she may not see she learns nothing: not even that it is there.
"""

import os
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from kruispunt.base.models import Account
from kruispunt.base.permits import REGISTER
from kruispunt.base.roles import Role
from kruispunt.desks.ui import policy
from kruispunt.people.models import Seat
from tests.house import printed
from tests.house.test_addresses import addresses
from tests.matrix import blocked, town

printed.permits()
pytestmark = pytest.mark.django_db
NOBODY = 987_654_321
METHODS = ("GET", "POST")
SHOWN = {200, 302, 403}
DONE = {200, 302, 403, 409, 422}
ANSWERS = Path(__file__).parent / "answers"
HOW = "KRUISPUNT_PRINT=yes pytest tests/matrix/test_addresses.py prints it; read what it says"
# By which permit a row is there for someone, by the number in the address.
SEEN_BY = {
    "activity_id": ("activity", "offers.read_entry"),
    "check_in_id": ("check_in", "arrangements.read_check_in"),
    "wellbeing_id": ("wellbeing", "arrangements.read_wellbeing"),
    "case_id": ("carer_case", "arrangements.read_carer"),
    "concern_id": ("concern", "safety.see"),
    "contact_id": ("guide_contact", "arrangements.read_guide_contact"),
    "course_id": ("course", "offers.note_attendance"),
    "guide_id": ("guide", "offers.keep_guide"),
    "handover_id": ("handover", "people.read_handover"),
    "bottleneck_id": ("bottleneck", "arrangements.read_learning"),
    "development_id": ("development", "arrangements.read_learning"),
    "mandate_id": ("mandate", "arrangements.read_partner"),
    "table_id": ("table", "arrangements.read_partner"),
    "promise_id": ("promise", "arrangements.read_partner"),
    "organisation_id": ("organisation", "people.read_organisation"),
    "consent_id": ("consent", "people.read_consent"),
    "escalation_id": ("escalation", "arrangements.read_escalation"),
    "other_id": ("signal", "questions.read_signal"),
    "evaluation_id": ("evaluation", "arrangements.read_evaluation"),
    "farewell_id": ("farewell", "arrangements.say_farewell"),
    "goal_id": ("goal", "arrangements.read_goal"),
    "invitation_id": ("invitation", "matching.read"),
    "group_id": ("intervision_group", "arrangements.lead_group"),
    "meeting_id": ("intervision_meeting", "arrangements.lead_meeting"),
    "member_id": ("intervision_member", "arrangements.read_member"),
    "attendance_id": ("attendance", "arrangements.read_attendance"),
    "nomination_id": ("nomination", "people.read_nomination"),
    "ambassador_id": ("ambassador_seat", "people.read_ears"),
    "knowledge_id": ("knowledge", "offers.keep_knowledge"),
    "household_id": ("household", "people.read_household"),
    "housemate_id": ("housemate", "people.read_housemate"),
    "job_id": ("odd_job", "arrangements.read_odd_job"),
    "letter_id": ("letter", "post.read"),
    "line_id": ("round_line", "matching.round_line"),
    "liveability_id": ("liveability", "questions.read_liveability"),
    "match_id": ("match", "arrangements.read_match"),
    "person_id": ("person", "people.choose_channel"),
    "part_id": ("own_help", "arrangements.read_part"),
    "question_id": ("question", "questions.read"),
    "recording_id": ("recording", "questions.listen"),
    "referral_id": ("referral", "arrangements.read_referral"),
    "request_id": ("right", "people.read_right"),
    "signal_id": ("signal", "questions.read_signal"),
    "step_id": ("step", "arrangements.read_step"),
    "trajectory_id": ("trajectory", "arrangements.read_trajectory"),
    "unsent_id": ("unsent", "unsent.own"),
    "volunteering_id": ("volunteering", "offers.read"),
}
OTHERWISE = {
    ("partner:carry_out", "escalation_id"): ("decision", "arrangements.read_decision"),
    ("process:emergency", "question_id"): ("question", "questions.glance"),
    ("startpunt:consents", "person_id"): ("person", "people.read"),
    ("startpunt:time_match", "row_id"): ("match", "arrangements.read_match"),
    ("startpunt:time_question", "row_id"): ("question", "questions.read"),
    ("work:advice", "row_id"): ("advice", "arrangements.read_advice"),
    ("work:check_in", "row_id"): ("check_in", "arrangements.read_check_in"),
    **{
        (f"work:{name}", "match_id"): ("match", "arrangements.read_rhythm")
        for name in ("rhythm", "rhythm_file", "other_day", "go_after_all", "stop_rhythm")
    },
    ("work:wellbeing", "row_id"): ("wellbeing", "arrangements.read_wellbeing"),
    ("startpunt:time_volunteer", "row_id"): ("volunteering", "offers.read"),
}
# Rows that the town has none of: these addresses are asked with a number that is nobody's.
NOT_IN_TOWN = {
    "entry_id", "hold_id", "holder_id", "import_id", "outing_id", "seat_id", "seat_request_id",
    "unsealing_id",
}  # fmt: skip
WORDS = {
    "verb": "lees", "word": "een-vals-woord", "name": "question.new", "code": "volhoudtijd",
    "day": "2026-12-01",
}  # fmt: skip
# On these pages everyone is herself, whatever her role may do elsewhere.
OWN_ONLY = {"resident:answer_consent", "resident:withdraw_consent"}
# The number in this address is the name of a length: it is of the municipality, and of no case.
ABOUT_NO_ROW = {"process:length"}
NOUN_APART = {"startpunt:enrolment", "startpunt:enrolment_verb"}


def browser(cases, role: str) -> Client:
    """Someone who sits in this role around her own case."""
    case = cases["own"]
    actor = case.actor(role)
    account = Account.objects.create(email=f"{role}@voorbeeld.nl")
    Seat.objects.create(
        user=account,
        person_id=actor.person_id,
        municipality=case.municipality,
        role=role,
        organisation_id=next(iter(actor.organisation_ids), None),
        neighbourhood_id=next(iter(actor.neighbourhood_ids), None),
        since=town.MONDAY.date(),
    )
    client = Client(raise_request_exception=False)
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


def numbers(name: str) -> list[str]:
    """What an address asks for: the names of its numbers and words."""
    possible = get_resolver()
    for part in name.split(":")[:-1]:
        possible = possible.namespace_dict[part][1]
    [(_, parameters), *_] = possible.reverse_dict.getlist(name.rsplit(":", maxsplit=1)[-1])[0][0]
    return list(parameters)


def row_of(name: str, number: str):
    return OTHERWISE.get((name, number)) or SEEN_BY.get(number)


def address(name: str, case) -> str:
    """The address about this case; without a case, about nothing that exists."""
    found = {}
    for number in numbers(name):
        place = row_of(name, number)
        absent = number in NOT_IN_TOWN or name in NOUN_APART or place is None or case is None
        found[number] = WORDS.get(number) or (NOBODY if absent else case.row(place[0]).pk)
    return reverse(name, kwargs=found)


def sees(name: str, actor, case) -> bool:
    """Whether each row in the address is there for this actor, by the permits."""
    for number in numbers(name):
        if number in WORDS:
            continue
        place = row_of(name, number)
        if case is None or place is None or number in NOT_IN_TOWN or name in NOUN_APART:
            return False
        row = case.row(place[0])
        if name in OWN_ONLY and row.person_id != actor.person_id:
            return False
        if not REGISTER[place[1]].allows(actor, row):
            return False
    return True


def asked(client: Client, method: str, where: str):
    """Ask, and put everything back as it was; what was said after another form is not said here."""
    client.cookies.pop("messages", None)
    with transaction.atomic():
        answer = client.generic(method, where)
        transaction.set_rollback(True)
    return answer


def plain(answer) -> str:
    """A body without what differs each time: keys of forms, and the address itself."""
    return re.sub(
        r"value=\"[^\"]{20,}\"|[A-Za-z0-9]{64}|/[a-z0-9_/-]+/|\d+", "", answer.content.decode()
    )


OURS = sorted(set(addresses(get_resolver())) - set(policy.OPEN) - {"sit", "demo"})
KNOCKS: dict[str, int] = {}


def expected(name, actor, case, status, *, method, welcome) -> bool:
    """What no table may say otherwise: whom the doors and the permits keep out learns nothing."""
    if status == 405:
        return True  # asked before anything else, and the same for everyone
    if not welcome:
        return status == 404
    if not sees(name, actor, case):
        # A form that is not whole is sent back before anything is looked up.
        return status == 404 or (status == 422 and method == "POST")
    if method == "GET":
        return status in SHOWN
    missing_verb = "verb" in numbers(name) and status == 404
    return status in DONE or missing_verb


def relations_of(name: str, role: str, cases):
    """About whose case this address is asked, and what became of that case by then."""
    yield "own", cases["own"], still
    if not policy.may_come_in(name, frozenset({role})) or not numbers(name):
        return
    yield "other", cases["other"], still
    yield "elsewhere", cases["elsewhere"], still
    yield "nobody", None, still
    if sees(name, cases["own"].actor(role), cases["own"]):
        for became, change in blocked.BLOCKED.items():
            yield became, cases["own"], change


def still(case, role: str) -> None:
    """Nothing happened to this case."""


def answers_to(role: str, cases, names) -> tuple[dict[str, str], list[str]]:
    """The status of each address that this role may come to, and what is wrong by the permits."""
    actor, told, wrong, count = cases["own"].actor(role), {}, [], 0
    client = browser(cases, role)
    for name in names:
        welcome = policy.may_come_in(name, frozenset({role}))
        bodies, line = {}, []
        for relation, case, change in relations_of(name, role, cases):
            said = []
            with transaction.atomic():
                change(case, role)
                for method in METHODS:
                    answer = asked(client, method, address(name, case))
                    status, count = answer.status_code, count + 1
                    said.append(str(status))
                    if not expected(name, actor, case, status, method=method, welcome=welcome):
                        wrong.append(f"{method} {name} {relation} {status}")
                    if relation in {"elsewhere", "nobody"}:
                        bodies.setdefault(method, set()).add(plain(answer))
                transaction.set_rollback(True)
            line.append(f"{relation} {'/'.join(said)}")
        wrong += [f"{m} {name}: bodies differ" for m, body in bodies.items() if len(body) > 1]
        if welcome:
            told[name] = f"{name}: {', '.join(line)}"
    KNOCKS[role] = count
    return told, wrong


def on_paper(role: str) -> list[str]:
    place = ANSWERS / f"{role}.txt"
    return place.read_text().splitlines() if place.exists() else []


@pytest.mark.parametrize("role", Role.values)
def test_k7_s1_every_address_answers_this_role_exactly_as_agreed(role, cases):
    """By the permits, and to the very status by the table of answers of this role.

    Who adds an address prints its line, and then reads what it says: KRUISPUNT_PRINT=yes asks
    only what is not on paper yet. A line that should change is taken out of the table first.
    """
    known = {line.partition(": ")[0]: line for line in on_paper(role)}
    prints = os.environ.get("KRUISPUNT_PRINT")
    told, wrong = answers_to(role, cases, sorted(set(OURS) - set(known)) if prints else OURS)
    assert wrong == [], "\n".join(wrong)

    if prints:
        told = {name: line for name, line in known.items() if name in OURS} | told
        lines = "\n".join(told[name] for name in sorted(told))
        (ANSWERS / f"{role}.txt").write_text(f"{lines}\n")
    assert [told[name] for name in sorted(told)] == on_paper(role), HOW


def test_the_tables_of_answers_name_every_address_that_somebody_may_come_to():
    """An address that is in nobody's table was never declared."""
    named = {line.partition(": ")[0] for role in Role.values for line in on_paper(role)}
    assert named == {
        name
        for name in OURS
        if any(policy.may_come_in(name, frozenset({role})) for role in Role.values)
    }, HOW


@pytest.mark.parametrize("relation", ["other", "elsewhere", "nobody", *blocked.BLOCKED])
def test_the_tables_hold_each_relation_so_that_a_leak_could_be_seen(relation):
    """The control: in each relation something answers otherwise than in a case of one's own."""
    told = {}
    for role in Role.values:
        for name, _, answers in (line.partition(": ") for line in on_paper(role)):
            told[role, name] = dict(said.split(" ") for said in answers.split(", "))
    asked_so = {at: said for at, said in told.items() if relation in said}
    assert any(said[relation] != said["own"] for said in asked_so.values())
    if relation in {"elsewhere", "nobody"}:
        opens = {name for (_, name), said in asked_so.items() if said[relation].startswith("200")}
        assert opens == ABOUT_NO_ROW


def test_s1_who_is_not_signed_in_is_asked_to_sign_in_and_learns_nothing(cases):
    client = Client(raise_request_exception=False)
    wrong = []
    for name in OURS:
        for case in (cases["own"], None):
            for method in ("GET", "POST"):
                answer = asked(client, method, address(name, case))
                to_sign_in = answer.status_code == 302 and "/account/login/" in answer["Location"]
                if not to_sign_in and answer.status_code != 405:
                    wrong.append((method, name, answer.status_code))
    assert wrong == []


def test_s1_who_has_no_seat_is_told_so_and_no_more(cases):
    account = Account.objects.create(email="niemand@voorbeeld.nl")
    client = Client(raise_request_exception=False)
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    answers = {
        (name, asked(client, "GET", address(name, case)).status_code)
        for name in OURS
        for case in (cases["own"], None)
    }
    assert {status for _, status in answers} <= {403, 405, 302}


def test_a_forged_word_of_a_letter_opens_nothing():
    client = Client(raise_request_exception=False)
    for name in policy.OPEN:
        try:
            needs_word = "word" in numbers(name)
        except (NoReverseMatch, IndexError, KeyError):
            continue
        if needs_word:
            assert client.get(reverse(name, kwargs=WORDS_ONLY)).status_code == 404


WORDS_ONLY = {"word": WORDS["word"]}
