"""The eight fields of the social domain in which a guide can find the way (E3)."""

from kruispunt.core.vocabulary.words import Words


class SocialField(Words):
    """Where a question for a guide is about."""

    SUPPORT = "ondersteuning", "Hulp en ondersteuning"
    PREVENTION = "preventie", "Gezond blijven"
    CARE = "zorg", "Zorg"
    YOUTH = "jeugd", "Kinderen en opvoeding"
    SCHOOL = "onderwijs", "School en leren"
    WELFARE = "welzijn", "Meedoen en contact"
    HOUSING = "wonen", "Wonen"
    WORK_AND_INCOME = "werk_inkomen", "Werk en geld"
