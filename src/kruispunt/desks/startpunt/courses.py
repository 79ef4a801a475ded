"""Trainings at the registry: planned, opened, who was there, completed (SM-10)."""

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kruispunt.base.actor import Actor
from kruispunt.core.vocabulary import Training
from kruispunt.desks.ui.door import as_actor
from kruispunt.desks.ui.fields import day_field, let_choose
from kruispunt.desks.ui.posting import done, status
from kruispunt.desks.ui.verbs import Verb, attempt, possible, sources
from kruispunt.desks.ui.widgets import Choices
from kruispunt.offers import actions, permits
from kruispunt.offers.queries import training as queries
from kruispunt.offers.states import COURSE_MOVES, CoursePhase


class PlanForm(forms.Form):
    """What is given, when and for how many."""

    title = forms.CharField(label="Hoe heet de training?", max_length=120)
    module = forms.ChoiceField(
        label="Wat leert iemand?", required=False, choices=[("", "Anders"), *Training.choices()]
    )
    phase = forms.ChoiceField(
        label="Hoort het bij een fase?",
        required=False,
        choices=[("", "Geen"), *CoursePhase.choices],
    )
    on = day_field("Wanneer?")
    where = forms.CharField(label="Waar?", required=False, max_length=120)
    places = forms.IntegerField(label="Voor hoeveel mensen?", min_value=1, max_value=200)
    trainer_id = forms.TypedChoiceField(
        label="Wie geeft de training?", required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args: Any, trainers: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, trainer_id=[("", "Dat weet ik nog niet"), *trainers])


class PresentForm(forms.Form):
    """Who was there."""

    present = forms.TypedMultipleChoiceField(
        label="Wie was er?", coerce=int, required=False, widget=Choices
    )


VERBS = (
    Verb(
        "open_course",
        "Zet de training open",
        "Vrijwilligers zien haar dan op hun eigen pagina.",
        "Zet open",
        may=permits.PLAN_COURSE,
        states=sources(COURSE_MOVES, "open_course"),
        act=lambda actor, pk, _: actions.open_course(actor, pk),
    ),
    Verb(
        "give_course",
        "Is de training gegeven?",
        "Vink aan wie er was.",
        "Leg vast wie er was",
        may=permits.NOTE_ATTENDANCE,
        states=sources(COURSE_MOVES, "give_course"),
        act=lambda actor, pk, said: actions.give_course(actor, pk, present=tuple(said["present"])),
        form=PresentForm,
    ),
    Verb(
        "complete_course",
        "Rond de training af",
        "Wie er was, heeft haar gehaald. Dat telt mee als we iemand zoeken.",
        "Rond af",
        may=permits.GIVE_COURSE,
        states=sources(COURSE_MOVES, "complete_course"),
        act=lambda actor, pk, _: actions.complete_course(actor, pk),
    ),
)


@require_http_methods(["GET", "POST"])
@as_actor
def courses(request: HttpRequest, actor: Actor) -> HttpResponse:
    plans = permits.PLAN_COURSE.every_row(actor)
    form = PlanForm(request.POST or None, trainers=queries.trainers(actor))

    def plan() -> None:
        actions.plan_course(actor, plan=actions.CoursePlan(**form.cleaned_data))

    if done(request, form, plan):
        return redirect("startpunt:courses")
    context = {"courses": queries.courses_to_run(actor)[:100], "form": form, "plans": plans}
    return render(request, "startpunt/courses.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
@as_actor
def course(request: HttpRequest, actor: Actor, course_id: int, verb: str = "") -> HttpResponse:
    found = queries.course(actor, course_id)
    there = list(queries.participants(actor, course_id))
    fill = partial(let_choose, present=[(one.pk, one.person.name) for one in there])
    tried = attempt(request, actor, course_id, verb, among=VERBS, fill=fill)
    if tried.done:
        return redirect("startpunt:course", course_id)
    steps = tried.steps(
        possible(VERBS, actor, found), "startpunt:course_verb", course_id, fill=fill
    )
    context = {"course": found, "participants": there, "steps": steps}
    return render(request, "startpunt/course.html", context, status=tried.status)
