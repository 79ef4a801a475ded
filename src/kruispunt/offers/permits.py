"""Who may see and change what can be given."""

from django.db.models import Q

from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import (
    NO_ROW,
    both,
    either,
    mine,
    of_my_organisation,
    permit,
    roles,
    stranger,
)
from kruispunt.base.roles import SYSTEM, Role

REGISTRY = (Role.COORDINATOR, Role.REGISTRAR)

READ = permit(
    "offers.read",
    either(mine("person"), roles(Role.WORKER, *REGISTRY)),
    opens=(Drawer.PROFILE,),
    glimpses=(Drawer.CERTIFICATE,),
)
# When, and for which agency: more than whether someone can start (role table, VOG/benefit).
READ_CERTIFICATE = permit(
    "offers.read_certificate",
    either(mine("person"), roles(*REGISTRY)),
    opens=(Drawer.CERTIFICATE,),
)
# Passing on that someone wants to help shows nothing of her.
APPLY = permit(
    "offers.apply",
    either(mine("person"), stranger, roles(Role.WORKER, *REGISTRY)),
    opens=NO_DRAWER,
)
DESCRIBE = permit(
    "offers.describe", either(mine("person"), roles(*REGISTRY)), fills=(Drawer.PROFILE,)
)
MEET = permit("offers.meet", roles(*REGISTRY), opens=NO_DRAWER)
CERTIFY = permit("offers.certify", roles(*REGISTRY), fills=(Drawer.CERTIFICATE,))
DEPLOY = permit("offers.deploy", roles(*REGISTRY), opens=NO_DRAWER)
PAUSE = permit("offers.pause", either(mine("person"), roles(*REGISTRY)), opens=NO_DRAWER)
STOP = permit("offers.stop", either(mine("person"), roles(*REGISTRY)), opens=NO_DRAWER)
# Saying how it stands shows nothing; what grew old is asked after by the house itself (D49).
KEEP_IN_TOUCH = permit("offers.keep_in_touch", roles(*REGISTRY), opens=NO_DRAWER)
ASK_TO_CONFIRM = permit("offers.ask_to_confirm", roles(SYSTEM), opens=NO_DRAWER)
REFLECT = permit("offers.reflect", roles(*REGISTRY), opens=NO_DRAWER)
# A place is taken and freed by what was arranged, and by nobody by hand.
TAKE_PLACE = permit("offers.take_place", roles("room:arrangements"), opens=NO_DRAWER)
# Whoever may look for a volunteer lays all of them on the scales: nobody is hidden (MAT-03).
# The house lays them there too, to keep where the scales stand: what it finds, a person reads.
WEIGH = permit(
    "offers.weigh",
    roles(Role.WORKER, Role.COORDINATOR, SYSTEM),
    opens=(Drawer.PROFILE,),
)

READ_ENTRY = permit("offers.read_entry", roles(*Role, SYSTEM), opens=NO_DRAWER)
LIST_ENTRY = permit(
    "offers.list_entry",
    either(of_my_organisation("organisation"), roles(Role.WORKER)),
    opens=NO_DRAWER,
)
AGE_ENTRY = permit("offers.age_entry", roles(SYSTEM), opens=NO_DRAWER)
USE_ENTRY = permit("offers.use_entry", roles("room:arrangements"), opens=NO_DRAWER)
# Many at once, from a spreadsheet: whoever may bring that is asked by the room above.
ARRIVE = permit("offers.arrive", roles("room:arrivals"), opens=NO_DRAWER)

# Profiles of guides are there for everyone: the resident chooses, and nobody for her (OCO-04).
# What a guide tells of herself there is meant to be read by anyone.
READ_GUIDE = permit("offers.read_guide", roles(*Role, SYSTEM), opens=NO_DRAWER)
APPLY_AS_GUIDE = permit(
    "offers.apply_as_guide",
    either(mine("person"), roles(Role.GUIDE_COORDINATOR)),
    fills=(Drawer.PROFILE,),
)
KEEP_GUIDE = permit(
    "offers.keep_guide",
    either(mine("person"), roles(Role.GUIDE_COORDINATOR)),
    fills=(Drawer.PROFILE,),
)
SHOW_GUIDE = permit("offers.show_guide", roles(Role.GUIDE_COORDINATOR), opens=NO_DRAWER)
# A guide is engaged and released by what a resident chose, and by nobody by hand.
ENGAGE_GUIDE = permit("offers.engage_guide", roles("room:arrangements"), opens=NO_DRAWER)
# What is done together is kept by the Startpunt; everyone may see it, as the sociale kaart.
GATHER = permit("offers.gather", roles(Role.WORKER), opens=NO_DRAWER)

# Trainings: everyone may read what is given; who takes part, the registry only.
READ_COURSE = permit("offers.read_course", roles(*Role, SYSTEM), opens=NO_DRAWER)
PLAN_COURSE = permit("offers.plan_course", roles(*REGISTRY), opens=NO_DRAWER)
GIVE_COURSE = permit("offers.give_course", roles(*REGISTRY), glimpses=(Drawer.PROFILE,))
# The trainer of a training sees who comes, by name, and notes who was there; of no other training.
MY_COURSE = both(roles(Role.TRAINER), mine("trainer"))
NOTE_ATTENDANCE = permit(
    "offers.note_attendance", either(roles(*REGISTRY), MY_COURSE), glimpses=(Drawer.PROFILE,)
)
READ_PARTICIPANT = permit(
    "offers.read_participant",
    either(roles(*REGISTRY), both(roles(Role.TRAINER), mine("course__trainer"))),
    glimpses=(Drawer.PROFILE,),
)
JOIN_COURSE = permit(
    "offers.join_course", either(mine("person"), roles(*REGISTRY)), opens=NO_DRAWER
)
EXPIRE_TRAINING = permit("offers.expire_training", roles(SYSTEM), opens=NO_DRAWER)
# Campaigns, and where people can see us; nobody stands in them.
READ_OUTING = permit(
    "offers.read_outing",
    roles(Role.WORKER, *REGISTRY, Role.PROCESS_MANAGER, Role.POLICY),
    opens=NO_DRAWER,
)
RECRUIT = permit(
    "offers.recruit", roles(Role.WORKER, *REGISTRY, Role.PROCESS_MANAGER), opens=NO_DRAWER
)
NOTE_ORIGIN = permit("offers.note_origin", roles(Role.WORKER, *REGISTRY), opens=NO_DRAWER)
# How long one waits for a first question is told to everyone, and says nothing of anyone.
READ_WAIT = permit("offers.read_wait", roles(*Role), opens=NO_DRAWER)
# Numbers of volunteers, of nobody in particular.
COUNT = permit(
    "offers.count",
    roles(Role.WORKER, Role.COORDINATOR, Role.PROCESS_MANAGER, Role.POLICY),
    counts=(Drawer.STATISTICS,),
)


def my_pupils(actor: Actor) -> Q:
    """Internships I follow for the school, until the school year ends (ROL-03)."""
    if actor.person_id is None or not actor.is_a(Role.SCHOOL):
        return NO_ROW
    return Q(mentor_id=actor.person_id, school_year_ends__gte=actor.today)


READ_PUPIL = permit("offers.read_pupil", my_pupils, opens=(Drawer.PROFILE,))
PLACE_PUPIL = permit("offers.place_pupil", roles(*REGISTRY), fills=(Drawer.PROFILE,))
# That something waits too long, and since when: nothing of anyone.
HEAR_LATE = permit("offers.hear_late", roles(Role.PROCESS_MANAGER), opens=NO_DRAWER)

# What partners know is for everyone who helps; only the partner itself keeps it (A19).
READS_KNOWLEDGE = (
    Role.VOLUNTEER,
    Role.AMBASSADOR,
    Role.GUIDE,
    Role.WORKER,
    Role.COORDINATOR,
    Role.REGISTRAR,
    Role.TRAINER,
    Role.CONTACT,
    Role.PROVIDER,
    Role.COACH,
    Role.TEAM_MEMBER,
)
PARTNERS = (Role.CONTACT, Role.PROVIDER, Role.COACH)
READ_KNOWLEDGE = permit("offers.read_knowledge", roles(*READS_KNOWLEDGE), opens=NO_DRAWER)


def of_our_own(actor: Actor) -> Q:
    """Of the organisation one works for as a partner."""
    if not actor.roles & set(PARTNERS):
        return NO_ROW
    return Q(organisation_id__in=sorted(actor.organisation_ids))


# On which days a group comes together is said by whose it is, or by the Startpunt for them (K11).
KEEP_DAYS = permit("offers.keep_days", either(of_our_own, roles(Role.WORKER)), opens=NO_DRAWER)
KEEP_KNOWLEDGE = permit("offers.keep_knowledge", of_our_own, opens=NO_DRAWER)
AGE_KNOWLEDGE = permit("offers.age_knowledge", roles(SYSTEM), opens=NO_DRAWER)
