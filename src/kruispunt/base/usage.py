"""Whether a row is used: something points at it, or something happened to it since."""

from collections.abc import Collection

from django.db.models import Model

from kruispunt.base.models import JournalLine, Letter


def pointed_at(model: type[Model], ids: Collection[int], *, but: Collection[str] = ()) -> set[int]:
    """Which of these rows any other row points at; `but` names kinds of rows that do not count."""
    found: set[int] = set()
    for relation in model._meta.get_fields(include_hidden=True):
        if not (relation.one_to_many or relation.one_to_one) or not relation.auto_created:
            continue
        other = relation.related_model
        if not isinstance(other, type) or other._meta.label_lower in but:
            continue
        column = relation.field.attname  # type: ignore[union-attr]  # a relation back has a field
        rows = other._base_manager.filter(**{f"{column}__in": list(ids)})
        found |= set(rows.values_list(column, flat=True))
    return found


def touched(model: type[Model], ids: Collection[int]) -> set[int]:
    """Which of these rows have a line in the journal under their own name."""
    label = model._meta.label_lower
    lines = JournalLine.objects.filter(subject__in=[f"{label}:{pk}" for pk in ids])
    return {int(subject.rpartition(":")[2]) for subject in lines.values_list("subject", flat=True)}


def written_to(person_ids: Collection[int]) -> set[int]:
    """Which of these people ever got a letter."""
    letters = Letter.objects.filter(to_person_id__in=list(person_ids))
    return set(letters.values_list("to_person_id", flat=True))
