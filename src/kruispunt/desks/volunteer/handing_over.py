"""A volunteer hands something to a work coach, in her own words, and takes it back at will."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import day_field, let_choose, words_field
from kruispunt.desks.ui.posting import done, status
from kruispunt.people import queries as people
from kruispunt.people.actions.handing_over import hand_over, take_back
from kruispunt.people.queries.handovers import my_handovers


class HandoverForm(forms.Form):
    """To whom, what, and until when."""

    to_id = forms.TypedChoiceField(label="Aan welke werkcoach?", coerce=int)
    words = words_field(
        "Wat mag uw werkcoach weten?", help_text="Bijvoorbeeld: ik help elke week 2 uur."
    )
    until = day_field("Tot wanneer mag uw werkcoach dit lezen?")

    def __init__(self, *args: Any, coaches: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, to_id=coaches)


@require_http_methods(["GET", "POST"])
@as_actor
def handover(request: HttpRequest, actor: Actor) -> HttpResponse:
    coaches = people.seated_by_name(actor, Role.WORK_COACH)
    form = HandoverForm(request.POST or None, coaches=coaches)
    if done(request, form, lambda: hand_over(actor, **form.cleaned_data)):
        messages.success(request, "Uw werkcoach kan dit nu lezen. U kunt het altijd terugnemen.")
        return redirect("volunteer:handover")
    context = {"form": form, "handed": my_handovers(actor), "coaches": coaches}
    return render(request, "volunteer/handover.html", context, status=status(form))


@require_POST
@as_actor
def take_back_handover(request: HttpRequest, actor: Actor, handover_id: int) -> HttpResponse:
    take_back(actor, handover_id)
    messages.success(request, "Uw werkcoach leest dit niet meer.")
    return redirect("volunteer:handover")
