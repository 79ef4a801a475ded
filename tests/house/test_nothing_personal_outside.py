"""What shows before a letter is opened says nothing about anyone: every kind, along every way."""

import ast
import re
from dataclasses import dataclass
from email import message_from_string

import pytest
from django.utils.html import strip_tags

from kruispunt.base.states import Channel, Haste
from kruispunt.config.postman import _message
from kruispunt.core.vocabulary import Kind
from kruispunt.people import actions as people
from kruispunt.people.actions.letters import short_text
from kruispunt.people.models import Person
from tests.house.guards import NOT_TO_RESIDENTS, Source, package

# So much of a mail is shown in a list of mails or on a locked screen, by whoever shows most.
SHOWN_UNOPENED = 140
HEALTH = re.compile(
    r"\b(dement\w*|alzheimer|depress\w*|kanker\w*|verslav\w*|schuld\w*|eenza\w+|angst\w*|rouw\w*"
    r"|rolstoel\w*|ziek\w*|psych\w*|ggz|autis\w*|beperking\w*|overl[ie]\w+|gezondheid|zorg\w*|wmo"
    r"|mantelzorg\w*|diagnos\w*|geweld|mishandel\w*|melding\w*|signaal|eetclub|medicijn\w*)\b",
    re.IGNORECASE,
)
NEEDS = {kind.label.lower() for kind in Kind}
# Told in a letter; none of it may be seen before the letter is opened.
TOLD = {
    "name": "Wilhelmina",
    "street": "Kanariegeelstraat 17",
    "need": "samen naar de markt lopen",
    "health": "sinds de beroerte",
    "helper": "Abdelkarim",
}


@dataclass(frozen=True)
class Written:
    """One kind of letter as a room writes it: what it is called, and its possible subjects."""

    where: str
    key: str
    subjects: tuple[str, ...]


def constants(node: ast.expr) -> tuple[str, ...] | None:
    """Fixed words, or one of two fixed words; None when something is worked out."""
    if isinstance(node, ast.Constant):
        return (str(node.value),)
    if isinstance(node, ast.IfExp):
        body, other = constants(node.body), constants(node.orelse)
        return None if body is None or other is None else (*body, *other)
    return None


def is_passed_on(node: ast.expr) -> bool:
    """The subject of who calls this one, where it was looked at already."""
    return isinstance(node, ast.Name) and node.id == "subject"


def written(sources) -> tuple[list[Written], list[str]]:
    """All letters that rooms write, and places where a subject is worked out."""
    found, worked_out = [], []
    for source in sources:
        for _, call in source.calls():
            words = {keyword.arg: keyword.value for keyword in call.keywords}
            if not {"subject", "key"} <= set(words) or is_passed_on(words["subject"]):
                continue
            subjects = constants(words["subject"])
            where = f"{source.name}:{call.lineno}"
            if subjects is None:
                worked_out.append(where)
            else:
                found.append(Written(where, ast.unparse(words["key"]), subjects))
    return found, worked_out


def rooms():
    return [source for source in package() if "/actions/" in source.name]


LETTERS, WORKED_OUT = written(rooms())


def test_every_room_that_writes_is_looked_at():
    rooms_that_write = {one.where.split("/")[0] for one in LETTERS}

    assert rooms_that_write == {"arrangements", "matching", "people", "questions", "safety"}
    assert len(LETTERS) >= 34


def test_no_subject_is_worked_out_of_what_people_told():
    assert not WORKED_OUT


@pytest.mark.parametrize("one", LETTERS, ids=lambda one: one.where)
def test_no_subject_speaks_of_health_or_needs(one):
    for subject in one.subjects:
        assert not HEALTH.search(subject)
        assert not NOT_TO_RESIDENTS.search(subject)
        assert not {need for need in NEEDS if need in subject.lower()}
        assert len(subject) <= 60


@pytest.fixture
def wilhelmina(merwedam, fatma):
    merwedam.phone = "0183 555 000"
    merwedam.save()
    Person.objects.filter(pk=fatma.person.pk).update(
        given_name=TOLD["name"], street=TOLD["street"], phone="06 12345678"
    )
    return fatma.person


def letters_of(wim, to, channel):
    """Every kind of letter, with everything in it that someone could have told."""
    Person.objects.filter(pk=to.pk).update(channel=channel)
    lines = tuple(f"Dit gaat over {word}." for word in TOLD.values())
    for number, one in enumerate(LETTERS):
        for subject in one.subjects:
            yield people.write_to(
                wim.actor,
                to.pk,
                subject=subject,
                lines=lines,
                key=f"{channel}:{number}:{subject}",
                haste=Haste.URGENT,
            )


def seen_unopened(letter) -> list[str]:
    """What others can see: along each way something else."""
    if letter.channel == Channel.MAIL:
        message = _message(letter, "iemand@voorbeeld.nl")
        [page] = [part.content for part in message.alternatives]
        head = page.index("<body")
        plain = " ".join(strip_tags(page[head:]).split())
        headers = str(message_from_string(message.message().as_string()).items())
        return [
            message.subject,
            headers,
            " ".join(message.body.split())[:SHOWN_UNOPENED],
            plain[:SHOWN_UNOPENED],
        ]
    if letter.channel == Channel.TEXT:
        return [letter.subject, short_text(letter)]
    return [letter.subject]


def told_in(words: str) -> set[str]:
    return {word for word in TOLD.values() if word.lower() in words.lower()}


@pytest.mark.parametrize("channel", Channel.values)
def test_nothing_personal_shows_before_a_letter_is_opened(wim, wilhelmina, channel):
    letters = list(letters_of(wim, wilhelmina, channel))

    assert len(letters) >= len(LETTERS)
    for letter in letters:
        assert set(TOLD.values()) - {TOLD["street"]} <= told_in(letter.whole)
        for seen in seen_unopened(letter):
            assert not told_in(seen)
            assert not HEALTH.search(seen)


def test_what_goes_around_every_letter_is_plain_as_well(wim, wilhelmina):
    for letter in (next(letters_of(wim, wilhelmina, channel)) for channel in ("mail", "text")):
        words = _message(letter, "a@b.nl").body + short_text(letter)
        assert not NOT_TO_RESIDENTS.search(words)
        for sentence in re.split(r"[.?!:]\s|\n", words):
            assert len(sentence.split()) <= 18


def test_the_guards_bite():
    bad = Source("x/actions/a.py", "write_to(a, 1, subject=f'Dag {naam}', key='a', lines=())")
    assert written([bad]) == ([], ["x/actions/a.py:1"])
    assert HEALTH.search("Uw dementie")
    assert told_in("Beste wilhelmina") == {"Wilhelmina"}
