"""Reading a letter by its word, and saying there how to hear from us: no account is asked for."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.desks.ui import reaching
from kruispunt.desks.ui.door import for_everyone
from kruispunt.desks.ui.posting import done, status
from kruispunt.people import actions, queries


@never_cache
@require_GET
@for_everyone
def letter(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:  # noqa: ARG001
    """The letter itself, for who got a text message; each link in it is a button."""
    found = post.by_word(word)
    context = {"letter": found, "parts": list(reaching.paragraphs(found.whole)), "word": word}
    return render(request, "public/letter.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@for_everyone
def reach(request: HttpRequest, actor: Actor, word: str) -> HttpResponse:
    """Whoever holds the letter may choose another way, but not another number or address."""
    found = post.by_word(word)
    them = actor.answering(found.to_person_id, found.municipality_id)
    person = queries.reachable(them, found.to_person_id)
    form = reaching.WayForm(request.POST or None, initial={"channel": person.channel})

    def choose() -> None:
        actions.choose_channel(them, person.pk, **form.cleaned_data)

    if done(request, form, choose):
        messages.success(request, "Dat is geregeld. Zo hoort u voortaan van ons.")
        return redirect("public:reach", word)
    context = {"form": form, "known": reaching.what_we_know(person)}
    return render(request, "public/reach.html", context, status=status(form))
