"""What each length and number of a municipality is about, in the words of who sets it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WORKING_DAYS: Final = "werkdagen"
GROUPS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "signal": "Signalen",
        "question": "Vragen",
        "liveability": "De buurt",
        "wmo": "Meldingen voor de Wmo",
        "odd_job": "Klussen",
        "household": "Huishoudens",
        "round": "Matchronde",
        "own_help": "Eigen kring",
        "volunteer": "Vrijwilligers",
        "invitation": "Koppelingen",
        "match": "Koppelingen",
        "evaluation": "Koppelingen",
        "step_down": "Koppelingen",
        "wellbeing": "Vrijwilligers",
        "footing": "Vragen",
        "nomination": "Signalen",
        "referral": "Organisaties",
        "advice": "Organisaties",
        "escalation": "Wat vastloopt",
        "development": "Nieuwe diensten",
        "safety": "Zorgen over veiligheid",
        "work": "Mijn werk",
        "trajectory": "Hybride team",
        "coach": "Hybride team",
        "carer": "Mantelzorgers",
        "training": "Trainingen",
        "guide": "Meedenkers",
        "intervision": "Van elkaar leren",
        "sign": "Vroege signalen",
        "figures": "Cijfers",
        "lead_time": "Cijfers",
        "unsealing": "Zorgen over veiligheid",
        "letters": "Brieven en berichten",
    }
)
# The unit where it is not working days.
UNITS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "coach.hours_a_year": "uur per jaar",
        "odd_job.hours": "uur",
        "household.months": "maanden",
        "volunteer.confirm_months": "maanden",
        "match.max_term_months": "maanden (0 is geen grens)",
        "match.rest_months": "maanden",
        "round.longest_first": "(0 is nee, 1 is ja)",
        "round.neighbourhood_bonus": "punten",
        "round.own_slots": "(0 is nee, 1 is ja)",
        "figures.least": "mensen",
        "lead_time.days": "dagen",
        "unsealing.hours": "uur",
        "carer.recheck_weeks": "weken",
        "carer.measure_months": "maanden",
        "training.valid_years": "jaar",
        "guide.suggestions": "meedenkers",
        "trajectory.evaluate_weeks": "weken",
        "letters.from_hour": "uur",
        "letters.until_hour": "uur",
        "letters.on_sundays": "(0 is nee, 1 is ja)",
        "letters.on_holidays": "(0 is nee, 1 is ja)",
        **dict.fromkeys(("intervision.a_year", "intervision.missed"), "keer"),
        **dict.fromkeys(("sign.silent_days", "sign.learning_days"), "dagen"),
        "sign.wishes": "wensen",
        "letters.a_day": "berichten",
        "letters.a_week": "berichten",
    }
)
YES_OR_NO: Final = frozenset(
    {"letters.on_sundays", "letters.on_holidays", "round.longest_first", "round.own_slots"}
)
ONE: Final[Mapping[str, str]] = MappingProxyType(
    {
        WORKING_DAYS: "werkdag",
        "maanden": "maand",
        "weken": "week",
        "dagen": "dag",
        "mensen": "mens",
        "punten": "punt",
        "berichten": "bericht",
        "wensen": "wens",
        "meedenkers": "meedenker",
    }
)
LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "signal.handed_in": "Een signaal oppakken",
        "signal.feed_back": "Laten weten wat ermee gebeurde",
        "question.new": "Een nieuwe vraag: eerste gesprek",
        "question.contacted": "Na het eerste gesprek: verhelderen",
        "question.clarified": "Na het verhelderen: wegen",
        "question.triaged": "Na het wegen: een weg kiezen",
        "question.search.licht": "Zoeken bij een lichte vraag",
        "question.search.intensief": "Zoeken bij een intensieve vraag",
        "question.search.zeer_intensief": "Zoeken bij een zeer intensieve vraag",
        "question.formal": "Bij een organisatie: de eerste reactie",
        "question.with_team": "Het wijkteam ontvangt de vraag",
        "question.update": "Weer iets laten horen over een vraag bij een ander",
        "question.close": "Een beantwoorde vraag afsluiten",
        "liveability.raised": "Het wijkteam ontvangt wat over de straat gaat",
        "liveability.answer": "Antwoord over de straat",
        "wmo.confirm": "De ontvangst van een melding bevestigen",
        "odd_job.requested": "Een klus toetsen",
        "odd_job.tested": "Een dag afspreken voor een klus",
        "odd_job.done": "Na de klus: vragen of het goed was",
        "odd_job.hours": "Een klus duurt hoogstens",
        "question.odd_job": "De hele klus",
        "household.named": "Iemand uit het huis zelf vragen",
        "household.months": "Mensen van één huis samen zien",
        "own_help.keep_up": "Vragen of de eigen kring het volhoudt",
        "volunteer.applied": "Wie zich aanmeldt bellen",
        "volunteer.meeting": "Kennismaken met een vrijwilliger",
        "volunteer.deployable": "Na alles rond: beschikbaar melden",
        "volunteer.available": "Wie beschikbaar is iets laten horen",
        "volunteer.paused": "Wie even rust weer bellen",
        "volunteer.confirm": "Antwoorden of een profiel nog klopt",
        "volunteer.confirm_months": "Vragen of een profiel nog klopt, na",
        "nomination.call": "Wie als ambassadeur is voorgedragen bellen",
        "nomination.again": "Opnieuw bellen na geen gehoor",
        "footing.answer": "Antwoord op drie korte vragen",
        "footing.again": "De drie korte vragen opnieuw",
        "wellbeing.again": "Een vrijwilliger weer vragen hoe het gaat",
        "invitation.answer": "Antwoord op een uitnodiging",
        "match.answer": "Antwoord van beide kanten",
        "match.introduction": "De eerste ontmoeting",
        "match.farewell": "Het afscheid",
        "match.aftercare": "Nazorg na een overlijden",
        "match.max_term_months": "Een koppeling duurt hoogstens",
        "match.rest_months": "Daarna gaan anderen voor",
        "evaluation.end": "Terugkijken aan het eind",
        "step_down.check": "Nagaan of minder hulp nog goed gaat",
        "round.longest_first": "Wie het langst wacht gaat voor",
        "round.neighbourhood_bonus": "Voorsprong voor wie in een buurt als eerste hulp krijgt",
        "round.own_slots": "Elke vraag van een vrijwilliger een eigen dagdeel",
        "referral.take_on": "Een organisatie neemt een vraag aan",
        "referral.offer": "Een organisatie doet een aanbod",
        "referral.deliver": "Het aanbod begint",
        "referral.explain": "Uitleg over een nee",
        "advice.answer": "Advies aan een vrijwilliger",
        "escalation.reported": "De vraag helder krijgen",
        "escalation.clear": "Partijen uitnodigen",
        "escalation.invited": "Samen een aanbod afspreken",
        "escalation.carry_out": "Uitvoeren wat is afgesproken of besloten",
        "development.need": "Van behoefte naar ontwerp",
        "development.design": "Van ontwerp naar proef",
        "development.pilot": "De proef",
        "safety.acute": "Een acute zorg lezen (0 is dezelfde dag)",
        "safety.other": "Een andere zorg lezen",
        "work.long_late": "Te laat, en dan hoort de procesmanager het",
        "trajectory.reported": "Na de aanmelding: het gesprek",
        "trajectory.talked": "Na het gesprek: de indicatie",
        "trajectory.indicated": "Na de indicatie: het overleg",
        "trajectory.consulting": "Kiezen wie begint",
        "trajectory.starter_chosen": "Beginnen",
        "trajectory.started": "Na het begin: doelen afspreken",
        "trajectory.reviewing": "Een evaluatie afronden",
        "trajectory.warned": "Na een waarschuwing: reageren",
        "trajectory.evaluate_weeks": "Een evaluatie om de zoveel",
        "coach.hours_a_year": "Uren met de welzijnscoach",
        "carer.in_sight": "Een mantelzorger in beeld: contact",
        "carer.plan": "Een plan maken",
        "carer.talk": "Een gesprek na een vragenlijst",
        "carer.contact": "Contact na een zware uitkomst",
        "carer.running": "Weer vragen hoe het gaat",
        "carer.recheck_weeks": "Opnieuw meten na een zware uitkomst",
        "carer.measure_months": "Opnieuw meten",
        "training.valid_years": "Wat geleerd is telt",
        "guide.shown": "Een meedenker kiezen",
        "guide.chosen": "Het eerste contact met een meedenker",
        "guide.silent": "Stilte bij een meedenker",
        "guide.suggestions": "Kiezen uit ten minste",
        "intervision.first": "De eerste bijeenkomst van een groep",
        "intervision.again": "De volgende bijeenkomst",
        "intervision.call": "Wie wegbleef bellen",
        "intervision.a_year": "Bijeenkomsten per jaar",
        "intervision.missed": "Achter elkaar weg, en dan bellen",
        "sign.amber": "Oranje vanaf",
        "sign.red": "Rood vanaf",
        "sign.contact": "Het contact loopt minder goed",
        "sign.not_met": "Twee keer achter elkaar niet gezien",
        "sign.class_went_up": "De vraag werd zwaarder",
        "sign.unanswered": "Geen antwoord op: hoe gaat het?",
        "sign.costs_more": "Het kost meer dan gedacht",
        "sign.less_than_agreed": "Minder dan afgesproken",
        "sign.met_too_little": "Veel minder vaak dan afgesproken",
        "sign.backup_silent": "Het steunpunt van een organisatie zwijgt",
        "sign.backup_left": "Het steunpunt van een organisatie ging weg",
        "sign.life_changed": "Er veranderde veel bij de vrijwilliger",
        "sign.wishes_dropped": "Bij het koppelen vielen wensen weg",
        "sign.unlearned": "Lang niets geleerd",
        "sign.too_much": "De vrijwilliger zegt: het is te veel",
        "sign.feels_low": "De vrijwilliger voelt zich minder goed",
        "sign.silent": "De vrijwilliger zwijgt",
        "sign.heavy_mix": "Veel zware koppelingen",
        "sign.unhelped": "Een vraag om advies bleef liggen",
        "sign.missed_intervision": "Niet bij de bijeenkomst",
        "sign.full": "Meer uren dan gezegd",
        "sign.silent_days": "Zo lang stil is een teken",
        "sign.learning_days": "Zo lang niets geleerd is een teken",
        "sign.wishes": "Zoveel gemiste wensen is een teken",
        "figures.least": "Een cijfer tonen vanaf",
        "lead_time.days": "Doorlooptijden over de laatste",
        "unsealing.hours": "Zo lang is een geheim adres te zien",
        "letters.from_hour": "Berichten vanaf",
        "letters.until_hour": "Berichten tot",
        "letters.on_sundays": "Berichten op zondag",
        "letters.on_holidays": "Berichten op feestdagen",
        "letters.a_day": "Hoogstens per dag",
        "letters.a_week": "Hoogstens per week",
        "letters.days_to_answer": "Tijd om te antwoorden als er een laatste dag is",
    }
)


def unit(name: str) -> str:
    """What is counted."""
    return UNITS.get(name) or ("punten" if name.startswith("sign.") else WORKING_DAYS)


def said(name: str, number: int) -> str:
    """A number with what it counts, or the yes or no that it stands for."""
    if name in YES_OR_NO:
        return "ja" if number else "nee"
    if number == 0 and name == "match.max_term_months":
        return "geen grens"
    counted = unit(name).partition(" (")[0]
    return f"{number} {ONE.get(counted, counted) if number == 1 else counted}"


def group(name: str) -> str:
    """Under which heading it stands."""
    return GROUPS[name.partition(".")[0]]
