"""Intervision at the desk: groups, their meetings, who was there, and whom to call (A17, A18)."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kruispunt.arrangements.actions import coming_together as together
from kruispunt.arrangements.actions import intervision as actions
from kruispunt.arrangements.permits import intervision as permits
from kruispunt.arrangements.queries import intervision as queries
from kruispunt.arrangements.states.intervision import GROUP_MOVES, MEETING_MOVES, GroupState
from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.base.terms import amount
from kruispunt.desks.startpunt import intervision_forms as asked
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import let_choose
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import Verb, attempt, possible, sources

SOME = 30
RUNS = frozenset({GroupState.WAITING, GroupState.PLANNED})
OF_GROUP = (
    Verb(
        "plan_meeting",
        "Plan de volgende keer",
        "Iedereen in de groep krijgt een uitnodiging. Eén persoon bereidt de avond voor.",
        "Plan en nodig uit",
        may=permits.LEAD_GROUP,
        states=sources(GROUP_MOVES, "plan_meeting"),
        act=lambda actor, pk, said: actions.plan_meeting(
            actor, pk, plan=actions.MeetingPlan(**said)
        ),
        form=asked.MeetingForm,
    ),
    Verb(
        "join_group",
        "Laat iemand meedoen",
        "Wie een zeer intensieve koppeling heeft, staat bovenaan.",
        "Doet mee",
        may=permits.START_GROUP,
        states=RUNS,
        act=lambda actor, pk, said: actions.join_group(actor, pk, **said),
        form=asked.JoinForm,
        folded=True,
    ),
    Verb(
        "stop_group",
        "Stop deze groep",
        "Wie meedeed, kan bij een andere groep.",
        "Stop",
        may=permits.START_GROUP,
        states=sources(GROUP_MOVES, "stop_group"),
        act=lambda actor, pk, _: actions.stop_group(actor, pk),
        folded=True,
    ),
)
OF_MEETING = (
    Verb(
        "hold_meeting",
        "Is de groep bij elkaar geweest?",
        "Vink aan wie er was. Wie 2 keer achter elkaar mist, wordt gebeld.",
        "Leg vast",
        may=permits.LEAD_MEETING,
        states=sources(MEETING_MOVES, "hold_meeting"),
        act=lambda actor, pk, said: together.hold_meeting(
            actor, pk, held=together.Held(**{**said, "present": tuple(said["present"])})
        ),
        form=asked.HeldForm,
    ),
    Verb(
        "call_off_meeting",
        "Gaat het niet door?",
        "Wie uitgenodigd is, krijgt bericht.",
        "Gaat niet door",
        may=permits.LEAD_MEETING,
        states=sources(MEETING_MOVES, "call_off_meeting"),
        act=lambda actor, pk, said: actions.call_off_meeting(actor, pk, **said),
        form=asked.CallOffForm,
        folded=True,
    ),
)


@require_http_methods(["GET", "POST"])
@as_actor
def groups(request: HttpRequest, actor: Actor) -> HttpResponse:
    """All groups I lead or coordinate, and whoever should be in one."""
    may_start = permits.START_GROUP.every_row(actor)
    form = asked.GroupForm(request.POST or None)
    let_choose(form, facilitator_id=queries.leaders(actor))
    if request.method == "POST":
        may_begin(actor, permits.START_GROUP)
    if done(request, form, lambda: actions.start_group(actor, **form.cleaned_data)):
        return redirect("startpunt:intervision")
    context = {
        "groups": queries.groups(actor)[:100],
        "without": queries.without_group(actor).select_related("person")[:SOME],
        "form": form if may_start else None,
        "today": actor.today,
    }
    return render(request, "startpunt/intervision.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def group(request: HttpRequest, actor: Actor, group_id: int, verb: str = "") -> HttpResponse:
    """One group: who takes part, when they meet, and the next step."""
    found = queries.group(actor, group_id)
    members = list(queries.members(actor, group_id))
    owners = [
        (found.facilitator_id, found.facilitator.name),
        *((one.volunteering.person_id, one.volunteering.person.name) for one in members),
    ]
    fill = partial(let_choose, owner_id=owners, volunteering_id=queries.to_join(actor, group_id))
    tried = attempt(request, actor, group_id, verb, among=OF_GROUP, fill=fill)
    if tried.done:
        return redirect("startpunt:intervision_group", group_id)
    can = possible(OF_GROUP, actor, found)
    steps = tried.steps(can, "startpunt:intervision_verb", group_id, fill=fill)
    context = {
        "group": found,
        "members": members,
        "meetings": queries.meetings(actor, group_id)[:SOME],
        "held": queries.held_this_year(actor, group_id),
        "a_year": amount(actor, "intervision.a_year"),
        "steps": steps,
        "guides": permits.START_GROUP.every_row(actor),
        "today": actor.today,
    }
    return render(request, "startpunt/intervision_group.html", context, status=tried.status)


@require_http_methods(["GET", "POST"])
@as_actor
def meeting(request: HttpRequest, actor: Actor, meeting_id: int, verb: str = "") -> HttpResponse:
    """One meeting: who comes, what they want to talk about, and who was there."""
    found = queries.meeting(actor, meeting_id)
    invited = list(queries.attendances(actor, meeting_id))
    present = [(one.pk, one.volunteering.person.name) for one in invited]
    fill = partial(let_choose, present=present)
    tried = attempt(request, actor, meeting_id, verb, among=OF_MEETING, fill=fill)
    if tried.done:
        return redirect("startpunt:intervision_meeting", meeting_id)
    can = possible(OF_MEETING, actor, found)
    steps = tried.steps(can, "startpunt:intervision_meeting_verb", meeting_id, fill=fill)
    context = {"meeting": found, "invited": invited, "steps": steps}
    return render(request, "startpunt/intervision_meeting.html", context, status=tried.status)


@require_http_methods(["GET", "POST"])
@as_actor
def talk_about_missing(request: HttpRequest, actor: Actor, member_id: int) -> HttpResponse:
    """Somebody calls who was often not there, and writes down what they agreed."""
    member = queries.member_to_call(actor, member_id)
    form = asked.TalkForm(request.POST or None)

    def talk() -> None:
        actions.talk_about_missing(actor, member_id, said=form.cleaned_data["said"])

    if done(request, form, talk):
        return redirect("startpunt:intervision_group", member.group_id)
    context = {"member": member, "form": form}
    return render(request, "startpunt/intervision_talk.html", context, status=status(form))


@require_POST
@as_actor
def leave_group(request: HttpRequest, actor: Actor, member_id: int) -> HttpResponse:  # noqa: ARG001
    """Somebody takes part no longer."""
    member = actions.leave_group(actor, member_id)
    return redirect("startpunt:intervision_group", member.group_id)
