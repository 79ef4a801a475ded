"""What we aim at and how far we are, and what waits when it goes on like this."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.desks.steering.forms import AimForm
from kruispunt.desks.steering.tables import Table, cell, euro, percent
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.posting import done, status
from kruispunt.insights import actions
from kruispunt.insights.queries import ahead, answers, footing, over_time, targets


@require_http_methods(["GET", "POST"])
@as_actor
def course(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Targets and figures on one page; the process manager agrees on a number here."""
    form = AimForm(request.POST or None)
    if done(request, form, lambda: actions.aim(actor, **form.cleaned_data)):
        messages.success(request, "Bewaard. Dit streefgetal telt vanaf die dag.")
        return redirect("steering:course")
    now, came = targets.course(actor), answers.outcome(actor)
    context = {
        "today": actor.today,
        "weekly": _weekly(now),
        "money": _money(now.money),
        "guided": _guided(now),
        "sorts": _sorts(came),
        "again": _again(came),
        "stands": _stands(footing.changed(actor)),
        "ways": _ways("Hoe mensen binnenkwamen", "Weg", "Vragen", came.ways),
        "partners": _ways("Wie signalen bracht", "Organisatie", "Signalen", came.partners),
        "quarters": _quarters(over_time.over_time(actor)),
        "form": form if targets.may_aim(actor) else None,
    }
    return render(request, "steering/course.html", context, status=status(form))


@require_GET
@as_actor
def forecast(request: HttpRequest, actor: Actor) -> HttpResponse:
    found = ahead.forecast(actor)
    context = {
        "tables": [
            _expected("Naar zwaarte", found.by_class),
            _expected("Naar onderwerp", found.by_theme),
            _expected("Naar buurt", found.by_neighbourhood),
        ],
        "room": _ways("Plaats bij vrijwilligers", "Hoogstens", "Plekken vrij", found.room),
    }
    return render(request, "steering/forecast.html", context)


def _weekly(now: targets.Course) -> Table:
    heads = ("Eerst", "Doel", "Nu", "Extra")
    lines = [
        (one.name, (cell(one.baseline, "?"), cell(one.number, "?"), cell(one.actual),
                    cell(one.extra)))
        for one in now.weekly
    ]  # fmt: skip
    return Table("Nieuwe koppelingen per week", "Zwaarte", heads, lines)


def _guided(now: targets.Course) -> Table:
    heads = ("Koppelingen", "Minuten per koppeling", "Uren gepland", "Uren opgeschreven")
    lines = [
        (one.name, (cell(one.running), cell(one.minutes, "?"), cell(one.planned),
                    cell(one.noted)))
        for one in now.guided
    ]  # fmt: skip
    return Table("Begeleiding in zes weken", "Zwaarte", heads, lines)


def _money(now: targets.Money) -> list[dict[str, Any]]:
    return [
        {"label": "geld per jaar", "shown": euro(now.budget, "?")},
        {"label": "uren per week", "shown": cell(now.hours, "?")},
        {"label": "per uur", "shown": euro(now.an_hour)},
        {"label": "per koppeling die begon", "shown": euro(now.a_match)},
        {"label": "per koppeling van drie maanden of langer", "shown": euro(now.a_lasting_match)},
        {"label": "uren per koppeling die begon", "shown": cell(now.hours_a_match)},
        {"label": "uren opgeschreven in 13 weken", "shown": cell(now.noted)},
    ]


def _sorts(came: answers.Outcome) -> Table:
    heads = ("Antwoorden", "Deel", "Dagen (midden)")
    lines = [
        (one.name, (cell(one.answers), percent(one.share), cell(one.days))) for one in came.sorts
    ]
    return Table("Welke hulp het werd", "Soort", heads, lines)


def _again(came: answers.Outcome) -> list[dict[str, Any]]:
    return [
        {"label": "mensen van wie een vraag klaar was", "shown": cell(came.helped)},
        {"label": "vroegen binnen een jaar opnieuw iets", "shown": percent(came.again)},
        {"label": "kwamen daarvoor bij de gemeente", "shown": percent(came.at_the_municipality)},
    ]


def _stands(found: tuple[footing.Changed, ...]) -> Table:
    heads = ("Meer dan eerst", "Gelijk", "Minder dan eerst")
    lines = [(one.name, (cell(one.more), cell(one.same), cell(one.less))) for one in found]
    return Table("Regie en mensen om zich heen", "Vraag", heads, lines)


def _ways(title: str, first: str, head: str, found: tuple[tuple[str, int | None], ...]) -> Table:
    return Table(title, first, (head,), [(name, (cell(count),)) for name, count in found])


def _quarters(found: tuple[over_time.Quarter, ...]) -> list[Table]:
    """Three tables of the same quarters: how good, how fast, and how much room."""
    good = ("Contact, inwoner", "Contact, vrijwilliger", "Drie maanden of langer")
    fast = ("Dagen tot kennismaking", "Uren per koppeling")
    room = ("Begonnen", "Lopen aan het eind", "Nieuwe vrijwilligers")
    return [
        Table("Kwaliteit", "Kwartaal", good, [
            (one.name, (cell(one.contact_resident), cell(one.contact_volunteer),
                        percent(one.lasting)))
            for one in found
        ]),
        Table("Snelheid", "Kwartaal", fast, [
            (one.name, (cell(one.days_to_meet), cell(one.hours_a_match))) for one in found
        ]),
        Table("Ruimte", "Kwartaal", room, [
            (one.name, (cell(one.begun), cell(one.running), cell(one.volunteers)))
            for one in found
        ]),
    ]  # fmt: skip


def _expected(title: str, found: tuple[ahead.Expected, ...]) -> Table:
    heads = ("Wacht nu", "Kwam erbij", "Kreeg antwoord", "Over 12 weken")
    lines = [
        (one.name, (cell(one.waiting), cell(one.came), cell(one.went), _then(one))) for one in found
    ]
    return Table(title, title, heads, lines)


def _then(one: ahead.Expected) -> str:
    return f"{one.then.low} tot {one.then.high}" if one.then else "-"
