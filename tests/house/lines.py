"""Each line that was asked of the software, and the tests that carry it; printed on one page.

A line is carried when a test bears its code in its name: `test_c13_…` carries C13, and K4 is the
fourth complaint that we never repeat. What is not there yet is said here, by name.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

TESTS = Path(__file__).parents[1]
TEST = re.compile(r"^\s*(?:async )?def test_(\w+)", re.MULTILINE)

BUDDIES = {
    "A1": "each question is weighed as intensive or very intensive, with reasons, and again later",
    "A2": "what it is about is asked of a question and known of a volunteer",
    "A3": "the quality of matches is measured, not only their number",
    "A4": "the gap between asking and giving, now and in the weeks to come",
    "A5": "help for a while has a day on which it is looked at again",
    "A6": "a weekly target for each class: where we were, where we are, and what is extra",
    "A7": "money, hours and matches beside each other; what one match costs",
    "A8": "minutes of guidance are noted, and guidance is planned by class",
    "A9": "campaigns, where volunteers come from, and how many go on to a match",
    "A10": "being seen: a calendar of outings, and where nobody came yet",
    "A11": "partners refer and residents come by themselves; how many along which way",
    "A12": "one case with agreed parts, and no question dropped over a fence",
    "A13": "a thread that goes both ways; both sides see where it stands",
    "A14": "a partner stays in view, and silence is noticed",
    "A15": "what a volunteer signals goes to the right partner, with a day and an answer",
    "A16": "the house runs after partners, so that the coordinator need not",
    "A17": "a plan to get under way for each very intensive match, and a professional to ask",
    "A18": "groups of volunteers talk over what they meet",
    "A19": "trainings and knowledge belong to a partner and to a theme",
    "A20": "a volunteer stands on her own feet: own page, may say no, is answered",
    "A21": "too much for a volunteer is seen before she stops",
    "A22": "what is spared later on, estimated with every assumption said",
    "A23": "a register of partners: at which level they agreed, and who speaks for them",
    "A24": "quality, efficiency and capacity over time",
}
HYBRID = {
    "C1": "one answer of informal and formal parts",
    "C2": "a team of providers and a welfare coach",
    "C3": "the talk of the Wmo advisor and what she decided",
    "C4": "the team itself chooses who starts, with reasons, expertise and room in view",
    "C5": "what welfare can do is looked at in every plan",
    "C6": "starting has a term, a warning, and a share that was in time",
    "C7": "hours with the welfare coach in a year: left, booked, used",
    "C8": "a first talk with several people at the table",
    "C9": "goals, followed step by step",
    "C10": "what works, what does not, and why",
    "C11": "what was agreed against what came of it",
    "C12": "from more help to less, and on to a group",
    "C13": "weeks later we ask whether it holds",
    "C14": "what welfare offers is used; empty places are pointed out",
    "C15": "outcome: holding the reins, and people around someone",
    "C16": "how often people come back with a new question",
    "C17": "how long help lasts, and how much of it is formal",
    "C18": "what will be asked against what there is",
    "C19": "a team for groups beside the team for individuals",
    "C20": "volunteer teams in a neighbourhood",
    "C21": "stories of success, told with a yes",
}
STARTPUNT = {
    "D1": "four levels of self-reliance steer how much of the answer is formal",
    "D2": "calling at doors, and an estimate of what is not in view",
    "D3": "asking for another, aloud, and first without a name",
    "D4": "one list of kinds of help",
    "D5": "informal first; formal help has its reason on paper",
    "D6": "a script for the question behind the question",
    "D7": "a wide-angle look at the whole household",
    "D8": "a talent of somebody else is noted, and that person is asked",
    "D9": "an ambassador who solves it himself still writes it down",
    "D10": "what is handed in is complete enough to work with",
    "D11": "whoever brought it hears how it went",
    "D12": "ambassadors have streets; where nobody comes is seen",
    "D13": "professionals find new ambassadors",
    "D14": "guides and committees have a role and a language",
    "D15": "people of organisations pass something on without an account",
    "D16": "residents bring their own question and their own talent",
    "D17": "the walk-in desk: quick noting, and how many came by",
    "D18": "a question is taken apart into what it holds",
    "D19": "weight and mix are proposed, a person decides",
    "D20": "simple questions are matched fast",
    "D21": "four ways out: volunteer, both, organisation, neighbourhood team",
    "D22": "organisations and volunteers are asked at the same time",
    "D23": "an offer is proposed, accepted, or declined with a reason",
    "D24": "several organisations make one offer",
    "D25": "the contact person has a desk with her five duties",
    "D26": "no answer in time reaches the process manager by itself",
    "D27": "organisations are invited to make an offer together",
    "D28": "the process manager decides, with a reason, and it is followed",
    "D29": "a register of what sticks",
    "D30": "new services grow from what nobody gives",
    "D31": "quality and lead time are followed, and proposals made",
    "D44": "an organisation accepts its task, or does not",
    "D45": "the own circle and own strength first",
    "D46": "who asks may give as well",
    "D47": "pictures, reading aloud, languages, speaking instead of typing",
    "D48": "everything can leave; roles fit organisations that exist",
    "D49": "it goes on for ever: what grew old is asked after again",
    "D50": "a public page: who we are, where, and when",
    "D51": "a role for a while, with somebody who takes over",
    "D52": "an ambassador sees the people of the Startpunt",
}
COMPLAINTS = {
    "K1": "volunteers sign up and hear nothing",
    "K2": "one must ask in public",
    "K3": "contact leaves the house and nobody knows how it went",
    "K4": "more people than places",
    "K5": "forms lose what was typed",
    "K6": "too many letters; asked again after a no",
    "K7": "the wrong people see notes and lists",
    "K8": "people get stuck on their way in",
    "K9": "no overview of what I promised",
    "K10": "no talk before addresses are shared",
    "K11": "no help that comes back every week",
    "K12": "the directory is old, double and silent about room",
    "K13": "safety as points in a score",
    "K14": "whoever says to have little time is preferred",
    "K15": "surprising routes",
    "K16": "slow lists",
    "K17": "stars that discourage",
    "K18": "one municipality in the code",
    "K19": "privacy and security for later",
    "K20": "the project dies with its people",
    "K21": "the wrong instrument",
    "K22": "a waiting list worked by hand",
}
PARTS = {
    "Maatjes (A)": BUDDIES,
    "Hybrid team (C)": HYBRID,
    "Startpunt (D)": STARTPUNT,
    "Complaints we never repeat (K)": COMPLAINTS,
}
LINES = {code: words for part in PARTS.values() for code, words in part.items()}

NOT_YET: dict[str, str] = {
    "C20": "vrijwilligersteams in een buurt",
    "C21": "verhalen die met een ja worden verteld",
    "D2": "de schatting per straat of flat; per buurt kan al",
    "D47": "brieven en eigen pagina's in andere talen; de open pagina's kunnen al",
}
"""What of a line is still missing, in a sentence; a line without a test stands here as well."""


def tests() -> list[tuple[str, str]]:
    """Every test of the house: the file, and its sentence."""
    return [
        (str(path.relative_to(TESTS)), name)
        for path in sorted(TESTS.rglob("test_*.py"))
        for name in TEST.findall(path.read_text(encoding="utf-8"))
    ]


def carried(found: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """For each line the tests that bear its code."""
    by_code: dict[str, list[tuple[str, str]]] = {code: [] for code in LINES}
    for where, name in found:
        for word in dict.fromkeys(name.upper().split("_")):
            if word in by_code:
                by_code[word].append((where, name))
    return by_code


def dropped(carried_by: Mapping[str, list[tuple[str, str]]], not_yet: Iterable[str]) -> list[str]:
    """Lines that no test carries and of which nobody said so."""
    said = set(not_yet)
    return [code for code, found in carried_by.items() if not found and code not in said]


def page() -> str:
    """One heading for each line, with what carries it and what is missing."""
    by_code = carried(tests())
    lines = ["# What was asked, line by line", "", "Printed from the tests.", ""]
    for part, asked in PARTS.items():
        lines += [f"## {part}", ""]
        for code, words in asked.items():
            lines += [f"### {code}: {words}", ""]
            lines += [f"- {where}: {_sentence(name)}" for where, name in by_code[code]]
            lines += [f"- **nog niet**: {NOT_YET[code]}"] if code in NOT_YET else []
            lines += [""]
    return "\n".join(lines).rstrip() + "\n"


def _sentence(name: str) -> str:
    return name.replace("_", " ")
