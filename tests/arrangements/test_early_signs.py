"""Each early sign gives its points and its reason, and lists are read by the page (SIG-01, A21)."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from kruispunt.arrangements import actions, jobs, queries
from kruispunt.arrangements.actions.guiding import Feels, Worked, answer_wellbeing, note_minutes
from kruispunt.arrangements.models import (
    Advice,
    CheckIn,
    IntervisionGroup,
    IntervisionMember,
    Match,
    Wellbeing,
)
from kruispunt.base.actor import Actor
from kruispunt.base.models import Term
from kruispunt.core.accompany import Course, warn
from kruispunt.core.delivered import delivered
from kruispunt.core.overload import Carrying, overload
from kruispunt.core.vocabulary import Frequency, Intensity
from kruispunt.people.models import Seat
from kruispunt.questions.models import Question
from tests import story
from tests.cast import MONDAY

GOES = actions.HowItGoes(times_met=2, contact_score=5, costs_more=False, as_agreed=True)
FINE = Feels(feels=5, too_much=False, life_changed=False, wish="go_on")


@pytest.fixture
def match(fatma, noor, wim, els):
    # Every sign is shown on its own here: from one point on somebody calls.
    Term.objects.create(
        municipality_id=els.actor.municipality_id,
        name="sign.amber",
        length=1,
        valid_from=els.actor.today,
    )
    met = story.introduced(fatma, noor, wim=wim, els=els)
    return actions.start_trial(els.actor, met.pk)


def answers(player, *scores, on=0, **how):
    """What one side answers, the first time and the next."""
    asked = queries.check_ins(player.actor).filter(state="planned").order_by("on")
    for one, score in zip(asked, scores, strict=False):
        goes = replace(GOES, contact_score=score, **how)
        actions.answer_check_in(player.later(days=on), one.pk, goes=goes)


def found(actor):
    """The signs of the one match that asks for a call."""
    return [(sign.sentence, sign.points) for one in queries.watched(actor)[:9]
            for sign in one.warned.signs]  # fmt: skip


def burdens(actor):
    return [(sign.sentence, sign.points) for one in queries.burdened(actor)[:9]
            for sign in one.warned.signs]  # fmt: skip


def test_sig_01_contact_low_or_much_lower_than_before_3(match, noor, els):
    answers(noor, 5, 3)
    assert found(els.actor) == [("Het contact gaat minder goed.", 3)]


def test_sig_01_not_met_since_the_last_time_3(match, noor, els):
    answers(noor, 5, times_met=0)
    assert ("Zij zagen elkaar niet sinds de vorige keer.", 3) in found(els.actor)


def test_sig_01_no_answer_in_fourteen_days_2(match, els, merwedam):
    for days in (14, 29):
        jobs.ask_how_it_goes(Actor.system(merwedam.pk, els.later(days=days).at))
    assert found(els.later(days=29)) == [("Wij kregen geen antwoord.", 2)]


def test_sig_01_more_than_expected_2(match, noor, els):
    answers(noor, 5, costs_more=True)
    assert found(els.actor) == [("Het kost meer dan verwacht.", 2)]


def test_sig_01_less_than_half_of_what_was_agreed_2(match, noor, els):
    actions.sign(els.actor, match.pk, agreement=story.AGREEMENT)
    answers(noor, 5, 5, times_met=1)
    assert found(els.actor) == [("Zij zien elkaar minder dan de helft van wat is afgesproken.", 2)]


def test_sig_01_tasks_that_were_not_agreed_2(match, noor, els):
    answers(noor, 5, as_agreed=False)
    assert found(els.actor) == [("Het gaat niet zoals afgesproken.", 2)]


def test_sig_01_the_question_became_heavier_3(match, els):
    Question.objects.update(intensity="zeer_intensief")
    assert found(els.actor) == [("De vraag is zwaarder geworden.", 3)]


def test_sig_01_the_backup_does_not_answer_in_five_days_2(match, noor, ank, els):
    actions.back_up(els.actor, match.pk, person_id=ank.person.pk)
    actions.ask_advice(noor.actor, match.pk, words="Wat nu?")
    assert found(els.later(days=7)) == []
    assert found(els.later(days=8)) == [("De achterwacht antwoordt niet.", 2)]


def test_sig_01_the_backup_left_2(match, ank, els, merwedam):
    actions.back_up(els.actor, match.pk, person_id=ank.person.pk)
    seat = Seat.objects.create(
        municipality=merwedam, person=ank.person, role="contact", since=els.actor.today
    )
    assert found(els.actor) == []
    Seat.objects.filter(pk=seat.pk).update(until=els.actor.today)
    assert found(els.actor) == []  # works here until the end of the day
    assert found(els.later(days=1)) == [("De achterwacht werkt hier niet meer.", 2)]


def test_sig_01_much_changes_in_the_life_of_the_volunteer_2(match, noor, els, merwedam):
    jobs.ask_volunteers(Actor.system(merwedam.pk, els.later(days=28).at))
    said = replace(FINE, life_changed=True)
    answer_wellbeing(noor.actor, Wellbeing.objects.get().pk, said=said)
    assert found(els.actor) == [("Er verandert veel in het leven van de vrijwilliger.", 2)]


def test_sig_01_mat_06_two_soft_wishes_let_go_1(fatma, noor, wim, els, match):
    assert Match.objects.get().wishes_dropped == 0
    Question.objects.update(role="coach", frequency="eenmalig", term_months=24, state="searching")
    Match.objects.update(state="declined")
    again = actions.propose(
        els.actor, match.arrangement.question_id, volunteering_id=match.volunteering_id
    )
    assert again.wishes_dropped == 3
    again.delete()
    Match.objects.filter(pk=match.pk).update(state="trial", wishes_dropped=3)
    assert found(els.actor) == [("Bij het begin bleven wensen liggen.", 1)]


def test_sig_01_half_a_year_without_learning_1(match, els):
    assert found(els.later(days=182)) == []
    assert found(els.later(days=183)) == [("Een half jaar geen intervisie of training.", 1)]
    note_minutes(
        els.later(days=180), worked=Worked(kind="intervision", minutes=90, match_id=match.pk)
    )
    assert found(els.later(days=183)) == []


def test_a21_staying_away_from_intervision_1(match, els, merwedam):
    group = IntervisionGroup.objects.create(
        municipality=merwedam, name="Kring", facilitator=els.person, state_since=MONDAY
    )
    IntervisionMember.objects.create(
        municipality=merwedam, group=group, volunteering=match.volunteering,
        since=els.actor.today, state="missing", state_since=MONDAY,
    )  # fmt: skip
    assert burdens(els.actor) == [("Was een paar keer achter elkaar niet bij de intervisie.", 1)]


def test_sig_01_points_are_settings_with_a_day(match, noor, els, merwedam):
    answers(noor, 5, costs_more=True)
    Term.objects.create(
        municipality=merwedam, name="sign.costs_more", length=5,
        valid_from=els.later(days=10).today,
    )  # fmt: skip
    assert found(els.later(days=9)) == [("Het kost meer dan verwacht.", 2)]
    assert found(els.later(days=10)) == [("Het kost meer dan verwacht.", 5)]
    Term.objects.filter(name="sign.costs_more").update(length=0)
    assert found(els.later(days=10)) == []


def test_what_came_from_elsewhere_is_read_by_the_round(match, noor, els, merwedam):
    answers(noor, 1)
    Match.objects.update(told=None)
    assert found(els.actor) == []
    jobs.ask_how_it_goes(Actor.system(merwedam.pk, els.actor.at))
    assert found(els.actor) == [("Het contact gaat minder goed.", 3)]


@pytest.fixture
def crowd(match, fatma, merwedam):
    """Sixty copies of a match, each told something else, out of the same hat each time."""
    throw = random.Random(7)
    Term.objects.all().delete()
    for _ in range(60):
        _one_more(match, throw)
    jobs.ask_how_it_goes(Actor.system(merwedam.pk, MONDAY - timedelta(days=400)))


def _one_more(match, throw):
    row = Match.objects.get(pk=match.pk)
    given = row.volunteering
    person = given.person
    person.pk = None
    person.save()
    given.pk, given.person, given.hours = None, person, throw.choice((1, 2, 9))
    given.save()
    place = row.place
    place.pk, place.volunteering = None, given
    place.save()
    row.pk, row.volunteering, row.place, row.invitation, row.told = None, given, place, None, None
    row.intensity = throw.choice(("licht", "intensief", "zeer_intensief"))
    row.met_on = MONDAY.date() - timedelta(days=throw.choice((5, 100, 300)))
    row.wishes_dropped = throw.randrange(4)
    row.frequency = throw.choice(("", "wekelijks", "maandelijks"))
    row.save()
    _tells(row, throw)


def _tells(row, throw):
    """What both sides told, what was asked in vain, and how the volunteer is."""
    given = row.volunteering
    here = {"municipality_id": row.municipality_id, "state_since": MONDAY}
    for side in ("resident", "volunteer"):
        for back in throw.sample(range(60), throw.randrange(4)):
            state = throw.choice(("answered", "answered", "missed", "asked"))
            told = {}
            if state == "answered":
                told = {
                    "times_met": throw.randrange(4), "contact_score": throw.randint(1, 5),
                    "costs_more": throw.random() < 0.3, "as_agreed": throw.random() < 0.7,
                }  # fmt: skip
            CheckIn.objects.create(
                **here, **told, match=row, side=side, state=state,
                on=MONDAY.date() - timedelta(days=back),
            )  # fmt: skip
    if throw.random() < 0.3:
        late = MONDAY.date() - timedelta(days=throw.choice((-1, 1)))
        Advice.objects.create(
            **here, match=row, to=given.person, words="?", asked_at=MONDAY, due_on=late
        )
    for back in throw.sample(range(200), throw.randrange(3)):
        Wellbeing.objects.create(
            **here, volunteering=given, asked_on=MONDAY.date() - timedelta(days=back),
            again_on=MONDAY.date(), state="answered", feels=throw.randint(1, 5),
            too_much=throw.random() < 0.2, life_changed=throw.random() < 0.4,
        )  # fmt: skip


def by_hand(match):
    """The signs of one match, read off everything that was told, in plain words."""
    said = CheckIn.objects.filter(match=match, state__in=("answered", "missed")).order_by("on")
    sides = [list(said.filter(side=side)) for side in ("resident", "volunteer")]
    last = [some[-1] for some in sides if some]
    answered = [one for one in last if one.state == "answered"]
    scores = [[one.contact_score for one in some if one.contact_score] for some in sides]
    lowest = min((s for s in scores if s), key=lambda s: (s[-1], s[-1] - s[-2:][0]), default=())
    asked_back = Wellbeing.objects.filter(volunteering=match.volunteering).order_by(
        "asked_on", "pk"
    )
    feels = asked_back.last()
    return warn(Course(
        scores=tuple(lowest),
        unanswered=sum(one.state == "missed" for one in last),
        not_met=any(one.times_met == 0 for one in answered),
        costs_more=any(one.costs_more for one in answered),
        less_than_agreed=any(one.as_agreed is False for one in answered),
        met_too_little=any(too_little(match, some) for some in sides),
        backup_silent=late_advice(match=match),
        life_changed=bool(feels and feels.life_changed),
        wishes_dropped=match.wishes_dropped >= 2,
        class_went_up=match.intensity == "licht",  # the question itself is intensive
        unlearned=unlearned(match),
    ))  # fmt: skip


def too_little(match, some):
    """Each answer counts for the days since that side was asked before, and a silence for none."""
    asked = [match.met_on, *(one.on for one in some)]
    told = [(one, one.on - day) for one, day in zip(some, asked, strict=False) if one.contact_score]
    if not told or not match.frequency:
        return False
    days = sum(since.days for _, since in told)
    met = sum(one.times_met for one, _ in told)
    return delivered(Frequency(match.frequency), days=days, met=met).too_little


def late_advice(**of):
    return Advice.objects.filter(**of, state="asked", due_on__lt=MONDAY.date()).exists()


def unlearned(match):
    return match.intensity != "licht" and (MONDAY.date() - match.met_on).days > 182


def carried(match):
    """What the volunteer of this one match carries, read in the same way."""
    hers = CheckIn.objects.filter(match=match, side="volunteer", on__lte=MONDAY.date())
    since = None
    for one in hers.order_by("on"):
        if one.state == "answered":
            since = None
        elif one.state in {"asked", "missed"}:
            since = since or one.on
    feels = Wellbeing.objects.filter(volunteering=match.volunteering).order_by("asked_on", "pk")
    last = feels.last()
    return overload(Carrying(
        classes=(Intensity(match.intensity),),
        hours=float(match.hours),
        hours_given=float(match.volunteering.hours),
        silent_days=(MONDAY.date() - since).days if since else None,
        days_without_learning=300 if unlearned(match) else None,
        feels=last.feels if last else None,
        too_much=bool(last and last.too_much),
        life_changed=bool(last and last.life_changed),
        unanswered_questions=int(late_advice(match=match)),
    ))  # fmt: skip


@pytest.mark.usefixtures("crowd")
class TestTheSameAnswers:
    """What the database counts is what one reads off the rows by hand, in the same order."""

    def test_sig_01_of_matches(self, els):
        rows = [(one, by_hand(one)) for one in Match.objects.exclude(met_on=None)]
        calls = [(one.pk, w) for one, w in rows if w.colour != "green"]
        calls.sort(key=lambda one: (-one[1].points, one[0]))

        listed = queries.watched(els.actor)
        assert [(one.match.pk, one.warned) for one in listed[:99]] == calls
        assert len(listed) == len(calls) > 20
        assert listed[20:25] == listed[:99][20:25]

    def test_a21_of_volunteers(self, els):
        rows = [(one.volunteering_id, carried(one)) for one in Match.objects.exclude(met_on=None)]
        calls = [one for one in rows if one[1].colour != "green"]
        calls.sort(key=lambda one: (-one[1].points, one[0]))

        listed = queries.burdened(els.actor)
        assert [(one.volunteering_id, one.warned) for one in listed[:99]] == calls
        assert len(listed) == len(calls) > 10

    def test_a_page_is_two_questions_whatever_the_crowd(self, els, django_assert_num_queries):
        for calls in (queries.watched, queries.burdened):
            with django_assert_num_queries(2):
                assert len(calls(els.actor)[:5]) == 5
