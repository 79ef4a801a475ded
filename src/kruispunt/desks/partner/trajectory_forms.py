"""What everyone at the table of a hybrid team writes down."""

from django import forms

from kruispunt.arrangements.states.goals import Domain, Hitch, NextStep, Rung
from kruispunt.arrangements.states.trajectory import Received
from kruispunt.desks.ui.fields import day_field, words_field
from kruispunt.desks.ui.widgets import Choice, ChoiceInLines, Choices, Tick

RUNGS = [(rung.value, rung.label) for rung in Rung if rung != Rung.FORMAL]


class TalkForm(forms.Form):
    """What the advisor and the resident talked about."""

    talk = words_field("Waar ging het gesprek over?")
    on = day_field("Wanneer was het?", help_text="Leeg betekent: vandaag.", required=False)
    with_coach = forms.BooleanField(
        label="Wie was erbij?", required=False, widget=Tick("De welzijnscoach was erbij")
    )


class IndicateForm(forms.Form):
    """What the municipality decided, noted by its advisor."""

    scope = words_field("Wat staat er in het besluit?", help_text="Welke hulp, en hoeveel uur.")
    valid_from = day_field("Vanaf welke dag?")
    valid_until = day_field("Tot en met welke dag?", required=False)


class WhyForm(forms.Form):
    """A reason in a few words."""

    why = words_field("Waarom?", rows=2)


class MayWhyForm(forms.Form):
    """A reason, for whoever wants to give one."""

    why = words_field("Wilt u zeggen waarom?", rows=2, required=False)


class GroupTeamForm(forms.Form):
    """Which team that works in groups comes beside this one."""

    team_id = forms.TypedChoiceField(label="Welk team?", coerce=int)


class WelfareForm(forms.Form):
    """What there is nearby, or why nothing suits."""

    welfare = words_field(
        "Wat kan welzijn doen?",
        help_text="Past er niets? Schrijf dan op wat u bekeek, en waarom het niet past.",
    )
    activity_id = forms.TypedChoiceField(
        label="Is er een activiteit die past?", required=False, coerce=int, empty_value=None
    )


class StarterForm(forms.Form):
    """Whom this provider names to start."""

    member_id = forms.TypedChoiceField(label="Wie begint er?", coerce=int, widget=ChoiceInLines)
    reason = words_field("Waarom deze organisatie?", rows=2)


class StartForm(forms.Form):
    """When the first intake was, and with whom."""

    on = day_field(
        "Wanneer was de eerste intake?", help_text="Leeg betekent: vandaag.", required=False
    )
    with_coach = forms.BooleanField(
        label="Wie ging mee?", required=False, widget=Tick("De welzijnscoach ging mee")
    )


class GoalForm(forms.Form):
    """A goal in the resident's own words."""

    words = words_field("Wat wil de inwoner bereiken?", rows=2, help_text="In de eigen woorden.")
    domain = forms.ChoiceField(label="Waar gaat het over?", choices=Domain.choices)
    start_situation = words_field("Hoe gaat het nu?", rows=2)
    who_does_what = words_field("Wie doet wat?", rows=2)
    by = day_field("Voor wanneer?")
    informal = forms.BooleanField(
        label="Wie helpt mee?", required=False, widget=Tick("Ook een vrijwilliger of eigen mensen")
    )


class PulseForm(forms.Form):
    """Does she get what was agreed?"""

    received = forms.ChoiceField(
        label="Krijgt de inwoner de afgesproken hulp?", choices=Received.choices, widget=Choice
    )
    words = words_field("Wat viel op?", rows=2, required=False)


class BookForm(forms.Form):
    """An appointment with the welfare coach."""

    on = day_field("Wanneer?")
    minutes = forms.IntegerField(label="Hoeveel minuten?", min_value=5, max_value=480)
    what = forms.CharField(label="Wat gaat u doen?", required=False, max_length=120)


class StepForm(forms.Form):
    """A step to less help."""

    rung = forms.ChoiceField(label="Naar welke hulp?", choices=RUNGS, widget=Choice)
    words = forms.CharField(label="Welke stap?", help_text="Bijvoorbeeld: de eetclub op dinsdag.")
    planned_on = day_field("Wanneer?")


class LookBackForm(forms.Form):
    """What works, what does not, and why."""

    works = words_field("Wat lukt?", rows=2)
    works_not = words_field("Wat lukt niet?", rows=2, required=False)
    why = forms.MultipleChoiceField(
        label="Waarom lukt dat niet?", choices=Hitch.choices, required=False, widget=Choices
    )
    next_step = forms.ChoiceField(label="Hoe nu verder?", choices=NextStep.choices, widget=Choice)


class EndingForm(forms.Form):
    """How it ended."""

    ending = words_field("Hoe gaat het nu met de inwoner?", rows=2)
