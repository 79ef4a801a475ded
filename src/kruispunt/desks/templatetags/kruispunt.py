"""Pictograms, the key of a form, and bars: what a template cannot say in plain HTML."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from uuid import uuid4

from django import template
from django.conf import settings
from django.utils import translation
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from kruispunt.desks.ui import hours, pictograms, policy
from kruispunt.desks.ui import spoken as sentences
from kruispunt.desks.ui.cards import LANGUAGES

register = template.Library()
# A Dutch number as people write it: ten digits, with spaces or a dash where they like.
NUMBER = re.compile(r"\b0\d(?:[ -]?\d){8}\b")
ICONS = Path(__file__).parents[1] / "static" / "vendor" / "icons.json"


@cache
def _drawings() -> dict[str, str]:
    """The pictograms that the asset script laid out; without them pages still read well."""
    return json.loads(ICONS.read_text()) if ICONS.exists() else {}


@register.simple_tag
def icon(name: str) -> SafeString:
    """A pictogram beside words; it says nothing to a screen reader, the words do."""
    drawing = mark_safe(_drawings().get(name, ""))  # noqa: S308  (laid out by our own script)
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        drawing,
    )


@register.simple_tag
def picture(word: object) -> SafeString:
    """The drawing beside a word one chooses; nothing where there is none."""
    name = pictograms.picture(word)
    return icon(name) if name else SafeString("")


@register.simple_tag
def opening_hours(words: str) -> SafeString:
    """When one may come by, in the language of the page, or else marked as Dutch."""
    if translation.get_language() == settings.LANGUAGE_CODE:
        return format_html("{}", words)
    told = hours.in_another_language(words)
    return format_html("{}", told) if told else in_dutch(words)


@register.filter
def in_dutch(words: object) -> SafeString:
    """Words that somebody wrote in Dutch: marked as such on a page in another language."""
    if translation.get_language() == settings.LANGUAGE_CODE:
        return format_html("{}", words)
    return format_html('<span lang="nl" dir="ltr">{}</span>', words)


@register.filter
def to_call(words: SafeString | str) -> SafeString:
    """Words with a telephone number in them, which a phone can dial."""
    spoken = conditional_escape(words)
    return mark_safe(NUMBER.sub(_dialled, spoken))  # noqa: S308  (escaped one line up)


def _dialled(found: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", found[0])
    return f'<a href="tel:{digits}" dir="ltr">{found[0]}</a>'


@register.filter
def without_stop(words: object) -> str:
    """Words that stand in the middle of a sentence, though they end one themselves."""
    return str(words).removesuffix(".")


@register.filter
def language_name(code: str) -> str:
    """The name of a language, as the desk calls it."""
    return LANGUAGES.get(code, code)


@register.simple_tag
def form_key() -> SafeString:
    """A fresh key for this form, so that posting it twice is posting it once."""
    return format_html('<input type="hidden" name="form_key" value="{}">', uuid4().hex)


@register.simple_tag(takes_context=True)
def spoken(context: template.Context, words: object) -> str:
    """A sentence in which {signal.handed_in} is said as it is set in this municipality."""
    return sentences.spoken(context.get("request"), str(words))


@register.simple_tag(takes_context=True)
def may_go(context: template.Context, name: str) -> bool:
    """Whether who reads this page finds something at that address: no link leads to nothing."""
    actor = getattr(context.get("request"), "actor", None)
    return actor is not None and policy.may_come_in(name, actor.roles)


@register.inclusion_tag("ui/bar.html")
def bar(part: float, whole: float, kind: str = "") -> dict[str, object]:
    """A filled bar; the number itself always stands beside it in words."""
    filled = round(100 * min(max(part / whole, 0), 1), 1) if whole else 0
    return {"filled": f"{filled:.1f}", "kind": kind}


@register.filter
def points(number: float) -> str:
    """A number as people write it here: a comma, and no more decimals than needed."""
    return f"{number:.1f}".replace(".", ",").removesuffix(",0")


@register.inclusion_tag("ui/deadline.html")
def deadline(due_on: date | None, today: date) -> dict[str, object]:
    """How long there still is, in words and in a colour that says the same."""
    if due_on is None:
        return {}
    days = (due_on - today).days
    if days < 0:
        return {"kind": "late", "words": f"{_days(-days)} te laat"}
    near = {0: "vandaag", 1: "morgen"}
    return {
        "kind": "soon" if days in near else "calm",
        "words": near.get(days, f"nog {days} dagen"),
    }


def _days(count: int) -> str:
    return "1 dag" if count == 1 else f"{count} dagen"
