"""Opening a dossier leaves a line, once in a short while, and whose it is can read it (PRV-15)."""

import ast

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from kruispunt.base.looking import EMERGENCY, LOOK
from kruispunt.base.models import JournalLine, Letter
from kruispunt.people import actions as people_actions
from kruispunt.people import queries as people
from kruispunt.questions import actions
from kruispunt.questions.queries import emergency
from tests import story
from tests.cast import MONDAY
from tests.house.guards import Source, package


def lines(verb=LOOK):
    return [
        (one.actor_id, one.person_id, one.ground) for one in JournalLine.objects.filter(verb=verb)
    ]


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_prv_15_opening_a_question_leaves_one_line_in_half_an_hour(fatma, wim, els):
    question = story.asked(fatma)

    for minutes in (0, 10, 29):
        actions.look_into(wim.later(minutes=minutes), question.pk)
    assert lines() == [
        (wim.person.pk, fatma.person.pk, "Uw vraag: we zoeken met u naar een antwoord")
    ]

    actions.look_into(wim.later(minutes=31), question.pk)
    assert len(lines()) == 2


def test_prv_15_who_may_not_read_it_leaves_no_line_and_sees_nothing(fatma, noor, bilal, zed):
    question = story.asked(fatma)
    for who in (noor, bilal, zed):
        with pytest.raises(ObjectDoesNotExist):
            actions.look_into(who.actor, question.pk)
    assert lines() == []


def test_prv_15_her_own_dossier_is_her_own(fatma):
    actions.look_into(fatma.actor, story.asked(fatma).pk)
    assert lines() == []


def test_prv_15_every_page_of_a_question_is_one_look_and_the_second_writes_nothing(
    fatma, wim, django_assert_max_num_queries
):
    question = story.searched(fatma, wim)
    browser, address = wim.browser(), f"/startpunt/vraag/{question.pk}/"
    pages = ("", "clarify/", "triage/", "persoon/", "candidates/", "refer/")

    assert [browser.get(address + page).status_code for page in pages] == [200] * 6
    assert len(lines()) == 1


def test_prv_15_a_volunteers_file_and_a_match_are_looks_too(fatma, noor, wim, els):
    match = story.introduced(fatma, noor, wim=wim, els=els)

    els.browser().get(f"/startpunt/vrijwilliger/{match.volunteering_id}/")
    noor.browser().get(f"/vrijwilliger/koppeling/{match.pk}/")

    assert {(who, whose) for who, whose, _ in lines()} == {
        (els.person.pk, noor.person.pk),
        (noor.person.pk, fatma.person.pk),
    }


def test_prv_15_a_signal_about_somebody_who_said_yes_is_a_look(fatma, wim):
    noticed = actions.Noticed(
        words="Zij is veel alleen",
        named_id=fatma.person.pk,
        yes_on=MONDAY.date(),
        yes_how="gevraagd",
    )
    signal = actions.notice(wim.actor, noticed=noticed)

    assert wim.browser().get(f"/startpunt/signalen/{signal.pk}/").status_code == 200
    assert [line[:2] for line in lines()] == [(wim.person.pk, fatma.person.pk)]


def test_prv_15_fatma_reads_who_looked_when_and_why(fatma, wim, noor):
    question = story.asked(fatma)
    wim.browser().get(f"/startpunt/vraag/{question.pk}/")

    page = words(fatma.browser().get("/mijn/gegevens/"))
    assert "Wim" in page
    assert "Startpuntmedewerker" in page
    assert "Uw vraag: we zoeken met u naar een antwoord" in page
    assert "Nog niemand keek" in words(noor.browser().get("/mijn/gegevens/"))
    with pytest.raises(ObjectDoesNotExist):
        people.who_looked(noor.actor, fatma.person.pk)


@pytest.mark.parametrize("crowd", [1, 3])
def test_who_looked_takes_as_many_queries_for_three_as_for_one(
    crowd, fatma, wim, django_assert_num_queries
):
    for _ in range(crowd):
        actions.look_into(wim.actor, story.asked(fatma).pk)
    with django_assert_num_queries(3):
        assert len(people.who_looked(fatma.actor, fatma.person.pk)) == crowd


class TestEmergency:
    """Breaking the glass: with a reason, for an hour, and reported."""

    def test_prv_15_breaking_the_glass_needs_a_reason_and_tells_frans_and_fatma(
        self, fatma, petra, frans
    ):
        question = story.asked(fatma)
        with pytest.raises(ObjectDoesNotExist):
            emergency.in_emergency(petra.actor, question.pk)

        actions.look_in_emergency(petra.actor, question.pk, reason="Ze neemt niet meer op")

        assert emergency.in_emergency(petra.actor, question.pk).asked_by == fatma.person
        assert lines(EMERGENCY) == [
            (petra.person.pk, fatma.person.pk, "Noodinzage: Ze neemt niet meer op")
        ]
        [look] = people.who_looked(fatma.actor, fatma.person.pk)
        assert (look.name, look.emergency) == ("Petra", True)
        assert Letter.objects.get(to_person_id=frans.person.pk).subject == (
            "Er is een noodinzage gedaan"
        )

    def test_the_glass_closes_after_an_hour_and_is_hers_alone(self, fatma, petra, frans, wim):
        question = story.asked(fatma)
        actions.look_in_emergency(petra.actor, question.pk, reason="Ze neemt niet meer op")

        assert emergency.in_emergency(petra.later(minutes=59), question.pk)
        for who in (petra.later(minutes=61), wim.actor, frans.actor):
            with pytest.raises(ObjectDoesNotExist):
                emergency.in_emergency(who, question.pk)

    def test_nobody_else_breaks_it_and_not_in_another_town(self, fatma, noor, wim, zed):
        question = story.asked(fatma)
        for who in (noor, zed):
            with pytest.raises(ObjectDoesNotExist):
                actions.look_in_emergency(who.actor, question.pk, reason="nieuwsgierig")
        with pytest.raises(PermissionDenied):
            actions.look_in_emergency(wim.actor, question.pk, reason="nieuwsgierig")

    def test_petra_sees_the_name_after_her_reason_only(self, fatma, petra, frans):
        question = story.asked(fatma)
        browser, address = petra.browser(), f"/procesmanager/noodinzage/{question.pk}/"

        assert "Fatma" not in words(browser.get(address))
        assert browser.post(address, {"reason": "kort"}).status_code == 422
        assert browser.post(address, {"reason": "Ze neemt niet meer op"}).status_code == 302
        assert "Fatma" in words(browser.get(address))
        assert "Noodinzage" in words(frans.browser().get("/privacybeheer/"))


class TestRights:
    """What people ask about their own data."""

    def test_prv_13_a_request_is_answered_within_a_month(self, fatma, frans):
        asked = people_actions.ask_right(fatma.actor, kind="correct", words="Ik heet Yildiz")

        assert asked.due_on.isoformat() == "2026-12-02"
        assert people_actions.ask_right(fatma.actor, kind="correct") == asked
        assert [row.pk for row in people.rights_requests(frans.actor)] == [asked.pk]
        answered = people_actions.grant_right(frans.actor, asked.pk, answer="Uw naam klopt nu.")
        assert (answered.state, answered.due_on) == ("granted", None)
        letter = Letter.objects.get(to_person_id=fatma.person.pk)
        assert "Uw naam klopt nu." in letter.text
        assert "Yildiz" not in letter.subject

    @pytest.mark.parametrize("who", ["wim", "noor", "petra", "zed"])
    def test_nobody_else_reads_or_answers_it(self, who, fatma, request):
        asked = people_actions.ask_right(fatma.actor, kind="delete")
        actor = request.getfixturevalue(who).actor
        assert not people.rights_requests(actor).exists()
        with pytest.raises(ObjectDoesNotExist):
            people_actions.grant_right(actor, asked.pk, answer="Nee")

    def test_frans_answers_on_his_page(self, fatma, frans):
        browser = fatma.browser()
        sent = browser.post("/mijn/gegevens/", {"kind": "delete", "words": "Graag alles"})
        page = words(frans.browser().get("/privacybeheer/"))
        asked = people.rights_requests(frans.actor)[0]
        done = frans.browser().post(
            f"/privacybeheer/verzoek/{asked.pk}/turn_down/", {"answer": "De wet vraagt 2 jaar."}
        )

        assert (sent.status_code, done.status_code) == (302, 302)
        assert "Graag alles" in page
        assert "De wet vraagt 2 jaar." in words(browser.get("/mijn/gegevens/"))

    def test_prv_13_the_download_holds_what_is_hers_and_nothing_of_another(
        self, fatma, noor, wim, els
    ):
        match = story.introduced(fatma, noor, wim=wim, els=els)
        wim.browser().get(f"/startpunt/vraag/{match.arrangement.question_id}/")

        answer = fatma.browser().get("/mijn/gegevens/download/")
        told = answer.json()
        assert answer["Content-Disposition"] == 'attachment; filename="mijn-gegevens.json"'
        assert told["persoon"]["given_name"] == "Fatma"
        assert [one["words"] for one in told["vragen"]] == ["Ik kom de deur niet meer uit"]
        assert [one["wie"] for one in told["wie_keek"]] == ["Wim"]
        assert told["vrijwilliger"] is None
        assert "Noor" not in answer.content.decode()

        hers = noor.browser().get("/mijn/gegevens/download/").json()
        assert hers["vrijwilliger"]["vog"] == "in_order"
        assert hers["vragen"] == []


class TestConsents:
    """Each yes on a page of its own: who, what, why, until when, and how to stop."""

    def given(self, wim, fatma):
        org = people_actions.register_organisation(wim.actor, name="Zorghuis", kind="care")
        return people_actions.ask_consent(
            wim.actor, person_id=fatma.person.pk, scope="question", purpose="Hulp thuis",
            organisation_id=org.pk,
        )  # fmt: skip

    def test_sm_14_fatma_says_yes_reads_what_follows_and_stops(self, fatma, wim):
        asked = self.given(wim, fatma)
        browser = fatma.browser()
        address = f"/mijn/toestemmingen/{asked.pk}/"

        assert "Ja, dit mag" in words(browser.get("/mijn/toestemmingen/"))
        browser.post(address + "answer/", {"answer": "yes"})
        page = words(browser.get("/mijn/toestemmingen/"))
        assert ("Zorghuis" in page, "Hulp thuis" in page, "Ik wil stoppen" in page) == (True,) * 3
        assert "Wat gebeurt er dan?" in words(browser.get(address + "withdraw/"))
        browser.post(address + "withdraw/")
        asked.refresh_from_db()
        assert asked.state == "withdrawn"

    def test_nobody_else_answers_for_her(self, fatma, noor, wim, zed):
        asked = self.given(wim, fatma)
        for who in (noor, zed):
            found = who.browser().post(f"/mijn/toestemmingen/{asked.pk}/answer/", {"answer": "yes"})
            assert found.status_code == 404


READERS = {"one", "match", "referral"}
LEAVES_A_LINE = {"desks/ui/dossiers.py"}
# A volunteer reads her own profile by the letter that was written to her.
OWN_PROFILE = {"desks/public/views/profiles.py"}
ROOMS_WITH_DOSSIERS = ("questions", "offers", "arrangements")


def opens_without_a_line(source: Source):
    """Pages open dossiers through desks/ui/dossiers.py, which leaves a line in the journal."""
    if not source.name.startswith("desks/") or source.name in LEAVES_A_LINE | OWN_PROFILE:
        return
    rooms = {
        alias.asname or alias.name
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == "queries" and (node.module or "").rpartition(".")[2] in ROOMS_WITH_DOSSIERS
    }
    for name, call in source.calls():
        room = call.func.value if isinstance(call.func, ast.Attribute) else None
        if name in READERS and isinstance(room, ast.Name) and room.id in rooms:
            yield f"{source.name}:{call.lineno} {room.id}.{name}"


def test_prv_15_no_page_opens_a_dossier_without_leaving_a_line():
    found = [each for source in package() for each in opens_without_a_line(source)]
    assert not found, opens_without_a_line.__doc__


def test_the_guard_bites():
    page = Source(
        "desks/x/views.py",
        "from kruispunt.questions import queries as asks\n"
        "found = asks.one(actor, 1)\n"
        "it = dossiers.match(actor, 1)\n",
    )
    assert list(opens_without_a_line(page)) == ["desks/x/views.py:2 asks.one"]
