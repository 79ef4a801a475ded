"""One signal: who it is about, what it becomes, and telling who brought it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kruispunt.base.actor import Actor
from kruispunt.desks.startpunt.forms.recordings import WriteDownForm
from kruispunt.desks.startpunt.forms.signals import ConcludeForm, StreetForm, TalentOfAskerForm
from kruispunt.desks.startpunt.turning import ACTS, SAID, Turning, ways
from kruispunt.desks.ui import dossiers, places
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import NOTHING_TRIED, posted
from kruispunt.offers import actions as offers
from kruispunt.questions import actions
from kruispunt.questions.actions import same_person as pairing
from kruispunt.questions.queries import recordings
from kruispunt.questions.queries import same_person as alike

PAIRING = {
    "join_signals": (
        pairing.join_signals,
        "Samengevoegd. Vertel het nog aan ieder die iets doorgaf, los van elkaar.",
    ),
    "keep_signals_apart": (pairing.keep_signals_apart, "Goed. Dit zijn twee mensen."),
    "part_signals": (pairing.part_signals, "Ze staan weer los van elkaar."),
}


@require_http_methods(["GET", "POST"])
@as_actor
def signal(request: HttpRequest, actor: Actor, signal_id: int, verb: str = "") -> HttpResponse:
    """From what someone heard to what it is; each way asks what it needs and no more."""
    found = dossiers.signal(actor, signal_id)
    areas = places.areas(actor)
    made = ways(actor, found, areas, sought=request.GET.get("zoek", ""))
    tried = NOTHING_TRIED
    if verb in ACTS:
        act = ACTS[verb]
        tried = posted(request, verb, made[verb], lambda said: act(actor, found, said, areas))
    if tried.done:
        messages.success(request, SAID[verb])
        return redirect("startpunt:signal", signal_id)
    context = {
        "signal": found,
        "recording": recordings.of_signal(actor, signal_id),
        "write_form": WriteDownForm(auto_id="said_%s"),
        "sought": request.GET.get("zoek", ""),
        "steps": Turning(found, made, tried).steps(),
        "visit": found.visit_id is not None,
        "alike": alike.beside(actor, found),
        "question_id": alike.question_of(found),
        "today": actor.today,
    }
    return render(request, "startpunt/signal.html", context, status=tried.status)


@require_POST
@as_actor
def same_person(
    request: HttpRequest, actor: Actor, *, signal_id: int, other_id: int, verb: str
) -> HttpResponse:
    """What a person says of two signals: about one person, about two, or undone again."""
    if verb not in PAIRING:
        raise Http404("no such verb")
    act, told = PAIRING[verb]
    act(actor, signal_id, other_id=other_id)
    messages.success(request, told)
    return redirect("startpunt:signal", signal_id)


@require_http_methods(["GET", "POST"])
@as_actor
def hand_to_team(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """The team reads words of our own, never the dossier (TAX-04)."""
    found = dossiers.question(actor, question_id)
    form = StreetForm(request.POST or None, initial={"kind": found.kind})
    if done(request, form, lambda: actions.hand_to_team(actor, question_id, **form.cleaned_data)):
        return redirect("startpunt:question", question_id)
    context = {"question": found, "form": form}
    return render(request, "startpunt/hand_to_team.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def conclude(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """What the municipality, the guide or the team made of it."""
    found = dossiers.question(actor, question_id)
    form = ConcludeForm(request.POST or None)

    def note() -> None:
        concluded = actions.Concluded(**form.cleaned_data)
        actions.conclude(actor, question_id, concluded=concluded)

    if done(request, form, note):
        return redirect("startpunt:question", question_id)
    context = {"question": found, "form": form}
    return render(request, "startpunt/conclude.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def talent(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """Who asks may give as well (TAX-03, D46)."""
    found = dossiers.question(actor, question_id)
    form = TalentOfAskerForm(request.POST or None)

    def join() -> None:
        profile = offers.Profile(kinds=(form.cleaned_data["kind"],), description=found.gives)
        offers.apply_as_volunteer(actor, person_id=found.asked_by_id, profile=profile)

    if done(request, form, join):
        messages.success(request, "Mooi. Het vrijwilligersbestand belt binnen {volunteer.applied}.")
        return redirect("startpunt:question", question_id)
    context = {"question": found, "form": form}
    return render(request, "startpunt/talent.html", context, status=status(form))
