"""The job a volunteer comes for: the day, the door, and saying that it is done (SM-12)."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements.actions import odd_jobs as actions
from kruispunt.arrangements.permits import odd_jobs as permits
from kruispunt.arrangements.queries import odd_jobs as queries
from kruispunt.arrangements.states.odd_jobs import ODD_JOB_MOVES as MOVES
from kruispunt.base.actor import Actor
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.verbs import Verb, attempt, possible, sources


class DoneForm(forms.Form):
    """How long it took, and what the materials cost."""

    minutes = forms.IntegerField(label="Hoeveel minuten duurde het?", min_value=1, max_value=600)
    materials = forms.DecimalField(
        label="Wat kostte het materiaal?",
        help_text="In euro. Laat leeg als het klopt.",
        min_value=0,
        max_value=500,
        decimal_places=2,
        localize=True,
        required=False,
    )


VERBS = (
    Verb(
        "finish_odd_job",
        "Is de klus gedaan?",
        "Wij vragen daarna of het goed is. U ziet het adres dan niet meer.",
        "De klus is klaar",
        may=permits.FINISH_ODD_JOB,
        states=sources(MOVES, "finish_odd_job"),
        act=lambda actor, job_id, said: actions.finish_odd_job(actor, job_id, **said),
        form=DoneForm,
    ),
    Verb(
        "hand_back_odd_job",
        "Kunt u toch niet?",
        "Geen probleem. Wij zeggen het, en zoeken een ander.",
        "Ik kan niet komen",
        may=permits.HAND_BACK_ODD_JOB,
        states=sources(MOVES, "hand_back_odd_job"),
        act=lambda actor, job_id, _: actions.hand_back_odd_job(actor, job_id),
        folded=True,
    ),
)


@require_http_methods(["GET", "POST"])
@as_actor
def odd_job(request: HttpRequest, actor: Actor, job_id: int, verb: str = "") -> HttpResponse:
    found = dossiers.odd_job(actor, job_id)
    tried = attempt(request, actor, job_id, verb, among=VERBS)
    if tried.done:
        messages.success(request, "Dank u wel. Wij weten het.")
        return redirect("volunteer:home")
    context = {
        "job": found,
        "door": queries.door_of(found),
        "steps": tried.steps(possible(VERBS, actor, found), "volunteer:odd_job_verb", job_id),
    }
    return render(request, "volunteer/odd_job.html", context, status=tried.status)
