"""What is asked when a list comes in."""

from collections.abc import Sequence
from typing import Any

from django import forms

from kruispunt.arrivals.actions import LARGEST
from kruispunt.desks.ui.fields import let_choose
from kruispunt.exchange.arriving.columns import missing
from kruispunt.exchange.arriving.lists import COLUMNS

ENDINGS = (".csv", ".xlsx")


class BringForm(forms.Form):
    """What the list is, and the list itself."""

    kind = forms.ChoiceField(label="Wat staat er in de lijst?")
    file = forms.FileField(
        label="Het bestand",
        help_text="Een spreadsheet (.xlsx) of CSV, met kolomnamen in de eerste rij. Hooguit 20 MB.",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    def __init__(self, *args: Any, kinds: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, kind=kinds)

    def clean_file(self) -> Any:  # noqa: ANN401  (an uploaded file)
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError("Dit bestand is groter dan 20 MB. Splits het in delen.")
        if not file.name.lower().endswith(ENDINGS):
            raise forms.ValidationError("Bewaar de lijst eerst als .xlsx of .csv.")
        return file


class MapForm(forms.Form):
    """For each column of the file: what is it?"""

    def __init__(
        self, *args: Any, kind: str, headers: Sequence[str], guessed: dict[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.headers = kind, headers
        known = [(column.name, column.label) for column in COLUMNS[kind]]
        for at, header in enumerate(headers):
            self.fields[f"column_{at}"] = forms.ChoiceField(
                label=header,
                required=False,
                choices=[("", "Niet overnemen"), *known],
                initial=guessed.get(header, ""),
            )

    @property
    def mapping(self) -> dict[str, str]:
        """What each header means, as this form says it."""
        said = self.cleaned_data
        return {header: said.get(f"column_{at}", "") for at, header in enumerate(self.headers)}

    def clean(self) -> None:
        chosen = [name for name in self.mapping.values() if name]
        labels = {column.name: column.label for column in COLUMNS[self.kind]}
        for name in sorted({name for name in chosen if chosen.count(name) > 1}):
            self.add_error(None, f"Twee kolommen zijn allebei '{labels[name]}'. Kies er één.")
        for label in missing(self.kind, self.mapping):
            self.add_error(None, f"Kies welke kolom '{label}' is.")
