"""Who may do what with a hybrid trajectory, and with the hours of a welfare coach."""

from datetime import timedelta

from django.db.models import Q

from kruispunt.arrangements.models import TeamMember, Trajectory
from kruispunt.arrangements.states.trajectory import OPEN_TRAJECTORY
from kruispunt.base.actor import Actor
from kruispunt.base.drawers import NO_DRAWER, Drawer
from kruispunt.base.permits import NO_ROW, Rows, either, permit, roles
from kruispunt.base.roles import SYSTEM, Role

STAYS_OPEN = timedelta(days=30)
CHAIR_OF = {Role.PROVIDER: "provider", Role.COACH: "coach"}


def still_open(actor: Actor) -> Q:
    """What runs, and what ended lately: after thirty days access ends by itself (ROL-03)."""
    lately = Q(ended_on__gte=actor.today - STAYS_OPEN)
    return Q(state__in=sorted(OPEN_TRAJECTORY)) | lately


def at_the_table(*held: Role) -> Rows:
    """Trajectories of a team in which my organisation sits on one of these chairs."""

    def rows(actor: Actor) -> Q:
        chairs = [CHAIR_OF[role] for role in held if actor.is_a(role)]
        if not chairs:
            return NO_ROW
        mine = TeamMember.objects.filter(
            organisation_id__in=sorted(actor.organisation_ids), chair__in=chairs
        )
        return Q(team_id__in=mine.values("team_id")) & still_open(actor)

    return rows


def answered_by_my_team(column: str) -> Rows:
    """What belongs to a question that a team of mine carries: its goals, its steps."""

    def rows(actor: Actor) -> Q:
        mine = TABLE(actor)
        if mine == NO_ROW:
            return NO_ROW
        return Q(**{f"{column}__in": Trajectory.objects.filter(mine).values("arrangement_id")})

    return rows


def as_advisor(actor: Actor) -> Q:
    """Trajectories of which I am the advisor, or for which no advisor stood up yet."""
    if actor.person_id is None or not actor.is_a(Role.WMO_ADVISOR):
        return NO_ROW
    return (Q(advisor_id=actor.person_id) | Q(advisor__isnull=True)) & still_open(actor)


def as_starter(actor: Actor) -> Q:
    """Trajectories that my organisation started or is going to start."""
    if not actor.is_a(Role.PROVIDER):
        return NO_ROW
    return Q(starter_id__in=sorted(actor.organisation_ids)) & still_open(actor)


def whose_trajectory(actor: Actor) -> Q:
    if actor.person_id is None:
        return NO_ROW
    return Q(arrangement__question__asked_by_id=actor.person_id)


PROVIDERS, COACHES = at_the_table(Role.PROVIDER), at_the_table(Role.COACH)
TABLE = at_the_table(Role.PROVIDER, Role.COACH)
STARTPUNT = roles(Role.WORKER)

READ_TEAM = permit(
    "arrangements.read_team",
    roles(Role.WORKER, Role.WMO_ADVISOR, Role.PROVIDER, Role.COACH),
    opens=NO_DRAWER,
)
GATHER_TEAM = permit("arrangements.gather_team", roles(Role.WORKER, SYSTEM), opens=NO_DRAWER)
READ_TRAJECTORY = permit(
    "arrangements.read_trajectory",
    either(whose_trajectory, as_advisor, TABLE),
    opens=(Drawer.REQUEST, Drawer.CONTACT, Drawer.HYBRID_GOALS),
    glimpses=(Drawer.SITUATION,),
)
# How far it is, and nothing that was said (role table: status only).
FOLLOW_TRAJECTORY = permit(
    "arrangements.follow_trajectory",
    either(whose_trajectory, as_advisor, TABLE, roles(Role.WORKER, Role.PROCESS_MANAGER)),
    glimpses=(Drawer.HYBRID_GOALS,),
)
OPEN_A_TRAJECTORY = permit("arrangements.open_trajectory", roles(Role.WORKER), opens=NO_DRAWER)
# The resident says yes; the Startpunt may note what was said at the desk or by phone.
AGREE_TRAJECTORY = permit(
    "arrangements.agree_trajectory", either(whose_trajectory, STARTPUNT), opens=NO_DRAWER
)
TALK_OVER = permit("arrangements.talk_over", as_advisor, fills=(Drawer.HYBRID_GOALS,))
# Only the advisor of the municipality records an indication (HYB-01).
INDICATE = permit("arrangements.indicate", as_advisor, fills=(Drawer.HYBRID_GOALS,))
CONSULT_TEAM = permit("arrangements.consult_team", either(as_advisor, TABLE), opens=NO_DRAWER)
WEIGH_WELFARE = permit("arrangements.weigh_welfare", COACHES, fills=(Drawer.HYBRID_GOALS,))
# Only providers name who starts, each for its own organisation (HYB-01, C4).
NAME_STARTER = permit("arrangements.name_starter", PROVIDERS, fills=(Drawer.HYBRID_GOALS,))
START_SUPPORT = permit("arrangements.start_support", as_starter, fills=(Drawer.HYBRID_GOALS,))
RUN_ON_GOALS = permit(
    "arrangements.run_on_goals", either(as_starter, COACHES), fills=(Drawer.HYBRID_GOALS,)
)
REVIEW_GOALS = permit(
    "arrangements.review_goals", either(as_starter, COACHES), fills=(Drawer.HYBRID_GOALS,)
)
PROLONG = permit("arrangements.prolong", as_starter, fills=(Drawer.HYBRID_GOALS,))
PHASE_OUT = permit(
    "arrangements.phase_out", either(as_starter, COACHES), fills=(Drawer.HYBRID_GOALS,)
)
STOP_TRAJECTORY = permit(
    "arrangements.stop_trajectory",
    either(whose_trajectory, as_starter, as_advisor, STARTPUNT),
    opens=NO_DRAWER,
)
JOIN_GROUP_TEAM = permit(
    "arrangements.join_group_team", either(as_starter, COACHES), opens=NO_DRAWER
)
WARN_TEAM = permit("arrangements.warn_team", roles(SYSTEM), opens=NO_DRAWER)

TAKE_PULSE = permit("arrangements.take_pulse", COACHES, fills=(Drawer.HYBRID_GOALS,))
BOOK_COACH = permit("arrangements.book_coach", COACHES, opens=NO_DRAWER)


def of_my_hours(actor: Actor) -> Q:
    return NO_ROW if actor.person_id is None else Q(year__person_id=actor.person_id)


def as_coach(actor: Actor) -> Q:
    """Appointments of the coaches of my own organisation."""
    if not actor.is_a(Role.COACH):
        return NO_ROW
    return Q(organisation_id__in=sorted(actor.organisation_ids))


READ_BOOKING = permit(
    "arrangements.read_booking", either(of_my_hours, as_coach, STARTPUNT), opens=NO_DRAWER
)
# Someone without a trajectory has hours too: the Startpunt books those (HYB-03).
BOOK_WITHOUT = permit("arrangements.book_coach_without_trajectory", STARTPUNT, opens=NO_DRAWER)
USE_COACH = permit("arrangements.use_coach", as_coach, opens=NO_DRAWER)
CANCEL_COACH = permit(
    "arrangements.cancel_coach", either(of_my_hours, as_coach, STARTPUNT), opens=NO_DRAWER
)
