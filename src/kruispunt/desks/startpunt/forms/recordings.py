"""Writing out what somebody said aloud."""

from django import forms

from kruispunt.desks.ui.fields import words_field


class WriteDownForm(forms.Form):
    """The words, as they were said."""

    words = words_field(
        "Schrijf op wat er gezegd is",
        rows=4,
        help_text="In de woorden die u hoort. Niet te verstaan? Schrijf dat op, en bel.",
        missing="Schrijf op wat u hoort. Daarna gaat de opname weg.",
    )
