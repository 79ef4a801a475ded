"""From signing up to goodbye (SM-3), and from draft to out of date on the sociale kaart (SM-15)."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class VolunteerState(TextChoices):
    """Where a volunteer stands."""

    APPLIED = "applied", "Aangemeld"
    MEETING = "meeting", "Kennismaking"
    DEPLOYABLE = "deployable", "Inzetbaar"
    AVAILABLE = "available", "Beschikbaar"
    MATCHED = "matched", "Gekoppeld"
    PAUSED = "paused", "Pauze"
    STOPPED = "stopped", "Gestopt"


V = VolunteerState
VOLUNTEER_MOVES = Table(
    "volunteer",
    (
        move("meet", {V.APPLIED}, V.MEETING),
        move("deploy", {V.MEETING}, V.DEPLOYABLE),
        move("make_available", {V.DEPLOYABLE, V.PAUSED}, V.AVAILABLE),
        # Full and free again follow from the places taken; a full volunteer is not proposed.
        move("fill", {V.AVAILABLE}, V.MATCHED),
        move("free", {V.MATCHED}, V.AVAILABLE),
        move("pause", {V.DEPLOYABLE, V.AVAILABLE, V.MATCHED}, V.PAUSED),
        move("stop", {V.APPLIED, V.MEETING, V.DEPLOYABLE, V.AVAILABLE, V.PAUSED}, V.STOPPED),
        move("return", {V.STOPPED}, V.MEETING),
    ),
)


class EntryState(TextChoices):
    """Where an entry of the sociale kaart stands."""

    DRAFT = "draft", "Concept"
    PUBLISHED = "published", "Gepubliceerd"
    TO_VERIFY = "to_verify", "Te controleren"
    STALE = "stale", "Verouderd"
    WITHDRAWN = "withdrawn", "Van de kaart gehaald"


E = EntryState
ENTRY_MOVES = Table(
    "entry",
    (
        move("publish", {E.DRAFT, E.WITHDRAWN}, E.PUBLISHED),
        move("assure", {E.PUBLISHED, E.TO_VERIFY, E.STALE}, E.PUBLISHED),
        move("ask_to_verify", {E.PUBLISHED}, E.TO_VERIFY),
        move("grow_stale", {E.TO_VERIFY}, E.STALE),
        move("take_off", {E.DRAFT, E.PUBLISHED, E.TO_VERIFY, E.STALE}, E.WITHDRAWN),
    ),
)


class GuideSort(TextChoices):
    """Most guides are volunteers or lived through it themselves; some are professionals (E17)."""

    VOLUNTEER = "volunteer", "Vrijwilliger"
    EXPERIENCED = "experienced", "Heeft het zelf meegemaakt"
    PROFESSIONAL = "professional", "Beroepskracht, voor ingewikkelde vragen"


class GuideState(TextChoices):
    """Where a guide stands: shown to residents, or not (now)."""

    APPLIED = "applied", "Aangemeld"
    SHOWN = "shown", "Te kiezen"
    RESTING = "resting", "Even niet"
    STOPPED = "stopped", "Gestopt"


G = GuideState
GUIDE_MOVES = Table(
    "guide",
    (
        move("show_guide", {G.APPLIED, G.RESTING, G.STOPPED}, G.SHOWN),
        move("rest_guide", {G.SHOWN}, G.RESTING),
        move("stop_guide", {G.APPLIED, G.SHOWN, G.RESTING}, G.STOPPED),
    ),
)


class GatheringState(TextChoices):
    """Where something people do together stands (SM-11)."""

    IDEA = "idea", "Idee"
    PLANNED = "planned", "Gepland"
    ANNOUNCED = "announced", "Aangekondigd"
    BUSY = "busy", "Bezig"
    OVER = "over", "Geweest"
    COUNTED = "counted", "Geteld"
    CALLED_OFF = "called_off", "Gaat niet door"


S = GatheringState
GATHERING_MOVES = Table(
    "gathering",
    (
        move("plan_gathering", {S.IDEA}, S.PLANNED),
        move("announce", {S.PLANNED}, S.ANNOUNCED),
        move("begin_gathering", {S.ANNOUNCED}, S.BUSY),
        move("be_over", {S.ANNOUNCED, S.BUSY}, S.OVER),
        move("count_gathering", {S.OVER}, S.COUNTED),
        move("call_off", {S.IDEA, S.PLANNED, S.ANNOUNCED}, S.CALLED_OFF),
    ),
)


class CourseState(TextChoices):
    """Where a training stands."""

    PLANNED = "planned", "Gepland"
    OPEN = "open", "Open"
    FULL = "full", "Vol"
    GIVEN = "given", "Gegeven"
    COMPLETED = "completed", "Afgerond"


K = CourseState
COURSE_MOVES = Table(
    "course",
    (
        move("open_course", {K.PLANNED}, K.OPEN),
        # Full and open again follow from the places taken.
        move("fill_course", {K.OPEN}, K.FULL),
        move("free_course", {K.FULL}, K.OPEN),
        move("give_course", {K.OPEN, K.FULL}, K.GIVEN),
        move("complete_course", {K.GIVEN}, K.COMPLETED),
    ),
)


class ParticipantState(TextChoices):
    """Where someone stands in a training."""

    APPLIED = "applied", "Aangemeld"
    PRESENT = "present", "Aanwezig"
    ACHIEVED = "achieved", "Behaald"
    MISSED = "missed", "Was er niet"
    LEFT = "left", "Afgezegd"


P = ParticipantState
PARTICIPANT_MOVES = Table(
    "participant",
    (
        move("leave_course", {P.APPLIED}, P.LEFT),
        move("attend_course", {P.APPLIED}, P.PRESENT),
        move("miss_course", {P.APPLIED}, P.MISSED),
        move("achieve_course", {P.PRESENT}, P.ACHIEVED),
    ),
)


class CoursePhase(TextChoices):
    """In which phase of learning together a training belongs (OUT-04, D43)."""

    FIRST = "1", "Fase 1: beroepskrachten en ambassadeurs"
    SECOND = "2", "Fase 2: ambassadeurs en Startpunt samen"
    THIRD = "3", "Fase 3: Startpunt, contactpersonen en procesmanager"


class GatheringSort(TextChoices):
    """As the council counts them (OUT-01)."""

    COLLECTIVE = "collective", "Voor de hele buurt"
    CULTURAL = "cultural", "Cultuur"
    EDUCATIONAL = "educational", "Leren"


class KnowledgeState(TextChoices):
    """Where a piece of knowledge of a partner stands (A19)."""

    SHARED = "shared", "Nagekeken"
    TO_REVIEW = "to_review", "Nog na te kijken"
    TAKEN_OFF = "taken_off", "Weggehaald"


KNOWLEDGE_MOVES = Table(
    "knowledge",
    (
        move(
            "assure_knowledge",
            {KnowledgeState.SHARED, KnowledgeState.TO_REVIEW},
            KnowledgeState.SHARED,
        ),
        move("ask_to_review", {KnowledgeState.SHARED}, KnowledgeState.TO_REVIEW),
        move(
            "take_off_knowledge",
            {KnowledgeState.SHARED, KnowledgeState.TO_REVIEW},
            KnowledgeState.TAKEN_OFF,
        ),
    ),
)
