"""Addresses in letters to organisations: answering without an account."""

from django.urls import path

from kruispunt.desks.partner import views

app_name = "letters"
urlpatterns = [
    path("verwijzing/<str:word>/", views.letter, name="referral"),
    path("verwijzing/<str:word>/<slug:verb>/", views.letter, name="referral_verb"),
    path("meedenken/<str:word>/", views.party, name="party"),
]
