"""Addresses of the process manager."""

from django.urls import path

from kruispunt.desks.process import emergency, views

app_name = "process"
urlpatterns = [
    path("", views.home, name="home"),
    path("noodinzage/<int:question_id>/", emergency.emergency, name="emergency"),
    path("<int:escalation_id>/", views.escalation, name="escalation"),
    path("<int:escalation_id>/<slug:verb>/", views.escalation, name="verb"),
]
