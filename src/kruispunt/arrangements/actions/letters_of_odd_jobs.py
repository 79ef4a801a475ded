"""What we write about an odd job: who comes when, whether it was good, and when it changes."""

from kruispunt.arrangements.models import OddJob
from kruispunt.arrangements.queries.odd_jobs import odd_job_link
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.people import actions as people


def planned(actor: Actor, job: OddJob) -> None:
    """Both hear the day; the volunteer finds the door on her own page, not in a letter."""
    if job.volunteering is None or job.on is None:
        return
    when = f"{post.day_in_words(job.on)}, {job.get_part_display()}"
    money = f"{job.materials:.2f}".replace(".", ",")
    plan = f"{job.pk}:{job.volunteering_id}:{job.on}"
    people.write_to(
        actor,
        job.arrangement.question.asked_by_id,
        subject="Er komt iemand voor uw klus",
        lines=(
            f"{job.volunteering.person.given_name} komt op {when}.",
            f"U betaalt alleen het materiaal: hooguit {money} euro, met een bon.",
            "Komt het niet uit? Bel ons dan even.",
        ),
        key=f"odd_job.planned:{plan}",
    )
    people.write_to(
        actor,
        job.volunteering.person_id,
        subject="Een klus bij iemand in de buurt",
        lines=(
            f"U komt op {when} voor een klus. Fijn dat u dat doet.",
            "Waar het is, leest u op uw eigen pagina. Of bel ons.",
            f"Het materiaal mag {money} euro kosten. Bewaar de bon.",
            "Kunt u niet? Laat het weten. Dan zoeken wij een ander.",
        ),
        key=f"odd_job.comes:{plan}",
    )


def later(actor: Actor, job: OddJob) -> None:
    """Who would come cannot: the resident need not wait at the door."""
    people.write_to(
        actor,
        job.arrangement.question.asked_by_id,
        subject="Uw klus komt op een andere dag",
        lines=("Degene die zou komen, kan helaas niet.", "Wij zoeken een ander en bellen u."),
        key=f"odd_job.later:{job.pk}:{job.volunteering_id}:{job.on}",
    )


def not_needed(actor: Actor, job: OddJob, person_id: int) -> None:
    """The volunteer need not come."""
    people.write_to(
        actor,
        person_id,
        subject="De klus gaat niet door",
        lines=("U hoeft niet te komen voor de klus.", "Dank u wel dat u wilde helpen."),
        key=f"odd_job.not_needed:{job.pk}:{person_id}:{job.on}",
    )


def was_it_good(actor: Actor, job: OddJob) -> None:
    """Ask along the resident's own channel: a link, a call from us, or a letter on paper."""
    people.write_to(
        actor,
        job.arrangement.question.asked_by_id,
        subject="Is de klus goed gedaan?",
        lines=(
            "De klus bij u is klaar.",
            f"Is het goed zo? U zegt het hier: {post.link('odd_job', odd_job_link(job))}",
            "Is het nog niet goed? Dan komt er nog iemand langs.",
        ),
        key=_asked(job),
    )


def heard(actor: Actor, job: OddJob) -> None:
    """Nobody has to call about what was answered."""
    post.recall(actor, key=_asked(job))


def _asked(job: OddJob) -> str:
    return f"odd_job.done:{job.pk}:{job.done_on}"
