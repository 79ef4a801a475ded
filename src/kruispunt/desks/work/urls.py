"""Addresses of my work."""

from django.urls import path

from kruispunt.desks.work import views

app_name = "work"
urlpatterns = [
    path("", views.home, name="home"),
    *(
        path(f"{where}/<int:row_id>/", views.answer, {"where": where}, name=where)
        for where in views.ANSWERS
    ),
]
