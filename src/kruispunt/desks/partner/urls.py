"""Addresses of an organisation's contact person."""

from django.urls import path

from kruispunt.desks.partner import views

app_name = "partner"
urlpatterns = [
    path("", views.home, name="home"),
    path("vraag/<int:referral_id>/", views.referral, name="referral"),
    path("vraag/<int:referral_id>/<slug:verb>/", views.referral, name="referral_verb"),
    *(
        path(f"{sort}/<int:entry_id>/assure/", views.assure, {"sort": sort}, name=f"assure_{sort}")
        for sort in views.SORTS
    ),
]
