"""What organisations in Merwedam know and share: one of them waits to be looked at (A19)."""

from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town
from kruispunt.offers import jobs
from kruispunt.offers.actions import knowledge
from kruispunt.offers.actions.knowledge import Known

ANKS = "Zorggroep De Merwehof"
KNOWN = (
    (
        700,
        "Als iemand steeds hetzelfde vraagt",
        "Geef rustig weer antwoord. Wijs aan, noem één ding tegelijk. Verbeter niet.",
        ("dementie",),
    ),
    (
        120,
        "Moe in het hoofd",
        "Na hersenletsel is luisteren al vermoeiend. Houd het kort en zet de radio uit.",
        ("nah",),
    ),
    (
        60,
        "Alleen zijn is niet hetzelfde als eenzaam",
        "Vraag wat iemand mist. Los het niet op. Kom terug op de dag die u noemde.",
        ("eenzaamheid", "ggz"),
    ),
)


def partners_share_what_they_know(town: Town) -> None:
    """Plan the days on which Ank wrote something down, and the round that asks after the first."""
    for days_ago, title, words, themes in KNOWN:
        moment = town.story.calendar.days_ago(days_ago, dice(f"known {title}"))
        town.story.at(moment, _shares(town, Known(title=title, words=words, themes=themes)))
    town.story.at(
        town.story.calendar.days_ago(4, dice("knowledge grows old")),
        lambda at: jobs.ask_to_review_knowledge(town.system(at)),
    )


def _shares(town: Town, known: Known) -> Deed:
    return lambda at: knowledge.share_knowledge(
        town.contact(ANKS, at), town.organisations[ANKS], known=known
    )
