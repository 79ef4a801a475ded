"""What we write around an answer: to the two of a match, and to organisations."""

from kruispunt.arrangements import queries
from kruispunt.arrangements.models import Advice, CheckIn, Escalation, Match, Party, Referral
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.people import actions as people


def ask_resident(actor: Actor, match: Match) -> None:
    """Ask the resident whether someone may come and get to know them."""
    people.write_to(
        actor,
        match.arrangement.question.asked_by_id,
        subject="Nieuws over uw vraag",
        lines=(
            "Wij hebben iemand gevonden die u wil helpen.",
            "Wilt u elkaar leren kennen?",
            f"U antwoordt hier: {post.link('match', queries.link(match))}",
            "U mag ook nee zeggen. Dan zoeken wij verder.",
        ),
        key=f"match.resident:{match.pk}",
        answer_by=match.due_on,
    )


def ask_volunteer(actor: Actor, match: Match) -> None:
    """Ask the volunteer, when the two were proposed to each other by hand."""
    people.write_to(
        actor,
        match.volunteering.person_id,
        subject="Een vraag voor u",
        lines=(
            "Wij denken dat u iemand kunt helpen. Het staat klaar op uw eigen pagina.",
            "Wilt u het lezen en antwoorden? U mag gerust nee zeggen.",
        ),
        key=f"match.volunteer:{match.pk}",
        answer_by=match.due_on,
    )


def both_agreed(actor: Actor, match: Match) -> None:
    """Tell both that the other one said yes too. No address goes through the post."""
    post.recall(actor, key=f"match.resident:{match.pk}")
    post.recall(actor, key=f"match.volunteer:{match.pk}")
    said_yes = "U heeft allebei ja gezegd. Wij bellen u om een dag af te spreken."
    who = (match.arrangement.question.asked_by_id, match.volunteering.person_id)
    for person_id in who:
        people.write_to(
            actor,
            person_id,
            subject="U gaat elkaar ontmoeten",
            lines=(said_yes, "U kunt altijd stoppen. U hoeft niet te zeggen waarom."),
            key=f"match.agreed:{match.pk}:{person_id}",
        )


def declined(actor: Actor, match: Match) -> None:
    """Nobody has to call about a proposal that is off."""
    post.recall(actor, key=f"match.resident:{match.pk}")
    post.recall(actor, key=f"match.volunteer:{match.pk}")


def ask_contact(actor: Actor, referral: Referral) -> None:
    """Ask the contact person of an organisation whether they take a question up."""
    _to_contact(
        actor,
        referral,
        subject="Een vraag voor uw organisatie",
        lines=("Iemand vraagt hulp die uw organisatie kan geven.", referral.words),
        key=f"referral:{referral.pk}:{referral.state_since.date()}",
    )


def carrier_refused(actor: Actor, carrier: Referral, partner: Referral) -> None:
    """Who joined may now make an offer alone; nobody waits for who said no (D24)."""
    _to_contact(
        actor,
        partner,
        subject="Het gezamenlijke aanbod verandert",
        lines=(
            f"{carrier.organisation.name} kan het aanbod niet doen.",
            "U kunt nu zelf een aanbod doen. Lukt dat niet? Zeg het ons, dan zoeken we verder.",
        ),
        key=f"referral.carrier:{carrier.pk}:{partner.pk}",
    )


def partner_refused(actor: Actor, partner: Referral, carrier: Referral) -> None:
    """Who carries a joint offer hears that one fewer joins."""
    _to_contact(
        actor,
        carrier,
        subject="Het gezamenlijke aanbod verandert",
        lines=(
            f"{partner.organisation.name} doet niet mee met uw aanbod.",
            "Kan het ook zonder? Zeg ons wat u wel kunt doen.",
        ),
        key=f"referral.partner:{carrier.pk}:{partner.pk}",
    )


def remind_contact(actor: Actor, referral: Referral) -> None:
    """Remind them once; after that the process manager hears it."""
    _to_contact(
        actor,
        referral,
        subject="Wij wachten nog op uw antwoord",
        lines=("Wij stuurden u een vraag en hoorden nog niets.", "Laat u weten of het lukt?"),
        key=f"referral.remind:{referral.pk}:{actor.today}",
    )


def tell_quality(actor: Actor, referral: Referral) -> None:
    """Tell the organisation how it was received."""
    people.write_to(
        actor,
        referral.contact_id,
        subject="Hoe het gaat met uw hulp",
        lines=(
            "Zes weken geleden begon uw organisatie met hulp.",
            f"De inwoner geeft een {referral.quality} van 5.",
            referral.quality_words or "Dank u wel.",
        ),
        key=f"referral.quality:{referral.pk}",
    )


def invite_party(actor: Actor, party: Party) -> None:
    """Invite an organisation to solve it together."""
    word = post.link("party", queries.party_link(party))
    people.write_to(
        actor,
        party.contact_id,
        subject="Denkt u mee?",
        lines=(
            "Een inwoner krijgt nog geen antwoord op een vraag.",
            party.escalation.what,
            "Wat kan uw organisatie brengen?",
            f"U antwoordt hier: {word}",
        ),
        key=f"party:{party.pk}",
        answer_by=party.escalation.due_on,
    )


def tell_decision(actor: Actor, escalation: Escalation) -> None:
    """Tell the organisation that was made responsible what is asked of it, and why."""
    responsible, deadline = escalation.responsible, escalation.deadline
    if responsible is None or responsible.contact_id is None or deadline is None:
        return
    people.write_to(
        actor,
        responsible.contact_id,
        subject="Een besluit van de procesmanager",
        lines=(
            "De procesmanager vraagt uw organisatie om dit op te pakken.",
            escalation.what,
            f"Reden: {escalation.reason}",
            f"Het moet klaar zijn op {post.day_in_words(deadline)}.",
        ),
        key=f"escalation.decide:{escalation.pk}",
        answer_by=deadline,
    )


def _to_contact(
    actor: Actor, referral: Referral, *, subject: str, lines: tuple[str, ...], key: str
) -> None:
    answer = (
        f"Laat het ons weten vóór {post.day_in_words(referral.due_on or actor.today)}.",
        f"U antwoordt hier: {post.link('referral', queries.referral_link(referral))}",
    )
    people.write_to(
        actor,
        referral.contact_id,
        subject=subject,
        lines=lines + answer,
        key=key,
        answer_by=referral.due_on,
    )


def ask_how_it_goes(actor: Actor, check_in: CheckIn) -> None:
    """Ask one of the two how it goes."""
    word = post.link("check_in", queries.check_in_link(check_in))
    people.write_to(
        actor,
        queries.of_whom(check_in),
        subject="Hoe gaat het?",
        lines=(
            "Hoe gaat het met het contact? Wij horen het graag.",
            f"U antwoordt hier in 2 minuten: {word}",
            "U kunt altijd stoppen. U hoeft niet te zeggen waarom.",
        ),
        key=f"check_in:{check_in.pk}",
    )


def how_it_goes_answered(actor: Actor, check_in: CheckIn) -> None:
    """Nobody has to call about what was answered already."""
    post.recall(actor, key=f"check_in:{check_in.pk}")


def ask_professional(actor: Actor, advice: Advice) -> None:
    """Bring a volunteer's question to the professional, who has five working days."""
    day = advice.due_on or actor.today
    people.write_to(
        actor,
        advice.to_id,
        subject="Een vrijwilliger vraagt u iets",
        lines=(
            advice.words,
            f"Wilt u antwoorden vóór {post.day_in_words(day)}?",
            f"U antwoordt hier: {post.link('advice', queries.advice_link(advice))}",
        ),
        key=f"advice:{advice.pk}",
        answer_by=advice.due_on,
    )


def tell_advice(actor: Actor, advice: Advice) -> None:
    """Bring the answer back to the volunteer."""
    post.recall(actor, key=f"advice:{advice.pk}")
    people.write_to(
        actor,
        advice.match.volunteering.person_id,
        subject="Antwoord op uw vraag",
        lines=("U vroeg iets. Dit is het antwoord.", advice.answer),
        key=f"advice.answer:{advice.pk}",
    )
