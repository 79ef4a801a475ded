"""What is said on the phone is noted at the desk: no as well as yes, a pause, and going on."""

import pytest

from kruispunt.arrangements import actions
from kruispunt.arrangements.models import Match
from kruispunt.base import journal
from kruispunt.base.models import JournalLine
from kruispunt.matching import actions as matching
from kruispunt.matching.models import Invitation
from tests import story


@pytest.fixture
def invited(fatma, noor, wim, els):
    """Noor was asked for Fatma's question."""
    question = story.searched(fatma, wim)
    given = story.available(noor, els)
    [invitation] = matching.invite(
        els.actor, question.pk, volunteering_ids=(given.pk,), words="Wandelen, vlak bij u"
    )
    return invitation


@pytest.fixture
def proposed(invited, noor):
    """Noor said yes; Fatma thinks it over."""
    return actions.accept_invitation(noor.actor, invited.pk)


@pytest.fixture
def trial(proposed, fatma, els):
    met = actions.agree_as_resident(fatma.actor, proposed.pk)
    return actions.start_trial(els.actor, met.pk)


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def answer_of(invitation):
    return f"/startpunt/uitnodiging/{invitation.pk}/antwoord/"


def match_page(match):
    return f"/startpunt/koppeling/{match.pk}/"


def lines(row, verb):
    return [line for line in journal.lines_of(row) if line.verb == verb]


def test_mat_04_a_no_of_a_volunteer_on_the_phone_is_noted_with_her_reason(invited, noor, wim):
    browser = wim.browser()
    question = f"/startpunt/vraag/{invited.question_id}/"
    assert "Noteer wat Noor zei" in words(browser.get(question))
    page = words(browser.get(answer_of(invited)))
    assert page.index(noor.person.phone) < page.index("Noor zei ja") < page.index("Noor zei nee")
    assert "Wandelen, vlak bij u" in page

    done = browser.post(answer_of(invited), {"answer": "no", "no_reason": "too_far"})

    assert done["Location"] == question
    assert Invitation.objects.get().no_reason == "too_far"
    [line] = lines(invited, "invitation.decline")
    assert line.actor_id == wim.person.pk
    assert "Noteer wat Noor zei" not in words(browser.get(question))


def test_mat_04_a_yes_on_the_phone_asks_the_resident(invited, wim):
    wim.browser().post(answer_of(invited), {"answer": "yes"})

    assert Match.objects.get().state == "volunteer_agreed"
    assert Invitation.objects.get().state == "accepted"


def test_mat_04_an_answer_that_came_already_is_not_asked_again(invited, wim):
    browser = wim.browser()
    for expected in (302, 409):
        answer = browser.post(answer_of(invited), {"answer": "no"})
        assert answer.status_code == expected
    assert browser.get(answer_of(invited)).status_code == 302
    assert len(lines(invited, "invitation.decline")) == 1


def test_mat_04_nobody_answers_for_another_but_the_desk(invited, fatma, noor, zed):
    for stranger in (fatma, noor, zed):
        assert stranger.browser().get(answer_of(invited)).status_code == 404
        assert stranger.browser().post(answer_of(invited), {"answer": "no"}).status_code == 404
    assert Invitation.objects.get().state == "sent"


@pytest.mark.parametrize("side", ["resident", "volunteer"])
def test_mat_04_the_no_of_either_side_is_noted_on_the_page_of_the_match(side, proposed, wim):
    browser, page = wim.browser(), match_page(proposed)
    assert "Noteer de nee" in words(browser.get(page))

    assert browser.post(f"{page}decline/", {"side": "both"}).status_code == 422
    assert browser.post(f"{page}decline/", {"side": side, "why": "no_time"}).status_code == 302

    declined = Match.objects.get()
    assert (declined.state, declined.declined_by) == ("declined", side)
    [line] = lines(proposed, "match.decline")
    assert (line.facts["side"], line.facts["why"]) == (side, "no_time")
    assert "Noteer de nee" not in words(browser.get(page))


def test_mat_04_a_no_without_a_reason_is_a_no_and_twice_is_once(proposed, wim, zed):
    page = f"{match_page(proposed)}decline/"
    assert zed.browser().post(page, {"side": "resident"}).status_code == 404
    browser = wim.browser()

    said = [browser.post(page, {"side": "resident"}).status_code for _ in range(2)]

    assert said == [302, 409]
    assert len(lines(proposed, "match.decline")) == 1


def test_cap_02_a_pause_is_noted_by_the_desk_and_ended_by_the_coordinator(trial, els, wim):
    page = match_page(trial)
    actions.sign(els.actor, trial.pk, agreement=story.AGREEMENT)
    actions.activate(els.actor, trial.pk)

    wim.browser().post(f"{page}pause/", {"why": "Op reis tot januari"})
    shown = words(els.browser().get(page))

    assert Match.objects.get().state == "paused"
    assert "Op reis tot januari" in shown
    assert "Ga weer verder" in shown
    assert "Zoek een invaller" in shown
    assert wim.browser().post(f"{page}resume/").status_code == 403
    assert els.browser().post(f"{page}resume/").status_code == 302
    assert Match.objects.get().state == "active"


def test_cap_02_a_pause_twice_is_once_and_never_of_another_town(trial, wim, zed):
    page = f"{match_page(trial)}pause/"
    assert zed.browser().post(page).status_code == 404
    browser = wim.browser()

    assert [browser.post(page).status_code for _ in range(2)] == [302, 409]
    assert len(lines(trial, "match.pause")) == 1


class TestAdvice:
    """TRI-06: who gives advice is named at the desk, and the volunteer asks on her own page."""

    def mine(self, match):
        return f"/vrijwilliger/koppeling/{match.pk}/"

    def test_tri_06_without_a_professional_she_reads_whom_to_call(self, trial, noor):
        page = words(noor.browser().get(self.mine(trial)))
        assert "Bel uw coördinator" in page
        assert "Vraag om raad" not in page
        asked = noor.browser().post(f"{self.mine(trial)}raad/", {"words": "Wat nu?"})
        assert asked.status_code == 409

    def test_tri_06_the_coordinator_names_who_gives_advice(self, trial, els, wim, ank, zed):
        for one in (ank, zed):
            one.browser()  # sits in her role from now on
        page, said = match_page(trial), {"person_id": ank.person.pk}
        assert "Bewaar wie raad geeft" in words(els.browser().get(page))

        assert (
            els.browser().post(f"{page}back_up/", {"person_id": zed.person.pk}).status_code == 422
        )
        assert wim.browser().post(f"{page}back_up/", said).status_code == 403
        assert els.browser().post(f"{page}back_up/", said).status_code == 302

        assert Match.objects.get().backup_id == ank.person.pk
        assert "Geeft raad</dt><dd>Ank" in words(els.browser().get(page))

    def test_tri_06_she_asks_within_five_days_it_is_answered_and_she_reads_it(
        self, trial, noor, els, ank
    ):
        actions.back_up(els.actor, trial.pk, person_id=ank.person.pk)
        browser = noor.browser()
        page = words(browser.get(self.mine(trial)))
        assert "Ank is beroepskracht" in page
        assert "binnen 5 werkdagen" in page

        assert browser.post(f"{self.mine(trial)}raad/", {"words": ""}).status_code == 422
        said = {"words": "Zij vergeet haar jas.", "form_key": "een-keer"}
        for _ in range(2):
            assert browser.post(f"{self.mine(trial)}raad/", said).status_code == 302
        [advice] = trial.advices.all()
        assert "Ank antwoordt uiterlijk" in words(browser.get(self.mine(trial)))
        assert JournalLine.objects.filter(verb="advice.ask").count() == 1

        actions.answer_advice(ank.actor, advice.pk, answer="Hang hem bij de deur.")
        assert "Hang hem bij de deur." in words(browser.get(self.mine(trial)))

    def test_tri_06_nobody_asks_in_her_name(self, trial, els, ank, joop, zed):
        actions.back_up(els.actor, trial.pk, person_id=ank.person.pk)
        for stranger in (els, joop, zed):
            answer = stranger.browser().post(f"{self.mine(trial)}raad/", {"words": "Wat?"})
            assert answer.status_code == 404
        assert not trial.advices.exists()
