"""A guide at the resident's side: from a question to thinking along and goodbye (SM-7)."""

from django.db.models import TextChoices

from kruispunt.base.moves import Table, move


class GuideContactState(TextChoices):
    """Where the contact between a resident and a guide stands."""

    ASKED = "asked", "Gevraagd"
    SHOWN = "shown", "Kan kiezen"
    CHOSEN = "chosen", "Meedenker gekozen"
    MET = "met", "Eerste contact"
    SEARCHING = "searching", "Samen zoeken"
    APPLIED = "applied", "Aanvraag gedaan"
    COMPLETED = "completed", "Afgerond"
    EVALUATED = "evaluated", "Teruggekeken"


G = GuideContactState
BESIDE = frozenset({G.CHOSEN, G.MET, G.SEARCHING, G.APPLIED})
OPEN_CONTACT = BESIDE | {G.ASKED, G.SHOWN}

GUIDE_CONTACT_MOVES = Table(
    "guide_contact",
    (
        move("show_guides", {G.ASKED}, G.SHOWN),
        # The resident chooses, and chooses another one whenever she wants; nobody asks why.
        move("choose_guide", {G.SHOWN} | BESIDE, G.CHOSEN),
        move("first_contact", {G.CHOSEN}, G.MET),
        move("search_together", {G.MET}, G.SEARCHING),
        move("note_application", {G.SEARCHING}, G.APPLIED),
        # Too complicated: a professional guide is proposed, and again the resident chooses.
        move("suggest_professional", BESIDE, G.SHOWN),
        move("finish_guidance", OPEN_CONTACT, G.COMPLETED),
        move("evaluate_guide", {G.COMPLETED}, G.EVALUATED),
    ),
)


class NoteSort(TextChoices):
    """What was written down together: exactly what a guide helps with (OCO-02)."""

    QUESTION = "question", "Mijn vraag, en wat ik wil"
    FOUND = "found", "Wat we vonden"
    NEARBY = "nearby", "Wat kan met mensen om mij heen"
    CHOICE = "choice", "Wat ik kies"
    MOMENT = "moment", "We spraken elkaar"
