"""What we write around a hybrid trajectory: to the resident, and to everyone at the table."""

from kruispunt.arrangements.models import Trajectory
from kruispunt.base.actor import Actor
from kruispunt.people import actions as people


def ask_for_yes(actor: Actor, trajectory: Trajectory) -> None:
    """Ask the resident whether a team may read the question."""
    _to_resident(
        actor,
        trajectory,
        subject="Mag een team met u meedenken?",
        lines=(
            "Een team van zorg en welzijn wil u helpen.",
            "Zij willen uw vraag lezen. Dat mag alleen als u ja zegt.",
            "U antwoordt op uw eigen pagina, of u belt ons. U mag ook nee zeggen.",
        ),
        key=f"trajectory.ask:{trajectory.pk}",
    )


def talked_with_municipality(actor: Actor, trajectory: Trajectory, *, goes_on: bool) -> None:
    """Tell the resident what comes after the talk; the decision itself comes from elsewhere."""
    next_step = (
        "Het team overlegt nu wie bij u begint.",
        "U krijgt de brief met het besluit van de gemeente zelf.",
    )
    other_way = (
        "U krijgt de brief met het besluit van de gemeente zelf.",
        "Wij zoeken nu hulp bij u in de buurt.",
    )
    _to_resident(
        actor,
        trajectory,
        subject="Na uw gesprek met de gemeente",
        lines=next_step if goes_on else other_way,
        key=f"trajectory.talked:{trajectory.pk}",
    )


def starter_chosen(actor: Actor, trajectory: Trajectory) -> None:
    """Tell the resident who begins."""
    starter = trajectory.starter.name if trajectory.starter else ""
    _to_resident(
        actor,
        trajectory,
        subject="Wie er bij u begint",
        lines=(f"{starter} gaat u helpen. Zij bellen u om een dag af te spreken.",),
        key=f"trajectory.starter:{trajectory.pk}",
    )


def ask_table(actor: Actor, trajectory: Trajectory) -> None:
    """Ask everyone at the table to come to a starter together."""
    _to_table(
        actor,
        trajectory,
        subject="Wie begint er?",
        lines=(
            "Er ligt een nieuwe vraag voor uw hybride team.",
            "Kies samen wie begint, en kijk eerst wat welzijn kan doen.",
            "U antwoordt op de pagina van uw organisatie.",
        ),
        key=f"trajectory.consult:{trajectory.pk}",
    )


def too_late(actor: Actor, trajectory: Trajectory) -> None:
    """Tell the whole table and the advisor that the agreed term is over (HYB-02)."""
    lines = (
        "Een traject van uw hybride team is over de afgesproken termijn.",
        "Lukt het deze week niet? Dan vragen wij de procesmanager om hulp.",
    )
    key = f"trajectory.late:{trajectory.pk}:{trajectory.state}"
    _to_table(actor, trajectory, subject="Een traject is te laat", lines=lines, key=key)
    if trajectory.advisor_id is not None:
        people.write_to(
            actor,
            trajectory.advisor_id,
            subject="Een traject is te laat",
            lines=lines,
            key=f"{key}:advisor",
        )


def not_received(actor: Actor, trajectory: Trajectory, month: object) -> None:
    """Twice in a row someone did not get what was agreed: the table must know (HYB-05)."""
    _to_table(
        actor,
        trajectory,
        subject="De hulp komt niet zoals afgesproken",
        lines=(
            "Een inwoner kreeg twee keer niet de hulp die is afgesproken.",
            "Kijk er deze week samen naar.",
        ),
        key=f"trajectory.not_received:{trajectory.pk}:{month}",
    )


def _to_resident(
    actor: Actor, trajectory: Trajectory, *, subject: str, lines: tuple[str, ...], key: str
) -> None:
    asker = trajectory.arrangement.question.asked_by_id
    people.write_to(actor, asker, subject=subject, lines=lines, key=key)


def _to_table(
    actor: Actor, trajectory: Trajectory, *, subject: str, lines: tuple[str, ...], key: str
) -> None:
    for member in trajectory.team.members.select_related("organisation").order_by("pk"):
        contact_id = member.organisation.contact_id
        if contact_id is not None:
            people.write_to(
                actor, contact_id, subject=subject, lines=lines, key=f"{key}:{member.pk}"
            )
