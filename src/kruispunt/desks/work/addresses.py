"""Where each thing to do is done."""

from django.urls import reverse

# The place of a duty, the name of its page, and whether that page is about one row.
PAGES: dict[str, tuple[str, bool]] = {
    "calls": ("startpunt:calls", False),
    "person": ("startpunt:inbox", False),
    "question": ("startpunt:question", True),
    "recording": ("startpunt:write_down", True),
    "signals": ("startpunt:signals", False),
    "volunteer": ("startpunt:volunteer", True),
    "entry": ("public:map", False),
    "rounds": ("startpunt:rounds", False),
    "hand_on": ("work:hand_on", True),
    "knowledge": ("partner:knowledge", False),
    "nomination": ("startpunt:nomination", True),
    "match": ("startpunt:match", True),
    "referral": ("startpunt:referral", True),
    "evaluation": ("startpunt:look_back", True),
    "goals": ("startpunt:goals", True),
    "step": ("startpunt:keep_going", True),
    "own_help": ("startpunt:own_help", True),
    "gathering": ("startpunt:gathering", True),
    "enrolment": ("startpunt:enrolment", True),
    "import": ("imports:one", True),
    "concern": ("safety:concern", True),
    "rights": ("privacy:home", False),
    "consents": ("startpunt:consents", True),
    "seat_requests": ("technician:requests", False),
    "unsealings": ("startpunt:addresses", False),
    "guides": ("volunteer:beside", True),
    "guide_list": ("partner:guides", False),
    "course": ("startpunt:course", True),
    "intervision": ("startpunt:intervision", False),
    "intervision_group": ("startpunt:intervision_group", True),
    "intervision_meeting": ("startpunt:intervision_meeting", True),
    "my_intervision": ("volunteer:intervision", False),
    "carer": ("startpunt:carer", True),
    "liveability": ("neighbourhood:one", True),
    "late": ("process:late", False),
    "development": ("process:development", True),
    "bottleneck": ("process:bottleneck", True),
    "agreement": ("process:partner", True),
    "promise": ("process:meetings", True),
    "escalation": ("process:escalation", True),
    "decided_for_us": ("partner:home", False),
    "asked_of_us": ("partner:referral", True),
    "partner": ("partner:home", False),
    "trajectory": ("partner:trajectory", True),
    "notice": ("ambassador:home", False),
    "resident": ("resident:home", False),
    "invitation": ("volunteer:invitation", True),
    "volunteers_match": ("volunteer:match", True),
    "check_in": ("work:check_in", True),
    "household": ("startpunt:household", True),
    "own_data": ("resident:data", False),
    "odd_job": ("startpunt:odd_job", True),
    "my_odd_job": ("volunteer:odd_job", True),
    "how_was_it": ("work:how_was_it", True),
    "place": ("work:place", True),
    "wellbeing": ("work:wellbeing", True),
    "footing": ("work:footing", True),
    "stands": ("startpunt:footing", True),
    "advice": ("work:advice", True),
}


def address(where: str, row_id: int | None) -> str:
    name, about_a_row = PAGES[where]
    if not about_a_row:
        return reverse(name)
    return reverse(name, args=[row_id]) if row_id is not None else reverse("partner:trajectories")
