"""Asking for a small job at the door, and saying by the word in a letter whether it is good."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements.actions import odd_jobs as actions
from kruispunt.arrangements.queries import odd_jobs as queries
from kruispunt.arrangements.states.odd_jobs import OddJobState
from kruispunt.base.actor import Actor
from kruispunt.desks.public.odd_job_forms import HowWasItForm, OddJobForm
from kruispunt.desks.public.views.asking import as_anyone, who_of
from kruispunt.desks.ui import places
from kruispunt.desks.ui.door import for_everyone
from kruispunt.desks.ui.knocking import counted
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.tongues import asked_in, in_own_language


@require_http_methods(["GET", "POST"])
@in_own_language
@for_everyone
@counted
def ask_odd_job(request: HttpRequest, actor: Actor) -> HttpResponse:
    """No account, five fields: what must be done and whom to call."""
    areas, language = places.areas(actor), asked_in()
    form = OddJobForm(request.POST or None, areas=places.choices(areas))

    def write_down() -> None:
        said = form.cleaned_data
        actions.ask_odd_job(
            as_anyone(actor),
            who=who_of(said, areas),
            words=said["words"],
            kind=said["kind"],
            asked_in=language,
        )

    if done(request, form, write_down):
        return redirect("public:asked")
    return render(request, "public/odd_job.html", {"form": form}, status=status(form))


@require_http_methods(["GET", "POST"])
@for_everyone
def how_was_it(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """One choice; what is not good yet is done once more."""
    job_id, person_id, municipality_id = queries.odd_job_by_link(word)
    them = actor.answering(person_id, municipality_id)
    found = queries.odd_job(them, job_id)
    form = HowWasItForm(request.POST or None)
    if done(request, form, lambda: actions.hear_odd_job(them, job_id, **form.cleaned_data)):
        return redirect("public:how_was_it", word)
    context = {"job": found, "form": form, "open": found.state == OddJobState.DONE}
    return render(request, "public/how_was_it.html", context, status=status(form))
