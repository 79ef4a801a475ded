"""Answering for an organisation by the word in a letter: take it up, ask back, refuse, offer."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.states import ReferralState
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.desks.public.partner_forms import AskBackForm, BringForm, OfferForm, RefuseForm
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import for_everyone
from kruispunt.desks.ui.posting import done, status

NOT_US = "Wij kunnen hier niets doen."
# In the order of the page: the answer we hope for first, saying no last.
FORMS: dict[str, type[forms.Form]] = {
    "take_on": forms.Form,
    "offer": OfferForm,
    "deliver": forms.Form,
    "ask_back": AskBackForm,
    "refuse": RefuseForm,
}
BUTTONS = {
    "take_on": "Ja, wij pakken dit op",
    "offer": "Dit gaan wij doen",
    "deliver": "De hulp is begonnen",
    "ask_back": "Wij willen eerst iets weten",
    "refuse": "Nee, dit lukt ons niet",
}
ACTS: dict[str, Callable[..., object]] = {
    "take_on": actions.take_on,
    "ask_back": actions.ask_back,
    "refuse": actions.refuse,
    "offer": actions.offer,
    "deliver": actions.deliver,
}
STANDING = {
    ReferralState.UNCLEAR: "Dank u. Het Startpunt zoekt uw vraag uit en laat het u weten.",
    ReferralState.DECLINED: "U zei nee. Dank u voor uw antwoord.",
    ReferralState.DELIVERED: "Dank u. Na zes weken vragen wij de inwoner hoe het gaat.",
    ReferralState.FOLLOWED: "Dank u. De inwoner heeft verteld hoe het gaat.",
    ReferralState.CLOSED: "Dit is klaar. Dank u wel.",
}


@require_http_methods(["GET", "POST"])
@for_everyone
def referral(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """What an organisation is asked, as far as the resident agrees; each answer is one button."""
    referral_id, person_id, municipality_id = queries.referral_by_link(word)
    contact = actor.answering(person_id, municipality_id, Role.CONTACT)
    found = dossiers.referral(contact, referral_id)
    verb = request.POST.get("verb", "")
    posted = FORMS.get(verb, forms.Form)(request.POST or None)

    def answer() -> None:
        ACTS[verb](contact, referral_id, **posted.cleaned_data)

    if verb in ACTS and done(request, posted, answer):
        return redirect("public:referral", word)
    asked = queries.asked(contact, referral_id)
    may = queries.referral_verbs(found) if asked.words else []
    says = [name for name in FORMS if name in may]
    context = {
        "asked": asked,
        "together": queries.together(contact, referral_id) if asked.words else [],
        "organisation": found.organisation.name,
        "answer_by": found.due_on,
        "ways": [(name, BUTTONS[name], posted if name == verb else FORMS[name]()) for name in says],
        "standing": STANDING.get(ReferralState(found.state), ""),
    }
    return render(request, "public/referral.html", context, status=status(posted))


@require_http_methods(["GET", "POST"])
@for_everyone
def party(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """What got stuck, without who asks it: what can this organisation bring?"""
    party_id, person_id, municipality_id = queries.party_by_link(word)
    contact = actor.answering(person_id, municipality_id, Role.CONTACT)
    found = queries.parties(contact).get(pk=party_id)
    said = request.POST.copy()
    if "not_us" in said:
        said["words"] = NOT_US
    form = BringForm(said or None, initial={"words": found.brings})

    def answer() -> None:
        actions.bring(contact, party_id, words=form.cleaned_data["words"])

    if done(request, form, answer):
        return redirect("public:party", word)
    context = {
        "what": found.escalation.what,
        "tried": found.escalation.tried,
        "organisation": found.organisation.name,
        "answered": bool(found.answered_at),
        "form": form,
    }
    return render(request, "public/party.html", context, status=status(form))
