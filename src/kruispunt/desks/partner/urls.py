"""Addresses of an organisation's contact person."""

from django.urls import path

from kruispunt.desks.partner import guides, knowledge, trajectories, views

TRAJECTORY = "traject/<int:trajectory_id>/"

app_name = "partner"
urlpatterns = [
    path("", views.home, name="home"),
    path("vraag/<int:referral_id>/", views.referral, name="referral"),
    path("vraag/<int:referral_id>/<slug:verb>/", views.referral, name="referral_verb"),
    path("besluit/<int:escalation_id>/carry_out/", views.carry_out, name="carry_out"),
    path("kennis/", knowledge.knowledge, name="knowledge"),
    path("kennis/<int:knowledge_id>/", knowledge.change, name="change_knowledge"),
    path("kennis/<int:knowledge_id>/<slug:verb>/", knowledge.act, name="keep_knowledge"),
    path("meedenkers/", guides.guides, name="guides"),
    path("meedenkers/<int:guide_id>/", guides.describe, name="describe_guide"),
    *(
        path(f"meedenkers/<int:guide_id>/{verb}/", guides.one_button(act), name=verb)
        for verb, act in guides.ACTS.items()
    ),
    path("trajecten/", trajectories.trajectories, name="trajectories"),
    path(TRAJECTORY, trajectories.trajectory, name="trajectory"),
    path(f"{TRAJECTORY}<slug:verb>/", trajectories.trajectory, name="trajectory_verb"),
    *(
        path(f"{TRAJECTORY}uren/<int:row_id>/{verb}/", trajectories.one_button(act), name=verb)
        for verb, act in trajectories.BOOKINGS.items()
    ),
    *(
        path(f"{TRAJECTORY}stap/<int:row_id>/{verb}/", trajectories.one_button(act), name=verb)
        for verb, act in trajectories.STEPS.items()
    ),
    *(
        path(f"{sort}/<int:entry_id>/assure/", views.assure, {"sort": sort}, name=f"assure_{sort}")
        for sort in views.SORTS
    ),
]
