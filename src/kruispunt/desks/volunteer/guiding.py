"""Pages of a guide: who chose me, the sheet we keep together, and talks without a name."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.permits import guides as permits
from kruispunt.arrangements.states import GUIDE_CONTACT_MOVES
from kruispunt.arrangements.states.guides import BESIDE
from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import SocialField
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import words_field
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import Verb, attempt, possible, sources
from kruispunt.offers import queries as offers

SORTS = (
    ("moment", "We spraken elkaar"),
    ("question", "De vraag, en wat iemand wil"),
    ("found", "Wat we vonden"),
    ("nearby", "Wat kan met mensen dichtbij"),
    ("choice", "Wat iemand kiest"),
)


class NoteForm(forms.Form):
    """One line of the sheet; the resident reads it too."""

    sort = forms.ChoiceField(label="Waar gaat het over?", choices=SORTS)
    words = words_field("Schrijf het op")


class TalkForm(forms.Form):
    """A talk with someone who said no name."""

    field = forms.ChoiceField(label="Waar ging het over?", choices=SocialField.choices())
    area = forms.RegexField(
        r"^[1-9][0-9]{3}$",
        label="De 4 cijfers van de postcode",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    minutes = forms.IntegerField(label="Hoeveel minuten?", min_value=1, max_value=480)


VERBS = (
    Verb(
        "first_contact",
        "Neem contact op",
        "Bel binnen {guide.chosen}. Vraag wat iemand wil, en luister.",
        "We spraken elkaar",
        may=permits.FIRST_CONTACT,
        states=sources(GUIDE_CONTACT_MOVES, "first_contact"),
        act=lambda actor, pk, _: actions.first_contact(actor, pk),
    ),
    Verb(
        "search_together",
        "Zoek samen",
        "Kijk samen op de sociale kaart. De inwoner kiest zelf.",
        "Wij zoeken nu samen",
        may=permits.SEARCH_TOGETHER,
        states=sources(GUIDE_CONTACT_MOVES, "search_together"),
        act=lambda actor, pk, _: actions.search_together(actor, pk),
    ),
    Verb(
        "note_application",
        "Heeft de inwoner iets aangevraagd?",
        "U helpt met het formulier. De inwoner vraagt het zelf aan.",
        "Ja, er is iets aangevraagd",
        may=permits.NOTE_APPLICATION,
        states=sources(GUIDE_CONTACT_MOVES, "note_application"),
        act=lambda actor, pk, _: actions.note_application(actor, pk),
        folded=True,
    ),
    Verb(
        "write_guide_note",
        "Schrijf op het blad",
        "De inwoner leest mee. Verder niemand.",
        "Zet op het blad",
        may=permits.WRITE_GUIDE_NOTE,
        states=BESIDE,
        act=lambda actor, pk, said: actions.write_guide_note(actor, pk, **said),
        form=NoteForm,
    ),
    Verb(
        "suggest_professional",
        "Wordt het te ingewikkeld?",
        "De inwoner kan dan een beroepskracht kiezen. U bent daarna klaar.",
        "Stel een beroepskracht voor",
        may=permits.SUGGEST_PROFESSIONAL,
        states=sources(GUIDE_CONTACT_MOVES, "suggest_professional"),
        act=lambda actor, pk, _: actions.suggest_professional(actor, pk),
        folded=True,
    ),
    Verb(
        "finish_guidance",
        "Zijn jullie klaar?",
        "De inwoner mag daarna zeggen hoe het was, zonder naam. U ziet de gegevens niet meer.",
        "Ja, wij zijn klaar",
        may=permits.FINISH_GUIDANCE,
        states=sources(GUIDE_CONTACT_MOVES, "finish_guidance"),
        act=lambda actor, pk, _: actions.finish_guidance(actor, pk),
        folded=True,
    ),
)


@require_http_methods(["GET", "POST"])
@as_actor
def guiding(request: HttpRequest, actor: Actor) -> HttpResponse:
    form = TalkForm(request.POST or None)
    if done(request, form, lambda: actions.note_anonymous_talk(actor, **form.cleaned_data)):
        messages.success(request, "Dank u. Het gesprek is geteld, zonder naam.")
        return redirect("volunteer:guiding")
    guide = offers.guide_of(actor)
    context = {
        "contacts": queries.beside_whom(actor),
        "card": offers.guide_card(guide) if guide else None,
        "form": form,
        "today": actor.today,
    }
    return render(request, "volunteer/guiding.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def beside(request: HttpRequest, actor: Actor, contact_id: int, verb: str = "") -> HttpResponse:
    """One resident who chose me. There is no form here to weigh, decide or diagnose (OCO-03)."""
    found = dossiers.beside(actor, contact_id)
    tried = attempt(request, actor, contact_id, verb, among=VERBS)
    if tried.done:
        still = queries.beside_whom(actor).filter(pk=contact_id).exists()
        return redirect("volunteer:beside", contact_id) if still else redirect("volunteer:guiding")
    context = {
        "contact": found,
        "notes": queries.guide_notes(actor, contact_id),
        "steps": tried.steps(possible(VERBS, actor, found), "volunteer:beside_verb", found.pk),
        "today": actor.today,
    }
    return render(request, "volunteer/beside.html", context, status=tried.status)
