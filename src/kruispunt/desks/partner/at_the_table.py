"""What everyone at the table of a hybrid team can do with a trajectory (SM-6)."""

from kruispunt.arrangements import actions, queries
from kruispunt.arrangements.permits import trajectory as permits
from kruispunt.arrangements.states import TRAJECTORY_MOVES
from kruispunt.arrangements.states.trajectory import UNDER_SUPPORT, TrajectoryState
from kruispunt.base.actor import Actor
from kruispunt.desks.partner import trajectory_forms as forms
from kruispunt.desks.ui.verbs import Verb, sources

BEFORE_THE_START = frozenset({TrajectoryState.INDICATED, TrajectoryState.CONSULTING})


def _question(actor: Actor, trajectory_id: int) -> int:
    """Goals and steps belong to the question that the team carries."""
    return int(queries.trajectory(actor, trajectory_id).arrangement.question_id)


VERBS = (
    Verb(
        "talk_over",
        "Praat met de inwoner",
        "De welzijnscoach mag erbij zijn. Schrijf op wat de inwoner wil.",
        "Leg het gesprek vast",
        may=permits.TALK_OVER,
        states=sources(TRAJECTORY_MOVES, "talk_over"),
        act=lambda actor, pk, said: actions.talk_over(actor, pk, **said),
        form=forms.TalkForm,
    ),
    Verb(
        "indicate",
        "Heeft de gemeente een indicatie afgegeven?",
        "U legt hier vast wat de gemeente besloot. Kruispunt beslist niets.",
        "Leg de indicatie vast",
        may=permits.INDICATE,
        states=sources(TRAJECTORY_MOVES, "indicate"),
        act=lambda actor, pk, said: actions.indicate(
            actor, pk, indication=actions.Indication(**said)
        ),
        form=forms.IndicateForm,
    ),
    Verb(
        "not_indicate",
        "Kwam er geen indicatie?",
        "Dan zoekt het Startpunt verder naar hulp in de buurt.",
        "Leg vast: geen indicatie",
        may=permits.INDICATE,
        states=sources(TRAJECTORY_MOVES, "not_indicate"),
        act=lambda actor, pk, said: actions.not_indicate(actor, pk, **said),
        form=forms.WhyForm,
        folded=True,
    ),
    Verb(
        "consult_team",
        "Begin het teamoverleg",
        "Iedereen aan tafel krijgt bericht. Dat kan alleen als de inwoner ja zei.",
        "Begin het overleg",
        may=permits.CONSULT_TEAM,
        states=sources(TRAJECTORY_MOVES, "consult_team"),
        act=lambda actor, pk, _: actions.consult_team(actor, pk),
    ),
    Verb(
        "weigh_welfare",
        "Wat kan welzijn doen?",
        "Eerst kijken we naar de buurt. Zonder deze stap begint er niemand.",
        "Leg vast",
        may=permits.WEIGH_WELFARE,
        states=BEFORE_THE_START,
        act=lambda actor, pk, said: actions.weigh_welfare(actor, pk, **said),
        form=forms.WelfareForm,
    ),
    Verb(
        "name_starter",
        "Wie begint er?",
        "Noemen alle aanbieders dezelfde organisatie? Dan begint die.",
        "Dit is onze keuze",
        may=permits.NAME_STARTER,
        states=sources(TRAJECTORY_MOVES, "choose_starter"),
        act=lambda actor, pk, said: actions.name_starter(actor, pk, **said),
        form=forms.StarterForm,
    ),
    Verb(
        "start_support",
        "Was de eerste intake er?",
        "De welzijnscoach gaat soms mee.",
        "Ja, wij zijn begonnen",
        may=permits.START_SUPPORT,
        states=sources(TRAJECTORY_MOVES, "start_support"),
        act=lambda actor, pk, said: actions.start_support(actor, pk, **said),
        form=forms.StartForm,
    ),
)
WHILE_IT_RUNS = (
    Verb(
        "set_goal",
        "Schrijf een doel op",
        "Samen met de inwoner, in de eigen woorden.",
        "Leg het doel vast",
        may=permits.RUN_ON_GOALS,
        states=UNDER_SUPPORT,
        act=lambda actor, pk, said: actions.set_goal(
            actor, _question(actor, pk), wanted=actions.Wanted(**said)
        ),
        form=forms.GoalForm,
        folded=True,
    ),
    Verb(
        "run_on_goals",
        "Staat het plan?",
        "Daarna kijkt u elke 3 maanden samen terug.",
        "Ja, wij werken aan deze doelen",
        may=permits.RUN_ON_GOALS,
        states=sources(TRAJECTORY_MOVES, "run_on_goals"),
        act=lambda actor, pk, _: actions.run_on_goals(actor, pk),
    ),
    Verb(
        "take_pulse",
        "Vinger aan de pols",
        "Vink elke maand aan of de afgesproken hulp er is. Bij twee keer nee hoort het team het.",
        "Leg vast",
        may=permits.TAKE_PULSE,
        states=UNDER_SUPPORT,
        act=lambda actor, pk, said: actions.take_pulse(actor, pk, **said),
        form=forms.PulseForm,
    ),
    Verb(
        "book_coach",
        "Maak een afspraak",
        "Elke inwoner heeft een aantal uren per jaar met de welzijnscoach.",
        "Zet de afspraak vast",
        may=permits.BOOK_COACH,
        states=frozenset(TrajectoryState) - {TrajectoryState.NOT_INDICATED},
        act=lambda actor, pk, said: actions.book_coach(actor, pk, **said),
        form=forms.BookForm,
        folded=True,
    ),
    Verb(
        "plan_step",
        "Spreek een stap naar minder hulp af",
        "Van samen koken naar de eetclub. Later vragen we of het nog goed gaat.",
        "Leg de stap vast",
        may=permits.PHASE_OUT,
        states=UNDER_SUPPORT,
        act=lambda actor, pk, said: actions.plan_step(actor, _question(actor, pk), **said),
        form=forms.StepForm,
        folded=True,
    ),
    Verb(
        "review_goals",
        "Tijd om terug te kijken?",
        "Minstens elke 3 maanden, samen met de inwoner.",
        "Begin met terugkijken",
        may=permits.REVIEW_GOALS,
        states=sources(TRAJECTORY_MOVES, "review_goals"),
        act=lambda actor, pk, _: actions.review_goals(actor, pk),
        folded=True,
    ),
    Verb(
        "look_back_with_team",
        "Kijk samen terug",
        "Wat lukt wel? Wat lukt niet, en waarom?",
        "Leg vast",
        may=permits.REVIEW_GOALS,
        states=frozenset({TrajectoryState.REVIEWING}),
        act=lambda actor, pk, said: actions.look_back_with_team(
            actor, pk, said=actions.LookedBack(**{**said, "why": tuple(said["why"])})
        ),
        form=forms.LookBackForm,
    ),
    Verb(
        "prolong",
        "Gaat het zo verder?",
        "Over 3 maanden kijkt u weer terug.",
        "Ja, wij gaan verder",
        may=permits.PROLONG,
        states=sources(TRAJECTORY_MOVES, "prolong"),
        act=lambda actor, pk, _: actions.prolong(actor, pk),
    ),
    Verb(
        "phase_out",
        "Kan het team een stap terug?",
        "Dat kan als er een stap naar minder hulp is afgesproken.",
        "Bouw af",
        may=permits.PHASE_OUT,
        states=sources(TRAJECTORY_MOVES, "phase_out"),
        act=lambda actor, pk, said: actions.phase_out(actor, pk, **said),
        form=forms.EndingForm,
    ),
    Verb(
        "join_group_team",
        "Komt er een groep bij?",
        "Een team dat met groepen werkt, helpt dan mee naast dit team.",
        "Dit team helpt mee",
        may=permits.JOIN_GROUP_TEAM,
        states=frozenset(UNDER_SUPPORT),
        act=lambda actor, pk, said: actions.join_group_team(actor, pk, **said),
        form=forms.GroupTeamForm,
        folded=True,
    ),
    Verb(
        "stop_trajectory",
        "Stopt het traject?",
        "Het Startpunt kijkt dan weer naar de vraag.",
        "Stop het traject",
        may=permits.STOP_TRAJECTORY,
        states=sources(TRAJECTORY_MOVES, "stop_trajectory"),
        act=lambda actor, pk, said: actions.stop_trajectory(actor, pk, **said),
        form=forms.MayWhyForm,
        folded=True,
    ),
)
ALL = (*VERBS, *WHILE_IT_RUNS)
