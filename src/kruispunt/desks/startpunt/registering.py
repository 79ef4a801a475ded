"""What can be done with a volunteer, from signing up to being available (SM-3)."""

from kruispunt.desks.startpunt.forms.in_touch import HeardForm
from kruispunt.desks.startpunt.forms.volunteers import (
    CertifyForm,
    OriginForm,
    ProfileForm,
    PupilForm,
)
from kruispunt.desks.ui.verbs import Verb, sources
from kruispunt.offers import actions, permits
from kruispunt.offers.actions import in_touch, recruiting
from kruispunt.offers.states import VOLUNTEER_MOVES, VolunteerState

ON_THE_WAY = frozenset(set(VolunteerState) - {VolunteerState.STOPPED})
VERBS = (
    Verb(
        "reflect",
        "Praat eerst samen",
        "Hoe was het, en wat is nu prettig? Daarna kunnen wij deze vrijwilliger weer voorstellen.",
        "Wij hebben gepraat",
        may=permits.REFLECT,
        states=ON_THE_WAY,
        act=lambda actor, volunteering_id, _: actions.reflect(actor, volunteering_id),
    ),
    Verb(
        "meet_volunteer",
        "Neem contact op",
        "Bel binnen {volunteer.applied} en maak een afspraak om elkaar te leren kennen.",
        "We hebben een afspraak",
        may=permits.MEET,
        states=sources(VOLUNTEER_MOVES, "meet"),
        act=lambda actor, volunteering_id, _: actions.meet_volunteer(actor, volunteering_id),
    ),
    Verb(
        "deploy_volunteer",
        "Kan deze vrijwilliger beginnen?",
        "De afspraken, de training en de VOG zijn in orde.",
        "Ja, deze vrijwilliger kan beginnen",
        may=permits.DEPLOY,
        states=sources(VOLUNTEER_MOVES, "deploy"),
        act=lambda actor, volunteering_id, _: actions.deploy_volunteer(actor, volunteering_id),
    ),
    Verb(
        "make_available",
        "Beschikbaar",
        "Vanaf nu kunnen we deze vrijwilliger voor vragen voorstellen.",
        "Zet op beschikbaar",
        may=permits.PAUSE,
        states=sources(VOLUNTEER_MOVES, "make_available"),
        act=lambda actor, volunteering_id, _: actions.make_available(actor, volunteering_id),
    ),
    Verb(
        "keep_in_touch",
        "Laat horen hoe het staat",
        "Wie wil helpen en niets hoort, haakt af. Bel, of schrijf.",
        "Ja, iets laten horen",
        may=permits.KEEP_IN_TOUCH,
        states=frozenset({VolunteerState.AVAILABLE}),
        act=lambda actor, volunteering_id, said: in_touch.keep_in_touch(
            actor, volunteering_id, **said
        ),
        form=HeardForm,
    ),
    Verb(
        "confirm_profile",
        "Klopt het profiel nog?",
        "Vraag het aan de vrijwilliger zelf. Klopt het niet meer? Verander het dan hieronder.",
        "Ja, het klopt nog",
        may=permits.KEEP_IN_TOUCH,
        states=frozenset({VolunteerState.AVAILABLE, VolunteerState.PAUSED}),
        act=lambda actor, volunteering_id, _: in_touch.confirm_profile(actor, volunteering_id),
        folded=True,
    ),
    Verb(
        "certify",
        "Wat is in orde?",
        "Training, VOG en de afspraken op papier. Bewaar nooit een kopie van de VOG.",
        "Bewaar",
        may=permits.CERTIFY,
        states=ON_THE_WAY,
        act=lambda actor, volunteering_id, said: actions.certify(actor, volunteering_id, **said),
        form=CertifyForm,
        folded=True,
    ),
    Verb(
        "note_origin",
        "Hoe vond deze vrijwilliger ons?",
        "Vraag het één keer. Zo weten we waar werven werkt.",
        "Bewaar",
        may=permits.NOTE_ORIGIN,
        states=frozenset(VolunteerState),
        act=lambda actor, volunteering_id, said: recruiting.note_origin(
            actor, volunteering_id, **said
        ),
        form=OriginForm,
        folded=True,
    ),
    Verb(
        "vouch_for",
        "Heeft deze vrijwilliger ervaring?",
        "Een eerste koppeling is nooit zeer intensief, behalve voor wie dit werk al kent.",
        "Ja, deze vrijwilliger heeft ervaring",
        may=permits.CERTIFY,
        states=ON_THE_WAY,
        act=lambda actor, volunteering_id, _: actions.vouch_for(actor, volunteering_id),
        folded=True,
    ),
    Verb(
        "place_pupil",
        "Is dit een maatschappelijke stage?",
        "De mentor van school ziet dan de naam, wat de leerling doet en de uren.",
        "Bewaar de stage",
        may=permits.PLACE_PUPIL,
        states=ON_THE_WAY,
        act=lambda actor, volunteering_id, said: actions.place_pupil(
            actor, volunteering_id, **said
        ),
        form=PupilForm,
        folded=True,
    ),
    Verb(
        "describe_volunteer",
        "Wat wil en kan deze vrijwilliger?",
        "Alleen wat iemand zelf zegt.",
        "Bewaar het profiel",
        may=permits.DESCRIBE,
        states=ON_THE_WAY,
        act=lambda actor, volunteering_id, said: actions.describe_volunteer(
            actor, volunteering_id, profile=actions.Profile(**said)
        ),
        form=ProfileForm,
        folded=True,
    ),
    Verb(
        "pause_volunteer",
        "Even pauze",
        "Koppelingen die lopen, blijven lopen.",
        "Zet op pauze",
        may=permits.PAUSE,
        states=sources(VOLUNTEER_MOVES, "pause"),
        act=lambda actor, volunteering_id, _: actions.pause_volunteer(actor, volunteering_id),
        folded=True,
    ),
    Verb(
        "stop_volunteer",
        "Wil deze vrijwilliger stoppen?",
        "Stoppen mag altijd, en hoeft geen reden. Een koppeling die loopt, rondt u eerst af.",
        "Noteer dat deze vrijwilliger stopt",
        may=permits.STOP,
        states=sources(VOLUNTEER_MOVES, "stop"),
        act=lambda actor, volunteering_id, _: actions.stop_volunteer(actor, volunteering_id),
        folded=True,
    ),
    Verb(
        "return_volunteer",
        "Wil deze vrijwilliger weer helpen?",
        "Maak opnieuw kennis: er kan veel veranderd zijn.",
        "Ja, welkom terug",
        may=permits.MEET,
        states=sources(VOLUNTEER_MOVES, "return"),
        act=lambda actor, volunteering_id, _: actions.return_volunteer(actor, volunteering_id),
    ),
)


def verbs_now(*, talk_due: bool) -> tuple[Verb, ...]:
    """What makes sense today: the talk only when one is due, and then before a word on waiting."""
    senseless = "keep_in_touch" if talk_due else "reflect"
    return tuple(verb for verb in VERBS if verb.name != senseless)
