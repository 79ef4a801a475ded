"""Guides: help or thinking along, who there are, choosing one, and the sheet one keeps together."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.states.guides import OPEN_CONTACT, GuideContactState
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.core.vocabulary import SocialField
from kruispunt.desks.public.guide_forms import (
    ChooseForm,
    NoteForm,
    VoiceForm,
    WhoChoosesForm,
)
from kruispunt.desks.ui.door import for_everyone
from kruispunt.desks.ui.knocking import counted
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.tongues import in_own_language
from kruispunt.people.actions import Particulars

G = GuideContactState
STANDING = {
    G.SHOWN: "U kunt nu kiezen.",
    G.CHOSEN: "Uw meedenker belt u binnen {guide.chosen}.",
    G.MET: "U kent elkaar. Samen kijkt u wat u nodig hebt.",
    G.SEARCHING: "U zoekt samen.",
    G.APPLIED: "U hebt hulp aangevraagd.",
    G.COMPLETED: "Dit is klaar.",
    G.EVALUATED: "Dit is klaar. Dank u voor uw antwoord.",
}
Act = Callable[[Actor, int, dict[str, Any]], object]
VERBS: dict[str, tuple[type[forms.Form], Act]] = {
    "choose_guide": (ChooseForm, lambda who, pk, said: actions.choose_guide(who, pk, **said)),
    "write_guide_note": (NoteForm, lambda who, pk, said: actions.write_guide_note(who, pk, **said)),
    "search_together": (forms.Form, lambda who, pk, _: actions.search_together(who, pk)),
    "note_application": (forms.Form, lambda who, pk, _: actions.note_application(who, pk)),
    "finish_guidance": (forms.Form, lambda who, pk, _: actions.finish_guidance(who, pk)),
    "evaluate_guide": (VoiceForm, lambda who, pk, said: actions.evaluate_guide(who, pk, **said)),
}


@require_GET
@in_own_language
@for_everyone
def router(request: HttpRequest, actor: Actor) -> HttpResponse:  # noqa: ARG001
    """Help, or somebody who thinks along? The difference in a few words (E19)."""
    return render(request, "public/help_or_guide.html")


@require_GET
@for_everyone
def guides(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Everyone who can be chosen; who knows the way in this field comes first."""
    field = request.GET.get("over", "")
    field = field if field in set(SocialField) else ""
    context = {
        "cards": queries.guides_to_choose(actor, field=field, resident_id=actor.person_id),
        "fields": SocialField.choices(),
        "field": field,
    }
    return render(request, "public/guides.html", context)


@require_http_methods(["GET", "POST"])
@for_everyone
@counted
def choose(request: HttpRequest, actor: Actor, guide_id: int) -> HttpResponse:
    """Choose this guide: with a name and a number, or as whoever is signed in."""
    cards = queries.guides_to_choose(actor, resident_id=actor.person_id)
    card = next((one for one in cards if one.id == guide_id), None)
    if card is None:
        return redirect("public:guides")
    form = WhoChoosesForm(request.POST or None, known=actor.person_id is not None)
    kept: list[Any] = []

    def write_down() -> None:
        said = form.cleaned_data
        who = None
        if actor.person_id is None:
            who = Particulars(given_name=said["given_name"], phone=said["phone"])
        kept.append(
            actions.ask_and_choose(
                actor, guide_id, who=who, words=said["words"], field=said["field"]
            )
        )

    if done(request, form, write_down):
        return redirect("public:my_guide", queries.guide_link(kept[0]))
    context = {"card": card, "form": form}
    return render(request, "public/choose_guide.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@for_everyone
def my_guide(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """My guide, and the sheet that we keep together; nobody else reads it."""
    contact_id, person_id, municipality_id = queries.guide_by_link(word)
    me = actor.answering(person_id, municipality_id, Role.RESIDENT)
    found = queries.guide_contact(me, contact_id)
    verb = request.POST.get("verb", "")
    kind, act = VERBS.get(verb, (forms.Form, None))
    posted = kind(request.POST or None)
    if act and done(request, posted, lambda: act(me, contact_id, posted.cleaned_data)):
        return redirect("public:my_guide", word)
    cards = queries.guides_to_choose(
        me, field=found.field, professional=found.wants_professional, resident_id=person_id
    )
    context = {
        "contact": found,
        "standing": STANDING.get(G(found.state), ""),
        "can": queries.guide_contact_verbs(found),
        "open": found.state in OPEN_CONTACT,
        "cards": [card for card in cards if card.id != found.guide_id],
        "notes": queries.guide_notes(me, contact_id),
        "note_form": posted if verb == "write_guide_note" else NoteForm(),
        "voice_form": posted if verb == "evaluate_guide" else VoiceForm(auto_id="voice_%s"),
    }
    return render(request, "public/my_guide.html", context, status=status(posted))
