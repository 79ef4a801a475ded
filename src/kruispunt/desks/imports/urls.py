"""Addresses of the lists that come in."""

from django.urls import path

from kruispunt.desks.imports import views

app_name = "imports"
urlpatterns = [
    path("", views.home, name="home"),
    path("<int:import_id>/", views.one, name="one"),
    path("<int:import_id>/kolommen/", views.map_columns, name="map"),
    path("<int:import_id>/fouten.csv", views.bad_rows, name="bad_rows"),
    *(
        path(f"<int:import_id>/{verb}/", views.do, {"verb": verb}, name=verb)
        for verb in views.VERBS
    ),
]
