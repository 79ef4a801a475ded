"""Reading guides: profiles for whoever chooses, and the whole list for their coordinator."""

from dataclasses import dataclass

from django.db.models import F, QuerySet

from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import SocialField
from kruispunt.offers import permits
from kruispunt.offers.models import Guide
from kruispunt.offers.states import GUIDE_MOVES, GuideState


@dataclass(frozen=True, slots=True)
class GuideCard:
    """What a resident reads of a guide: a first name and who it is, never where she lives."""

    id: int
    name: str
    sort: str
    description: str
    lived: str
    fields: tuple[str, ...]
    languages: tuple[str, ...]
    professional: bool
    fits: bool


def guides(actor: Actor) -> QuerySet[Guide]:
    rows = Guide.objects.select_related("person", "employer")
    return permits.READ_GUIDE.narrow(rows, actor).order_by("person__given_name", "pk")


def guide_of(actor: Actor) -> Guide | None:
    """The actor as a guide, if she is one."""
    return guides(actor).filter(person_id=actor.person_id or 0).first()


def guides_to_show(actor: Actor) -> QuerySet[Guide]:
    """Whoever can be chosen today: shown, and with room."""
    return guides(actor).filter(state=GuideState.SHOWN, taken__lt=F("places"))


def guide_card(guide: Guide, *, field: str = "") -> GuideCard:
    return GuideCard(
        id=guide.pk,
        name=guide.person.given_name,
        sort=guide.get_sort_display(),
        description=guide.description,
        lived=guide.lived,
        fields=tuple(SocialField(word).label for word in guide.fields),
        languages=tuple(guide.person.languages),
        professional=guide.sort == "professional",
        fits=field in guide.fields,
    )


def guide_verbs(guide: Guide) -> tuple[str, ...]:
    return GUIDE_MOVES.verbs(guide.state)
