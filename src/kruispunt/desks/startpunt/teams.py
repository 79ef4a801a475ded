"""A hybrid team beside a question: which one there is, and asking one to take it up."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements import actions, queries
from kruispunt.base.actor import Actor
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import let_choose
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.widgets import ChoiceInLines


class TeamForm(forms.Form):
    """Which team is asked."""

    team_id = forms.TypedChoiceField(label="Welk team?", coerce=int, widget=ChoiceInLines)


def beside(actor: Actor, question_id: int, *, may: bool) -> dict[str, Any]:
    """What a question page shows of hybrid teams."""
    carried = list(queries.trajectories_of_question(actor, question_id))
    running = any(one.ended_on is None for one in carried)
    return {"trajectories": carried, "may_team": may and not running}


@require_http_methods(["GET", "POST"])
@as_actor
def team(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """Bring a question to the municipality's advisor and a hybrid team."""
    found = dossiers.question(actor, question_id)
    form = TeamForm(request.POST or None)
    teams = queries.teams(actor).filter(sort="single")
    let_choose(form, team_id=[(one.pk, one.name) for one in teams])

    def ask() -> None:
        actions.open_trajectory(actor, question_id, **form.cleaned_data)

    if done(request, form, ask):
        return redirect("startpunt:question", question_id)
    context = {"question": found, "form": form}
    return render(request, "startpunt/team.html", context, status=status(form))
