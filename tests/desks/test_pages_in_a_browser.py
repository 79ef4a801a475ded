"""Every page in a real browser: nothing axe complains of, keyboard first, no JavaScript needed."""

import json
from datetime import time

import pytest

from kruispunt.arrangements import actions as arrangements
from kruispunt.arrangements import queries as answers
from kruispunt.arrangements.actions import group_days, intervision
from kruispunt.arrangements.actions import odd_jobs as jobs
from kruispunt.arrangements.queries import intervision as learning
from kruispunt.arrangements.queries import odd_jobs
from kruispunt.arrivals import actions as arrivals
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.base.models import Letter
from kruispunt.core.rhythm import Every, Rhythm
from kruispunt.matching import actions as matching
from kruispunt.matching import queries as invitations
from kruispunt.offers import actions as offers
from kruispunt.offers.models import Volunteering
from kruispunt.people import actions as people
from kruispunt.people.actions.handing_over import hand_over
from kruispunt.people.models import Person
from kruispunt.questions import actions as questions
from tests import story
from tests.arrangements import lamps, teams
from tests.browser import DESKTOP, PHONE, complaints, laid_out_wrong, too_small, visit
from tests.cast import Player, enter

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SQUARE = [[126000, 427000], [127000, 427000], [127000, 428000], [126000, 428000], [126000, 427000]]


@pytest.fixture
def town(merwedam, fatma, joop, noor, wim, els, bilal, petra, ank):
    """A small neighbourhood in which every page has something to show."""
    merwedam.phone, merwedam.walk_in_hours = "0183 555 000", "maandag tot vrijdag, 9 tot 12 uur"
    merwedam.save()
    tekla = enter("Tekla", merwedam, "technician")
    outline = json.dumps({"type": "Polygon", "coordinates": [SQUARE]})
    star = people.draw_neighbourhood(tekla.actor, code="BU01", name="Sterrenbuurt", outline=outline)
    rang_at_doors(els, bilal, star)
    welfare = people.register_organisation(wim.actor, name="Welzijn", kind="welfare")
    listing = offers.Listing(
        name="Samen eten", organisation_id=welfare.pk, kinds=("EETCLUB",),
        neighbourhood_id=star.pk, x=126500.0, y=427400.0, price="€ 4,50",
    )  # fmt: skip
    club = offers.list_activity(wim.actor, listing=listing, rhythm="elke dinsdag")
    tuesday = Rhythm(first_on=wim.actor.today, every=Every.WEEK, at=time(17), until=time(19))
    group_days.set_days(wim.actor, club.pk, rhythm=tuesday)

    fresh = story.asked(fatma, "Mijn telefoon doet niets meer")
    clarified = story.asked(fatma, "Ik wil weer naar de markt")
    questions.contact(wim.actor, clarified.pk)
    questions.clarify(wim.actor, clarified.pk, found=story.WALKING)
    match = story.introduced(fatma, noor, wim=wim, els=els)
    second = story.searched(fatma, wim)
    asked = matching.invite(
        els.actor,
        second.pk,
        volunteering_ids=(match.volunteering_id,),
        words="Samen naar de markt",
    )
    organisations = asked_of_organisations(wim=wim, ank=ank, petra=petra, joop=joop)
    signal = questions.notice(bilal.actor, noticed=questions.Noticed(words="Tassen op de galerij"))
    questions.hand_in(bilal.actor, signal.pk)
    questions.notice(bilal.actor, noticed=questions.Noticed(words="Een buurman repareert fietsen"))
    table = teams.set_table(merwedam, wim)
    return {
        "table": table,
        "club": club.pk,
        **chose_a_guide(merwedam, joop),
        **meets_others(noor, els, match),
        "carer": sees_a_carer(wim, joop),
        "trajectory": teams.started(fatma, wim, table).pk,
        "fresh": fresh.pk,
        "clarified": clarified.pk,
        "searching": second.pk,
        "match": match.pk,
        "given": match.volunteering_id,
        "invitation": invitations.link(asked[0]),
        "asked": asked[0].pk,
        "volunteer": noor.person.pk,
        "message": message(noor),
        "list": brought_a_list(wim),
        **organisations,
        "house": lives_with(wim=wim, fatma=fatma, joop=joop),
        **has_odd_jobs(wim=wim, joop=joop, given=match.volunteering),
    }


def rang_at_doors(els, bilal, area):
    """Bilal called at ten doors, and at three of them there was something."""
    people.count_homes(els.actor, area.pk, homes=400, homes_source="CBS 2025")
    for door in range(10):
        by_topic = (("food", "De tassen zijn zwaar"),) if door < 3 else ()
        heard = questions.Heard(place="Orionstraat", neighbourhood_id=area.pk, by_topic=by_topic)
        questions.bring_visit(bilal.actor, heard=heard)


def message(noor):
    """The word under which Noor reads her last letter."""
    return post.word(Letter.objects.filter(to_person_id=noor.person.pk).latest("pk"))


def meets_others(noor, els, match):
    """Noor learns with other volunteers, and knows what she wants to talk about."""
    group = intervision.start_group(els.actor, name="Kring", facilitator_id=els.person.pk)
    intervision.join_group(els.actor, group.pk, volunteering_id=match.volunteering_id)
    plan = intervision.MeetingPlan(on=els.later(days=900).today, owner_id=noor.person.pk)
    meeting = intervision.plan_meeting(els.actor, group.pk, plan=plan)
    invited = learning.mine(noor.actor).get()
    return {
        "group": group.pk,
        "meeting": meeting.pk,
        "invited": invited.pk,
        "evening": learning.attendance_link(invited),
    }


def lives_with(*, wim, fatma, joop):
    """Fatma is seen with her house; Joop was named and must be asked himself."""
    house = people.open_household(wim.actor, fatma.person.pk, why="Twee vragen uit één huis.")
    people.name_housemate(wim.actor, house.pk, person_id=joop.person.pk, said_by_id=fatma.person.pk)
    return house.pk


def has_odd_jobs(*, wim, joop, given):
    """A lamp that must be tested, and a shelf for which somebody came."""
    type(given).objects.filter(pk=given.pk).update(kinds=["WANDELEN", "KLUS_HUIS"], slots=[])
    lamp, shelf = (
        jobs.request_odd_job(wim.actor, story.asked(joop, words).pk, words=words, kind="KLUS_HUIS")
        for words in ("De lamp is stuk", "Een plank ophangen")
    )
    jobs.judge_odd_job(wim.actor, shelf.pk, answers=lamps.LAMP, self_reliance=2)
    jobs.plan_odd_job(wim.actor, shelf.pk, visit=lamps.visit(given))
    return {"lamp": lamp.pk, "shelf": shelf.pk, "shelf_word": odd_jobs.odd_job_link(shelf)}


def brought_a_list(wim):
    """Wim brought a list of questions, and must say which column is what."""
    text = "Voornaam;Telefoon;Vraag\nAd;0183555012;Ik wil weer wandelen\n"
    file = arrivals.FileBrought("vragen.csv", text.encode())
    found = arrivals.bring(wim.actor, kind="questions", file=file)
    house = Actor.system(found.municipality_id, wim.actor.at)
    columns = text.splitlines()[0].split(";")
    arrivals.keep_turn(house, found.pk, number=1, cells=[[2, text.splitlines()[1].split(";")]])
    arrivals.read(house, found.pk, columns=columns, rows=1, left_out=[])
    return found.pk


def sees_a_carer(wim, joop):
    """Joop cares for Fatma, and somebody talked with him."""
    seen = arrangements.Seen(source="gp", yes_on=wim.actor.today)
    case = arrangements.see_carer(wim.actor, joop.person.pk, seen=seen)
    told = arrangements.CarerTold(tasks=("household",), wishes=("own_time",), hours_a_week=20)
    return arrangements.talk_with_carer(wim.actor, case.pk, told=told).pk


def chose_a_guide(merwedam, joop):
    """Joop chose Hanna, and they keep a sheet together."""
    gerda = enter("Gerda", merwedam, "guide_coordinator")
    hanna = enter("Hanna", merwedam, "guide")
    wish = offers.GuideProfile(fields=("zorg",), description="Ik luister graag")
    guide = offers.apply_as_guide(gerda.actor, person_id=hanna.person.pk, profile=wish)
    offers.show_guide(gerda.actor, guide.pk)
    chosen = arrangements.ask_and_choose(joop.actor, guide.pk, words="Wie helpt mij?")
    arrangements.write_guide_note(joop.actor, chosen.pk, words="Ik wil rust", sort="question")
    return {
        "gerda": gerda,
        "hanna": hanna,
        "guide": guide.pk,
        "beside": chosen.pk,
        "sheet": answers.guide_link(chosen),
    }


def asked_of_organisations(*, wim, ank, petra, joop):
    """A question for a clinic, and one that got stuck."""
    clinic = people.register_organisation(
        wim.actor, name="De Merwehof", kind="care", contact_id=ank.person.pk
    )
    third = story.asked(joop, "Mijn knie wil niet meer")
    questions.contact(wim.actor, third.pk)
    questions.clarify(wim.actor, third.pk, found=story.WALKING)
    questions.triage(wim.actor, third.pk, answers=story.INTENSIVE)
    referral = arrangements.refer_with_yes(
        wim.actor, third.pk, organisation_id=clinic.pk, words="Oefenen met lopen", why="nodig"
    )
    stuck = arrangements.report(wim.actor, story.searched(joop, wim).pk, cause="no_match")
    arrangements.clear_up(petra.actor, stuck.pk, what="Samen naar de markt", tried="niemand kan")
    arrangements.invite_parties(petra.actor, stuck.pk, organisation_ids=(clinic.pk,))
    party = answers.escalation(petra.actor, stuck.pk).parties.get()
    return {
        "referral": referral.pk,
        "letter": answers.referral_link(referral),
        "party": answers.party_link(party),
        "stuck": stuck.pk,
        "third": third.pk,
    }


ASK = "/startpunt/vraag/{searching}/"
PAGES = {
    "guest": [
        "/", "/hulp-vragen/", "/hulp-vragen/dank-u/", "/meedoen/", "/meedoen/dank-u/", "/kaart/",
        "/privacy/", "/wat-wij-bewaren/", "/toegankelijkheid/", "/account/login/",
        "/account/password/reset/",
        "/uitnodiging/{invitation}/", "/voorstel/{proposal}/", "/bestaat-niet/",
        "/klus-vragen/", "/klus/{shelf_word}/",
        "/hulp-of-meedenken/", "/meedenkers/", "/meedenkers/{guide}/", "/mijn-meedenker/{sheet}/",
        "/verwijzing/{letter}/", "/meedenken/{party}/", "/intervisie/{evening}/",
        "/bericht/{message}/", "/bericht/{message}/hoe/",
    ],
    "wim": [
        "/werk/", "/inlezen/", "/inlezen/{list}/", "/inlezen/{list}/kolommen/",
        "/startpunt/", "/startpunt/?toon=zoekt", "/startpunt/vraag/{fresh}/", ASK,
        "/startpunt/vraag/{clarified}/clarify/", "/startpunt/vraag/{clarified}/triage/",
        ASK + "candidates/", ASK + "persoon/", "/startpunt/vraag/nieuw/", "/startpunt/signalen/",
        "/startpunt/koppelingen/", "/startpunt/koppeling/{match}/", "/kaart/",
        "/account/logout/", "/account/password/change/", "/cijfers/", "/cijfers/tekort/",
        "/startpunt/vraag/{third}/", "/startpunt/vraag/{third}/refer/",
        "/startpunt/verwijzing/{referral}/", "/startpunt/mantelzorgers/",
        "/startpunt/mantelzorgers/nieuw/", "/startpunt/mantelzorger/{carer}/",
        "/startpunt/mantelzorger/{carer}/vragen/volhoudtijd/", "/startpunt/bereiken/{volunteer}/",
        "/startpunt/bellen/",
        "/startpunt/mantelzorger/{carer}/vragen/volhoudtijd/",
        "/startpunt/klussen/", "/startpunt/klus/{lamp}/", "/startpunt/klus/{lamp}/toets/",
        "/startpunt/klus/{shelf}/", "/startpunt/klus/{shelf}/plan/",
        "/startpunt/vraag/{fresh}/klus/", "/startpunt/huis/{house}/",
        "/startpunt/huis/{house}/noem/", "/startpunt/vraag/{third}/huis/", "/startpunt/inloop/",
        "/startpunt/meedoen/bij/{club}/", "/werk/samen/{club}/",
    ],
    "els": [
        "/startpunt/koppeling/{match}/", "/startpunt/koppeling/{match}/afspraken/",
        "/startpunt/vrijwilligers/",
        "/startpunt/vrijwilligers/laat-horen/",
        "/startpunt/vrijwilliger/{given}/", "/startpunt/bellen/",
        "/startpunt/bellen/brieven/", "/startpunt/ronde/", "/startpunt/intervisie/",
        "/cijfers/werving/huizen/",
        "/startpunt/intervisie/{group}/", "/startpunt/intervisie/keer/{meeting}/",
    ],
    "noor": [
        "/vrijwilliger/klus/{shelf}/",
        "/vrijwilliger/", "/vrijwilliger/koppeling/{match}/", "/vrijwilliger/uitnodiging/{asked}/",
        "/vrijwilliger/intervisie/", "/vrijwilliger/intervisie/{invited}/ja/",
        "/vrijwilliger/trainingen/", "/vrijwilliger/werkcoach/",
    ],
    "fatma": [
        "/werk/", "/werk/samen/{club}/", "/mijn/", "/mijn/gegevens/bereiken/",
        "/mijn/team/{trajectory}/",
    ],
    "frans": ["/privacybeheer/", "/privacybeheer/bewaren/", "/privacybeheer/inzage/"],
    "bilal": ["/ambassadeur/", "/ambassadeur/signaal/"],
    "petra": [
        "/procesmanager/", "/procesmanager/{stuck}/", "/cijfers/", "/cijfers/doelen/",
        "/cijfers/vooruit/", "/cijfers/werving/", "/cijfers/voorkomen/",
        "/procesmanager/te-lang/", "/cijfers/doorlooptijd/",
    ],
    "ank": ["/organisatie/", "/organisatie/vraag/{referral}/"],
    "gerda": ["/organisatie/meedenkers/"],
    "mees": ["/school/"],
    "wouter": ["/werkcoach/"],
    "tine": ["/startpunt/trainingen/"],
    "hanna": ["/vrijwilliger/meedenken/", "/vrijwilliger/meedenken/{beside}/"],
    "carla": ["/organisatie/trajecten/", "/organisatie/traject/{trajectory}/"],
}  # fmt: skip


@pytest.fixture
def mees(town, merwedam, noor):
    """Follows a pupil for a school."""
    found = enter("Mees", merwedam, "school")
    Volunteering.objects.filter(pk=town["given"]).update(
        mentor=found.person, school_year_ends=found.later(days=900).today
    )
    return found


@pytest.fixture
def wouter(merwedam, noor):
    """A work coach, to whom Noor handed something."""
    found = enter("Wouter", merwedam, "work_coach")
    found.browser()
    until = found.later(days=300).today
    hand_over(noor.actor, to_id=found.person.pk, words="Ik help elke week", until=until)
    return found


@pytest.fixture
def tine(merwedam, els):
    """Gives a training."""
    found = enter("Tine", merwedam, "trainer")
    plan = offers.CoursePlan(title="Luisteren", on=els.actor.today, trainer_id=found.person.pk)
    offers.plan_course(els.actor, plan=plan)
    return found


@pytest.fixture
def gerda(town):
    """Coordinates the guides."""
    return town["gerda"]


@pytest.fixture
def frans(merwedam):
    """Guards privacy."""
    return enter("Frans", merwedam, "privacy_officer")


@pytest.fixture
def hanna(town):
    """Is a guide."""
    return town["hanna"]


@pytest.fixture
def carla(town):
    """The welfare coach of the hybrid team."""
    actor = town["table"].carla
    return Player(Person.objects.get(pk=actor.person_id), actor)


@pytest.fixture
def proposal(town, noor, fatma):
    """The word in the letter that asks Fatma whether she wants to meet Noor."""
    match = arrangements.accept_invitation(noor.actor, town["asked"])
    return answers.link(match)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_to_complain_of(name, town, request, browser, live_server):
    known = dict(town)
    if name == "guest":
        known["proposal"] = request.getfixturevalue("proposal")
    who = None if name == "guest" else request.getfixturevalue(name)
    page = visit(browser, live_server.url, who, viewport=DESKTOP).new_page()
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))

    found = {}
    for address in PAGES[name]:
        page.set_viewport_size(DESKTOP)
        page.goto(address.format(**known))
        wrong = complaints(page) + too_small(page) + heard
        page.set_viewport_size(PHONE)
        found[address] = wrong + too_small(page) + laid_out_wrong(page)

    page.context.close()
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def test_a_keyboard_reaches_the_ask_form_and_sees_where_it_is(town, browser, live_server):
    page = visit(browser, live_server.url).new_page()
    page.goto("/hulp-vragen/")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "words"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.context.close()


def test_wrong_answers_get_the_focus_and_a_way_to_each_field(town, browser, live_server):
    page = visit(browser, live_server.url).new_page()
    page.goto("/hulp-vragen/")
    page.get_by_role("button", name="Verstuur mijn vraag").click()

    assert page.evaluate("document.activeElement.id") == "fouten"
    page.get_by_role("link", name="Hoe heet u?").click()
    assert page.evaluate("document.activeElement.name") == "given_name"
    assert complaints(page) == []
    page.context.close()


def test_someone_without_javascript_asks_for_help_all_the_same(town, browser, live_server):
    page = visit(browser, live_server.url, java_script_enabled=False).new_page()
    page.goto("/")
    page.get_by_role("link", name="Ik zoek hulp").first.click()
    page.get_by_label("Waar wilt u hulp bij?").fill("Ik wil weer leren fietsen")
    page.get_by_label("Hoe heet u?").fill("Annie")
    page.get_by_label("Op welk nummer mogen we u bellen?").fill("0183 555 123")
    page.get_by_role("button", name="Verstuur mijn vraag").click()

    assert page.get_by_role("heading", level=1).inner_text() == "Dank u. We hebben uw vraag"
    page.context.close()


def test_without_javascript_the_map_is_still_a_picture(town, browser, live_server):
    page = visit(browser, live_server.url, java_script_enabled=False).new_page()
    page.goto("/kaart/")

    assert page.locator("svg.map__picture path").count() == 1
    assert page.get_by_role("heading", name="Sterrenbuurt").is_visible()
    page.context.close()


def test_at_four_times_the_size_nothing_falls_off_the_page(town, wim, browser, live_server):
    small = {"width": 320, "height": 256}  # 1280 by 1024 at 400 %
    page = visit(browser, live_server.url, wim, viewport=small).new_page()
    for address in ("/startpunt/", "/startpunt/vraag/{searching}/candidates/"):
        page.goto(address.format(**town))
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.context.close()
