"""A question wanders: whatever people do and in whichever order, the rows stay true."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count
from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.arrangements.models import Arrangement, Escalation, Match, Referral
from kruispunt.arrangements.states import UNDER_WAY
from kruispunt.base.models import JournalLine, Municipality
from kruispunt.base.moves import ImpossibleMove
from kruispunt.base.roles import Role
from kruispunt.config import rounds
from kruispunt.core.triage import Answers
from kruispunt.core.vocabulary import Intensity
from kruispunt.matching import actions as matching
from kruispunt.matching.models import Invitation
from kruispunt.offers import actions as offers
from kruispunt.offers.models import Place, Volunteering
from kruispunt.people import actions as people
from kruispunt.people.models import Consent
from kruispunt.questions import actions as questions
from kruispunt.questions.models import Question
from kruispunt.questions.states import ENDED, State
from tests import story
from tests.cast import enter

REFUSALS = (ImpossibleMove, PermissionDenied, ObjectDoesNotExist, ValidationError)
which = some.integers(0, 3)
INTENSITIES = (
    Answers(self_reliance=1, times=1),
    story.INTENSIVE,
    Answers(self_reliance=3, indicators={"geheugen": 2}),
    Answers(self_reliance=4),
)


class Walk(RuleBasedStateMachine):
    """Three residents, two volunteers and everyone who works, for as long as it takes."""

    def __init__(self):
        super().__init__()
        self.rows = transaction.atomic()
        self.rows.__enter__()

    def teardown(self):
        """Every walk begins in an empty house."""
        transaction.set_rollback(True)
        self.rows.__exit__(None, None, None)

    @initialize()
    def begin(self):
        town = Municipality.objects.create(name="Dwaaldam")
        other = Municipality.objects.create(name="Elders")
        self.town = town
        self.fatmas = [enter(f"Fatma {n}", town, Role.RESIDENT) for n in range(3)]
        self.noors = [enter(f"Noor {n}", town, Role.VOLUNTEER) for n in range(2)]
        self.wim = enter("Wim", town, Role.WORKER)
        self.els = enter("Els", town, Role.COORDINATOR)
        self.ank = enter("Ank", town, Role.CONTACT)
        self.petra = enter("Petra", town, Role.PROCESS_MANAGER)
        self.zed = enter("Zed", other, Role.WORKER, Role.COORDINATOR, Role.PROCESS_MANAGER)
        self.passed = timedelta()
        self.home = people.register_organisation(
            self.wim.actor, name="Huis", kind="care", contact_id=self.ank.person.pk
        )
        profile = replace(story.NOORS_PROFILE, places=2, max_intensity="zeer_intensief")
        for noor in self.noors:
            given = story.available(
                noor, self.els, profile=profile, trainings=("basis", "dementie")
            )
            assert given.state == "available"
        offers.vouch_for(self.els.actor, given.pk)

    def as_(self, player):
        return replace(player.actor, at=player.actor.at + self.passed)

    def try_(self, deed):
        """Whatever is refused, is refused with a word and leaves nothing behind."""
        before = JournalLine.objects.count()
        try:
            deed()
        except REFUSALS:
            assert JournalLine.objects.count() == before

    def pick(self, rows, number):
        found = list(rows.order_by("pk"))
        return found[number % len(found)].pk if found else 0

    @rule(who=which)
    def ask(self, who):
        fatma = self.fatmas[who % 3]
        self.try_(
            lambda: questions.open_question(
                self.as_(fatma), asked_by_id=fatma.person.pk, words="Wie helpt mij?"
            )
        )

    @rule(one=which, answers=some.sampled_from(INTENSITIES))
    def understand(self, one, answers):
        pk = self.pick(Question.objects.exclude(state__in=ENDED), one)
        self.try_(lambda: questions.contact(self.as_(self.wim), pk))
        self.try_(lambda: questions.clarify(self.as_(self.wim), pk, found=story.WALKING))
        self.try_(lambda: questions.triage(self.as_(self.wim), pk, answers=answers))

    @rule(one=which, way=some.sampled_from(["search", "combine", "develop", "withdraw"]))
    def go(self, one, way):
        pk = self.pick(Question.objects.all(), one)
        self.try_(lambda: getattr(questions, way)(self.as_(self.wim), pk))

    @rule(one=which)
    def reopen(self, one):
        pk = self.pick(Question.objects.filter(state__in=ENDED), one)
        self.try_(lambda: questions.reopen(self.as_(self.wim), pk, why="Toch"))

    @rule(one=which, who=which)
    def invite(self, one, who):
        pk = self.pick(Question.objects.exclude(state__in=ENDED), one)
        given = self.pick(Volunteering.objects.all(), who)
        self.try_(
            lambda: matching.invite(
                self.as_(self.els), pk, volunteering_ids=(given,), words="Wandelen"
            )
        )

    @rule(one=which, yes=some.booleans())
    def answer_invitation(self, one, yes):
        invitation = Invitation.objects.filter(pk=self.pick(Invitation.objects.all(), one)).first()
        if invitation is None:
            return
        [noor] = [n for n in self.noors if n.person.pk == invitation.volunteering.person_id]
        if yes:
            self.try_(lambda: arrangements.accept_invitation(self.as_(noor), invitation.pk))
        else:
            self.try_(lambda: matching.decline(self.as_(noor), invitation.pk, no_reason="no_time"))

    @rule(one=which, verb=some.sampled_from(["agree_as_resident", "agree_as_volunteer"]))
    def agree(self, one, verb):
        pk = self.pick(Match.objects.all(), one)
        self.try_(lambda: getattr(arrangements, verb)(self.as_(self.els), pk))

    @rule(
        one=which,
        verb=some.sampled_from(["start_trial", "activate", "pause", "resume", "wind_down"]),
    )
    def run(self, one, verb):
        pk = self.pick(Match.objects.all(), one)
        self.try_(lambda: getattr(arrangements, verb)(self.as_(self.els), pk))

    @rule(one=which)
    def sign(self, one):
        pk = self.pick(Match.objects.all(), one)
        els = self.as_(self.els)
        self.try_(lambda: arrangements.back_up(els, pk, person_id=self.ank.person.pk))
        self.try_(lambda: arrangements.sign(els, pk, agreement=story.AGREEMENT))

    @rule(one=which, planned=some.booleans())
    def end(self, one, planned):
        pk = self.pick(Match.objects.filter(state__in=sorted(UNDER_WAY)), one)
        self.try_(
            lambda: arrangements.end(
                self.as_(self.els), pk, reason="term_over", ended_by="both", planned=planned
            )
        )

    @rule(one=which)
    def look_back_and_close(self, one):
        pk = self.pick(Match.objects.all(), one)
        for side in ("resident", "volunteer"):
            self.try_(
                lambda side=side: arrangements.look_back(
                    self.as_(self.els), pk, side=side, words="Goed"
                )
            )
        question = self.pick(Question.objects.filter(state=State.ANSWERED), one)
        self.try_(lambda: arrangements.close(self.as_(self.els), question, ending="Klaar"))

    @rule(who=which, give=some.booleans())
    def consent(self, who, give):
        fatma = self.fatmas[who % 3]
        given = Consent.objects.filter(person=fatma.person, state="given").first()
        if given is not None and not give:
            self.try_(lambda: people.withdraw_consent(self.as_(fatma), given.pk))
        if given is None and give:
            asked = people.ask_consent(
                self.as_(self.wim),
                person_id=fatma.person.pk,
                scope="question",
                purpose="Hulp",
                organisation_id=self.home.pk,
            )
            until = self.as_(fatma).today + timedelta(days=90)
            people.give_consent(self.as_(fatma), asked.pk, until=until)

    @rule(one=which)
    def refer(self, one):
        pk = self.pick(Question.objects.exclude(state__in=ENDED), one)
        self.try_(
            lambda: arrangements.refer(
                self.as_(self.wim), pk, organisation_id=self.home.pk, words="Hulp", why="Nodig"
            )
        )

    @rule(one=which, verb=some.sampled_from(["take_on", "refuse", "offer", "deliver"]))
    def organise(self, one, verb):
        pk = self.pick(Referral.objects.all(), one)
        ank = self.as_(self.ank)
        said = {
            "refuse": {"refusal": "no_place"},
            "offer": {"offered": "Vervoer", "starts_on": ank.today},
        }
        self.try_(lambda: getattr(arrangements, verb)(ank, pk, **said.get(verb, {})))

    @rule(one=which)
    def break_the_deadlock(self, one):
        pk = self.pick(Escalation.objects.all(), one)
        petra = self.as_(self.petra)
        self.try_(lambda: arrangements.clear_up(petra, pk, what="Wandelen", tried="Veel"))
        self.try_(
            lambda: arrangements.decide(
                petra, pk, responsible_id=self.home.pk, deadline=petra.today, reason="Moet"
            )
        )
        self.try_(lambda: arrangements.carry_out(petra, pk))

    @rule(days=some.integers(1, 40))
    def time_passes(self, days):
        self.passed += timedelta(days=days)
        assert rounds.walk(self.as_(self.wim).at) == []

    @rule(one=which, who=which)
    def zed_tries(self, one, who):
        question = self.pick(Question.objects.all(), one)
        match = self.pick(Match.objects.all(), who)
        zed = self.as_(self.zed)
        before = JournalLine.objects.count()
        for deed in (
            lambda: questions.withdraw(zed, question),
            lambda: arrangements.pause(zed, match),
            lambda: arrangements.report(zed, question, cause="gap"),
        ):
            with pytest.raises(REFUSALS):
                deed()
        assert JournalLine.objects.count() == before

    @invariant()
    def nobody_is_overbooked(self):
        taken = Place.objects.filter(freed_at__isnull=True)
        for one in taken.values("volunteering", "volunteering__places").annotate(n=Count("pk")):
            assert one["n"] <= one["volunteering__places"]
        heavy = taken.exclude(intensity=Intensity.LIGHT).values("volunteering")
        assert not heavy.annotate(n=Count("pk")).filter(n__gt=2).exists()
        very = taken.filter(intensity=Intensity.VERY_INTENSIVE).values("volunteering")
        assert not very.annotate(n=Count("pk")).filter(n__gt=1).exists()

    @invariant()
    def a_place_is_held_by_exactly_one_match_under_way(self):
        running = Match.objects.filter(state__in=sorted(UNDER_WAY))
        held = sorted(running.values_list("place_id", flat=True))
        taken = Place.objects.filter(freed_at__isnull=True)
        assert held == sorted(taken.values_list("pk", flat=True))

    @invariant()
    def full_is_full_and_free_is_free(self):
        for given in Volunteering.objects.all():
            taken = given.taken_places.filter(freed_at__isnull=True).count()
            assert (given.state == "matched") == (taken >= given.places)

    @invariant()
    def what_is_stuck_is_on_petras_desk(self):
        stuck = set(Question.objects.filter(state="unanswered").values_list("pk", flat=True))
        solved = ("carried_out", "evaluated")
        reported = Escalation.objects.exclude(state__in=solved)
        assert stuck <= set(reported.values_list("question_id", flat=True))

    @invariant()
    def one_open_answer_to_a_question(self):
        found = Arrangement.objects.filter(closed_at__isnull=True).values("question")
        assert not found.annotate(n=Count("pk")).filter(n__gt=1).exists()

    @invariant()
    def every_active_match_has_an_agreement_and_two_yeses(self):
        for match in Match.objects.filter(state="active"):
            assert match.signed_on
            assert match.volunteer_agreed_at
            assert match.resident_agreed_at

    @invariant()
    def zed_sees_nothing(self):
        if hasattr(self, "zed"):
            assert not answers.matches(self.zed.actor).exists()
            assert not answers.referrals(self.zed.actor).exists()
            assert not answers.escalations(self.zed.actor).exists()


def test_any_walk_keeps_the_rows_true(db):
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=6,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
