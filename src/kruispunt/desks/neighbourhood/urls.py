"""Addresses of the neighbourhood team."""

from django.urls import path

from kruispunt.desks.neighbourhood import views

app_name = "neighbourhood"
urlpatterns = [
    path("", views.home, name="home"),
    path("<int:liveability_id>/", views.one, name="one"),
    path("<int:liveability_id>/<slug:verb>/", views.one, name="verb"),
]
