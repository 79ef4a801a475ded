"""Addresses of my work."""

from django.urls import path

from kruispunt.desks.work import unsent, views

app_name = "work"
urlpatterns = [
    path("", views.home, name="home"),
    path("bezig/bewaar/", unsent.keep, name="keep_unsent"),
    path("bezig/weg/", unsent.drop_all, name="drop_all_unsent"),
    path("bezig/<int:unsent_id>/weg/", unsent.drop, name="drop_unsent"),
    *(
        path(f"{where}/<int:row_id>/", views.answer, {"where": where}, name=where)
        for where in views.ANSWERS
    ),
]
