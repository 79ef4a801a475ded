"""A row of vragen.csv becomes the card of a question: defaults filled in, cells checked."""

from collections.abc import Callable, Collection
from datetime import date

from kruispunt.core.cards import NONE, Question, Words
from kruispunt.core.vocabulary import Intensity
from kruispunt.exchange.columns import QUESTION_COLUMNS
from kruispunt.exchange.intake import Filled, Intake, RowRefused, take_in
from kruispunt.exchange.places import place_of

DUTCH: Words = frozenset({"nl"})


def read_questions(path: str, today: date, *, keep: Collection[str] = ()) -> Intake[Question]:
    """Read the questions of a spreadsheet as they stand today."""
    return take_in(path, QUESTION_COLUMNS, _card_maker(today), keep=keep)


def _card_maker(today: date) -> Callable[[Filled], Question]:
    def card(filled: Filled) -> Question:
        intensity = Intensity(str(filled["klasse"]))
        if intensity is Intensity.VERY_INTENSIVE and "thema" not in filled:
            raise RowRefused("thema", "leeg; een vraag die zeer_intensief is heeft een thema nodig")
        x, y = place_of(filled)
        return Question(
            id=filled["id"],
            kinds=filled["soort"],
            intensity=intensity,
            x=x,
            y=y,
            themes=frozenset(filled.get("thema", ())),
            slots=frozenset(filled.get("dagdelen", ())),
            hours=filled.get("uren", 2000),
            languages=frozenset(filled.get("talen", DUTCH)),
            gender_wish=filled.get("geslacht_wens", ""),
            circumstances=filled.get("omstandigheden", NONE),
            interests=filled.get("interesses", NONE),
            dislikes=filled.get("afkeer", NONE),
            role=filled.get("rol", ""),
            frequency=filled.get("frequentie", ""),
            term_months=filled.get("termijn", 0),
            needs_vog=filled.get("vog", intensity is not Intensity.LIGHT),
            days_waiting=max((today - filled.get("sinds", today)).days, 0),
            helpers_needed=filled.get("aantal", 1),
            not_with=filled.get("niet_met", NONE),
            neighbourhood=filled.get("buurt", ""),
            package=filled.get("pakket", ""),
        )

    return card
