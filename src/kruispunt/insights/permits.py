"""Who may see how it goes: the numbers of the work, or only numbers that point at nobody."""

from kruispunt.base.drawers import NO_DRAWER, Drawer
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
# What is aimed at is agreed at the table of the process manager; everyone with numbers reads it.
AIM = permit("insights.aim", roles(Role.PROCESS_MANAGER), opens=NO_DRAWER)
