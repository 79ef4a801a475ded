"""`kruispunt replay_town`: what another way to work would have meant here; no name leaves."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kruispunt.base.actor import Actor
from kruispunt.base.models import Municipality
from kruispunt.exchange.match_options import Options
from kruispunt.exchange.replay_options import ReplayOptions
from kruispunt.offers.queries.history import all_given
from kruispunt.questions.queries.history import all_asked


class Command(BaseCommand):
    """Play the questions of a municipality once more. Only whoever runs the server can ask this."""

    help = "Speelt de vragen van een gemeente nog eens na, zonder namen, onder vijf werkwijzen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("municipality", help="naam van de gemeente")
        parser.add_argument("--out", help="bladzijde om te lezen en te printen (HTML)")
        parser.add_argument("--json", action="store_true", help="de uitkomst als JSON")
        for name, words in (
            ("--warm-up", "dagen aan het begin om van te leren"),
            ("--answer", "dagen tot een voorstel vaststaat"),
            ("--towns", "gelote steden, voor de marge"),
        ):
            parser.add_argument(name, type=int, default=0, help=words)
        parser.add_argument("--patience", type=int, help="na zoveel dagen is een vraag ingetrokken")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *_: Any, **options: Any) -> None:
        # Loaded here: the scales are heavy, and every other command starts without them.
        from kruispunt.core.replay import compare, history_of, usual_policies  # noqa: PLC0415
        from kruispunt.core.weights import Weights  # noqa: PLC0415
        from kruispunt.exchange import replay_page  # noqa: PLC0415

        there = Municipality.objects.filter(name=options["municipality"]).first()
        if there is None:
            raise CommandError(f"Er is geen gemeente {options['municipality']}.")
        house = Actor.system(there.pk, timezone.now())
        asked = all_asked(house)
        history = history_of(
            [card for card, _ in asked],
            all_given(house),
            Weights(),
            areas=[area for _, area in asked],
        )
        seeds = range(options["seed"], options["seed"] + options["towns"])
        found = compare(
            history,
            lambda: usual_policies(answer_days=options["answer"]),
            seeds=list(seeds) or [None],
            warm_up=options["warm_up"],
            patience=options["patience"],
        )
        if options["out"]:
            page = replay_page.as_page(found, _as_asked(options, house.today))
            Path(options["out"]).write_text(page, encoding="utf-8")
        shown = replay_page.as_json if options["json"] else replay_page.as_table
        self.stdout.write(shown(found), ending="")


def _as_asked(options: dict[str, Any], today: date) -> ReplayOptions:
    return ReplayOptions(
        files=Options(
            questions="",
            volunteers="",
            outputs={},
            weights=None,
            previous=None,
            today=today,
            seed=options["seed"],
            prints_json=options["json"],
            skips_bad=False,
        ),
        warm_up=options["warm_up"],
        patience=options["patience"],
        answer_days=options["answer"],
        towns=options["towns"],
    )
