"""Bringing a question to an organisation, and following what comes of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements import actions, permits, queries
from kruispunt.arrangements.states import REFERRAL_MOVES
from kruispunt.base.actor import Actor
from kruispunt.desks.startpunt.forms.referrals import ExplainForm, QualityForm, ReferForm
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import Verb, attempt, possible, sources
from kruispunt.people import queries as people

VERBS = (
    Verb(
        "explain",
        "Leg het uit",
        "De organisatie wil meer weten. Schrijf niet meer dan de inwoner wil delen.",
        "Verstuur de uitleg",
        may=permits.EXPLAIN,
        states=sources(REFERRAL_MOVES, "explain"),
        act=lambda actor, referral_id, said: actions.explain(actor, referral_id, **said),
        form=ExplainForm,
    ),
    Verb(
        "follow_up",
        "Hoe gaat het?",
        "Vraag na 6 weken aan de inwoner hoe het gaat. De organisatie leest het antwoord.",
        "Bewaar het antwoord",
        may=permits.FOLLOW_UP,
        states=sources(REFERRAL_MOVES, "follow_up"),
        act=lambda actor, referral_id, said: actions.follow_up(actor, referral_id, **said),
        form=QualityForm,
    ),
    Verb(
        "close_referral",
        "Sluit af",
        "Dit deel van het antwoord is klaar.",
        "Sluit af",
        may=permits.FOLLOW_UP,
        states=sources(REFERRAL_MOVES, "close_referral"),
        act=lambda actor, referral_id, _: actions.close_referral(actor, referral_id),
        folded=True,
    ),
)


@require_http_methods(["GET", "POST"])
@as_actor
def refer(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    found = dossiers.question(actor, question_id)
    reachable = people.organisations(actor).filter(contact__isnull=False)
    form = ReferForm(
        request.POST or None,
        organisations=[(one.pk, one.name) for one in reachable],
        given_name=found.asked_by.given_name,
        initial={"words": found.need},
    )

    def bring() -> None:
        said = {name: form.cleaned_data[name] for name in ("organisation_id", "words", "why")}
        actions.refer_together(actor, question_id, partner_ids=form.partner_ids(), **said)

    if done(request, form, bring):
        return redirect("startpunt:question", question_id)
    nobody_asked = not queries.own_circle_asked(actor, found)
    context = {"question": found, "form": form, "nobody_asked": nobody_asked}
    return render(request, "startpunt/refer.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def referral(request: HttpRequest, actor: Actor, referral_id: int, verb: str = "") -> HttpResponse:
    found = dossiers.referral(actor, referral_id)
    tried = attempt(request, actor, referral_id, verb, among=VERBS)
    if tried.done:
        return redirect("startpunt:referral", referral_id)
    context = {
        "referral": found,
        "steps": tried.steps(possible(VERBS, actor, found), "startpunt:referral_verb", referral_id),
        "together": queries.together(actor, referral_id),
        "letter": reverse("public:referral", args=[queries.referral_link(found)]),
        "today": actor.today,
    }
    return render(request, "startpunt/referral.html", context, status=tried.status)
