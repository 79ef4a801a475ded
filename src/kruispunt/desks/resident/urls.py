"""Addresses of the resident."""

from django.urls import path

from kruispunt.desks.resident import teams, views

app_name = "resident"
urlpatterns = [
    path("", views.home, name="home"),
    path("team/<int:trajectory_id>/", teams.team, name="team"),
    *(
        path(f"team/<int:trajectory_id>/{verb}/", teams.one_button(act), name=verb)
        for verb, act in teams.VERBS.items()
    ),
]
