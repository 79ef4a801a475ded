"""Forms of the ambassador."""

from typing import Any

from django import forms

from kruispunt.desks.ui.widgets import Choice

ABOUT = (
    ("question", "Een vraag"),
    ("talent", "Een talent"),
    ("carer", "Een mantelzorger"),
    ("liveability", "De buurt"),
)


class NoticeForm(forms.Form):
    """What someone heard or saw: a street is enough, a name is not asked (PRV-11)."""

    words = forms.CharField(label="Wat hoorde of zag u?", widget=forms.Textarea(attrs={"rows": 5}))
    about = forms.ChoiceField(
        label="Waar gaat het over?", choices=ABOUT, initial="question", widget=Choice
    )
    place = forms.CharField(
        label="In welke straat of flat?", max_length=120, required=False, help_text="Geen huisnummer."
    )
    area = forms.ChoiceField(label="In welke buurt?", required=False)

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        chosen = self.fields["area"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = areas
