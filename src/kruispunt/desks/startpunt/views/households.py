"""People of one house seen together: a card for each, with what this desk may see of each (D7)."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kruispunt.arrangements import queries as answers
from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import Kind
from kruispunt.desks.startpunt.forms.households import (
    AgreeForm,
    HousemateForm,
    OpenForm,
    ReviewForm,
)
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import Verb, attempt, possible, sources
from kruispunt.offers import queries as offers
from kruispunt.people import actions, permits
from kruispunt.people import queries as people
from kruispunt.people.queries import households as queries
from kruispunt.people.states import HOUSEHOLD_MOVES as MOVES
from kruispunt.questions.queries import of_a_house

MOST = 20
SOMEONE = "Iemand in huis"
ANSWERS = {
    "decline_housemate": actions.decline_housemate,
    "leave_household": actions.leave_household,
}
VERBS = (
    Verb(
        "review_household",
        "Helpt het nog om hen samen te zien?",
        "Vraag het aan iedereen. Samen zien is voor even.",
        "Ja, tot deze dag",
        may=permits.KEEP_HOUSEHOLD,
        states=sources(MOVES, "review_household"),
        act=lambda actor, row_id, said: actions.review_household(actor, row_id, **said),
        form=ReviewForm,
        folded=True,
    ),
    Verb(
        "close_household",
        "Is het niet meer nodig?",
        "Iedereen blijft geholpen. U ziet hen weer één voor één.",
        "Zie hen niet meer samen",
        may=permits.KEEP_HOUSEHOLD,
        states=sources(MOVES, "close_household"),
        act=lambda actor, row_id, _: actions.close_household(actor, row_id),
        folded=True,
    ),
)


@dataclass(slots=True)
class Card:
    """One person of the house: only what whoever looks may see of her, in outline."""

    housemate_id: int
    name: str
    asks: list[tuple[int, str, str]] = field(default_factory=list)
    gives: list[tuple[int, str]] = field(default_factory=list)
    cares: list[str] = field(default_factory=list)


@require_http_methods(["GET", "POST"])
@as_actor
def open_household(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """Who asks tells who live there; there is one household at a time."""
    found = dossiers.question(actor, question_id)
    there = queries.household_of(actor, found.asked_by_id)
    if there is not None:
        return redirect("startpunt:household", there.pk)
    form = OpenForm(request.POST or None)
    made: list[int] = []

    def note() -> None:
        house = actions.open_household(actor, found.asked_by_id, **form.cleaned_data)
        made.append(house.pk)

    if done(request, form, note):
        return redirect("startpunt:household", made[0])
    context = {"question": found, "form": form}
    return render(request, "startpunt/open_household.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def household(
    request: HttpRequest, actor: Actor, household_id: int, verb: str = ""
) -> HttpResponse:
    """The house: everyone who agreed, who must still be asked, and until when."""
    found, housemates = dossiers.household(actor, household_id)
    tried = attempt(request, actor, household_id, verb, among=VERBS)
    if tried.done:
        if verb == "close_household":
            return redirect("startpunt:inbox")
        return redirect("startpunt:household", household_id)
    may_keep = permits.KEEP_HOUSEHOLD.allows(actor, found)
    context: dict[str, Any] = {
        "household": found,
        "cards": _cards(actor, housemates),
        "named": queries.named_housemates(actor, household_id),
        "agree_form": AgreeForm(),
        "may_keep": may_keep,
        "search": request.GET.get("zoek", ""),
        "form": _housemate_form(request, actor, housemates) if may_keep else None,
        "steps": tried.steps(
            possible(VERBS, actor, found), "startpunt:household_verb", household_id
        ),
        "today": actor.today,
    }
    return render(request, "startpunt/household.html", context, status=tried.status)


@require_http_methods(["GET", "POST"])
@as_actor
def name_housemate(request: HttpRequest, actor: Actor, household_id: int) -> HttpResponse:
    """Somebody of the house says who else lives there."""
    found, housemates = dossiers.household(actor, household_id)
    form = _housemate_form(request, actor, housemates)
    if done(
        request, form, lambda: actions.name_housemate(actor, household_id, **form.cleaned_data)
    ):
        return redirect("startpunt:household", household_id)
    context = {"household": found, "form": form}
    return render(request, "startpunt/name_housemate.html", context, status=status(form))


@require_POST
@as_actor
def housemate(request: HttpRequest, actor: Actor, housemate_id: int, verb: str) -> HttpResponse:
    """What this person says herself: yes, rather not, or no longer."""
    if verb == "agree_housemate":
        form = AgreeForm(request.POST)
        if not form.is_valid():
            return render(request, "startpunt/agree_housemate.html", {"form": form}, status=422)
        told = actions.agree_housemate(actor, housemate_id, how=form.cleaned_data["how"])
    elif verb in ANSWERS:
        told = ANSWERS[verb](actor, housemate_id)
    else:
        raise Http404("no such verb")
    if queries.households(actor).filter(pk=told.household_id).exists():
        return redirect("startpunt:household", told.household_id)
    return redirect("startpunt:inbox")


def _housemate_form(request: HttpRequest, actor: Actor, housemates: list[Any]) -> forms.Form:
    """Found by a part of a name, and otherwise the network of who is there already."""
    inside = [(one.person_id, one.person.given_name) for one in housemates]
    ids = {one for one, _ in inside}
    words = request.GET.get("zoek", "").strip()
    if words:
        found = [(one.pk, one.name) for one in people.search(actor, words)[:MOST]]
    else:
        found = [
            (line.other_id, f"{line.other.name} ({line.get_kind_display().lower()})")
            for line in queries.around_house(actor, ids)
        ]
    others = dict(one for one in found if one[0] not in ids)
    posted = request.POST if request.method == "POST" and "person_id" in request.POST else None
    return HousemateForm(posted, found=others.items(), inside=inside)


def _cards(actor: Actor, housemates: list[Any]) -> list[Card]:
    """Lay a card for each; every room is asked itself what may be seen of whom."""
    ids = [one.person_id for one in housemates]
    names = queries.names_of(actor, ids)
    asked: dict[int, list[Any]] = defaultdict(list)
    for question in of_a_house.open_of(actor, ids):
        asked[question.asked_by_id].append(question)
        names.setdefault(question.asked_by_id, question.asked_by.name)
    given = {row.person_id: row for row in offers.visible(actor).filter(person_id__in=ids)}
    names |= {one: row.person.name for one, row in given.items() if one not in names}
    cards = {one.person_id: Card(one.pk, names.get(one.person_id, SOMEONE)) for one in housemates}
    for person_id, card in cards.items():
        card.asks = [
            (row.pk, Kind(row.kind).label if row.kind else "Nieuwe vraag", row.get_state_display())
            for row in asked[person_id]
        ]
        if person_id in given:
            row = given[person_id]
            words = ", ".join(Kind(kind).label.lower() for kind in row.kinds)
            card.gives = [(row.pk, words)]
    for line in queries.carers_among(actor, ids):
        cards[line.other_id].cares.append(f"Zorgt voor {line.person.given_name}")
    for case in answers.open_carers(actor).filter(carer_id__in=ids):
        cards[case.carer_id].cares.append(f"Mantelzorger: {case.get_state_display().lower()}")
    return list(cards.values())
