"""Rows of what partners know and keep up to date, each with the themes it is about (A19)."""

from django.db import models
from django.db.models import Q

from kruispunt.base.fields import FreeText, WordList
from kruispunt.core.vocabulary import Theme
from kruispunt.offers.states import KnowledgeState


class Knowledge(models.Model):
    """Something an organisation knows, in plain words, with its own day to look at it again."""

    municipality = models.ForeignKey(
        "base.Municipality", on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(max_length=120)
    words = FreeText(blank=False)
    link = models.URLField(blank=True)
    themes = WordList(Theme, blank=False)
    assured_on = models.DateField()
    review_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=9, choices=KnowledgeState, default=KnowledgeState.SHARED)
    state_since = models.DateTimeField()

    class Meta:
        verbose_name_plural = "knowledge"
        indexes = [models.Index(fields=["municipality", "state", "review_on"])]
        constraints = [
            models.CheckConstraint(
                name="knowledge_state_known", condition=Q(state__in=KnowledgeState.values)
            ),
            models.CheckConstraint(
                name="knowledge_to_review_has_a_day",
                condition=~Q(state=KnowledgeState.TO_REVIEW) | Q(due_on__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["organisation", "title"], name="knowledge_of_a_partner_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title
