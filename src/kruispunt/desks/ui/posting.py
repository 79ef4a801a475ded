"""From a form to an action: what the rows refuse is said beside the field, and nothing is lost."""

from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from kruispunt.desks.ui import knocking
from kruispunt.desks.ui.unsent import is_sent


def done(request: HttpRequest, form: forms.Form, act: Callable[[], object]) -> bool:
    """Say whether a form was posted, was whole, and was carried out."""
    if request.method != "POST" or not form.is_valid() or knocking.waits(request, form):
        return False
    try:
        act()
    except ValidationError as wrong:
        _note(form, wrong)
        return False
    is_sent(request)
    return True


def status(form: forms.Form) -> int:
    """Look again (422) when something is wrong, too much at once (429), otherwise fine (200)."""
    if form.is_bound and knocking.is_too_much(form):
        return 429
    return 422 if form.is_bound and form.errors else 200


def _note(form: forms.Form, wrong: ValidationError) -> None:
    if not hasattr(wrong, "error_dict"):
        form.add_error(None, wrong)
        return
    for name, errors in wrong.error_dict.items():
        form.add_error(name if name in form.fields else None, ValidationError(errors))
