"""What we write to a carer, and back to whoever saw that she cares: that we are in touch."""

from kruispunt.arrangements.models import CarerCase
from kruispunt.base.actor import Actor
from kruispunt.people import actions as people


def seen(actor: Actor, case: CarerCase) -> None:
    """Tell the carer that somebody calls; a young one is spoken to as one speaks to the young."""
    grown = (
        "U zorgt voor iemand. Dat is veel. Wij bellen u deze week.",
        "Dan kijken we samen wat u zou helpen. U mag ook nee zeggen.",
    )
    young = (
        "Jij zorgt thuis voor iemand. Dat is veel. Wij bellen je deze week.",
        "Dan kijken we samen wat jou zou helpen. Je mag ook nee zeggen.",
    )
    people.write_to(
        actor,
        case.carer_id,
        subject="Wij bellen je deze week" if case.is_young else "Wij bellen u deze week",
        lines=young if case.is_young else grown,
        key=f"carer.seen:{case.pk}",
        answer_by=case.due_on,
    )


def told_back(actor: Actor, case: CarerCase) -> None:
    """Tell whoever brought it that there is a plan; not what is in it (B7)."""
    if case.brought_by_id is None:
        return
    people.write_to(
        actor,
        case.brought_by_id,
        subject="Dank voor uw bericht",
        lines=(
            "U liet ons weten dat iemand voor een naaste zorgt.",
            "Wij hebben elkaar gesproken en maakten samen een plan. Dank u wel.",
        ),
        key=f"carer.told_back:{case.pk}",
    )
