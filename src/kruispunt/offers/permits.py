"""Who may see and change what can be given."""

from kruispunt.base.permits import either, mine, of_my_organisation, permit, roles, stranger
from kruispunt.base.roles import SYSTEM, Role

REGISTRY = (Role.COORDINATOR, Role.REGISTRAR)

READ = permit("offers.read", either(mine("person"), roles(Role.WORKER, *REGISTRY)))
APPLY = permit("offers.apply", either(mine("person"), stranger, roles(Role.WORKER, *REGISTRY)))
DESCRIBE = permit("offers.describe", either(mine("person"), roles(*REGISTRY)))
MEET = permit("offers.meet", roles(*REGISTRY))
CERTIFY = permit("offers.certify", roles(*REGISTRY))
DEPLOY = permit("offers.deploy", roles(*REGISTRY))
PAUSE = permit("offers.pause", either(mine("person"), roles(*REGISTRY)))
STOP = permit("offers.stop", either(mine("person"), roles(*REGISTRY)))
REFLECT = permit("offers.reflect", roles(*REGISTRY))
# A place is taken and freed by what was arranged, and by nobody by hand.
TAKE_PLACE = permit("offers.take_place", roles("room:arrangements"))
# Whoever may look for a volunteer lays all of them on the scales: nobody is hidden (MAT-03).
WEIGH = permit("offers.weigh", roles(Role.WORKER, Role.COORDINATOR))

READ_ENTRY = permit("offers.read_entry", roles(*Role, SYSTEM))
LIST_ENTRY = permit(
    "offers.list_entry", either(of_my_organisation("organisation"), roles(Role.WORKER))
)
AGE_ENTRY = permit("offers.age_entry", roles(SYSTEM))
USE_ENTRY = permit("offers.use_entry", roles("room:arrangements"))
