"""Addresses of the process manager."""

from django.urls import path

from kruispunt.desks.process import emergency, late, learning, manners, meetings, views

app_name = "process"
urlpatterns = [
    path("", views.home, name="home"),
    path("noodinzage/<int:question_id>/", emergency.emergency, name="emergency"),
    path("te-lang/", late.late, name="late"),
    path("wachten/", views.waiting, name="waiting"),
    path("knelpunten/", learning.bottlenecks, name="bottlenecks"),
    path("knelpunten/<int:bottleneck_id>/", learning.bottleneck, name="bottleneck"),
    path("knelpunten/<int:bottleneck_id>/<slug:verb>/", learning.bottleneck, name="improve"),
    path("diensten/", learning.developments, name="developments"),
    path("diensten/<int:development_id>/", learning.development, name="development"),
    path("diensten/<int:development_id>/<slug:verb>/", learning.development, name="develop"),
    path("partners/", learning.register, name="partners"),
    path("partners/<int:organisation_id>/", learning.partner, name="partner"),
    path("partners/<int:organisation_id>/gesprekken/", meetings.meetings, name="meetings"),
    path(
        "partners/<int:organisation_id>/gesprekken/<int:table_id>/",
        meetings.promise,
        name="note_promise",
    ),
    path(
        "partners/<int:organisation_id>/afspraak/<int:promise_id>/",
        meetings.settle,
        name="settle_promise",
    ),
    path("partners/<int:organisation_id>/<slug:verb>/", learning.partner, name="agree"),
    path(
        "partners/<int:organisation_id>/opdracht/<int:mandate_id>/",
        learning.mandate,
        name="mandate",
    ),
    path("termijnen/", manners.lengths, name="lengths"),
    path("termijnen/<str:name>/", manners.length, name="length"),
    path("<int:escalation_id>/", views.escalation, name="escalation"),
    path("<int:escalation_id>/<slug:verb>/", views.escalation, name="verb"),
]
