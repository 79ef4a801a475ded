"""Who may see and change persons, organisations, seats and consents."""

from django.db.models import Q

from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import NO_ROW, either, in_my_area, mine, permit, roles
from kruispunt.base.roles import SYSTEM, Role
from kruispunt.people.models import Housemate
from kruispunt.people.states import HousemateState


def myself(actor: Actor) -> Q:
    return NO_ROW if actor.person_id is None else Q(pk=actor.person_id)


STAFF = (Role.WORKER, Role.COORDINATOR)
ROOMS = ("room:offers", "room:questions", "room:matching", "room:arrangements")
EVERYONE_WHO_WORKS = tuple(role for role in Role if role not in {Role.SCHOOL, Role.WORK_COACH})

# Whoever guides matches reaches people through their own cases, not through the whole register.
READ = permit("people.read", either(myself, roles(Role.WORKER)), opens=(Drawer.CONTACT,))
CHANGE = permit("people.change", either(myself, roles(Role.WORKER)), fills=(Drawer.CONTACT,))
# How someone hears from us is theirs to say; who keeps the register of volunteers notes theirs.
CHOOSE_CHANNEL = permit(
    "people.choose_channel",
    either(myself, roles(Role.WORKER, "room:offers")),
    fills=(Drawer.CONTACT,),
)
REGISTER = permit(
    "people.register",
    roles(*STAFF, Role.REGISTRAR, Role.RESIDENT, Role.AMBASSADOR, SYSTEM),
    opens=NO_DRAWER,
)
RELATE = permit(
    "people.relate", either(mine("person"), roles(Role.WORKER, SYSTEM)), fills=(Drawer.REQUEST,)
)
EXCLUDE = permit("people.exclude", roles(Role.WORKER, Role.SAFETY_OFFICER, SYSTEM), opens=NO_DRAWER)

READ_ORGANISATION = permit(
    "people.read_organisation", roles(*EVERYONE_WHO_WORKS, SYSTEM), opens=NO_DRAWER
)
REGISTER_ORGANISATION = permit(
    "people.register_organisation", roles(Role.WORKER, SYSTEM), opens=NO_DRAWER
)
SEAT = permit("people.seat", roles(Role.TECHNICIAN, SYSTEM), opens=NO_DRAWER)
# How many homes a neighbourhood has: a public figure, which points at nobody (D2).
COUNT_HOMES = permit("people.count_homes", roles(*STAFF, Role.PROCESS_MANAGER), opens=NO_DRAWER)

READ_CONSENT = permit("people.read_consent", either(mine("person"), roles(*STAFF)), opens=NO_DRAWER)
ASK_CONSENT = permit("people.ask_consent", roles(*STAFF, SYSTEM), opens=NO_DRAWER)
# A person answers for herself; the Startpunt may note what was said at the desk or by phone.
ANSWER_CONSENT = permit(
    "people.answer_consent", either(mine("person"), roles(Role.WORKER)), opens=NO_DRAWER
)
EXPIRE_CONSENT = permit("people.expire_consent", roles(SYSTEM), opens=NO_DRAWER)
# Many at once, from a spreadsheet: whoever may bring that is asked by the room above.
ARRIVE = permit("people.arrive", roles("room:arrivals"), opens=NO_DRAWER)

# Who looked into someone's dossier: for herself, and for who watches over it (PRV-15).
READ_LOOKS = permit(
    "people.read_looks", either(myself, roles(Role.PRIVACY_OFFICER)), opens=NO_DRAWER
)
READ_RIGHT = permit(
    "people.read_right", either(mine("person"), roles(Role.PRIVACY_OFFICER)), opens=NO_DRAWER
)
ANSWER_RIGHT = permit("people.answer_right", roles(Role.PRIVACY_OFFICER), opens=NO_DRAWER)

# Who sits where: of whoever works here, never of residents and volunteers (role table: no content).
READ_SEATS = permit("people.read_seats", roles(Role.TECHNICIAN), opens=NO_DRAWER)
# A seat that reads about health asks for two: another technician, or the privacy officer.
AGREE_SEAT = permit(
    "people.agree_seat", roles(Role.TECHNICIAN, Role.PRIVACY_OFFICER), opens=NO_DRAWER
)
# A sealed address: named staff only, two of them; who is named the privacy officer says.
NAME_KEY_HOLDER = permit("people.name_key_holder", roles(Role.PRIVACY_OFFICER), opens=NO_DRAWER)
HOLDS_KEYS = (Role.WORKER, Role.SAFETY_OFFICER)
UNSEAL = permit("people.unseal", roles(*HOLDS_KEYS), opens=NO_DRAWER)
SEAL_AGAIN = permit("people.seal_again", roles(*HOLDS_KEYS, SYSTEM), opens=NO_DRAWER)
SEAL_ADDRESS = permit("people.seal_address", either(myself, roles(Role.WORKER)), opens=NO_DRAWER)


def handed_to_me(actor: Actor) -> Q:
    """What people handed to me as their work coach, until they take it back or its last day."""
    if actor.person_id is None or not actor.is_a(Role.WORK_COACH):
        return NO_ROW
    return Q(to_id=actor.person_id, taken_back_at__isnull=True, until__gte=actor.today)


# A work coach sees of somebody what she handed over herself, and nothing else (role table).
READ_HANDOVER = permit(
    "people.read_handover", either(mine("person"), handed_to_me), opens=NO_DRAWER
)
HAND_OVER = permit("people.hand_over", roles(Role.VOLUNTEER), opens=NO_DRAWER)
TAKE_BACK = permit("people.take_back", mine("person"), opens=NO_DRAWER)
# Off the list after the longest time with a buddy (CAP-03): by what was arranged, never by hand.
REST = permit("people.rest", roles("room:arrangements"), opens=NO_DRAWER)
LIFT_REST = permit("people.lift_rest", roles(Role.WORKER, Role.COORDINATOR), opens=NO_DRAWER)


def in_the_house(actor: Actor) -> Q:
    """Households I am in today; who moved out or was never asked sees nothing of them."""
    if actor.person_id is None:
        return NO_ROW
    mine = Housemate.objects.filter(person_id=actor.person_id, state=HousemateState.AGREED)
    return Q(pk__in=mine.values("household_id"))


def house_in_my_area(actor: Actor) -> Q:
    """Households of which somebody who agreed lives in the area of who guides matches."""
    there = Housemate.objects.filter(
        in_my_area("person__neighbourhood", Role.COORDINATOR)(actor), state=HousemateState.AGREED
    )
    return Q(pk__in=there.values("household_id")) if actor.is_a(Role.COORDINATOR) else NO_ROW


# An account that nobody uses: the house asks, and only who it is of answers (RET-17).
ASK_ACCOUNT = permit("people.ask_account", roles(SYSTEM), opens=NO_DRAWER)
ANSWER_ACCOUNT = permit("people.answer_account", mine("person"), opens=NO_DRAWER)

# A household says who belong together, and nothing of what any of them asks or has: each card in
# it is asked of the permits of its own room (D7).
READ_HOUSEHOLD = permit(
    "people.read_household",
    either(in_the_house, house_in_my_area, roles(Role.WORKER)),
    opens=(Drawer.REQUEST,),
)
KEEP_HOUSEHOLD = permit("people.keep_household", roles(Role.WORKER), fills=(Drawer.REQUEST,))
READ_HOUSEMATE = permit(
    "people.read_housemate", either(mine("person"), roles(Role.WORKER)), opens=(Drawer.REQUEST,)
)
# Each answers for herself; what is said at the table or by telephone is noted by who heard it.
ANSWER_HOUSEMATE = permit(
    "people.answer_housemate", either(mine("person"), roles(Role.WORKER)), opens=NO_DRAWER
)

# Who works with people may put one of them forward as an ambassador, after her yes (D13).
NOMINATORS = (
    Role.CONTACT,
    Role.PROVIDER,
    Role.COACH,
    Role.TEAM_MEMBER,
    Role.WORKER,
    Role.COORDINATOR,
)
NOMINATE = permit("people.nominate", roles(*NOMINATORS), opens=NO_DRAWER)
# Whoever put her forward reads back what she wrote, and what came of it.
READ_NOMINATION = permit(
    "people.read_nomination",
    either(mine("nominated_by"), roles(Role.WORKER)),
    opens=(Drawer.REQUEST,),
)
WELCOME = permit("people.welcome", roles(Role.WORKER), opens=NO_DRAWER)
COUNT_NOMINATIONS = permit(
    "people.count_nominations",
    roles(Role.WORKER, Role.COORDINATOR, Role.PROCESS_MANAGER, Role.POLICY),
    counts=(Drawer.STATISTICS,),
)
# Who hears what goes on in a street, and in which language one can talk to them (D14).
READ_EARS = permit(
    "people.read_ears", in_my_area("neighbourhood", Role.WORKER, Role.COORDINATOR), opens=NO_DRAWER
)
KEEP_EARS = permit("people.keep_ears", roles(Role.WORKER), opens=NO_DRAWER)
# Who leaves hands on what lies with her; a colleague of the same desk does it for who is ill, and
# the process manager for who is gone already (D51).
AMONG_COLLEAGUES = (Role.WORKER, Role.COORDINATOR, Role.PROCESS_MANAGER)
HANDS_ON = (*AMONG_COLLEAGUES, Role.CONTACT, Role.TEAM_MEMBER, Role.WMO_ADVISOR, Role.TRAINER)


def of_my_desk(actor: Actor) -> Q:
    """Seats at the same desk as mine; at an organisation, of that organisation."""
    found = Q(role__in=sorted(actor.roles & set(AMONG_COLLEAGUES)))
    if actor.is_a(Role.CONTACT):
        found |= Q(role=Role.CONTACT, organisation_id__in=sorted(actor.organisation_ids))
    if actor.is_a(Role.PROCESS_MANAGER):
        found |= Q(role__in=HANDS_ON)
    if actor.is_a(Role.TECHNICIAN):
        # Somebody must, when the last process manager left.
        found |= Q(role=Role.PROCESS_MANAGER)
    return found


HAND_ON = permit("people.hand_on", either(mine("person"), of_my_desk), opens=NO_DRAWER)
# That somebody waits too long for a call: nothing of who.
HEAR_LATE = permit("people.hear_late", roles(Role.PROCESS_MANAGER), opens=NO_DRAWER)
