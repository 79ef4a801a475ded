"""Beside every form with room for words: what its writer typed before, and where it is kept.

A form knows no visitor and is drawn far from the page that made it. So the door says who is here
for as long as a page is being made, and the one place where forms are drawn asks for it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django import forms
from django.core import signing
from django.http import HttpRequest, QueryDict

from kruispunt.base import unsent
from kruispunt.base.actor import Actor
from kruispunt.base.unsent import Place, Waiting

FIELD = "unsent"
TAKE_UP = "verder"
LONGEST = 200
SALT = "kruispunt.unsent"


@dataclass
class Visit:
    """Who is looking at which page, and what she left there earlier."""

    request: HttpRequest
    actor: Actor

    @cached_property
    def page(self) -> str:
        """The address with its question, as the form finds it again later."""
        asked = self.request.GET.copy()
        asked.pop(TAKE_UP, None)
        return f"{self.request.path}?{asked.urlencode()}" if asked else self.request.path

    @cached_property
    def waiting(self) -> dict[Place, Waiting]:
        if self.request.method != "GET":
            return {}
        return {one.place: one for one in unsent.waiting(self.actor, self.page)}

    @property
    def takes_up(self) -> str:
        return self.request.GET.get(TAKE_UP, "")


@dataclass(frozen=True, slots=True)
class Beside:
    """What a form shows and carries of what was not sent."""

    mark: str = ""
    """The place, signed; empty for who is not signed in: of her nothing is kept anywhere."""
    waits: Waiting | None = None
    taken_up: bool = False
    way_back: str = ""


_visit: ContextVar[Visit | None] = ContextVar("whose page is being made", default=None)


@contextmanager
def visiting(request: HttpRequest, actor: Actor) -> Iterator[None]:
    """Know for as long as a page is being made who looks at it."""
    before = _visit.set(Visit(request, actor))
    try:
        yield
    finally:
        _visit.reset(before)


def beside(form: forms.BaseForm) -> Beside | None:
    """What belongs beside this form; nothing beside one that asks no words."""
    visit = _visit.get()
    if visit is None or not any(isinstance(one.field.widget, forms.Textarea) for one in form):
        return None
    if visit.actor.person_id is None:
        return Beside()
    place = _place(visit, form)
    if len(place.page) > LONGEST:
        return Beside()
    mark = signing.dumps([visit.actor.person_id, place.page, place.form], salt=SALT)
    found = None if form.is_bound else visit.waiting.get(place)
    if found:
        # Its buttons cannot stand in the form itself: there, Enter would press the first of them.
        visit.request.offers_unsent = True  # type: ignore[attr-defined]  # read by the page
    taken_up = found is not None and visit.takes_up == str(found.id)
    if found and taken_up:
        form.initial = {**form.initial, **_said(form, found.words)}
    return Beside(mark, found, taken_up, way_back(found) if found else "")


def place_of(actor: Actor, mark: str) -> Place | None:
    """The place that a page sent along; what was signed for somebody else is no place."""
    try:
        person_id, page, form = signing.loads(mark, salt=SALT)
    except signing.BadSignature:
        return None
    return Place(page, form) if person_id == actor.person_id else None


def is_sent(request: HttpRequest) -> None:
    """What was typed in this form is sent now: throw away what was kept of it."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is not None and actor.person_id is not None and (places := _posted(request, actor)):
        unsent.drop_at(actor, places)


def way_back(one: Waiting) -> str:
    """The page on which the words stand in their form again."""
    return f"{one.place.page}{'&' if '?' in one.place.page else '?'}{urlencode({TAKE_UP: one.id})}"


def _place(visit: Visit, form: forms.BaseForm) -> Place:
    """Where the words of this form are kept; a form that came back keeps the place it had."""
    kind = type(form).__name__
    if form.is_bound:
        for place in _posted(visit.request, visit.actor):
            if place.form.partition(" ")[0] == kind:
                return place
    own = str(form.auto_id).removesuffix("%s") if form.auto_id else ""
    return Place(visit.page, f"{kind} {own}{form.prefix or ''}"[:60])


def _posted(request: HttpRequest, actor: Actor) -> list[Place]:
    found = (place_of(actor, mark) for mark in request.POST.getlist(FIELD))
    return [place for place in found if place is not None]


def _said(form: forms.BaseForm, words: str) -> dict[str, object]:
    """What stood in each field that can be seen, as the form itself reads it."""
    said = QueryDict(words)
    return {
        one.name: one.field.widget.value_from_datadict(said, {}, one.html_name)
        for one in form.visible_fields()
        if not isinstance(one.field.widget, forms.FileInput | forms.PasswordInput)
    }
