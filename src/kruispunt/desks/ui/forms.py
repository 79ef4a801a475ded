"""One way to draw a form on every desk: label, help, error, field, in that order."""

from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest

from kruispunt.desks.ui import unsent

BOX = {
    "text": "utrecht-textbox",
    "email": "utrecht-textbox",
    "tel": "utrecht-textbox",
    "url": "utrecht-textbox",
    "number": "utrecht-textbox",
    "date": "utrecht-textbox",
    "time": "utrecht-textbox",
    "password": "utrecht-textbox",
    "file": "utrecht-textbox",
    "select": "utrecht-select",
}


class CalmField(forms.BoundField):
    """A field that wears the design system's classes and says when it is wrong."""

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        built = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        kind = getattr(widget, "input_type", "")
        box = "utrecht-textarea"
        if not isinstance(widget, forms.Textarea):
            box = BOX.get(kind, "")
        if box and self.errors:
            box += f" {box}--invalid"
        if box:
            built["class"] = f"{widget.attrs.get('class', '')} {box}".strip()
        return built


class Calm(DjangoTemplates):
    """Draws every form of the product, those of the sign-in pages included."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
    bound_field_class = CalmField

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        """Draw it; beside a whole form stands what its writer typed before and did not send."""
        if template_name == self.form_template_name:
            context = {"beside": unsent.beside(context["form"]), **context}
        return super().render(template_name, context, request)
