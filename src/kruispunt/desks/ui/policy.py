"""Who comes in at which address, in one table; what is then seen of a row, a permit decides.

An address that is not in this table fails a test. A role that is not named gets the answer of a
page that does not exist.
"""

from kruispunt.base.roles import Role

R = Role
EVERYONE = frozenset(Role.values)
GUIDES = frozenset({R.WORKER, R.COORDINATOR})
REGISTRY = GUIDES | {R.REGISTRAR}
NUMBERS = GUIDES | {R.PROCESS_MANAGER, R.POLICY}
TABLE = frozenset({R.CONTACT, R.PROVIDER, R.COACH, R.WMO_ADVISOR})
HEARS = frozenset({R.AMBASSADOR, R.TEAM_MEMBER, R.CONTACT, R.COACH, R.PROVIDER})

# Who comes in at a desk, unless an address of it says otherwise below.
DESKS: dict[str, frozenset[str]] = {
    "ambassador": HEARS,
    "imports": REGISTRY,
    "neighbourhood": frozenset({R.TEAM_MEMBER, R.WORKER}),
    "partner": TABLE,
    "privacy": frozenset({R.PRIVACY_OFFICER}),
    "process": frozenset({R.PROCESS_MANAGER}),
    "resident": frozenset({R.RESIDENT, R.CARER}),
    "safety": EVERYONE - {R.WORK_COACH, R.POLICY, R.TECHNICIAN, R.PRIVACY_OFFICER},
    "school": frozenset({R.SCHOOL}),
    "startpunt": GUIDES,
    "steering": NUMBERS,
    "technician": frozenset({R.TECHNICIAN}),
    "volunteer": frozenset({R.VOLUNTEER}),
    "work": EVERYONE,
    "workcoach": frozenset({R.WORK_COACH}),
}
EXCEPT: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        (
            "public:desk",
            "resident:answer_consent",
            "resident:consents",
            "resident:data",
            "resident:housemate",
            "resident:download",
            "resident:reach",
            "resident:withdraw_consent",
            "safety:incident",
            "safety:thanks",
            "safety:worry",
        ),
        EVERYONE,
    ),
    **dict.fromkeys(
        ("work:go_after_all", "work:other_day", "work:rhythm", "work:rhythm_file"),
        GUIDES | {R.VOLUNTEER, R.RESIDENT, R.CARER},
    ),
    "work:stop_rhythm": GUIDES,
    # How it goes is told to who guides it, on the phone as well (PRV-06).
    **dict.fromkeys(
        ("startpunt:call_check_in", "startpunt:call_wellbeing"), frozenset({R.COORDINATOR})
    ),
    # On which days a group comes together is said by whose it is, or at the Startpunt (K11).
    **dict.fromkeys(
        ("work:hold_day", "work:one_day", "work:stop_days"),
        frozenset({R.WORKER, R.CONTACT, R.PROVIDER, R.COACH}),
    ),
    **dict.fromkeys(
        (
            "startpunt:calls",
            "startpunt:keep_in_touch",
            "startpunt:reach",
            "startpunt:try_again",
            "startpunt:to_print",
            "startpunt:tick_off",
            "startpunt:time_volunteer",
            "startpunt:volunteer",
            "startpunt:volunteer_verb",
            "startpunt:volunteers",
        ),
        REGISTRY,
    ),
    "work:knowledge": frozenset(
        {
            R.VOLUNTEER,
            R.AMBASSADOR,
            R.GUIDE,
            R.WORKER,
            R.COORDINATOR,
            R.REGISTRAR,
            R.TRAINER,
            R.CONTACT,
            R.PROVIDER,
            R.COACH,
            R.TEAM_MEMBER,
        }
    ),
    **dict.fromkeys(
        ("partner:knowledge", "partner:change_knowledge", "partner:keep_knowledge"),
        frozenset({R.CONTACT, R.PROVIDER, R.COACH}),
    ),
    **dict.fromkeys(
        ("work:leaving", "work:hand_on"),
        frozenset(
            {
                R.WORKER,
                R.COORDINATOR,
                R.PROCESS_MANAGER,
                R.CONTACT,
                R.TEAM_MEMBER,
                R.WMO_ADVISOR,
                R.TRAINER,
                R.TECHNICIAN,
            }
        ),
    ),
    "ambassador:visit": frozenset({R.AMBASSADOR}),
    "ambassador:nominate": (HEARS - {R.AMBASSADOR}) | GUIDES,
    **dict.fromkeys(
        ("startpunt:nomination", "startpunt:nomination_verb", "startpunt:speaks"),
        frozenset({R.WORKER}),
    ),
    **dict.fromkeys(
        (
            "startpunt:clarify",
            "startpunt:conclude",
            "startpunt:hand_to_team",
            "startpunt:look_again",
            "startpunt:write_down",
        ),
        frozenset({R.WORKER}),
    ),
    **dict.fromkeys(
        (
            "partner:guides",
            "partner:describe_guide",
            "partner:rest_guide",
            "partner:show_guide",
            "partner:stop_guide",
        ),
        frozenset({R.GUIDE_COORDINATOR}),
    ),
    **dict.fromkeys(
        ("volunteer:beside", "volunteer:beside_verb", "volunteer:guiding"), frozenset({R.GUIDE})
    ),
    **dict.fromkeys(
        ("startpunt:courses", "startpunt:course", "startpunt:course_verb"),
        frozenset({R.COORDINATOR, R.REGISTRAR, R.TRAINER}),
    ),
    **dict.fromkeys(
        ("startpunt:walk_ins", "startpunt:bring_walk_in"),
        frozenset({R.WORKER}),
    ),
    **dict.fromkeys(
        (
            "startpunt:address",
            "startpunt:answer_consent",
            "startpunt:consents",
            "startpunt:person",
            "startpunt:seal_address",
            "startpunt:wmo",
            "startpunt:wmo_verb",
        ),
        frozenset({R.WORKER}),
    ),
    **dict.fromkeys(
        ("startpunt:addresses", "startpunt:decide_address"),
        frozenset({R.WORKER, R.SAFETY_OFFICER}),
    ),
    **dict.fromkeys(
        ("technician:decide", "technician:requests"),
        frozenset({R.TECHNICIAN, R.PRIVACY_OFFICER}),
    ),
    **dict.fromkeys(
        (
            "startpunt:intervision",
            "startpunt:intervision_group",
            "startpunt:intervision_verb",
            "startpunt:intervision_meeting",
            "startpunt:intervision_meeting_verb",
        ),
        frozenset({R.COORDINATOR, R.REGISTRAR, R.TRAINER}),
    ),
    **dict.fromkeys(
        ("startpunt:talk_about_missing", "startpunt:leave_group"),
        frozenset({R.COORDINATOR, R.REGISTRAR}),
    ),
    **dict.fromkeys(
        ("startpunt:open_household", "startpunt:name_housemate", "startpunt:housemate"),
        frozenset({R.WORKER}),
    ),
    "startpunt:judge_odd_job": frozenset({R.WORKER}),
    "startpunt:request_odd_job": frozenset({R.WORKER}),
    "startpunt:say_farewell": frozenset({R.COORDINATOR}),
    "steering:short": GUIDES,
}
# Whoever knows the word in a letter, or nobody in particular: no account is asked for.
OPEN = (
    "alive", "ready", "demo", "api:neighbourhoods", "public:home", "public:ask", "public:asked",
    "public:give", "public:given", "public:map", "public:shapes", "public:invitation",
    "public:proposal", "public:referral", "public:pass_on", "public:practice", "public:party",
    "public:check_in", "public:wellbeing", "public:footing", "public:advice", "public:privacy",
    "public:accessibility", "public:choose_guide", "public:guides", "public:help_or_guide",
    "public:my_guide", "public:kept", "public:letter", "public:reach", "public:intervision",
    "public:ask_odd_job", "public:how_was_it", "public:place", "public:profile", "public:account",
)  # fmt: skip
ADDRESSES: dict[str, tuple[str, ...]] = {
    "ambassador": ("home", "visit", "notice", "hand_in", "solve", "nominate"),
    "imports": ("home", "one", "map", "bad_rows", "agree", "drop", "undo"),
    "neighbourhood": ("home", "one", "verb"),
    "partner": (
        "home", "carry_out", "referral", "referral_verb", "trajectories", "trajectory",
        "trajectory_verb", "use_coach", "cancel_coach", "take_step", "keep_going", "drop_step",
        "assure_service", "assure_activity", "guides", "rest_guide", "show_guide", "stop_guide",
        "describe_guide", "knowledge", "change_knowledge", "keep_knowledge",
    ),
    "privacy": (
        "home", "answer", "keeping", "let_go", "looks", "register", "register_file", "keys",
        "take_key",
    ),
    "process": (
        "home", "emergency", "escalation", "verb", "waiting", "late", "lengths", "length",
        "bottlenecks", "bottleneck",
        "improve", "developments", "development", "develop", "partners", "partner", "agree",
        "mandate", "meetings", "note_promise", "settle_promise",
    ),
    "public": ("desk",),
    "resident": (
        "home", "team", "agree_trajectory", "stop_trajectory", "data", "download", "consents",
        "answer_consent", "withdraw_consent", "reach",
        "housemate", "listen",
    ),
    "startpunt": (
        "inbox", "ask", "question", "time_match", "time_question", "time_volunteer", "person",
        "clarify", "triage", "mix", "divide", "name_own_help", "close", "own_help",
        "own_help_verb", "enrolment", "enrolment_verb", "candidates", "invite", "contact",
        "search", "combine", "notify", "hand_to_guide", "develop", "withdraw", "talk_it_over",
        "goals", "goals_begin", "reach_goal", "let_go_of_goal", "take_step", "drop_step",
        "keep_going", "slip_back", "look_back", "say_farewell", "thanks", "team", "refer",
        "agreement", "footing", "nomination", "nomination_verb", "ears", "speaks",
        "referral", "referral_verb", "volunteers", "volunteer", "volunteer_verb", "calls",
        "to_print",
        "tick_off", "try_again", "reach",
        "rounds", "adopt", "put_aside", "signals", "signal", "signal_verb", "same_person",
        "hand_to_team", "conclude", "talent", "matches", "early_signs", "work", "stand_in",
        "match", "good_to_know", "agree_as_resident", "agree_as_volunteer", "start_trial", "sign",
        "activate", "renew", "resume", "wind_down", "end",
        "carer", "carer_verb", "carers", "look_again",
        "measure", "new_carer", "wmo", "wmo_verb", "gatherings", "gathering", "gathering_verb",
        "report", "note_gap", "keep_in_touch", "walk_ins", "bring_walk_in",
        "listen", "write_down", "places",
        "courses", "course", "course_verb",
        "intervision", "intervision_group", "intervision_verb", "intervision_meeting",
        "intervision_meeting_verb", "talk_about_missing", "leave_group",
        "odd_jobs", "odd_job", "odd_job_verb", "judge_odd_job",
        "plan_odd_job", "request_odd_job",
        "lift_rest", "open_household", "household", "household_verb", "name_housemate", "housemate",
        "address", "seal_address", "addresses", "decide_address", "consents", "answer_consent",
        "call_check_in", "call_wellbeing", "answer_invitation", "decline", "back_up", "pause",
    ),
    "school": ("home",),
    "safety": (
        "concern", "home", "incident", "incident_paper", "release", "thanks", "verb", "worry",
    ),
    "steering": (
        "lead_times",
        "home", "course", "forecast", "short", "recruiting", "begin_campaign", "count_homes",
        "count_outing",
        "spared",
    ),
    "technician": ("home", "end", "extend", "requests", "decide"),
    "volunteer": (
        "home", "invitation", "match", "beside", "beside_verb", "guiding", "courses",
        "join_course", "leave_course", "intervision", "say_not_coming", "say_coming",
        "stop_intervision", "ask_advice",
        "odd_job", "odd_job_verb", "handover", "take_back_handover",
    ),
    "workcoach": ("home",),
    "work": (
        "advice", "check_in", "days", "days_file", "drop_all_unsent", "drop_unsent", "footing",
        "go_after_all", "hand_on", "hold_day", "home", "how_was_it", "keep_unsent", "knowledge",
        "leaving", "one_day", "other_day", "place", "rhythm", "rhythm_file", "stop_days",
        "stop_rhythm", "wellbeing",
    ),
}  # fmt: skip


def declared() -> frozenset[str]:
    """Every address of the table, by name."""
    named = {f"{desk}:{name}" for desk, names in ADDRESSES.items() for name in names}
    return frozenset(named | set(OPEN) | {"sit"})


def may_come_in(address: str, roles: frozenset[str]) -> bool:
    """Say whether one of these roles comes in here; at an unknown desk nobody does."""
    welcome = EXCEPT.get(address) or DESKS.get(address.partition(":")[0], frozenset())
    return bool(roles & welcome)
