"""Who may see how it goes: the numbers of the work, or only numbers that point at nobody."""

from kruispunt.base.drawers import Drawer
from kruispunt.base.permits import permit, roles
from kruispunt.base.roles import Role

NUMBERS = permit(
    "insights.numbers",
    roles(Role.WORKER, Role.COORDINATOR, Role.PROCESS_MANAGER, Role.POLICY),
    counts=(Drawer.STATISTICS,),
)
# Only the process manager sees small numbers; everyone else sees sums of ten or more (PRV-16).
SMALL_NUMBERS = permit(
    "insights.small_numbers",
    roles(Role.PROCESS_MANAGER),
    opens=(Drawer.STATISTICS,),
)
GAP = permit("insights.gap", roles(Role.WORKER, Role.COORDINATOR), counts=(Drawer.STATISTICS,))
