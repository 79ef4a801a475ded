"""What an organisation knows and keeps up to date for everyone who helps (A19)."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import Theme
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import day_field, words_field
from kruispunt.desks.ui.long_lists import page_of
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.widgets import Choices
from kruispunt.offers.actions import knowledge as actions
from kruispunt.offers.queries import knowledge as queries
from kruispunt.people import queries as people

A_PAGE = 20
ACTS = {
    "assure_knowledge": actions.assure_knowledge,
    "take_off_knowledge": actions.take_off_knowledge,
}


class KnowledgeForm(forms.Form):
    """A title, some plain words, a link, what it is about, and when to look again."""

    title = forms.CharField(label="Titel", max_length=120)
    words = words_field(
        "Wat moet iemand weten?", rows=5, help_text="Gewone woorden. Geen verhalen over mensen."
    )
    link = forms.URLField(label="Waar staat meer?", required=False, assume_scheme="https")
    themes = forms.MultipleChoiceField(
        label="Waar gaat het over?", choices=Theme.choices(), widget=Choices
    )
    review_on = day_field(
        "Wanneer kijkt u het na?", required=False, help_text="Leeg betekent: over een jaar."
    )

    def known(self) -> actions.Known:
        said: dict[str, Any] = dict(self.cleaned_data)
        return actions.Known(**{**said, "themes": tuple(said["themes"])})


@require_http_methods(["GET", "POST"])
@as_actor
def knowledge(request: HttpRequest, actor: Actor) -> HttpResponse:
    """All that is ours, and something new; for who works for two, at the first of them."""
    ours = people.organisations(actor).filter(pk__in=sorted(actor.organisation_ids)).first()
    form = KnowledgeForm(request.POST or None)

    def share() -> None:
        if ours is None:
            raise Http404("works for nobody")
        actions.share_knowledge(actor, ours.pk, known=form.known())

    if done(request, form, share):
        messages.success(request, "Bewaard. Iedereen die helpt kan het nu vinden.")
        return redirect("partner:knowledge")
    context = {
        "page": page_of(queries.our_knowledge(actor), A_PAGE, request.GET.get("blad")),
        "ours": ours,
        "form": form,
        "today": actor.today,
    }
    return render(request, "partner/knowledge.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def change(request: HttpRequest, actor: Actor, knowledge_id: int) -> HttpResponse:
    found = queries.one_of_ours(actor, knowledge_id)
    start = {name: getattr(found, name) for name in ("title", "words", "link", "themes")}
    form = KnowledgeForm(request.POST or None, initial=start)
    if done(
        request, form, lambda: actions.change_knowledge(actor, knowledge_id, known=form.known())
    ):
        return redirect("partner:knowledge")
    context = {"item": found, "form": form}
    return render(request, "partner/change_knowledge.html", context, status=status(form))


@require_POST
@as_actor
def act(request: HttpRequest, actor: Actor, knowledge_id: int, verb: str) -> HttpResponse:
    if verb not in ACTS:
        raise Http404("no such verb")
    ACTS[verb](actor, knowledge_id)
    messages.success(request, "Dank u. Dat is bewaard.")
    return redirect("partner:knowledge")
