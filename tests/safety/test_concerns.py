"""Someone is worried: written by anyone, read by the officer alone (MLD-01…07)."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.base.actor import Actor
from kruispunt.base.models import JournalLine, Letter
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.safety import actions, jobs, queries
from kruispunt.safety.models import Concern, Note
from tests import story
from tests.cast import MONDAY, enter

SEEN = actions.Seen(words="Blauwe plekken op haar arm", seen_on=MONDAY.date())
DECISION = actions.Decision(
    words="Samen bellen", to_veilig_thuis=False, help_by="De wijkverpleegkundige, morgen"
)
ANSWERS = {
    "signs": "yes", "unsafe": "no", "can_help": "yes", "will_take_help": "yes", "gets_safe": "yes",
}  # fmt: skip


@pytest.fixture
def ria(merwedam):
    """Is the safety officer."""
    player = enter("Ria", merwedam, Role.SAFETY_OFFICER)
    player.browser()
    return player


@pytest.fixture
def concern(noor, ria):
    return actions.report_concern(noor.actor, seen=SEEN)


@pytest.fixture
def match(fatma, noor, wim, els):
    met = story.introduced(fatma, noor, wim=wim, els=els)
    return arrangements.start_trial(els.actor, met.pk)


class TestAStoreApart:
    """MLD-04: the reporter writes and reads back only her own words."""

    def test_mld_04_noor_reads_her_own_words_and_no_note_of_another(self, concern, noor, ria):
        actions.discuss(ria.actor, concern.pk, words="Noor zag het twee keer")
        hers = queries.concern(noor.actor, concern.pk)
        assert hers.words == SEEN.words
        assert list(hers.notes.all()) == []
        assert [note.words for note in queries.concern(ria.actor, concern.pk).notes.all()] == [
            "Noor zag het twee keer"
        ]

    @pytest.mark.parametrize("who", ["wim", "els", "petra", "joop", "fatma", "zed"])
    def test_mld_04_for_everyone_else_it_does_not_exist(self, who, concern, request):
        player = request.getfixturevalue(who)
        assert not queries.on_the_desk(player.actor)
        with pytest.raises(ObjectDoesNotExist):
            queries.concern(player.actor, concern.pk)
        with pytest.raises(ObjectDoesNotExist):
            actions.discuss(player.actor, concern.pk, words="x")

    def test_mld_04_no_journal_line_and_no_letter_says_what_or_about_whom(self, concern, ria):
        actions.discuss(ria.actor, concern.pk, words="Zij heet Fatma")
        lines = JournalLine.objects.filter(verb__startswith="concern.")
        assert {line.person_id for line in lines} == {None}
        assert all("Blauwe" not in str(line.facts) for line in lines)
        assert all(
            "Blauwe" not in letter.text and "Noor" not in letter.text
            for letter in Letter.objects.filter(to_person_id=ria.person.pk)
        )

    def test_mld_04_no_room_below_knows_safety_so_no_figure_counts_it(self):
        source = Path(actions.__file__).parents[2]
        rooms = ("insights", "arrangements", "matching", "questions", "offers", "people", "base")
        said = [
            path.name
            for room in rooms
            for path in (source / room).rglob("*.py")
            if "kruispunt.safety" in path.read_text()
        ]
        assert said == []

    def test_a_technician_rings_the_bell_and_reads_nothing_back(self, merwedam):
        tekla = enter("Tekla", merwedam, Role.TECHNICIAN)
        told = actions.report_concern(tekla.actor, seen=SEEN)
        with pytest.raises(ObjectDoesNotExist):
            queries.concern(tekla.actor, told.pk)


class TestTheSteps:
    """MLD-02 three steps for volunteers, MLD-03 five for professionals."""

    def test_mld_02_a_volunteer_writes_and_somebody_else_decides(self, concern, noor, ria):
        assert concern.professional is False
        for step in (actions.consult, actions.discuss):
            with pytest.raises(PermissionDenied):
                step(noor.actor, concern.pk, words="x")
        with pytest.raises(ImpossibleMove):
            actions.decide_on(ria.actor, concern.pk, decision=DECISION)
        actions.discuss(ria.actor, concern.pk, words="Gebeld")
        decided = actions.decide_on(ria.actor, concern.pk, decision=DECISION)
        assert (decided.state, decided.to_veilig_thuis) == ("decided", False)
        told = Letter.objects.get(to_person_id=noor.person.pk, key__startswith="concern.decided")
        assert "wijkverpleegkundige" not in told.text

    def test_mld_03_a_professional_walks_five_steps_and_decides_herself(self, wim):
        told = actions.report_concern(wim.actor, seen=SEEN)
        assert told.professional is True
        actions.consult(wim.actor, told.pk, words="Met Veilig Thuis, zonder naam")
        actions.talk_with_them(wim.actor, told.pk, words="Samen gepraat")
        with pytest.raises(ImpossibleMove):
            actions.decide_on(wim.actor, told.pk, decision=DECISION)
        actions.weigh_up(wim.actor, told.pk, answers=ANSWERS, words="Hulp is genoeg")
        assert actions.decide_on(wim.actor, told.pk, decision=DECISION).state == "decided"
        steps = Note.objects.filter(concern=told).order_by("pk").values_list("step", flat=True)
        assert list(steps) == ["consulted", "talked", "weighed", "decided"]

    def test_mld_03_discussed_first_a_professional_still_weighs(self, wim, ria):
        told = actions.report_concern(wim.actor, seen=SEEN)
        actions.discuss(ria.actor, told.pk, words="Gebeld")
        with pytest.raises(ImpossibleMove, match="vijf vragen"):
            actions.decide_on(ria.actor, told.pk, decision=DECISION)
        with pytest.raises(IntegrityError), transaction.atomic():
            Concern.objects.update(state="decided", to_veilig_thuis=True, help_by="x")

    def test_danger_now_is_acted_upon_from_any_step(self, wim):
        told = actions.report_concern(wim.actor, seen=replace(SEEN, acute=True))
        acted = actions.act_at_once(wim.actor, told.pk, decision=DECISION)
        assert (acted.state, acted.due_on) == ("decided", None)

    def test_only_the_officer_closes(self, wim, ria):
        told = actions.report_concern(wim.actor, seen=replace(SEEN, acute=True))
        actions.act_at_once(wim.actor, told.pk, decision=DECISION)
        with pytest.raises(PermissionDenied):
            actions.close_concern(wim.actor, told.pk, words="Klaar")
        assert actions.close_concern(ria.actor, told.pk, words="Klaar").state == "closed"
        assert not queries.on_the_desk(ria.actor)


class TestInTime:
    """MLD-06: the same day when there is danger, else the next working day, with an alarm."""

    def test_mld_06_the_same_day_or_the_next_working_day(self, noor, ria):
        danger = actions.report_concern(noor.actor, seen=replace(SEEN, acute=True))
        other = actions.report_concern(noor.actor, seen=replace(SEEN, words="Stil en mager"))
        assert (danger.due_on - MONDAY.date()).days == 0
        assert (other.due_on - MONDAY.date()).days == 1
        assert list(queries.on_the_desk(ria.actor)) == [danger, other]

    def test_mld_06_an_alarm_once_a_day_until_somebody_acts(self, concern, ria, merwedam):
        def tick(days):
            jobs.sound_alarms(Actor.system(merwedam.pk, MONDAY + timedelta(days=days)))
            return Letter.objects.filter(key__startswith="concern.alarm").count()

        assert [tick(1), tick(2), tick(2), tick(3)] == [0, 1, 1, 2]
        actions.discuss(ria.actor, concern.pk, words="Gebeld")
        assert tick(4) == 2

    def test_without_an_officer_the_coordinator_hears_that(self, noor, els):
        els.browser()
        actions.report_concern(noor.actor, seen=SEEN)
        letter = Letter.objects.get(to_person_id=els.person.pk)
        assert "nog geen aandachtsfunctionaris" in letter.text


class TestIntegrity:
    """MLD-07: a complaint about a volunteer stops the match at once, and nobody is told why."""

    @pytest.fixture
    def complaint(self, match, fatma):
        seen = replace(SEEN, kind="integrity", match_id=match.pk, words="Hij vroeg om geld")
        return actions.report_concern(fatma.actor, seen=seen)

    @pytest.mark.usefixtures("complaint")
    def test_mld_07_the_match_is_paused_and_noor_gets_no_letter(self, match, noor, els):
        found = answers.match(els.actor, match.pk)
        assert (found.state, found.on_hold, found.pause_reason) == ("paused", True, "")
        about = Letter.objects.filter(to_person_id=noor.person.pk, due_at__gte=MONDAY)
        assert not [one for one in about if "geld" in one.text or "klacht" in one.text]

    def test_mld_07_it_goes_no_further_until_the_officer_lets_go(self, complaint, match, els, ria):
        arrangements.sign(els.actor, match.pk, agreement=story.AGREEMENT)
        with pytest.raises(ImpossibleMove, match="staat stil"):
            arrangements.resume(els.actor, match.pk)
        with pytest.raises(ObjectDoesNotExist):
            actions.release(els.actor, complaint.pk)
        actions.release(ria.actor, complaint.pk)
        assert arrangements.resume(els.actor, match.pk).state == "active"

    def test_mld_07_also_before_they_met(self, fatma, noor, wim, els):
        met = story.introduced(fatma, noor, wim=wim, els=els)
        seen = replace(SEEN, kind="integrity", match_id=met.pk)
        actions.report_concern(els.actor, seen=seen)
        with pytest.raises(ImpossibleMove, match="staat stil"):
            arrangements.start_trial(els.actor, met.pk)

    def test_nobody_stops_a_match_of_others(self, match, joop, zed, els):
        for someone in (joop, zed):
            with pytest.raises(ObjectDoesNotExist):
                actions.report_concern(
                    someone.actor, seen=replace(SEEN, kind="integrity", match_id=match.pk)
                )
        assert answers.match(els.actor, match.pk).state == "trial"


class TestIncidents:
    """VZK-02: damage or injury on paper for the insurance of the municipality."""

    def test_vzk_02_who_wrote_it_and_the_coordinator_read_it(self, noor, els, wim, zed):
        told = actions.report_incident(
            noor.actor, happened_on=MONDAY.date(), words="De vaas viel", damage="Een vaas"
        )
        assert list(queries.incidents(noor.actor)) == list(queries.incidents(els.actor)) == [told]
        assert not queries.incidents(wim.actor)
        assert not queries.incidents(zed.actor)

    def test_vzk_02_nothing_broken_and_nobody_hurt_is_no_incident(self, noor):
        with pytest.raises(IntegrityError), transaction.atomic():
            actions.report_incident(noor.actor, happened_on=MONDAY.date(), words="Niets")
