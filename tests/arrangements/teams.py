"""A hybrid team for tests: two providers and a welfare coach around one table, and an advisor."""

from dataclasses import dataclass, replace

from kruispunt.arrangements import actions
from kruispunt.base.actor import Actor
from kruispunt.base.roles import Role
from kruispunt.core.triage import Answers
from kruispunt.people import actions as people
from kruispunt.questions import actions as questions
from tests import story
from tests.cast import Player, enter


@dataclass(frozen=True)
class Table:
    """Everyone at the table, and the advisor of the municipality beside it."""

    team_id: int
    tineke: Actor  # works for the first provider
    omar: Actor  # works for the second provider
    carla: Actor  # is the welfare coach
    rob: Actor  # is the advisor of the municipality
    members: dict[str, int]


def works_for(player: Player, wim, *, name: str, kind: str) -> Actor:
    organisation = people.register_organisation(
        wim.actor, name=name, kind=kind, contact_id=player.person.pk
    )
    return replace(player.actor, organisation_ids=frozenset({organisation.pk}))


def set_table(merwedam, wim, *, places=2) -> Table:
    tineke = works_for(
        enter("Tineke", merwedam, Role.PROVIDER), wim, name="Thuis Verder", kind="care"
    )
    omar = works_for(enter("Omar", merwedam, Role.PROVIDER), wim, name="Zorgkring", kind="care")
    carla = works_for(enter("Carla", merwedam, Role.COACH), wim, name="De Boei", kind="welfare")
    seats = [(tineke, "provider", places), (omar, "provider", places), (carla, "coach", 0)]
    team = actions.gather_team(
        wim.actor,
        name="Team Linge",
        members=tuple(
            actions.Seated(
                organisation_id=next(iter(who.organisation_ids)),
                chair=chair,
                expertise=("begeleiding",),
                places=room,
            )
            for who, chair, room in seats
        ),
    )
    members = {member.organisation.name: member.pk for member in team.members.all()}
    rob = enter("Rob", merwedam, Role.WMO_ADVISOR).actor
    return Table(team.pk, tineke, omar, carla, rob, members)


def weighed(fatma, wim, *, level=3):
    """Fatma's question, understood and weighed."""
    opened = story.asked(fatma)
    questions.contact(wim.actor, opened.pk)
    questions.clarify(wim.actor, opened.pk, found=replace(story.WALKING, kind="DAGSTRUCTUUR"))
    return questions.triage(wim.actor, opened.pk, answers=Answers(self_reliance=level))


def opened(fatma, wim, table, **how):
    """Brought to the team; Fatma has not answered yet."""
    question = weighed(fatma, wim, **how)
    return actions.open_trajectory(wim.actor, question.pk, team_id=table.team_id)


def indicated(fatma, wim, table):
    """Fatma said yes, and Rob recorded what the municipality decided."""
    trajectory = opened(fatma, wim, table)
    actions.agree_trajectory(fatma.actor, trajectory.pk)
    actions.talk_over(table.rob, trajectory.pk, talk="Fatma wil weer buiten komen", with_coach=True)
    decided = actions.Indication(scope="Begeleiding, 2 uur per week", valid_from=table.rob.today)
    return actions.indicate(table.rob, trajectory.pk, indication=decided)


def consulted(fatma, wim, table):
    """The team is at the table, and Carla looked at what welfare can do."""
    trajectory = indicated(fatma, wim, table)
    actions.consult_team(table.tineke, trajectory.pk)
    return actions.weigh_welfare(table.carla, trajectory.pk, welfare="Samen eten op dinsdag")


def chosen(fatma, wim, table):
    """Both providers named the same one."""
    trajectory = consulted(fatma, wim, table)
    thuis = table.members["Thuis Verder"]
    for who in (table.tineke, table.omar):
        actions.name_starter(who, trajectory.pk, member_id=thuis, reason="Kent de buurt")
    trajectory.refresh_from_db()
    return trajectory


def started(fatma, wim, table):
    """The first intake was there, together with the coach."""
    return actions.start_support(table.tineke, chosen(fatma, wim, table).pk, with_coach=True)
