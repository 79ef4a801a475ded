"""Addresses of my work."""

from django.urls import path

from kruispunt.desks.work import days, handing_on, knowing, rhythm, unsent, views

app_name = "work"
urlpatterns = [
    path("", views.home, name="home"),
    path("afspraak/<int:match_id>/", rhythm.rhythm, name="rhythm"),
    path("afspraak/<int:match_id>/agenda.ics", rhythm.rhythm_file, name="rhythm_file"),
    path("afspraak/<int:match_id>/stop/", rhythm.stop_rhythm, name="stop_rhythm"),
    path("afspraak/<int:match_id>/<str:day>/", rhythm.other_day, name="other_day"),
    path("afspraak/<int:match_id>/<str:day>/toch/", rhythm.go_after_all, name="go_after_all"),
    path("samen/<int:activity_id>/", days.days, name="days"),
    path("samen/<int:activity_id>/agenda.ics", days.days_file, name="days_file"),
    path("samen/<int:activity_id>/stop/", days.stop_days, name="stop_days"),
    path("samen/<int:activity_id>/<str:day>/", days.one_day, name="one_day"),
    path("samen/<int:activity_id>/<str:day>/toch/", days.hold_day, name="hold_day"),
    path("bezig/bewaar/", unsent.keep, name="keep_unsent"),
    path("bezig/weg/", unsent.drop_all, name="drop_all_unsent"),
    path("bezig/<int:unsent_id>/weg/", unsent.drop, name="drop_unsent"),
    path("kennis/", knowing.knowledge, name="knowledge"),
    path("overdragen/", handing_on.leaving, name="leaving"),
    path("overdragen/<int:seat_id>/", handing_on.hand_on, name="hand_on"),
    *(
        path(f"{where}/<int:row_id>/", views.answer, {"where": where}, name=where)
        for where in views.ANSWERS
    ),
]
