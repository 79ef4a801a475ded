"""The words of a second lock: what allauth asks, as we would ask it."""

from typing import Any

from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm

from kruispunt.desks.ui.widgets import Tick


class CodeForm(ActivateTOTPForm):  # type: ignore[misc]  # allauth has no types
    """The first code of the app, which shows that it was set well."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label = "De zes cijfers die de app toont"
        code.widget.attrs |= {"placeholder": "", "inputmode": "numeric"}


class KeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """A telephone, computer or USB key that becomes a lock."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "Hoe noemt u deze sleutel?"
        alone = self.fields["passwordless"]
        alone.label, alone.help_text = "Zonder wachtwoord", ""
        alone.widget = Tick(
            "Deze sleutel is genoeg om in te loggen; hij vraagt om vinger, gezicht of pincode."
        )
