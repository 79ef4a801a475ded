"""Addresses of the volunteer."""

from django.urls import path

from kruispunt.desks.volunteer import (
    advice,
    courses,
    guiding,
    handing_over,
    intervision,
    odd_jobs,
    views,
)

app_name = "volunteer"
urlpatterns = [
    path("", views.home, name="home"),
    path("uitnodiging/<int:invitation_id>/", views.invitation, name="invitation"),
    path("koppeling/<int:match_id>/", advice.match, name="match"),
    path("koppeling/<int:match_id>/raad/", advice.ask_advice, name="ask_advice"),
    path("klus/<int:job_id>/", odd_jobs.odd_job, name="odd_job"),
    path("klus/<int:job_id>/<slug:verb>/", odd_jobs.odd_job, name="odd_job_verb"),
    path("trainingen/", courses.courses, name="courses"),
    *(
        path(f"trainingen/<int:row_id>/{verb}/", courses.one_button(act), name=verb)
        for verb, act in courses.ACTS.items()
    ),
    path("werkcoach/", handing_over.handover, name="handover"),
    path(
        "werkcoach/<int:handover_id>/terug/",
        handing_over.take_back_handover,
        name="take_back_handover",
    ),
    path("intervisie/", intervision.intervision, name="intervision"),
    path("intervisie/<int:attendance_id>/ja/", intervision.say_coming, name="say_coming"),
    path("intervisie/<int:attendance_id>/nee/", intervision.say_not_coming, name="say_not_coming"),
    path("intervisie/groep/<int:member_id>/stop/", intervision.stop, name="stop_intervision"),
    path("meedenken/", guiding.guiding, name="guiding"),
    path("meedenken/<int:contact_id>/", guiding.beside, name="beside"),
    path("meedenken/<int:contact_id>/<slug:verb>/", guiding.beside, name="beside_verb"),
]
