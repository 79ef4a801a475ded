"""Addresses of the resident."""

from django.urls import path

from kruispunt.desks.resident import own_data, teams, views

app_name = "resident"
urlpatterns = [
    path("", views.home, name="home"),
    path("team/<int:trajectory_id>/", teams.team, name="team"),
    *(
        path(f"team/<int:trajectory_id>/{verb}/", teams.one_button(act), name=verb)
        for verb, act in teams.VERBS.items()
    ),
    path("opname/<int:recording_id>/", views.listen, name="listen"),
    path("gegevens/", own_data.data, name="data"),
    path("gegevens/bereiken/", own_data.reach, name="reach"),
    path("gegevens/download/", own_data.download, name="download"),
    path("huis/<int:housemate_id>/<slug:verb>/", own_data.housemate, name="housemate"),
    path("toestemmingen/", own_data.consents, name="consents"),
    path("toestemmingen/<int:consent_id>/answer/", own_data.answer, name="answer_consent"),
    path("toestemmingen/<int:consent_id>/withdraw/", own_data.withdraw, name="withdraw_consent"),
]
