"""What people do together: a list, one page for each, and the count of the year (SM-11)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.arrangements.queries.places import taking_part
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.desks.startpunt.forms.gatherings import CountForm, IdeaForm, PlanForm
from kruispunt.desks.ui import places as areas
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import Verb, attempt, possible, sources
from kruispunt.offers import permits
from kruispunt.offers.actions import gatherings as actions
from kruispunt.offers.queries import days
from kruispunt.offers.queries import gatherings as queries
from kruispunt.offers.queries.room import with_room
from kruispunt.offers.states import GATHERING_MOVES as MOVES
from kruispunt.people import queries as people

VERBS = (
    Verb(
        "plan_gathering",
        "Wanneer is het?",
        "Kies een dag. Laat het aantal leeg als iedereen kan komen.",
        "Plan deze dag",
        may=permits.GATHER,
        states=sources(MOVES, "plan_gathering"),
        act=lambda actor, row_id, said: actions.plan_gathering(actor, row_id, **said),
        form=PlanForm,
    ),
    Verb(
        "announce",
        "Klaar om aan te kondigen?",
        "Dan staat het op de kaart, en kunnen mensen meedoen.",
        "Kondig het aan",
        may=permits.GATHER,
        states=sources(MOVES, "announce"),
        act=lambda actor, row_id, _: actions.announce(actor, row_id),
    ),
    Verb(
        "begin_gathering",
        "Is het begonnen?",
        "Veel plezier.",
        "Het is begonnen",
        may=permits.GATHER,
        states=sources(MOVES, "begin_gathering"),
        act=lambda actor, row_id, _: actions.begin_gathering(actor, row_id),
    ),
    Verb(
        "be_over",
        "Is het geweest?",
        "Dan gaat het van de kaart.",
        "Het is geweest",
        may=permits.GATHER,
        states=sources(MOVES, "be_over"),
        act=lambda actor, row_id, _: actions.be_over(actor, row_id),
    ),
    Verb(
        "count_gathering",
        "Wat bracht het?",
        "De gemeente telt mee. Schat gerust.",
        "Tel mee",
        may=permits.GATHER,
        states=sources(MOVES, "count_gathering"),
        act=lambda actor, row_id, said: actions.count_gathering(actor, row_id, **said),
        form=CountForm,
    ),
    Verb(
        "call_off",
        "Gaat het niet door?",
        "Dan gaat het van de kaart.",
        "Het gaat niet door",
        may=permits.GATHER,
        states=sources(MOVES, "call_off"),
        act=lambda actor, row_id, _: actions.call_off(actor, row_id),
        folded=True,
    ),
)


@require_http_methods(["GET", "POST"])
@as_actor
def gatherings(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What is coming, what has been, and a new idea."""
    organisations = [(one.pk, one.name) for one in people.organisations(actor)]
    form = IdeaForm(
        request.POST or None,
        areas=areas.choices(areas.areas(actor)),
        organisations=organisations,
    )

    def note() -> None:
        said = form.cleaned_data
        idea = actions.Idea(
            name=said["name"],
            sort=said["sort"],
            kinds=(said["kind"],),
            organisation_id=said["organisation_id"],
            description=said["description"],
            neighbourhood_id=said["area"],
        )
        actions.have_idea(actor, idea=idea)

    if done(request, form, note):
        return redirect("startpunt:gatherings")
    rows = queries.gatherings(actor)
    context = {
        "coming": rows.exclude(state__in=("counted", "called_off")),
        "counted": queries.counted(actor, actor.today.year),
        "year": actor.today.year,
        "with_room": with_room(actor),
        "form": form,
        "may_gather": actor.is_a(Role.WORKER),
    }
    return render(request, "startpunt/gatherings.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def gathering(
    request: HttpRequest, actor: Actor, gathering_id: int, verb: str = ""
) -> HttpResponse:
    """One thing people do together, and its next step."""
    found = queries.gatherings(actor).get(pk=gathering_id)
    tried = attempt(request, actor, gathering_id, verb, among=VERBS)
    if tried.done:
        return redirect("startpunt:gathering", gathering_id)
    context = {
        "gathering": found,
        "steps": tried.steps(
            possible(VERBS, actor, found), "startpunt:gathering_verb", gathering_id
        ),
    }
    return render(request, "startpunt/gathering.html", context, status=tried.status)


@require_GET
@as_actor
def places(request: HttpRequest, actor: Actor, activity_id: int) -> HttpResponse:
    """Who takes part in an activity, who is asked, and who waits; and who said yes when."""
    context = {
        "activity": days.activity(actor, activity_id),
        "groups": taking_part(actor, activity_id),
        "today": actor.today,
    }
    return render(request, "startpunt/places.html", context)
