"""One informal part of an answer: is it still all right, who came, and when it stops."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.actions import waiting_line
from kruispunt.arrangements.permits import parts as permits
from kruispunt.arrangements.states.parts import ENROLMENT_MOVES, OWN_HELP_MOVES
from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import Kind
from kruispunt.desks.startpunt.forms.mixing import CloseForm, EndForm, EndOwnHelpForm, NoteForm
from kruispunt.desks.ui import dossiers
from kruispunt.desks.ui.door import View, as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import Verb, attempt, possible, sources
from kruispunt.offers.queries import days

OWN_HELP = (
    Verb(
        "start_own_help",
        "Begint het?",
        "Na 6 weken vragen we of het nog gaat.",
        "Ja, het begint vandaag",
        may=permits.START_OWN_HELP,
        states=sources(OWN_HELP_MOVES, "start_own_help"),
        act=lambda actor, part_id, _: actions.start_own_help(actor, part_id),
    ),
    Verb(
        "keep_up",
        "Gaat het nog?",
        "Vraag het aan allebei. Wordt het te veel? Dan zoeken we er iemand bij.",
        "Ja, het gaat nog goed",
        may=permits.KEEP_UP,
        states=sources(OWN_HELP_MOVES, "keep_up"),
        act=lambda actor, part_id, said: actions.keep_up(actor, part_id, **said),
        form=NoteForm,
    ),
    Verb(
        "end_own_help",
        "Stopt het?",
        "Stopt het eerder dan gedacht, dan zoeken we verder.",
        "Het stopt",
        may=permits.KEEP_UP,
        states=sources(OWN_HELP_MOVES, "end_own_help"),
        act=lambda actor, part_id, said: actions.end_own_help(actor, part_id, **said),
        form=EndOwnHelpForm,
        folded=True,
    ),
)
ENROLMENT = (
    Verb(
        "confirm_place",
        "Er is een plek vrij",
        "Er ging een bericht met een link. Hoort u het aan de telefoon? Schrijf het hier op.",
        "Ja, doet mee",
        may=permits.ANSWER_PLACE,
        states=sources(ENROLMENT_MOVES, "confirm_place"),
        act=lambda actor, part_id, _: waiting_line.confirm_place(actor, part_id),
    ),
    Verb(
        "enrol_again",
        "Wil iemand meedoen?",
        "Is het vol, dan komt er een plaats op de wachtlijst.",
        "Ja, wil meedoen",
        may=permits.ATTEND,
        states=sources(ENROLMENT_MOVES, "enrol_again"),
        act=lambda actor, part_id, _: actions.enrol_again(actor, part_id),
    ),
    Verb(
        "decline_place",
        "Is het nee?",
        "Wie nee zegt, hoeft niet te zeggen waarom.",
        "Nee, doet niet mee",
        may=permits.ANSWER_PLACE,
        states=sources(ENROLMENT_MOVES, "decline_place"),
        act=lambda actor, part_id, _: waiting_line.decline_place(actor, part_id),
    ),
    Verb(
        "attend_there",
        "Was iemand er?",
        "We tellen alleen hoe vaak.",
        "Ja, was erbij",
        may=permits.ATTEND,
        states=sources(ENROLMENT_MOVES, "attend"),
        act=lambda actor, part_id, _: actions.attend(actor, part_id, there=True),
    ),
    Verb(
        "attend_missed",
        "Niet geweest?",
        "Bel eens: misschien is er iets.",
        "Nee, was er niet",
        may=permits.ATTEND,
        states=sources(ENROLMENT_MOVES, "attend"),
        act=lambda actor, part_id, _: actions.attend(actor, part_id, there=False),
        folded=True,
    ),
    Verb(
        "end_enrolment",
        "Stopt het?",
        "De plaats gaat naar wie het langst wacht.",
        "Het stopt",
        may=permits.END_ENROLMENT,
        states=sources(ENROLMENT_MOVES, "end_enrolment"),
        act=lambda actor, part_id, said: actions.end_enrolment(actor, part_id, **said),
        form=EndForm,
        folded=True,
    ),
)
FIND: dict[str, Callable[[Actor, int], Any]] = {
    "own_help": queries.own_help,
    "enrolment": queries.enrolment,
}
VERBS = {"own_help": OWN_HELP, "enrolment": ENROLMENT}


def part(sort: str) -> View[...]:
    """The page of one kind of part."""

    @require_http_methods(["GET", "POST"])
    @as_actor
    def page(request: HttpRequest, actor: Actor, part_id: int, verb: str = "") -> HttpResponse:
        found = FIND[sort](actor, part_id)
        tried = attempt(request, actor, part_id, verb, among=VERBS[sort])
        if tried.done:
            return redirect(f"startpunt:{sort}", part_id)
        context = {
            "part": found,
            "asker": _asker(actor, found.arrangement.question_id),
            "sort": sort,
            "meets": [Kind(kind).label for kind in found.meets],
            "question_id": found.arrangement.question_id,
            "steps": tried.steps(
                possible(VERBS[sort], actor, found), f"startpunt:{sort}_verb", part_id
            ),
            "today": actor.today,
            **_of_group(actor, sort, found),
        }
        return render(request, "startpunt/part.html", context, status=tried.status)

    page.asks_who = True  # type: ignore[attr-defined]
    return page


def _asker(actor: Actor, question_id: int) -> Any:  # noqa: ANN401  (a person)
    """Whom to call; who may see this part and no longer the question reads no name."""
    try:
        return dossiers.question(actor, question_id).asked_by
    except ObjectDoesNotExist:
        return None


def _of_group(actor: Actor, sort: str, found: Any) -> dict[str, Any]:  # noqa: ANN401  (a part)
    """When the group comes together next."""
    if sort != "enrolment":
        return {}
    soon = days.next_by_activity(actor, [found.activity_id])
    return {"soon": soon.get(found.activity_id)}


@require_http_methods(["GET", "POST"])
@as_actor
def close(request: HttpRequest, actor: Actor, question_id: int) -> HttpResponse:
    """Everything is done: who asked and who brought it hear that."""
    found = dossiers.question(actor, question_id)
    form = CloseForm(request.POST or None)
    if done(request, form, lambda: actions.close(actor, question_id, **form.cleaned_data)):
        return redirect("startpunt:question", question_id)
    parts = queries.parts(actor, question_id)
    context = {"question": found, "form": form, "parts": parts, "today": actor.today}
    return render(request, "startpunt/close.html", context, status=status(form))
