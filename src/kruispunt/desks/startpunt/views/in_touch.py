"""Telling volunteers who wait how it stands: the same letter to many at once (complaint 1)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.desks.startpunt.forms.in_touch import LateForm
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.offers.actions import in_touch
from kruispunt.offers.queries import in_touch as queries

SHOWN = 60


@require_http_methods(["GET", "POST"])
@as_actor
def keep_in_touch(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Choose whom, look over the words, and send."""
    groups = {"late": queries.too_late, "soon": queries.soon, "all": queries.waiting}
    counts = {word: rows(actor).count() for word, rows in groups.items()}
    form = LateForm(request.POST or None)
    form.offer(counts, [(row.pk, row.person.name) for row in queries.waiting(actor)[:SHOWN]])

    def send() -> None:
        said = form.cleaned_data
        who = said["who"]
        chosen = (
            tuple(said["chosen"])
            if who == "chosen"
            else tuple(groups[who](actor).values_list("pk", flat=True))
        )
        in_touch.write_to_waiting(actor, volunteering_ids=chosen, words=said["words"])

    if done(request, form, send):
        return redirect(f"{reverse('startpunt:volunteers')}?toon=wacht")
    context = {"form": form, "counts": counts}
    return render(request, "startpunt/keep_in_touch.html", context, status=status(form))
