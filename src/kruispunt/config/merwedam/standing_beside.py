"""Who stands beside people: a hybrid team, a guide of one's own choice, and a carer who is seen."""

from datetime import datetime, timedelta
from typing import Any

from kruispunt.arrangements import actions
from kruispunt.base.actor import Actor
from kruispunt.config.merwedam import arriving
from kruispunt.config.merwedam.books import dice
from kruispunt.config.merwedam.inhabitants import Inhabitant
from kruispunt.config.merwedam.players import neighbours, weighed
from kruispunt.config.merwedam.story import Deed
from kruispunt.config.merwedam.town import Town
from kruispunt.core.vocabulary import Kind
from kruispunt.offers import actions as offers
from kruispunt.people import actions as people
from kruispunt.people.actions import Particulars

DAYS = timedelta(days=1)
TABLE = {"Thuiszorg Dijk en Waard": 6, "Zorggroep De Merwehof": 4, "Welzijn De Boei": 0}
GOOD_AT = {
    "Thuiszorg Dijk en Waard": ("zorg aan huis", "ritme in de dag"),
    "Zorggroep De Merwehof": ("dagbesteding", "geheugen"),
    "Welzijn De Boei": ("activiteiten", "contact in de buurt"),
}
COOKING = {
    "neighbour": 6,
    "kind": Kind.DAY_STRUCTURE.value,
    "words": "De dagen lopen in elkaar over. Koken doe ik niet meer, dat ging een keer mis.",
    "need": "Weer ritme in de dag, en samen aan tafel.",
}
GARDEN = {
    "neighbour": 7,
    "kind": Kind.DAY_STRUCTURE.value,
    "words": "Sinds mijn val durf ik alleen de deur niet meer uit. Ik mis de markt.",
    "need": "Weer durven gaan, met iemand die helpt beginnen.",
}
GUIDES = (("zorg", "ondersteuning"), ("wonen", "werk_inkomen"), ("jeugd", "onderwijs"))


def people_stand_beside(town: Town) -> None:
    """Three short chapters of the last months."""
    calendar, throw = town.story.calendar, dice("standing beside")
    deeds: tuple[tuple[int, Deed], ...] = (
        (75, lambda at: _a_team_helps(town, at, COOKING, runs=True)),
        (14, lambda at: _a_team_helps(town, at, GARDEN, runs=False)),
        (90, lambda at: _guides_come(town, at)),
        (50, lambda at: _joop_is_seen(town, at)),
        (4, lambda at: _someone_young_is_seen(town, at)),
    )
    for days, deed in deeds:
        town.story.at(calendar.days_ago(days, throw), deed)


def _a_team_helps(town: Town, at: datetime, wish: dict[str, Any], *, runs: bool) -> None:
    """A question goes to the team; the first one runs on a goal, the second waits for a choice."""
    wim, rob = town.act("Wim", at), town.act("Rob", at + 3 * DAYS)
    question_id = weighed(town, wish, at)
    trajectory = actions.open_trajectory(wim, question_id, team_id=_team(town, at))
    actions.agree_trajectory(wim, trajectory.pk)
    actions.talk_over(rob, trajectory.pk, talk="Wil het liefst zelf weer verder.", with_coach=True)
    decided = actions.Indication(
        scope="Begeleiding, 2 uur per week",
        valid_from=rob.today,
        valid_until=rob.today + 365 * DAYS,
    )
    actions.indicate(rob, trajectory.pk, indication=decided)
    carla, tineke = town.act("Carla", at + 6 * DAYS), town.act("Tineke", at + 6 * DAYS)
    actions.consult_team(tineke, trajectory.pk)
    near = "De eettafel op donderdag, eerst samen met een maatje."
    actions.weigh_welfare(carla, trajectory.pk, welfare=near)
    thuis = trajectory.team.members.get(organisation__name="Thuiszorg Dijk en Waard").pk
    if not runs:
        ank = _provider(town, "Zorggroep De Merwehof", at + 7 * DAYS)
        actions.name_starter(ank, trajectory.pk, member_id=thuis, reason="Kent de flat al.")
        return
    for who in (tineke, _provider(town, "Zorggroep De Merwehof", at + 7 * DAYS)):
        actions.name_starter(who, trajectory.pk, member_id=thuis, reason="Kent de buurt het best.")
    _it_runs(town, at, question_id, trajectory.pk)


def _it_runs(town: Town, at: datetime, question_id: int, trajectory_id: int) -> None:
    tineke, carla = town.act("Tineke", at + 12 * DAYS), town.act("Carla", at + 12 * DAYS)
    actions.start_support(tineke, trajectory_id, with_coach=True)
    goal = actions.Wanted(
        words="Twee keer per week zelf koken",
        by=tineke.today + 120 * DAYS,
        who_does_what="Tineke kookt eerst mee, daarna een maatje",
        domain="home",
        start_situation="Eet elke dag uit een pakje",
    )
    actions.set_goal(tineke, question_id, wanted=goal)
    actions.run_on_goals(tineke, trajectory_id)
    for months in (0, 1):
        later = town.act("Carla", at + (14 + 31 * months) * DAYS)
        actions.take_pulse(later, trajectory_id, received="yes" if months else "partly")
    booked = actions.book_coach(
        carla, trajectory_id, on=carla.today + 5 * DAYS, minutes=60, what="Samen kijken wat er is"
    )
    actions.use_coach(town.act("Carla", at + 18 * DAYS), booked.pk)
    soon = (town.story.calendar.now + 6 * DAYS).date()
    actions.book_coach(carla, trajectory_id, on=soon, minutes=60, what="Naar de eettafel")
    step = "Aanschuiven bij de eettafel op donderdag"
    actions.plan_step(carla, question_id, rung="group", words=step, planned_on=soon)


def _team(town: Town, at: datetime) -> int:
    """The table of the first trajectory is the table of the second."""
    if "team" not in town.teams:
        seats = tuple(
            actions.Seated(
                organisation_id=town.organisations[name],
                chair="provider" if places else "coach",
                expertise=GOOD_AT[name],
                places=places,
            )
            for name, places in TABLE.items()
        )
        gathered = actions.gather_team(town.system(at), name="Hybride team Merwedam", members=seats)
        town.teams["team"] = gathered.pk
    return town.teams["team"]


def _provider(town: Town, organisation: str, at: datetime) -> Actor:
    """The contact person of a care organisation, on a provider's chair."""
    works_for = frozenset({town.organisations[organisation]})
    roles = frozenset({"provider"})
    return Actor(town.contacts[organisation], town.municipality_id, roles, works_for, at=at)


def _guides_come(town: Town, at: datetime) -> None:
    """Three guides can be chosen; four people choose, and two look back."""
    gerda = town.act("Gerda", at)
    told = ("Ik luister, en zoek het graag uit.", "Ik weet zelf hoe het is, schulden hebben.", "")
    who = (town.cast["Hanna"], *(arriving.know(town, one, at) for one in _spare(2)))
    guides = []
    for person_id, fields, words in zip(who, GUIDES, told, strict=True):
        profile = offers.GuideProfile(
            fields=fields, description=words or "Ik werk al 20 jaar in de zorg.", places=4,
            sort="volunteer" if words else "professional",
        )  # fmt: skip
        guide = offers.apply_as_guide(gerda, person_id=person_id, profile=profile)
        guides.append(offers.show_guide(gerda, guide.pk).pk)
    for number, neighbour in enumerate(_spare(4, after=2)):
        moment = at + (20 + 15 * number) * DAYS
        mine = Actor(
            arriving.know(town, neighbour, moment), town.municipality_id,
            frozenset({"resident"}), at=moment,
        )  # fmt: skip
        words = "Ik kreeg een brief over hulp. Wat moet ik daarmee?"
        _thinks_along(town, mine, guides[number % 2], words=words, done=number < 2)


def _thinks_along(town: Town, mine: Actor, guide_id: int, *, words: str, done: bool) -> None:
    contact = actions.ask_and_choose(mine, guide_id, words=words, field="ondersteuning")
    if done:
        actions.finish_guidance(mine, contact.pk)
        actions.evaluate_guide(
            mine, contact.pk, chose_myself=True, stood_beside_me=5, knew_the_way=4
        )
        return
    if contact.guide is not None and contact.guide.person_id == town.cast["Hanna"]:
        hanna = town.act("Hanna", mine.at + 2 * DAYS)
        actions.first_contact(hanna, contact.pk)
        actions.write_guide_note(hanna, contact.pk, words="De brief samen gelezen.", sort="found")
        actions.note_anonymous_talk(hanna, field="wonen", minutes=20)


def _joop_is_seen(town: Town, at: datetime) -> None:
    """Bilal saw how much Joop does; somebody asks how he is."""
    wim = town.act("Wim", at)
    seen = actions.Seen(
        source="ambassador",
        yes_on=wim.today,
        cares_for_id=town.cast["Fatma"],
        brought_by_id=town.cast["Bilal"],
    )
    case = actions.see_carer(wim, town.cast["Joop"], seen=seen)
    told = actions.CarerTold(
        tasks=("household", "transport", "listening"),
        wishes=("own_time", "fun"),
        hours_a_week=16,
        words="Ik doe het graag. Maar vissen, daar kom ik niet meer aan toe.",
    )
    actions.talk_with_carer(wim, case.pk, told=told)
    said = actions.Answered(instrument="volhoudtijd", answers=("1 tot 6 maanden",), agreed=True)
    actions.measure_carer(wim, case.pk, said=said)
    actions.plan_relief(
        wim, case.pk, plan="Elke zaterdag vrij om te vissen.", takes_over="Een maatje voor Fatma"
    )
    actions.begin_relief(wim, case.pk)


def _someone_young_is_seen(town: Town, at: datetime) -> None:
    """School calls about a boy of seventeen; nobody has called him yet."""
    wim = town.act("Wim", at)
    who = Particulars(given_name="Sem", surname="Kuiper", birth_year=wim.today.year - 17)
    young = people.register_person(wim, who=who)
    actions.see_carer(wim, young.pk, seen=actions.Seen(source="school", yes_on=wim.today))


def _spare(count: int, *, after: int = 0) -> list[Inhabitant]:
    """Neighbours of whom no other chapter tells."""
    return neighbours()[10 + after : 10 + after + count]
