"""Who learns from what is missing, and who agrees with partners."""

from kruispunt.base.drawers import NO_DRAWER
from kruispunt.base.permits import permit, roles
from kruispunt.base.roles import Role

WORK_FLOOR = roles(Role.WORKER, Role.COORDINATOR, Role.PROCESS_MANAGER)
MANAGER = roles(Role.PROCESS_MANAGER)

# Kinds of help, areas and numbers of questions: never who asked.
READ_LEARNING = permit("arrangements.read_learning", WORK_FLOOR, opens=NO_DRAWER)
NOTE_GAP = permit("arrangements.note_gap", roles(Role.WORKER, Role.COORDINATOR), opens=NO_DRAWER)
NOTE_BOTTLENECK = permit("arrangements.note_bottleneck", WORK_FLOOR, opens=NO_DRAWER)
IMPROVE = permit("arrangements.improve", MANAGER, opens=NO_DRAWER)
DEVELOP = permit("arrangements.develop", MANAGER, opens=NO_DRAWER)
READ_PARTNER = permit("arrangements.read_partner", WORK_FLOOR, opens=NO_DRAWER)
AGREE_WITH_PARTNER = permit("arrangements.agree_with_partner", MANAGER, opens=NO_DRAWER)
# That something waits too long, and since when: nothing of anyone.
HEAR_LATE = permit("arrangements.hear_late", MANAGER, opens=NO_DRAWER)
