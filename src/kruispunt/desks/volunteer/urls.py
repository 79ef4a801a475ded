"""Addresses of the volunteer."""

from django.urls import path

from kruispunt.desks.volunteer import views

app_name = "volunteer"
urlpatterns = [
    path("", views.home, name="home"),
    path("uitnodiging/<int:invitation_id>/", views.invitation, name="invitation"),
    path("koppeling/<int:match_id>/", views.match, name="match"),
]
