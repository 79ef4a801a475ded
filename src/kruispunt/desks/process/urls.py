"""Addresses of the process manager."""

from django.urls import path

from kruispunt.desks.process import views

app_name = "process"
urlpatterns = [
    path("", views.home, name="home"),
    path("<int:escalation_id>/", views.escalation, name="escalation"),
    path("<int:escalation_id>/<slug:verb>/", views.escalation, name="verb"),
]
