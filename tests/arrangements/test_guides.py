"""Fatma chooses a guide who stands beside her and beside nobody else (SM-7, OCO-01..07, E1-E25)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions, jobs, queries
from kruispunt.arrangements.models import AnonymousTalk, GuideContact, GuideNote, GuideVoice
from kruispunt.base.actor import Actor
from kruispunt.base.models import JournalLine, Letter
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.permits import REGISTER
from kruispunt.base.roles import Role
from kruispunt.config import purging
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from kruispunt.people.models import Seat
from kruispunt.questions import actions as questions
from kruispunt.questions import queries as asks
from tests.arrangements import teams
from tests.cast import MONDAY, enter
from tests.house.printed import allowed


@pytest.fixture
def gerda(merwedam):
    """Coordinates the guides."""
    return enter("Gerda", merwedam, Role.GUIDE_COORDINATOR)


def becomes_guide(name, merwedam, gerda, **profile):
    player = enter(name, merwedam, Role.GUIDE)
    wish = offers.GuideProfile(**{"fields": ("zorg",), "description": "Ik luister", **profile})
    guide = offers.apply_as_guide(gerda.actor, person_id=player.person.pk, profile=wish)
    return player, offers.show_guide(gerda.actor, guide.pk)


@pytest.fixture
def guides(merwedam, gerda):
    """Three to choose from, of whom the third is a professional."""
    return (
        becomes_guide("Hanna", merwedam, gerda),
        becomes_guide("Ivo", merwedam, gerda, fields=("wonen",), lived="Schulden gehad"),
        becomes_guide("Joke", merwedam, gerda, sort="professional"),
    )


@pytest.fixture
def contact(fatma, guides):
    (_, hanna), *_ = guides
    asked = actions.ask_guide(fatma.actor, words="Welke hulp bestaat er?", field="zorg")
    return actions.choose_guide(fatma.actor, asked.pk, guide_id=hanna.pk)


def night(merwedam, **passed):
    return Actor.system(merwedam.pk, MONDAY + timedelta(**passed))


def test_oco_04_the_resident_sees_at_least_three_and_chooses_herself(fatma, guides):
    asked = actions.ask_guide(fatma.actor, field="wonen")
    cards = queries.guides_to_choose(fatma.actor, field="wonen", resident_id=fatma.person.pk)

    assert [card.name for card in cards] == ["Ivo", "Hanna", "Joke"]
    assert (asked.state, asked.shown) == ("shown", 3)
    chosen = actions.choose_guide(fatma.actor, asked.pk, guide_id=cards[2].id)
    assert (chosen.state, chosen.due_on) == ("chosen", date(2026, 11, 5))
    assert Letter.objects.filter(key__startswith=f"guide.for_guide:{asked.pk}").count() == 1


def test_oco_04_nobody_chooses_for_someone_else(fatma, wim, gerda, guides):
    (hanna, first), *_ = guides
    asked = actions.ask_guide(fatma.actor)
    for who in (wim.actor, gerda.actor, hanna.actor):
        with pytest.raises((PermissionDenied, ObjectDoesNotExist)):
            actions.choose_guide(who, asked.pk, guide_id=first.pk)


def test_oco_04_she_takes_another_one_without_a_reason_and_the_first_sees_nothing_more(
    fatma, guides, contact
):
    (hanna, first), (ivo, second), _ = guides
    actions.first_contact(hanna.actor, contact.pk)
    actions.write_guide_note(hanna.actor, contact.pk, words="Zij twijfelt over dagbesteding")
    other = actions.choose_guide(fatma.actor, contact.pk, guide_id=second.pk)

    assert (other.state, other.guide_id) == ("chosen", second.pk)
    assert not queries.beside_whom(hanna.actor)
    assert not queries.guide_notes(hanna.actor, contact.pk)
    # The next guide does not read the first one's lines; Fatma keeps them all.
    assert not queries.guide_notes(ivo.actor, contact.pk)
    assert queries.guide_notes(fatma.actor, contact.pk).count() == 1
    first.refresh_from_db()
    assert first.taken == 0


def test_sm7_from_the_first_contact_to_looking_back(fatma, guides, contact):
    (hanna, _), *_ = guides
    met = actions.first_contact(hanna.actor, contact.pk)
    assert met.due_on == date(2026, 11, 23)
    actions.search_together(hanna.actor, contact.pk)
    actions.note_application(fatma.actor, contact.pk)
    actions.finish_guidance(fatma.actor, contact.pk)
    done = actions.evaluate_guide(
        fatma.actor, contact.pk, chose_myself=True, stood_beside_me=5, knew_the_way=4, words="Fijn"
    )
    assert (done.state, done.due_on) == ("evaluated", None)


def test_mon_01_the_voice_is_tied_to_nobody(fatma, gerda, guides, contact):
    actions.finish_guidance(fatma.actor, contact.pk)
    actions.evaluate_guide(
        fatma.actor, contact.pk, chose_myself=True, stood_beside_me=5, knew_the_way=4
    )
    columns = {field.name for field in GuideVoice._meta.get_fields()}
    assert columns == {
        "id", "municipality", "month", "chose_myself", "stood_beside_me", "knew_the_way", "words",
    }  # fmt: skip
    assert queries.guide_voices(gerda.actor) is None  # one voice is somebody's (PRV-16)
    said = {"month": date(2026, 11, 1), "stood_beside_me": 5, "knew_the_way": 4}
    for number in range(9):
        GuideVoice.objects.create(
            municipality_id=gerda.actor.municipality_id, chose_myself=number > 0, **said
        )
    # Nine chose themselves and one did not: that number would point at her.
    assert queries.guide_voices(gerda.actor) == queries.Voices(10, None, 5.0, 4.0)


def test_oco_05_notes_are_for_the_two_of_them_only(
    fatma, wim, els, petra, ank, gerda, zed, guides, contact
):
    (hanna, _), (ivo, _), _ = guides
    actions.write_guide_note(hanna.actor, contact.pk, words="Wat zij wil", sort="question")
    actions.write_guide_note(fatma.actor, contact.pk, words="Ik kies de eetclub", sort="choice")

    assert queries.guide_notes(fatma.actor, contact.pk).count() == 2
    assert queries.guide_notes(hanna.actor, contact.pk).count() == 2
    advisor = replace(wim.actor, roles=frozenset({Role.WMO_ADVISOR, Role.PROVIDER, Role.COACH}))
    for who in (ivo.actor, wim.actor, els.actor, petra.actor, ank.actor, gerda.actor, advisor):
        assert not queries.guide_notes(who, contact.pk)
        with pytest.raises(ObjectDoesNotExist):
            queries.guide_contact(who, contact.pk)
    assert not queries.guide_notes(zed.actor, contact.pk)


def test_oco_05_the_journal_does_not_tell_what_it_was_about(fatma, guides, contact):
    actions.write_guide_note(fatma.actor, contact.pk, words="Een geheim")
    lines = JournalLine.objects.filter(verb__startswith="guide_contact").values_list("facts")
    assert "geheim" not in str(list(lines))


def test_the_coordinator_of_the_guides_sees_how_far_it_is_and_not_who(gerda, wim, guides, contact):
    [row] = queries.guides_followed(gerda.actor)
    assert row == {
        "id": contact.pk, "field": "zorg", "state": "chosen", "due_on": date(2026, 11, 5),
        "asked_on": date(2026, 11, 2), "guided_by": "Hanna",
    }  # fmt: skip
    assert not queries.guides_followed(wim.actor)


def test_oco_05_who_decides_or_delivers_for_her_cannot_stand_beside_her(
    fatma, wim, merwedam, gerda, guides
):
    table = teams.set_table(merwedam, wim)
    [thuis] = table.tineke.organisation_ids
    _, employed = becomes_guide("Kim", merwedam, gerda, employer_id=thuis)
    seated, sits = becomes_guide("Lars", merwedam, gerda)
    Seat.objects.create(
        municipality=merwedam, person=seated.person, role="provider", organisation_id=thuis,
        since=MONDAY.date(),
    )  # fmt: skip
    asked = actions.ask_guide(fatma.actor)
    assert len(queries.guides_to_choose(fatma.actor, resident_id=fatma.person.pk)) == 5

    teams.opened(fatma, wim, table)
    free = queries.guides_to_choose(fatma.actor, resident_id=fatma.person.pk)
    assert {card.name for card in free} == {"Hanna", "Ivo", "Joke"}
    for guide in (employed, sits):
        with pytest.raises(ImpossibleMove, match="Kies een ander"):
            actions.choose_guide(fatma.actor, asked.pk, guide_id=guide.pk)


def test_rol_01_the_worker_of_her_question_and_who_may_never_meet_her_are_left_out(
    fatma, wim, joop, els, merwedam, gerda, guides
):
    wish = offers.GuideProfile(fields=("zorg",))
    for player in (wim, joop):  # Wim works on her question; Joop may never meet her
        guide = offers.apply_as_guide(gerda.actor, person_id=player.person.pk, profile=wish)
        offers.show_guide(gerda.actor, guide.pk)
    teams.weighed(fatma, wim)
    people.exclude(wim.actor, one_id=fatma.person.pk, other_id=joop.person.pk, reason="veilig")

    found = queries.guides_to_choose(fatma.actor, resident_id=fatma.person.pk)
    assert {card.name for card in found} == {"Hanna", "Ivo", "Joke"}


def test_oco_03_a_guide_solves_decides_delivers_and_diagnoses_nothing():
    permitted = {name for name, one in REGISTER.items() if allowed(one, Role.GUIDE) == "all"}
    beside = {name for name in permitted if name.startswith(("arrangements.", "questions."))}
    # A question of her own she may say aloud, as anybody may.
    assert beside == {"arrangements.note_anonymous_talk", "questions.speak"}


def test_oco_06_a_talk_without_a_name_has_no_place_for_one(merwedam, gerda, guides):
    (hanna, _), *_ = guides
    columns = {field.name for field in AnonymousTalk._meta.get_fields()}
    assert columns == {"id", "municipality", "field", "area", "on", "minutes"}
    actions.note_anonymous_talk(hanna.actor, field="wonen", minutes=20, area="4201")
    assert queries.anonymous_talks(gerda.actor, since=date(2026, 1, 1)) == [("Wonen", None)]
    with pytest.raises(IntegrityError), transaction.atomic():
        AnonymousTalk.objects.update(area="42 A")


def test_sm7_a_guide_who_does_not_call_or_falls_silent_hears_it_once(merwedam, guides, contact):
    (hanna, _), *_ = guides
    for _ in range(2):
        jobs.remind_guides(night(merwedam, days=4))
    reminded = Letter.objects.filter(key__startswith=f"guide.silent:{contact.pk}")
    assert reminded.count() == 1

    actions.first_contact(hanna.later(days=5), contact.pk)
    jobs.remind_guides(night(merwedam, days=20))
    assert reminded.count() == 1
    jobs.remind_guides(night(merwedam, days=30))
    assert reminded.count() == 2


def test_e17_too_complicated_and_the_resident_chooses_a_professional(fatma, guides, contact):
    (hanna, first), _, (_, joke) = guides
    actions.first_contact(hanna.actor, contact.pk)
    asked = actions.suggest_professional(hanna.actor, contact.pk)

    cards = queries.guides_to_choose(
        fatma.actor, professional=asked.wants_professional, resident_id=fatma.person.pk
    )
    # One professional alone is no choice (OCO-04): she stands on top, the others below her.
    assert asked.guide_id is None
    assert [card.professional for card in cards] == [True, False, False]
    assert cards[0].name == "Joke"
    assert actions.choose_guide(fatma.actor, contact.pk, guide_id=joke.pk).state == "chosen"
    first.refresh_from_db()
    assert first.taken == 0


def test_a_question_brought_to_the_guides_invites_her_to_choose(fatma, wim, merwedam, guides):
    question = teams.weighed(fatma, wim, level=2)
    questions.hand_to_guide(wim.actor, question.pk)
    for _ in range(2):
        jobs.invite_to_choose_guides(night(merwedam, hours=1))
    contact = GuideContact.objects.get(question=question)
    assert Letter.objects.filter(key__startswith=f"guide.choose:{contact.pk}").count() == 1

    (_, hanna), *_ = guides
    actions.choose_guide(fatma.actor, contact.pk, guide_id=hanna.pk)
    assert asks.one(wim.actor, question.pk).state == "answered"


def test_a_guide_has_no_more_residents_than_she_has_room_for(fatma, joop, merwedam, gerda):
    _, full = becomes_guide("Mo", merwedam, gerda, places=1)
    first = actions.ask_guide(fatma.actor)
    actions.choose_guide(fatma.actor, first.pk, guide_id=full.pk)
    second = actions.ask_guide(joop.actor)
    with pytest.raises(ObjectDoesNotExist):
        actions.choose_guide(joop.actor, second.pk, guide_id=full.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        type(full).objects.filter(pk=full.pk).update(taken=2)


def test_ret_12_half_a_year_after_the_last_contact_the_notes_are_gone(
    fatma, merwedam, guides, contact
):
    (hanna, _), *_ = guides
    actions.write_guide_note(hanna.actor, contact.pk, words="Wat zij wil")
    actions.finish_guidance(fatma.actor, contact.pk)
    purging.throw_away(night(merwedam, days=181))
    assert GuideNote.objects.exists()

    purging.throw_away(night(merwedam, days=182))
    contact.refresh_from_db()
    assert (GuideNote.objects.count(), contact.resident_id, contact.words) == (0, None, "")


def test_the_sheet_refuses_a_bsn(fatma, contact):
    with pytest.raises(Exception, match="burgerservicenummer"):
        actions.write_guide_note(fatma.actor, contact.pk, words="mijn nummer is 111222333")


def test_a_guest_leaves_a_name_and_a_number_and_chooses(merwedam, guides):
    (_, hanna), *_ = guides
    guest = Actor(None, merwedam.pk, frozenset({Role.RESIDENT}), at=MONDAY)
    who = people.Particulars(given_name="Sjaan", phone="0183 555 777")
    contact = actions.ask_and_choose(guest, hanna.pk, who=who, words="Wie helpt mij?")
    assert (contact.resident.given_name, contact.state) == ("Sjaan", "chosen")
