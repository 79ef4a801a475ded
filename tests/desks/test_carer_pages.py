"""The pages around a carer: seen with a yes, a talk, a questionnaire, a plan (SM-13)."""

from kruispunt.arrangements import actions
from kruispunt.arrangements.models import CarerCase
from tests.arrangements.test_carers import TOLD, YES

SEEN = {"given_name": "Joop", "phone": "06 1", "source": "gp", "yes_on": "2026-11-02"}


def test_from_in_sight_to_a_plan_through_the_pages(wim):
    desk = wim.browser()
    without = {**SEEN, "yes_on": ""}
    assert desk.post("/startpunt/mantelzorgers/nieuw/", without).status_code == 422
    desk.post("/startpunt/mantelzorgers/nieuw/", SEEN)
    case = CarerCase.objects.get()
    one = f"/startpunt/mantelzorger/{case.pk}/"
    desk.post(f"{one}talk_with_carer/", {"tasks": ["household"], "wishes": ["own_time"]})
    assert "Volhoudtijd" in desk.get(one).content.decode()
    said = {"agreed": "on", "answer_1": "1 tot 6 maanden"}
    assert desk.post(f"{one}vragen/volhoudtijd/", {**said, "agreed": ""}).status_code == 422
    desk.post(f"{one}vragen/volhoudtijd/", said)
    assert "1 tot 6 maanden" in desk.get(one).content.decode()
    desk.post(f"{one}plan_relief/", {"plan": "Een middag vrij", "takes_over": "Noor"})
    case.refresh_from_db()
    assert (case.state, case.plan) == ("planned", "Een middag vrij")


def test_an_instrument_without_permission_has_no_page(wim, joop):
    seen = actions.Seen(source="self", yes_on=YES)
    case = actions.see_carer(wim.actor, joop.person.pk, seen=seen)
    actions.talk_with_carer(wim.actor, case.pk, told=TOLD)
    one = f"/startpunt/mantelzorger/{case.pk}/vragen/csi/"
    assert wim.browser().get(one).status_code == 404


def test_the_carer_reads_the_plan_and_no_outcome(wim, joop):
    seen = actions.Seen(source="self", yes_on=YES)
    case = actions.see_carer(wim.actor, joop.person.pk, seen=seen)
    actions.talk_with_carer(wim.actor, case.pk, told=TOLD)
    said = actions.Answered(instrument="volhoudtijd", answers=("1 tot 6 maanden",), agreed=True)
    actions.measure_carer(wim.actor, case.pk, said=said)
    actions.plan_relief(wim.actor, case.pk, plan="Een middag vrij")
    page = joop.browser().get("/mijn/").content.decode()
    assert "Een middag vrij" in page
    assert "1 tot 6 maanden" not in page


def test_nobody_else_finds_the_page(wim, joop, els, noor, zed):
    seen = actions.Seen(source="self", yes_on=YES)
    case = actions.see_carer(wim.actor, joop.person.pk, seen=seen)
    for who in (els, noor, zed):
        assert who.browser().get(f"/startpunt/mantelzorger/{case.pk}/").status_code == 404
    assert joop.browser().get(f"/startpunt/mantelzorger/{case.pk}/").status_code == 404
    assert noor.browser().get("/startpunt/mantelzorgers/").status_code == 404
