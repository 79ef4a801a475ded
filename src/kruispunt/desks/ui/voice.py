"""Asking aloud: a field to record or choose a sound, and the sound itself for who may listen."""

import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext_lazy, gettext_noop

from kruispunt.base.actor import Actor
from kruispunt.core.sound import HEAD
from kruispunt.desks.ui import knocking
from kruispunt.questions import actions
from kruispunt.questions.actions import Spoken
from kruispunt.questions.queries import recordings

type View = Callable[..., HttpResponse]
PIECE = re.compile(r"bytes=(\d*)-(\d*)")
ASIDE = "kept"
NOT_KEPT = gettext_noop("Uw opname is niet bewaard. Spreek straks opnieuw in, of bel ons.")
GONE = gettext_noop("Uw opname is er niet meer. Spreek uw vraag nog een keer in, of typ hem.")


class Recorder(forms.FileInput):
    """A file field that a telephone records into; with JavaScript it gets buttons of its own."""

    template_name = "ui/forms/recorder.html"
    use_fieldset = True
    minutes = 0
    is_kept = False

    def __init__(self) -> None:
        super().__init__(attrs={"accept": "audio/*", "capture": ""})

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        box = forms.FileInput.template_name
        context["widget"] |= {"minutes": self.minutes, "kept": self.is_kept, "box": box}
        return context


class SpeakingForm(forms.Form):
    """A form whose words may be spoken: one of the two is enough, and both are welcome."""

    spoken = forms.FileField(
        label=gettext_lazy("Liever praten? Spreek uw vraag in."),
        help_text=gettext_lazy("U hoeft dan niet te typen. Een paar zinnen is genoeg."),
        required=False,
        allow_empty_file=True,
        widget=Recorder,
        error_messages={"invalid": recordings.NO_SOUND},
    )
    kept = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.recorder.minutes = recordings.longest(actor)
        # Who spoke need not type.
        if self.files.get("spoken") or self.data.get(ASIDE):
            self.fields["words"].required = False

    @property
    def recorder(self) -> Recorder:
        widget = self.fields["spoken"].widget
        assert isinstance(widget, Recorder)  # noqa: S101  (for mypy)
        return widget

    def clean_spoken(self) -> Any:  # noqa: ANN401  (an uploaded file)
        file = self.cleaned_data["spoken"]
        if file is None:
            return None
        head = file.read(HEAD)
        file.seek(0)
        if why := recordings.refusal(self.actor, head, file.size or 0):
            raise forms.ValidationError(why)
        return file

    def clean_kept(self) -> str:
        word = str(self.cleaned_data[ASIDE])
        if word and not recordings.is_our_word(word):
            self.add_error("spoken", GONE)
            return ""
        return word

    @property
    def said(self) -> Spoken:
        """What was said aloud: now, or on the page before this one."""
        file = self.cleaned_data.get("spoken")
        if file is None:
            return Spoken(word=self.cleaned_data.get(ASIDE, ""))
        file.seek(0)
        return Spoken(content=file.read())

    def keep_what_was_said(self) -> None:
        """Something else was wrong: a page that comes back holds no file, so we keep it here."""
        if not (self.is_bound and self.errors):
            return
        spoken, known = self.said, QueryDict(mutable=True)
        known.update(self.data)
        known[ASIDE] = spoken.word or self._put_aside(spoken)
        self.data, self.recorder.is_kept = known, bool(known[ASIDE])

    def _put_aside(self, spoken: Spoken) -> str:
        """The word under which it lies; where too much waits already it is said, not kept."""
        if spoken.content and knocking.is_too_much(self):
            self.add_error("spoken", NOT_KEPT)
        elif spoken.content:
            try:
                return recordings.word_of(actions.put_aside(self.actor, spoken=spoken))
            except ValidationError as full:
                self.add_error("spoken", full.error_dict["spoken"])
        return ""


def may_record(page: View) -> View:
    """A page on which a browser may ask for the microphone; on every other one it may not."""
    page.uses = ("microphone",)  # type: ignore[attr-defined]
    return page


def sound(request: HttpRequest, found: Any) -> HttpResponse:  # noqa: ANN401  (a recording)
    """The sound itself, whole or the piece that a player asks for; nobody keeps a copy of it."""
    heard = recordings.sound_of(found)
    if heard is None:
        raise Http404("nothing to hear any more")
    first, last, whole = _piece(request.headers.get("Range", ""), len(heard.content))
    answer = HttpResponse(heard.content[first : last + 1], content_type=heard.media_type)
    if not whole:
        answer.status_code = 206
        answer["Content-Range"] = f"bytes {first}-{last}/{len(heard.content)}"
    answer["Accept-Ranges"] = "bytes"
    answer["Cache-Control"] = "no-store, private"
    answer["Content-Disposition"] = "inline"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _piece(asked: str, length: int) -> tuple[int, int, bool]:
    """From which byte to which; a piece that makes no sense is the whole of it."""
    found = PIECE.fullmatch(asked.strip())
    if found is None or found.groups() == ("", ""):
        return 0, length - 1, True
    begins, ends = found.groups()
    if not begins:
        return max(length - int(ends), 0), length - 1, False
    first = int(begins)
    last = min(int(ends), length - 1) if ends else length - 1
    return (first, last, False) if first <= last else (0, length - 1, True)
