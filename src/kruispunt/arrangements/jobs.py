"""What happens to answers because time passed: reminders, alarms, escalations."""

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.actions import footing as standing
from kruispunt.arrangements.actions import guiding, waiting_line
from kruispunt.arrangements.actions.at_term import reach_term
from kruispunt.arrangements.models.escalation import Cause
from kruispunt.arrangements.queries import at_term, footing, guidance, places
from kruispunt.base.actor import Actor
from kruispunt.base.one_by_one import each
from kruispunt.questions import queries as questions


def chase_referrals(actor: Actor) -> None:
    """An organisation that says nothing is reminded once; then the process manager hears it."""
    each(queries.referrals_overdue(actor), lambda pk: actions.chase(actor, pk))


def offer_free_places(actor: Actor) -> None:
    """No answer in time: the next one is asked; and a place that is free is offered (K22)."""
    each(places.offers_passed(actor), lambda pk: waiting_line.let_offer_pass(actor, pk))
    each(places.free_while_somebody_waits(actor), lambda pk: waiting_line.offer_place(actor, pk))


def ask_how_it_goes(actor: Actor) -> None:
    """Both sides are asked on the planned day; two weeks of silence is a sign."""
    each(queries.check_ins_to_miss(actor), lambda pk: actions.miss_check_in(actor, pk))
    each(queries.matches_not_read(actor), lambda pk: actions.read_told(actor, pk))
    each(queries.check_ins_to_ask(actor), lambda pk: actions.ask_check_in(actor, pk))


def escalate_overdue(actor: Actor) -> None:
    """A question whose term is over goes to the process manager by itself (D26)."""
    carried = queries.carried_by_a_team(actor) | queries.carried_by_an_organisation(actor)
    stuck = [pk for pk in questions.overdue_searches(actor) if pk not in carried]
    each(stuck, lambda pk: actions.report(actor, pk, cause=Cause.NO_MATCH))


def reach_terms(actor: Actor) -> None:
    """A match that went on for the longest time gets its farewell on a desk (CAP-03)."""
    each(at_term.matches_at_term(actor), lambda pk: reach_term(actor, pk))


def warn_teams(actor: Actor) -> None:
    """A team that did not choose or start in time hears it, and after that Petra (HYB-02)."""
    each(queries.trajectories_to_warn(actor), lambda pk: actions.warn_team(actor, pk))


def ask_volunteers(actor: Actor) -> None:
    """Each quarter a volunteer is asked how she is herself; silence is a sign (SIG-02)."""
    each(guidance.wellbeing_to_miss(actor), lambda pk: guiding.miss_wellbeing(actor, pk))
    each(guidance.volunteers_to_ask(actor), lambda pk: guiding.ask_wellbeing(actor, pk))


def ask_how_residents_stand(actor: Actor) -> None:
    """At the beginning, each half year and at the end; silence is a call, a no is kept (C15)."""
    each(footing.footings_to_drop(actor), lambda pk: standing.drop_footing(actor, pk))
    each(footing.footings_to_miss(actor), lambda pk: standing.miss_footing(actor, pk))
    each(footing.whom_to_ask(actor), lambda pk: standing.ask_footing(actor, pk))


def invite_to_choose_guides(actor: Actor) -> None:
    """Whose question lies with the guides chooses one herself (OCO-04)."""
    each(queries.questions_without_guide(actor), lambda pk: actions.invite_to_choose(actor, pk))


def remind_guides(actor: Actor) -> None:
    """A guide who did not call in three days, or is silent for fifteen, hears it (SM-7)."""
    each(queries.guides_to_remind(actor), lambda pk: actions.remind_guide(actor, pk))
