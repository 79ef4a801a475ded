"""What we keep and why, in plain words: the register of processing as residents read it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kruispunt.base.actor import Actor
from kruispunt.core.keeping import CLASSES, Keep
from kruispunt.core.purposes import PURPOSES, Purpose
from kruispunt.desks.ui.door import for_everyone

A_MONTH = {"months": 1, "weeks": 4.3, "days": 30}


@require_GET
@for_everyone
def kept(request: HttpRequest, actor: Actor) -> HttpResponse:  # noqa: ARG001
    lines = [
        {"plain": one.plain, "how_long": _how_long(one)}
        for one in PURPOSES.values()
        if one.about_people
    ]
    return render(request, "public/kept.html", {"lines": lines})


def _how_long(purpose: Purpose) -> str:
    longest = max((CLASSES[name] for name in purpose.kept), key=_months)
    return f"Wij bewaren dit hoogstens {longest.told} na het einde."


def _months(one: Keep) -> float:
    return one.length / A_MONTH[one.unit]
