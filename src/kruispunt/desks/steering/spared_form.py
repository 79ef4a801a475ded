"""What one takes for true when reckoning what helping early may spare; each word is asked."""

from typing import Any

from django import forms

from kruispunt.core.spared import Assumptions

HUNDRED = 100


def _percent(label: str, start: int, help_text: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=HUNDRED, initial=start, help_text=help_text
    )


def _hours(label: str) -> forms.FloatField:
    return forms.FloatField(label=label, min_value=0, max_value=2000)


class SparedForm(forms.Form):
    """No amount without what was there instead, who says so, and where the price comes from."""

    instead = forms.CharField(
        label="Wat was er anders ingezet?", max_length=200, help_text="Zonder namen."
    )
    judged_by = forms.CharField(
        label="Wie zegt dat?", max_length=120, help_text="Een functie, geen naam."
    )
    source = forms.CharField(
        label="Waar komt het tarief vandaan?", max_length=200, help_text="Met het jaar erbij."
    )
    # Not "matches": a form with a field of that name has no matches() of its own in a browser.
    how_many = forms.IntegerField(label="Om hoeveel koppelingen gaat het?", min_value=1)
    rate = forms.FloatField(label="Tarief van die zorg per uur, in euro", min_value=1)
    cost = forms.FloatField(label="Wat kostte ons werk, in euro?", min_value=0)
    low = _hours("Uren zorg per koppeling, voorzichtig")
    middle = _hours("Uren zorg per koppeling, in het midden")
    high = _hours("Uren zorg per koppeling, ruim")
    deadweight = _percent("Ging vanzelf al goed (%)", 50, "Wat er zonder ons ook was gebeurd.")
    attribution = _percent("Komt door ons (%)", 50, "De rest deden anderen.")
    displacement = _percent("Verschoof alleen (%)", 0, "Wat ergens anders terugkwam.")
    drop_off = _percent("Gaat er per jaar af (%)", 0, "Hoe snel het effect minder wordt.")
    years = forms.IntegerField(label="Over hoeveel jaar?", min_value=1, max_value=5, initial=1)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        hours = [said[name] for name in ("low", "middle", "high") if name in said]
        if hours != sorted(hours):
            self.add_error("middle", "Zet de uren van weinig naar veel.")
        return said

    def assumed(self) -> Assumptions:
        said = self.cleaned_data
        parts = ("deadweight", "attribution", "displacement", "drop_off")
        return Assumptions(
            matches=said["how_many"],
            rate=said["rate"],
            years=said["years"],
            **{name: said[name] / HUNDRED for name in parts},
        )
