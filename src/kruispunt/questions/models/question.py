"""Rows of questions: what someone needs, in their own words and then in ours."""

from django.db import models
from django.db.models import Q

from kruispunt.base.fields import FreeText, WordList
from kruispunt.core.vocabulary import Frequency, Gender, Intensity, Kind, Role, Slot, Theme
from kruispunt.questions.models.signal import Signal
from kruispunt.questions.states import Outcome, State


class SelfReliance(models.IntegerChoices):
    """How far someone can live by themselves (seed 003, four levels)."""

    FULL = 1, "Volledig: redt zich, met lichte beperkingen"
    REDUCED = 2, "Verminderd: hand-en-spandiensten van mensen dichtbij"
    LIMITED = 3, "Beperkt: veel en lang mantelzorg"
    DEPENDENT = 4, "Afhankelijk: zware zorg, vooral van beroepskrachten"


class WmoNotice(models.TextChoices):
    """Whether this is a notification under the Wmo (WMO-01)."""

    NO = "no", "Nee"
    YES = "yes", "Ja"
    ALREADY = "already", "Al gemeld bij de gemeente"


class Intake(models.TextChoices):
    """Along which way a question came in."""

    DESK = "desk", "Aan de balie"
    PHONE = "phone", "Telefoon"
    SITE = "site", "Website"
    SIGNAL = "signal", "Via iemand in de wijk"
    PARTNER = "partner", "Via een organisatie"
    PAPER = "paper", "Op papier"


class Question(models.Model):
    """What someone needs, for as long as it takes."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    asked_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    # Who spoke for them: a carer, a neighbour, a professional.
    brought_by = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    signal = models.ForeignKey(
        Signal, on_delete=models.PROTECT, null=True, blank=True, related_name="questions"
    )
    intake = models.CharField(max_length=7, choices=Intake, default=Intake.DESK)
    # The first words stay as they were spoken; the question behind the question is ours (TAX-02).
    words = FreeText(blank=False)
    # The language of the page these words were typed on; empty for Dutch. It says who can help
    # to read them, and nothing about where somebody is from (PRV-10).
    asked_in = models.CharField(max_length=3, blank=True)
    need = FreeText()
    own_network = FreeText()
    gives = FreeText()
    is_wmo_notice = models.CharField(max_length=7, choices=WmoNotice, default=WmoNotice.NO)
    wmo_noticed_on = models.DateField(null=True, blank=True)

    kind = models.CharField(max_length=30, choices=Kind.choices(), blank=True)
    more_kinds = WordList(Kind)
    self_reliance = models.PositiveSmallIntegerField(choices=SelfReliance, null=True, blank=True)
    intensity = models.CharField(max_length=14, choices=Intensity.choices(), blank=True)
    themes = WordList(Theme)
    formal_leads = models.BooleanField(default=False)
    # The safety gate (TRI-01): somebody professional the same or the next day.
    professional_first = models.BooleanField(default=False)
    # The indicators of TRI-03 order the list within a class and never change the class.
    load = models.PositiveSmallIntegerField(default=0)

    slots = WordList(Slot)
    hours = models.DecimalField(max_digits=5, decimal_places=2, default=2)
    gender_wish = models.CharField(max_length=1, choices=Gender.choices(), blank=True)
    # A language that is wished for is worth more points; one that is needed is a rule (D14).
    language_wish = models.CharField(max_length=3, blank=True)
    language_needed = models.BooleanField(default=False)
    circumstances = WordList()
    interests = WordList()
    dislikes = WordList()
    role = models.CharField(max_length=10, choices=Role.choices(), blank=True)
    frequency = models.CharField(max_length=14, choices=Frequency.choices(), blank=True)
    term_months = models.PositiveSmallIntegerField(default=0)
    needs_vog = models.BooleanField(default=True)
    helpers_needed = models.PositiveSmallIntegerField(default=1)
    # Volunteers who help already or are thinking about a yes, by number: a round asks no more
    # than are still needed, and nobody twice.
    helped_by = models.JSONField(default=list, blank=True)

    state = models.CharField(max_length=17, choices=State, default=State.NEW)
    state_since = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    worker = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    opened_at = models.DateTimeField()
    triaged_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    reopened_at = models.DateTimeField(null=True, blank=True)
    # After a match that ended early we talk first (MAT-07); until then nobody new is looked for.
    talk_due = models.BooleanField(default=False)
    ending = FreeText()
    # What others made of it, when they took it over: noted here, decided there.
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)

    class Meta:
        indexes = [
            # All that the lists of a desk count and put in order by, so that they need no row.
            models.Index(
                fields=[
                    "municipality",
                    "state",
                    "due_on",
                    "opened_at",
                    "load",
                    "worker",
                    "asked_by",
                    "ended_at",
                ],
                name="question_lists",
            ),
            models.Index(fields=["municipality", "asked_by"]),
            models.Index(fields=["municipality", "review_on"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="question_state_known", condition=Q(state__in=State.values)
            ),
            models.CheckConstraint(
                name="question_clarified_has_kind",
                condition=Q(state__in=(State.NEW, State.CONTACTED, State.WITHDRAWN)) | ~Q(kind=""),
            ),
            models.CheckConstraint(
                name="question_triaged_has_class",
                condition=Q(
                    state__in=(State.NEW, State.CONTACTED, State.CLARIFIED, State.WITHDRAWN)
                )
                | ~Q(intensity=""),
            ),
            models.CheckConstraint(
                name="question_needs_a_language_by_name",
                condition=Q(language_needed=False) | ~Q(language_wish=""),
            ),
            models.CheckConstraint(
                name="question_helpers_1_to_9", condition=Q(helpers_needed__range=(1, 9))
            ),
        ]

    def __str__(self) -> str:
        return str(self.words[:40])
