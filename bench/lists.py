"""How long pages take when the database is as large as the Netherlands: `python -m bench.lists`.

100,000 questions and 300,000 volunteers in one municipality, beside the same pages with ten of
each. Every page is asked through the whole stack, as someone who is signed in; the number of
queries must not grow, and p95 is what one in twenty visitors waits at most.

Like is laid beside like: a page is counted when it is opened for the first time (opening a dossier
writes a line in the journal) and once more straight after, and candidates of a question that
somebody fits apart from those of one that nobody fits (that page looks for what would help).
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import batched
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any, Final

from bench.lines import line, peak_mib

if TYPE_CHECKING:
    from django.test import Client

    from kruispunt.questions.models import Question

type Address = Callable[[], str]

SMALL: Final = (10, 10)
LARGE: Final = (100_000, 300_000)
TIMES: Final = 60
PATIENCE_MS: Final = 300
BATCH: Final = 5_000
KINDS: Final = ("WANDELEN", "KOFFIE", "BOODSCHAPPEN", "TAAL", "DIGITALE_HULP", "GEZELSCHAP")
SLOTS: Final = ("ma-ochtend", "di-middag", "wo-avond", "do-ochtend", "vr-middag", "za-ochtend")
NOBODY_DOES: Final = "VERVOER"
STATES: Final = ("new", "searching", "triaged", "answered")
SEARCHING: Final = STATES.index("searching")
# So many inhabitants live on about the area of the country; ten live in one street.
SIDE_METRES: Final = {10: 500, 300_000: 170_000}


def main() -> None:
    """Fill a fresh database twice and ask every page some times."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--questions", type=int, default=LARGE[0])
    asked.add_argument("--volunteers", type=int, default=LARGE[1])
    asked.add_argument("--times", type=int, default=TIMES)
    wanted = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _set_up(Path(folder))
        counts: dict[str, set[tuple[int, int]]] = {}
        slow: list[str] = []
        for questions, volunteers in (SMALL, (wanted.questions, wanted.volunteers)):
            town = Town(questions, volunteers)
            for page, browser, address in town.pages():
                facts = measured(browser, address, wanted.times)
                counts.setdefault(page, set()).add((facts["first_queries"], facts["queries"]))
                slow += [page] * (facts["p95_ms"] > PATIENCE_MS)
                line(bench="lists", page=page, questions=questions, volunteers=volunteers, **facts)
        grown = sorted(page for page, found in counts.items() if len(found) > 1)
        facts = {"pages": len(counts), "grown": grown, "slow": sorted(set(slow))}
        line(bench="lists-growth", **facts, peak_mib=peak_mib())
        sys.exit(1 if grown else 0)


def _set_up(folder: Path) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    os.environ["KRUISPUNT_VAR"] = str(folder)
    import django  # noqa: PLC0415  (the settings come first)

    django.setup()
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    settings.DATABASES["default"]["NAME"] = str(folder / "lists.sqlite3")
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0)


def measured(browser: "Client", address: Address, times: int) -> dict[str, Any]:
    """Ask a page twice to see what it asks the database, and then again and again."""
    page = address()
    begun = perf_counter()
    first_queries = queries_of(browser, page)
    first = perf_counter() - begun
    queries = queries_of(browser, page)
    waited, worked = [], []
    for _ in range(times):
        where = address()
        begun, at_work = perf_counter(), process_time()
        browser.get(where)
        waited.append((perf_counter() - begun) * 1000)
        worked.append((process_time() - at_work) * 1000)
    return {
        "first_queries": first_queries,
        "queries": queries,
        "first_ms": round(first * 1000, 1),
        "p95_ms": round(quantiles(waited, n=20)[-1], 1),
        "p95_cpu_ms": round(quantiles(worked, n=20)[-1], 1),
    }


def queries_of(browser: "Client", page: str) -> int:
    """How many questions one page asks the database."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(page)
    if answer.status_code != 200:
        raise SystemExit(f"{page} answers {answer.status_code}")
    return len(asked)


class Town:
    """One municipality with many questions and many more volunteers, written straight as rows."""

    def __init__(self, questions: int, volunteers: int) -> None:
        from django.utils import timezone  # noqa: PLC0415

        from kruispunt.base.models import Municipality  # noqa: PLC0415
        from tests.cast import enter  # noqa: PLC0415

        self.throw = Random(questions)  # noqa: S311  (a town, not a secret)
        self.side = SIDE_METRES.get(volunteers, 170_000)
        self.now = timezone.localtime()
        self.municipality = Municipality.objects.create(name=f"Stad van {volunteers}")
        self.wim = enter(f"Wim{volunteers}", self.municipality, "worker")
        self._volunteers(volunteers)
        searching = self._questions(questions)
        # No dossier is opened by two pages: each page sees some for the first time.
        self.opened, self.searched = searching[::2], [*searching[1::2], self._next_door()]
        nobody = range(max(questions // 1000, 1))
        self.too_hard = [self._next_door(kind=NOBODY_DOES) for _ in nobody]

    def pages(self) -> Iterator[tuple[str, "Client", Address]]:
        """Each page, with the browser of who works there; addresses may differ per visit."""
        from tests.cast import enter  # noqa: PLC0415

        ask = self.throw.choice
        wim = self.wim.browser()
        for page, address in {
            "Mijn werk": "/werk/",
            "inbox": "/startpunt/",
            "my questions": "/startpunt/?toon=mijn",
            "under way": "/startpunt/?toon=zoekt&blad=3",
            "volunteers": "/startpunt/vrijwilligers/",
        }.items():
            yield page, wim, lambda address=address: address
        candidates = "/startpunt/vraag/{}/candidates/".format
        yield "dossier", wim, lambda: f"/startpunt/vraag/{ask(self.opened)}/"
        yield "candidates", wim, lambda: candidates(self._one_that_fits())
        yield "candidates, nobody fits", wim, lambda: candidates(ask(self.too_hard))
        for role, name, addresses in (
            ("coordinator", "Marijke", ("/werk/", "/startpunt/ronde/", "/cijfers/tekort/")),
            ("process_manager", "Petra", ("/werk/", "/procesmanager/", "/procesmanager/te-lang/",
                                          "/procesmanager/wachten/")),
            ("policy", "Henk", ("/cijfers/", "/cijfers/doelen/", "/cijfers/doorlooptijd/",
                                "/cijfers/vooruit/")),
        ):  # fmt: skip
            browser = enter(f"{name}{self.side}", self.municipality, role).browser()
            for address in addresses:
                yield f"{role} {address}", browser, lambda address=address: address

    def _one_that_fits(self) -> int:
        from kruispunt.matching import queries  # noqa: PLC0415

        # On the day of the pages: between two days the scales look who grew older.
        wim = replace(self.wim.actor, at=self.now)
        while True:
            one = self.throw.choice(self.searched)
            if queries.desk(wim, one).passing:
                return one

    def _persons(self, number: int) -> list[int]:
        from kruispunt.people.models import Person  # noqa: PLC0415

        made: list[int] = []
        for some in batched(range(number), BATCH):
            rows = [
                Person(
                    municipality=self.municipality,
                    given_name=f"Bewoner {each}",
                    surname=f"van {each % 977}",
                    birth_year=1930 + each % 75,
                    gender="vm"[each % 2],
                    languages=["nl"],
                    x=100_000 + self.throw.random() * self.side,
                    y=400_000 + self.throw.random() * self.side,
                )
                for each in some
            ]
            made += [one.pk for one in Person.objects.bulk_create(rows)]
        return made

    def _volunteers(self, number: int) -> None:
        from kruispunt.offers.models import Volunteering  # noqa: PLC0415

        for persons in batched(self._persons(number), BATCH):
            Volunteering.objects.bulk_create(
                Volunteering(
                    municipality=self.municipality,
                    person_id=person,
                    kinds=self.throw.sample(KINDS, 2),
                    slots=self.throw.sample(SLOTS, 3),
                    hours=self.throw.randint(1, 6),
                    max_km=self.throw.randint(2, 15),
                    trainings=["basis"] if self.throw.random() < 0.7 else [],
                    vog="in_order",
                    vog_until=self.now.date() + timedelta(days=400),
                    state="available",
                    state_since=self.now,
                    applied_at=self.now,
                    due_on=self.now.date() + timedelta(days=self.throw.randint(-5, 30)),
                )
                for person in persons
            )

    def _questions(self, number: int) -> list[int]:
        from kruispunt.questions.models import Question  # noqa: PLC0415

        searching: list[int] = []
        for persons in batched(self._persons(number), BATCH):
            rows = [self._question(person, at) for at, person in enumerate(persons)]
            made = Question.objects.bulk_create(rows)
            searching += [one.pk for one in made if one.state == "searching"]
        return searching

    def _next_door(self, kind: str = "") -> int:
        """A question beside somebody who can do it, but for its kind when that is another."""
        from kruispunt.offers.models import Volunteering  # noqa: PLC0415
        from kruispunt.people.models import Person  # noqa: PLC0415

        given = Volunteering.objects.filter(municipality=self.municipality).order_by("pk")
        able = next(one for one in given.select_related("person").iterator() if one.trainings)
        [asker] = self._persons(1)
        Person.objects.filter(pk=asker).update(x=able.person.x, y=able.person.y)
        one = self._question(asker, SEARCHING)
        one.kind, one.slots = kind or able.kinds[0], able.slots
        one.save()
        return int(one.pk)

    def _question(self, person: int, at: int) -> "Question":
        from kruispunt.questions.models import Question  # noqa: PLC0415

        return Question(
            municipality=self.municipality,
            asked_by_id=person,
            words="Ik wil graag weer eens naar buiten",
            kind=self.throw.choice(KINDS),
            intensity=("licht", "intensief")[at % 2],
            self_reliance=2,
            slots=self.throw.sample(SLOTS, 3),
            hours=1,
            state=STATES[at % 4],
            state_since=self.now,
            opened_at=self.now - timedelta(days=at % 90),
            due_on=self.now.date() + timedelta(days=self.throw.randint(-9, 20)),
            triaged_at=self.now,
        )


if __name__ == "__main__":
    main()
