"""Addresses that anyone may open."""

from django.urls import path

from kruispunt.desks.public.views import (
    accounts,
    asking,
    footing,
    guides,
    how_it_goes,
    intervision,
    kept,
    letters,
    odd_jobs,
    partners,
    profiles,
    reaching,
    signals,
    texts,
    wellbeing,
)
from kruispunt.desks.public.views import map as neighbourhood

app_name = "public"
urlpatterns = [
    path("", texts.home, name="home"),
    path("bureau/", texts.desk, name="desk"),
    path("hulp-vragen/", asking.ask, name="ask"),
    path("hulp-vragen/dank-u/", texts.asked, name="asked"),
    path("meedoen/", asking.give, name="give"),
    path("meedoen/dank-u/", texts.given, name="given"),
    path("klus-vragen/", odd_jobs.ask_odd_job, name="ask_odd_job"),
    path("klus/<str:word>/", odd_jobs.how_was_it, name="how_was_it"),
    path("kaart/", neighbourhood.page, name="map"),
    path("kaart/vormen.json", neighbourhood.shapes, name="shapes"),
    path("uitnodiging/<str:word>/", letters.invitation, name="invitation"),
    path("voorstel/<str:word>/", letters.proposal, name="proposal"),
    path("verwijzing/<str:word>/", partners.referral, name="referral"),
    path("doorgeven/<str:word>/", signals.pass_on, name="pass_on"),
    path("huisarts/<str:word>/", signals.practice, name="practice"),
    path("meedenken/<str:word>/", partners.party, name="party"),
    path("hoe-gaat-het/<str:word>/", how_it_goes.check_in, name="check_in"),
    path("drie-vragen/<str:word>/", footing.footing, name="footing"),
    path("en-met-u/<str:word>/", wellbeing.wellbeing, name="wellbeing"),
    path("klopt-dit-nog/<str:word>/", profiles.profile, name="profile"),
    path("uw-account/<str:word>/", accounts.account, name="account"),
    path("intervisie/<str:word>/", intervision.coming, name="intervision"),
    path("advies/<str:word>/", how_it_goes.advice, name="advice"),
    path("bericht/<str:word>/", reaching.letter, name="letter"),
    path("bericht/<str:word>/hoe/", reaching.reach, name="reach"),
    path("hulp-of-meedenken/", guides.router, name="help_or_guide"),
    path("meedenkers/", guides.guides, name="guides"),
    path("meedenkers/<int:guide_id>/", guides.choose, name="choose_guide"),
    path("mijn-meedenker/<str:word>/", guides.my_guide, name="my_guide"),
    path("privacy/", texts.privacy, name="privacy"),
    path("wat-wij-bewaren/", kept.kept, name="kept"),
    path("toegankelijkheid/", texts.accessibility, name="accessibility"),
]
