"""Under which terms help is asked and given: how heavy, when, how often, for how long, by whom."""

from typing import Final

from kruispunt.core.vocabulary.words import Words


class Intensity(Words):
    """How heavy a question is, lightest first (TRI-02); never shown to residents."""

    LIGHT = "licht", "Licht"
    INTENSIVE = "intensief", "Intensief"
    VERY_INTENSIVE = "zeer_intensief", "Zeer intensief"

    @property
    def step(self) -> int:
        """0 for light, 1 for intensive, 2 for very intensive."""
        return _STEPS[self]


_STEPS: Final = {intensity: step for step, intensity in enumerate(Intensity)}


class Theme(Words):
    """What a very intensive question is about; each asks for its own training (TRI-04)."""

    DEMENTIA = "dementie", "Dementie"
    BRAIN_INJURY = "nah", "Niet-aangeboren hersenletsel"
    MENTAL_HEALTH = "ggz", "Psychische kwetsbaarheid"
    LONELINESS = "eenzaamheid", "Eenzaamheid"
    PHYSICAL = "lichamelijk", "Lichamelijke beperking"


class Training(Words):
    """What a volunteer was trained in: the basis, and a module for each theme."""

    BASIS = "basis", "Basistraining"
    DEMENTIA = "dementie", "Training dementie"
    BRAIN_INJURY = "nah", "Training niet-aangeboren hersenletsel"
    MENTAL_HEALTH = "ggz", "Training psychische kwetsbaarheid"
    LONELINESS = "eenzaamheid", "Training eenzaamheid"
    PHYSICAL = "lichamelijk", "Training lichamelijke beperking"


class Slot(Words):
    """A part of a day in the week, Monday morning first."""

    MON_MORNING = "ma-ochtend", "maandagochtend"
    MON_AFTERNOON = "ma-middag", "maandagmiddag"
    MON_EVENING = "ma-avond", "maandagavond"
    TUE_MORNING = "di-ochtend", "dinsdagochtend"
    TUE_AFTERNOON = "di-middag", "dinsdagmiddag"
    TUE_EVENING = "di-avond", "dinsdagavond"
    WED_MORNING = "wo-ochtend", "woensdagochtend"
    WED_AFTERNOON = "wo-middag", "woensdagmiddag"
    WED_EVENING = "wo-avond", "woensdagavond"
    THU_MORNING = "do-ochtend", "donderdagochtend"
    THU_AFTERNOON = "do-middag", "donderdagmiddag"
    THU_EVENING = "do-avond", "donderdagavond"
    FRI_MORNING = "vr-ochtend", "vrijdagochtend"
    FRI_AFTERNOON = "vr-middag", "vrijdagmiddag"
    FRI_EVENING = "vr-avond", "vrijdagavond"
    SAT_MORNING = "za-ochtend", "zaterdagochtend"
    SAT_AFTERNOON = "za-middag", "zaterdagmiddag"
    SAT_EVENING = "za-avond", "zaterdagavond"
    SUN_MORNING = "zo-ochtend", "zondagochtend"
    SUN_AFTERNOON = "zo-middag", "zondagmiddag"
    SUN_EVENING = "zo-avond", "zondagavond"


class Gender(Words):
    """What a volunteer says of herself; only ever used to meet a wish of the resident."""

    WOMAN = "v", "vrouw"
    MAN = "m", "man"
    OTHER = "x", "anders"


class Role(Words):
    """What kind of buddy is expected: three different roles, not grades of one."""

    ALLY = "bondgenoot", "Bondgenoot"
    COACH = "coach", "Coach"
    MENTOR = "mentor", "Mentor"


class Frequency(Words):
    """How often they meet."""

    WEEKLY = "wekelijks", "elke week"
    FORTNIGHTLY = "tweewekelijks", "om de week"
    MONTHLY = "maandelijks", "elke maand"
    ONCE = "eenmalig", "één keer"


TERM_MONTHS: Final = (3, 6, 12, 24)
"""The terms an agreement may have, in months; there is no "unlimited" (MAT-05)."""
