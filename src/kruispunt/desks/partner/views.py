"""Pages of an organisation's contact person: what is asked, what we say of you, and is it right?"""

from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as asked
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.desks.partner.answering import BY_NAME, VERBS
from kruispunt.desks.partner.forms import BringForm
from kruispunt.desks.ui.door import as_actor, for_everyone
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import possible, shown
from kruispunt.offers import actions, queries

SORTS = ("service", "activity")


@require_GET
@as_actor
def home(request: HttpRequest, actor: Actor) -> HttpResponse:
    mine = sorted(actor.organisation_ids)
    services, activities = queries.services(actor), queries.activities(actor)
    context = {
        "referrals": asked.referrals(actor),
        "parties": [(party, asked.party_link(party)) for party in asked.parties(actor)],
        "shelves": [
            ("Diensten", "service", services.filter(organisation_id__in=mine)),
            ("Activiteiten", "activity", activities.filter(organisation_id__in=mine)),
        ],
        "today": actor.today,
    }
    return render(request, "partner/home.html", context)


@require_POST
@as_actor
def assure(request: HttpRequest, actor: Actor, sort: str, entry_id: int) -> HttpResponse:
    actions.assure_entry(actor, entry_id, sort=sort)
    messages.success(request, "Dank u. Iedereen ziet nu dat dit klopt.")
    return redirect("partner:home")


@require_http_methods(["GET", "POST"])
@as_actor
def referral(request: HttpRequest, actor: Actor, referral_id: int, verb: str = "") -> HttpResponse:
    return _answered(request, actor, referral_id, verb=verb, word="")


@require_http_methods(["GET", "POST"])
@for_everyone
def letter(request: HttpRequest, actor: Actor, word: str, verb: str = "") -> HttpResponse:
    """The same page by the word in a letter, for whoever has no account."""
    referral_id, person_id, municipality_id = asked.referral_by_link(word)
    contact = _contact(actor, person_id=person_id, municipality_id=municipality_id)
    return _answered(request, contact, referral_id, verb=verb, word=word)


@require_http_methods(["GET", "POST"])
@for_everyone
def party(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """What several organisations together can do for a question that got stuck."""
    party_id, person_id, municipality_id = asked.party_by_link(word)
    contact = _contact(actor, person_id=person_id, municipality_id=municipality_id)
    found = asked.parties(contact).get(pk=party_id)
    form = BringForm(request.POST or None, initial={"words": found.brings})
    if done(request, form, lambda: arrangements.bring(contact, party_id, **form.cleaned_data)):
        messages.success(request, "Dank u. De procesmanager leest wat u kunt doen.")
        return redirect("letters:party", word)
    context = {"party": found, "form": form}
    return render(request, "partner/party.html", context, status=status(form))


def _answered(
    request: HttpRequest, contact: Actor, referral_id: int, *, verb: str, word: str
) -> HttpResponse:
    found = asked.referral(contact, referral_id)
    posted: tuple[str, forms.Form] | None = None
    if request.method == "POST" and verb in BY_NAME:
        chosen = BY_NAME[verb]
        form = chosen.form(request.POST)
        posted = (verb, form)
        if done(request, form, lambda: chosen.act(contact, referral_id, form.cleaned_data)):
            return redirect(_address(referral_id, word))
    context: dict[str, Any] = {
        "referral": found,
        "asked": asked.asked(contact, referral_id),
        "steps": [
            shown(one, _address(referral_id, word, one.name), posted=posted)
            for one in possible(VERBS, contact, found)
        ],
        "by_letter": bool(word),
        "today": contact.today,
    }
    code = status(posted[1]) if posted else 200
    return render(request, "partner/referral.html", context, status=code)


def _address(referral_id: int, word: str, verb: str = "") -> str:
    desk = "letters:referral" if word else "partner:referral"
    given: list[Any] = [word or referral_id]
    return reverse(f"{desk}_verb", args=[*given, verb]) if verb else reverse(desk, args=given)


def _contact(actor: Actor, *, person_id: int, municipality_id: int) -> Actor:
    """Whoever holds the letter acts as the contact person it was written to."""
    return replace(
        actor,
        person_id=person_id,
        municipality_id=municipality_id,
        roles=frozenset({Role.CONTACT}),
        organisation_ids=frozenset(),
    )
