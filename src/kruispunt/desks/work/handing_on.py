"""Leaving a desk: what lies there on one page, also to print, and who takes it over (D51)."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.base.taking_over import Handed
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import day_field, let_choose
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.work.addresses import address
from kruispunt.people.actions import leaving as actions
from kruispunt.people.queries import leaving as queries


class HandOnForm(forms.Form):
    """To whom, and for who leaves herself also until when."""

    successor_id = forms.TypedChoiceField(
        label="Wie neemt het over?", coerce=int, error_messages={"required": "Kies iemand."}
    )
    last_day = day_field(
        "Uw laatste dag", required=False, help_text="Leeg als u blijft, of als het al vastligt."
    )


@require_GET
@as_actor
def leaving(request: HttpRequest, actor: Actor) -> HttpResponse:
    """My own seats, and those of which something was left behind."""
    context = {"mine": queries.my_seats(actor), "left": queries.left_behind(actor)}
    return render(request, "work/leaving.html", context)


@require_http_methods(["GET", "POST"])
@as_actor
def hand_on(request: HttpRequest, actor: Actor, seat_id: int) -> HttpResponse:
    seat = queries.seat_to_hand_on(actor, seat_id)
    form = HandOnForm(request.POST or None)
    others = queries.successors(actor, seat)
    let_choose(form, successor_id=others)
    if seat.person_id != actor.person_id:
        del form.fields["last_day"]

    def give() -> None:
        messages.success(request, _told(actions.hand_on(actor, seat_id, **form.cleaned_data)))

    if done(request, form, give):
        return redirect("work:hand_on", seat_id)
    context = {
        "seat": seat,
        "heaps": [
            (heap, [(words, _where(heap.where, pk)) for pk, words in heap.lines])
            for heap in queries.lies_there(actor, seat)
        ],
        "others": others,
        "form": form,
        "today": actor.today,
    }
    return render(request, "work/hand_on.html", context, status=status(form))


def _where(place: str, row_id: int) -> str:
    return address(place, row_id) if place else ""


def _told(given: Handed) -> str:
    """What became of it, in one or two sentences."""
    told = f"Overgedragen: {given.moved.total()}."
    if given.freed:
        told += f" Nu van iedereen op deze plek: {given.freed.total()}."
    if given.stayed:
        kinds = ", ".join(sorted(given.stayed)).lower()
        told += f" Dit kon deze persoon niet overnemen: {kinds}. Kies daarvoor iemand anders."
    return told
