"""Carers at the Startpunt: who is seen, one talk, one plan, and asking again (SM-13)."""

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.permits import carers as permits
from kruispunt.arrangements.states import CARER_MOVES
from kruispunt.arrangements.states.carers import CarerTask, CarerWish
from kruispunt.base.actor import Actor
from kruispunt.base.steps import may_begin
from kruispunt.core.instruments import SHELF
from kruispunt.desks.startpunt.forms.carers import (
    ClosingForm,
    MeasureForm,
    PlanForm,
    SeenForm,
    ToldForm,
)
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import Verb, attempt, possible, sources
from kruispunt.people.actions import Particulars

VERBS = (
    Verb(
        "talk_with_carer",
        "Bel en luister",
        "Wat doet iemand, hoeveel is het, en wat zou helpen?",
        "Leg het gesprek vast",
        may=permits.TALK_WITH_CARER,
        states=sources(CARER_MOVES, "talk_with_carer"),
        act=lambda actor, pk, said: actions.talk_with_carer(
            actor,
            pk,
            told=actions.CarerTold(
                **{**said, "tasks": tuple(said["tasks"]), "wishes": tuple(said["wishes"])}
            ),
        ),
        form=ToldForm,
    ),
    Verb(
        "plan_relief",
        "Maak samen een plan",
        "De mantelzorger beslist mee. Wie het doorgaf, hoort alleen dat er een plan is.",
        "Leg het plan vast",
        may=permits.PLAN_RELIEF,
        states=sources(CARER_MOVES, "plan_relief"),
        act=lambda actor, pk, said: actions.plan_relief(actor, pk, **said),
        form=PlanForm,
    ),
    Verb(
        "begin_relief",
        "Is het plan begonnen?",
        "Daarna vragen we opnieuw hoe het gaat.",
        "Ja, het loopt",
        may=permits.PLAN_RELIEF,
        states=sources(CARER_MOVES, "begin_relief"),
        act=lambda actor, pk, _: actions.begin_relief(actor, pk),
    ),
    Verb(
        "close_carer",
        "Is het goed zo?",
        "Sluit af als de mantelzorger dat ook vindt.",
        "Sluit af",
        may=permits.CLOSE_CARER,
        states=sources(CARER_MOVES, "close_carer"),
        act=lambda actor, pk, said: actions.close_carer(actor, pk, **said),
        form=ClosingForm,
        folded=True,
    ),
)


@require_GET
@as_actor
def carers(request: HttpRequest, actor: Actor) -> HttpResponse:
    may_begin(actor, permits.TALK_WITH_CARER)
    context = {
        "cases": queries.open_carers(actor)[:100],
        "means": queries.group_means(actor),
        "today": actor.today,
    }
    return render(request, "startpunt/carers.html", context)


@require_http_methods(["GET", "POST"])
@as_actor
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Someone who cares is seen for the first time."""
    may_begin(actor, permits.TALK_WITH_CARER)
    form = SeenForm(request.POST or None, initial={"yes_on": actor.today})

    def see() -> None:
        said = dict(form.cleaned_data)
        who = Particulars(
            **{name: said.pop(name) for name in ("given_name", "phone", "birth_year")}
        )
        actions.see_new_carer(actor, who=who, seen=actions.Seen(**said))

    if done(request, form, see):
        return redirect("startpunt:carers")
    return render(request, "startpunt/new_carer.html", {"form": form}, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def carer(request: HttpRequest, actor: Actor, case_id: int, verb: str = "") -> HttpResponse:
    found = dossiers.carer(actor, case_id)
    may_begin(actor, permits.TALK_WITH_CARER)
    tried = attempt(request, actor, case_id, verb, among=VERBS)
    if tried.done:
        return redirect("startpunt:carer", case_id)
    asks = {"measure_carer", "measure_again"} & set(queries.carer_verbs(found))
    context = {
        "case": found,
        "tasks": [one.label for one in CarerTask if one in found.tasks],
        "wishes": [one.label for one in CarerWish if one in found.wishes],
        "measurements": [
            (one, SHELF[one.instrument].name) for one in queries.measurements(actor, case_id)
        ],
        "instruments": queries.instruments_for(actor, found) if asks else [],
        "steps": tried.steps(possible(VERBS, actor, found), "startpunt:carer_verb", case_id),
        "today": actor.today,
    }
    return render(request, "startpunt/carer.html", context, status=tried.status)


@require_http_methods(["GET", "POST"])
@as_actor
def measure(request: HttpRequest, actor: Actor, case_id: int, code: str) -> HttpResponse:
    """Ask the questions of one instrument; the outcome is the start of a talk (INS-02)."""
    found = dossiers.carer(actor, case_id)
    may_begin(actor, permits.MEASURE_CARER)
    if code not in {one.code for one in queries.instruments_for(actor, found)}:
        raise ObjectDoesNotExist(code)
    one = SHELF[code]
    form = MeasureForm(
        request.POST or None, instrument=one, texts=queries.instrument_texts(actor, code)
    )
    again = "measure_again" in queries.carer_verbs(found)
    act = actions.measure_again if again else actions.measure_carer

    def ask() -> None:
        said = actions.Answered(instrument=code, answers=form.answers(), agreed=True)
        act(actor, case_id, said=said)

    if done(request, form, ask):
        return redirect("startpunt:carer", case_id)
    context = {"case": found, "instrument": one, "form": form}
    return render(request, "startpunt/measure.html", context, status=status(form))
