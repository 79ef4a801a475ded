"""Addresses of safety."""

from django.urls import path

from kruispunt.desks.safety import views

app_name = "safety"
urlpatterns = [
    path("zorgen/", views.worry, name="worry"),
    path("zorgen/dank-u/", views.thanks, name="thanks"),
    path("incident/", views.incident, name="incident"),
    path("incident/<int:incident_id>/", views.incident_paper, name="incident_paper"),
    path("", views.desk, name="home"),
    path("<int:concern_id>/", views.concern, name="concern"),
    path("<int:concern_id>/release/", views.release, name="release"),
    path("<int:concern_id>/<slug:verb>/", views.concern, name="verb"),
]
