"""A match whose time is over and that goes on: a new term, agreed by both (MAT-05)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError, transaction

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.actions.running import NotYet
from kruispunt.arrangements.models import Evaluation
from kruispunt.base.models import Term
from kruispunt.base.moves import ImpossibleMove
from tests import story

ADDRESS = "/startpunt/koppeling/{}/"


@pytest.fixture
def active(fatma, noor, wim, els):
    match = story.introduced(fatma, noor, wim=wim, els=els)
    actions.start_trial(els.actor, match.pk)
    actions.sign(els.actor, match.pk, agreement=story.AGREEMENT)
    return actions.activate(els.actor, match.pk)


def on_its_last_day(els, match):
    return els.later(days=(match.term_ends_on - els.actor.today).days)


def test_mat_05_a_new_term_begins_where_the_old_one_ends(active, els):
    over = active.term_ends_on
    renewed = actions.renew(on_its_last_day(els, active), active.pk, term_months=3)

    assert renewed.state == "active"
    assert renewed.term_months == 3
    assert renewed.term_ends_on == over + timedelta(days=91)
    assert renewed.due_on == renewed.term_ends_on


def test_mat_05_who_is_late_does_not_lose_days_of_the_new_term(active, els):
    late = els.later(days=(active.term_ends_on - els.actor.today).days + 20)
    assert actions.renew(late, active.pk, term_months=3).term_ends_on == late.today + timedelta(
        days=91
    )


def test_mat_05_never_for_an_unlimited_time(active, els):
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.renew(els.actor, active.pk, term_months=999)


def test_chk_01_we_go_on_asking_how_it_goes_and_nobody_is_asked_twice(active, els):
    then = on_its_last_day(els, active)
    days = set(queries.check_ins(els.actor).values_list("on", "side"))
    actions.renew(then, active.pk, term_months=6)
    rows = list(queries.check_ins(els.actor).values_list("on", "side"))

    assert len(rows) == len(set(rows))
    assert days < set(rows)
    assert all(day > then.today for day, _ in set(rows) - days)


def test_chk_03_both_sides_look_back_when_the_year_is_round(active, els):
    """Half a year and then twelve months more: the first year falls in the second term."""
    then = on_its_last_day(els, active)
    actions.renew(then, active.pk, term_months=12)
    planned = Evaluation.objects.filter(match=active, moment="yearly")

    assert sorted(planned.values_list("side", flat=True)) == ["resident", "volunteer"]
    assert set(planned.values_list("due_on", flat=True)) == {date(2027, 11, 2)}


def test_cap_03_not_longer_than_the_municipality_set(active, els, merwedam):
    Term.objects.create(
        municipality=merwedam,
        name="match.max_term_months",
        length=12,
        valid_from=date(2026, 1, 1),
    )
    then = on_its_last_day(els, active)
    with pytest.raises(NotYet, match="hooguit tot"):
        actions.renew(then, active.pk, term_months=12)
    assert actions.renew(then, active.pk, term_months=3).term_months == 3


def test_cap_03_only_terms_that_fit_are_offered_and_then_the_farewell(
    active, els, merwedam, time_machine
):
    Term.objects.create(
        municipality=merwedam,
        name="match.max_term_months",
        length=10,
        valid_from=date(2026, 1, 1),
    )
    then = on_its_last_day(els, active)
    time_machine.move_to(then.at, tick=False)
    page = els.browser().get(ADDRESS.format(active.pk)).context
    [form] = [step["form"] for step in page["steps"] if step["title"] == "Een nieuwe termijn"]
    assert [word for word, _ in form.fields["term_months"].choices] == ["3"]

    actions.renew(then, active.pk, term_months=3)
    match = queries.match(els.actor, active.pk)
    time_machine.move_to(on_its_last_day(els, match).at, tick=False)
    steps = {step["title"]: step for step in els.browser().get(
        ADDRESS.format(active.pk)).context["steps"]}  # fmt: skip
    assert "Een nieuwe termijn" not in steps
    assert not steps["Begin het afscheid"]["folded"]
    assert steps["Begin het afscheid"]["words"].startswith("Langer kan hier niet.")


def test_only_who_guides_renews_and_only_what_runs(active, els, wim, noor, fatma, zed):
    for who in (wim, noor, fatma):
        with pytest.raises(PermissionDenied):
            actions.renew(who.actor, active.pk, term_months=3)
    with pytest.raises(ObjectDoesNotExist):
        actions.renew(zed.actor, active.pk, term_months=3)
    actions.wind_down(els.actor, active.pk)
    with pytest.raises(ImpossibleMove):
        actions.renew(els.actor, active.pk, term_months=3)


def test_vog_01_who_may_not_go_on_is_not_renewed(active, els, noor):
    """What had to be there before it ran must be there now: the paper was taken away."""
    type(active).objects.update(backup=None, intensity="zeer_intensief")
    with pytest.raises(NotYet, match="achterwacht"):
        actions.renew(els.actor, active.pk, term_months=3)


def test_the_button_stands_open_from_the_day_on_and_is_folded_before(active, els, time_machine):
    time_machine.move_to(els.actor.at, tick=False)
    browser = els.browser()
    before = browser.get(ADDRESS.format(active.pk)).content.decode()
    assert "<summary>Een nieuwe termijn</summary>" in before

    time_machine.move_to(on_its_last_day(els, active).at, tick=False)
    after = els.browser().get(ADDRESS.format(active.pk)).content.decode()
    assert "<summary>Een nieuwe termijn</summary>" not in after
    assert "Spreek een nieuwe termijn af" in after

    said = els.browser().post(f"{ADDRESS.format(active.pk)}renew/", {"term_months": "12"})
    assert said.status_code == 302
    again = els.browser().get(ADDRESS.format(active.pk)).content.decode()
    assert "Zij gaan verder: er is een nieuwe termijn" in again
    assert "<dt>Hoe lang</dt><dd>12 maanden</dd>" in again


def test_the_end_of_the_trial_is_asked_on_its_day_and_not_stated(
    fatma, noor, wim, els, time_machine
):
    match = story.introduced(fatma, noor, wim=wim, els=els)
    actions.start_trial(els.actor, match.pk)
    actions.sign(els.actor, match.pk, agreement=story.AGREEMENT)
    time_machine.move_to(els.actor.at, tick=False)
    first_day = els.browser().get(ADDRESS.format(match.pk)).content.decode()
    assert "<summary>Van proef naar vast</summary>" in first_day
    assert "ging goed" not in first_day
    assert "De afspraken staan op papier" in first_day

    time_machine.move_to(els.later(weeks=6).at, tick=False)
    last_day = els.browser().get(ADDRESS.format(match.pk)).content.decode()
    assert "<summary>Van proef naar vast</summary>" not in last_day
    assert "Hoe ging de proeftijd?" in last_day


def test_mat_05_what_was_agreed_is_printed_on_one_page(active, els, fatma, noor, zed, petra):
    paper = f"{ADDRESS.format(active.pk)}afspraken/"
    assert paper in els.browser().get(ADDRESS.format(active.pk)).content.decode()
    words = els.browser().get(paper).content.decode()
    assert "Elke maandag wandelen" in words
    assert "6 maanden, tot" in words
    assert "Datum en handtekening" in words
    assert {who.browser().get(paper).status_code for who in (noor, zed, petra)} == {404}


def test_the_page_of_a_match_says_when_we_ask_and_that_nobody_knows_the_address(
    active, els, fatma, time_machine
):
    time_machine.move_to(els.actor.at, tick=False)
    words = els.browser().get(ADDRESS.format(active.pk)).content.decode()
    assert "<dt>Wij vragen hoe het gaat</dt><dd>16 november 2026, 14 december 2026" in words
    assert "Er is nog geen adres bekend" not in words

    type(fatma.person).objects.filter(pk=fatma.person.pk).update(street="")
    assert "Er is nog geen adres bekend" in (
        els.browser().get(ADDRESS.format(active.pk)).content.decode()
    )
    type(fatma.person).objects.filter(pk=fatma.person.pk).update(address_sealed=True)
    assert "Er is nog geen adres bekend" not in (
        els.browser().get(ADDRESS.format(active.pk)).content.decode()
    )
