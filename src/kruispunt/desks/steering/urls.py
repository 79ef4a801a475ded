"""Addresses of the numbers."""

from django.urls import path

from kruispunt.desks.steering import lead_times, recruiting, spared, targets, views

app_name = "steering"
urlpatterns = [
    path("", views.home, name="home"),
    path("doelen/", targets.course, name="course"),
    path("doorlooptijd/", lead_times.lead_times, name="lead_times"),
    path("vooruit/", targets.forecast, name="forecast"),
    path("werving/", recruiting.home, name="recruiting"),
    path("werving/campagne/", recruiting.begin, name="begin_campaign"),
    path("werving/huizen/", recruiting.count_homes, name="count_homes"),
    path("werving/<int:outing_id>/tel/", recruiting.count, name="count_outing"),
    path("voorkomen/", spared.example, name="spared"),
    path("tekort/", views.short, name="short"),
]
