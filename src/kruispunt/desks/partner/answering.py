"""What an organisation can answer to a referral."""

from kruispunt.arrangements import actions, permits
from kruispunt.arrangements.states import REFERRAL_MOVES
from kruispunt.desks.partner.forms import AskBackForm, DeliverForm, OfferForm, RefuseForm
from kruispunt.desks.ui.verbs import Verb, sources

VERBS = (
    Verb(
        "take_on",
        "Neemt u deze vraag aan?",
        "U belooft nog niets. U gaat kijken wat uw organisatie kan doen.",
        "Ja, wij nemen de vraag aan",
        may=permits.TAKE_ON,
        states=sources(REFERRAL_MOVES, "take_on"),
        act=lambda actor, referral_id, _: actions.take_on(actor, referral_id),
    ),
    Verb(
        "offer",
        "Wat kunt u doen?",
        "Zeg wat uw organisatie gaat doen, en vanaf wanneer.",
        "Doe dit aanbod",
        may=permits.OFFER,
        states=sources(REFERRAL_MOVES, "offer"),
        act=lambda actor, referral_id, said: actions.offer(actor, referral_id, **said),
        form=OfferForm,
    ),
    Verb(
        "deliver",
        "Is het begonnen?",
        "Dan heeft de vraag een antwoord. Na 6 weken vragen we hoe het gaat.",
        "Ja, het is begonnen",
        may=permits.DELIVER,
        states=sources(REFERRAL_MOVES, "deliver"),
        act=lambda actor, referral_id, said: actions.deliver(actor, referral_id, **said),
        form=DeliverForm,
    ),
    Verb(
        "ask_back",
        "Is iets niet duidelijk?",
        "Het Startpunt zoekt het uit en schrijft u terug.",
        "Stel uw vraag",
        may=permits.ASK_BACK,
        states=sources(REFERRAL_MOVES, "ask_back"),
        act=lambda actor, referral_id, said: actions.ask_back(actor, referral_id, **said),
        form=AskBackForm,
        folded=True,
    ),
    Verb(
        "refuse",
        "Kan uw organisatie dit niet doen?",
        "Zeg ook waarom. Zo zien we wat er ontbreekt.",
        "Nee, dit kunnen wij niet doen",
        may=permits.REFUSE,
        states=sources(REFERRAL_MOVES, "refuse"),
        act=lambda actor, referral_id, said: actions.refuse(actor, referral_id, **said),
        form=RefuseForm,
        folded=True,
    ),
)
