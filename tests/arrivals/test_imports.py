"""People come in from the lists that centres have: whole, once, and back when it was a mistake."""

import pytest
from django.core.exceptions import PermissionDenied

from kruispunt.arrangements.models import Match
from kruispunt.arrivals import actions, queries
from kruispunt.arrivals.models import Arrival, Import, ImportTurn
from kruispunt.base.models import JournalLine
from kruispunt.base.moves import ImpossibleMove
from kruispunt.offers.actions import certify
from kruispunt.offers.models import Volunteering
from kruispunt.people import actions as people
from kruispunt.people.models import Organisation, Person
from kruispunt.questions.models import Question
from tests.arrivals import files
from tests.arrivals.files import VOLUNTEERS, as_csv, as_workbook, carried_in, looked_at, work
from tests.cast import Player

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(params=[as_csv, as_workbook], ids=["csv", "xlsx"])
def list_of_volunteers(request):
    return request.param(VOLUNTEERS)


def test_a_list_is_looked_at_before_anyone_comes_in(els, list_of_volunteers):
    found = looked_at(els, "volunteers", list_of_volunteers)

    assert (found.state, found.rows, found.good, found.known, found.bad) == ("checked", 3, 2, 0, 1)
    assert not Volunteering.objects.exists()
    assert Import.objects.get().file is None
    [bad] = queries.bad_rows(els.actor, found.pk)
    assert bad["row"] == 4
    assert bad["why"] == [
        ["Mobiel", "'12' is geen telefoonnummer van 10 cijfers"],
        ["Soort hulp", "'Vliegeren' kennen we niet als soort hulp"],
    ]


def test_who_agrees_brings_the_good_rows_in_as_people_to_get_to_know(els, list_of_volunteers):
    found = carried_in(els, "volunteers", list_of_volunteers)

    assert (found.state, found.made, found.bad) == ("completed", 2, 1)
    nadia = Volunteering.objects.get(person__given_name="Nadia")
    assert (nadia.person.surname, nadia.person.phone) == ("van Dijk", "0612345678")
    assert nadia.person.postcode == "4201 AB"
    assert (nadia.kinds, str(nadia.hours)) == (["WANDELEN", "KOFFIE"], "2.50")
    # Without papers nobody is available (SM-3), whatever the list says.
    assert (nadia.state, nadia.due_on is not None) == ("meeting", True)
    verbs = list(JournalLine.objects.values_list("verb", flat=True))
    assert verbs.count("import.bring") == verbs.count("import.complete") == 1
    assert [arrival.row_number for arrival in Arrival.objects.order_by("pk")] == [2, 3]


def test_the_same_list_twice_adds_nothing(els):
    carried_in(els, "volunteers", as_csv(VOLUNTEERS))
    again = looked_at(els, "volunteers", as_csv(VOLUNTEERS, "nog eens.csv"))

    assert (again.good, again.known, again.bad) == (0, 2, 1)
    with pytest.raises(ImpossibleMove):
        actions.agree(els.actor, again.pk)
    assert Volunteering.objects.count() == 2


def test_a_row_that_stands_twice_in_one_list_comes_in_once(els):
    double = VOLUNTEERS + VOLUNTEERS.splitlines(keepends=True)[1]
    found = carried_in(els, "volunteers", as_csv(double))

    assert (found.good, found.known, found.made) == (2, 1, 2)


def test_someone_we_know_stays_as_she_is_with_her_sealed_address(els, merwedam):
    sealed = Person.objects.create(
        municipality=merwedam,
        given_name="Nadia",
        surname="van Dijk",
        email="nadia@voorbeeld.nl",
        street="Elders 1",
        address_sealed=True,
    )
    carried_in(els, "volunteers", as_csv(VOLUNTEERS))

    sealed.refresh_from_db()
    assert (sealed.street, sealed.address_sealed) == ("Elders 1", True)
    assert Volunteering.objects.get(person=sealed)
    assert Person.objects.filter(given_name="Nadia").count() == 1


def test_prv_07_a_citizen_service_number_is_kept_nowhere(els):
    text = (
        "Voornaam;BSN;Soort hulp;Opmerkingen\n"
        "Nadia;111222333;Wandelen;\n"
        "Henk;;Wandelen;nummer 123456782 van hem\n"
    )
    found = looked_at(els, "volunteers", as_csv(text))

    assert found.left_out == ["BSN"]
    assert (found.good, found.bad) == (1, 1)
    [bad] = queries.bad_rows(els.actor, found.pk)
    assert bad["why"] == [["Opmerkingen", "hier staat een burgerservicenummer; haal het weg"]]
    kept = f"{list(ImportTurn.objects.values())} {list(Import.objects.values())}"
    assert "111222333" not in kept
    assert "123456782" not in kept


def test_an_import_is_taken_back_but_for_rows_that_somebody_worked_with(els):
    found = carried_in(els, "volunteers", as_csv(VOLUNTEERS))
    known = Volunteering.objects.get(person__given_name="Henk")
    certify(els.actor, known.pk, agreed=True)

    actions.undo(els.actor, found.pk)
    work(els.actor.at)

    found = queries.one(els.actor, found.pk)
    assert (found.state, found.kept) == ("undone", 1)
    assert [row.row_number for row in queries.kept_rows(els.actor, found.pk, most=9)] == [3]
    assert list(Volunteering.objects.all()) == [known]
    assert not Person.objects.filter(given_name="Nadia").exists()
    assert carried_in(els, "volunteers", as_csv(VOLUNTEERS)).made == 1


def test_questions_and_organisations_come_in_too(wim):
    asked = (
        "Naam;Telefoon;Vraag;Soort;Klasse;Datum\n"
        "Fenna Mol;0183555012;Ik wil graag naar buiten;Wandelen;intensief;01-10-2026\n"
        "Jan Vos;0183555013;Wie helpt met papieren?;;;\n"
    )
    homes = "Naam;Soort;E-mail\nHuis aan de Linge;Zorg;huis@voorbeeld.nl\nKoor;Cultuur en leren;\n"

    carried_in(wim, "questions", as_csv(asked))
    carried_in(wim, "organisations", as_csv(homes))

    states = Question.objects.order_by("pk").values_list("state", "kind", "intensity")
    assert list(states) == [("triaged", "WANDELEN", "intensief"), ("new", "", "")]
    assert Question.objects.first().opened_at.date().isoformat() == "2026-10-01"
    assert list(Organisation.objects.values_list("name", "kind")) == [
        ("Huis aan de Linge", "care"),
        ("Koor", "culture"),
    ]


READY = (
    "Nr;Voornaam;Achternaam;E-mail;Soort hulp;Uren;Trainingen;VOG geldig tot;"
    "Afspraken getekend op;Status;x;y\n"
    "v7;Nadia;van Dijk;nadia@voorbeeld.nl;Wandelen;4;basis;01-01-2028;01-01-2025;Beschikbaar;"
    "126400;427250\n"
)
RUNS = (
    "Voornaam;Achternaam;Telefoon;Vrijwilliger;Soort hulp;Klasse;Loopt sinds;Hoe vaak;Termijn;"
    "Uren;x;y\n"
    "Fenna;Mol;0183555012;v7;Wandelen;intensief;01-09-2026;wekelijks;12;2;126500;427300\n"
)


def test_a_running_match_comes_in_with_its_place_and_its_check_ins(els):
    carried_in(els, "volunteers", as_csv(READY))
    found = carried_in(els, "matches", as_csv(RUNS))

    match = Match.objects.get()
    assert (found.made, match.state, match.place is not None) == (1, "active", True)
    assert match.check_ins.exists()
    assert match.arrangement.question.state == "answered"


def test_who_may_never_meet_does_not_along_a_list_either_and_nobody_can_tell(els, wim):
    carried_in(els, "volunteers", as_csv(READY))
    fenna = people.register_person(
        wim.actor,
        who=people.Particulars(given_name="Fenna", surname="Mol", phone="0183555012"),
    )
    nadia = Person.objects.get(given_name="Nadia")
    people.exclude(wim.actor, one_id=fenna.pk, other_id=nadia.pk, reason="zij weten waarom")
    stranger = RUNS.replace(";v7;", ";v99;").replace("Fenna;Mol;0183555012", "Ab;Bos;0183555099")

    kept_apart = looked_at(els, "matches", as_csv(RUNS))
    unknown = looked_at(els, "matches", as_csv(stranger))

    said = [queries.bad_rows(els.actor, one.pk)[0]["why"] for one in (kept_apart, unknown)]
    assert said[0] == said[1]
    assert not Match.objects.exists()
    assert not Question.objects.exists()


def test_a_match_without_a_valid_vog_says_what_is_missing(els):
    carried_in(els, "volunteers", as_csv(READY.replace("01-01-2028", "01-01-2026")))
    found = looked_at(els, "matches", as_csv(RUNS))

    assert (found.state, found.good, found.bad) == ("checked", 0, 1)
    [bad] = queries.bad_rows(els.actor, found.pk)
    assert bad["why"] == [["", "Nog niet in orde: een geldige VOG."]]
    assert not Match.objects.exists()


def deeds() -> int:
    """How much the journal tells besides the lists themselves."""
    return JournalLine.objects.exclude(verb__startswith="import.").count()


def test_a_match_that_cannot_come_in_is_seen_before_anyone_agrees_and_leaves_nothing(els):
    carried_in(els, "volunteers", as_csv(READY))
    before, people_here = deeds(), Person.objects.count()
    last = RUNS.splitlines()[1].replace(";v7;", ";v99;").replace("Fenna;Mol;0183555012", "Ab;Bos;")
    found = looked_at(els, "matches", as_csv(f"{RUNS}{last}\n"))

    assert (found.good, found.bad) == (1, 1)
    [bad] = queries.bad_rows(els.actor, found.pk)
    assert (bad["row"], bad["cells"][:2]) == (3, ["Ab", "Bos"])
    assert not Match.objects.exists()
    assert Person.objects.count() == people_here
    assert deeds() == before
    actions.agree(els.actor, found.pk)
    work(els.actor.at)
    assert (Match.objects.count(), queries.one(els.actor, found.pk).bad) == (1, 1)


def test_what_a_column_meant_is_remembered(els):
    text = "Roepie;Doet graag\nNadia;Wandelen\n"
    looked_at(
        els, "volunteers", as_csv(text), Roepie="who.given_name", **{"Doet graag": "profile.kinds"}
    )

    assert queries.remembered(els.actor, "volunteers") == {
        "Roepie": "who.given_name",
        "Doet graag": "profile.kinds",
    }


def test_a_file_that_is_no_list_says_so_and_keeps_nothing(els):
    found = looked_at(els, "volunteers", files.FileBrought("foto.xlsx", b"\x89PNG" * 100))

    assert found.state == "refused"
    assert found.trouble.startswith("dit is geen leesbare xlsx")
    assert not ImportTurn.objects.exists()


@pytest.mark.parametrize(
    ("kind", "may"),
    [("volunteers", "els"), ("questions", "wim"), ("matches", "els"), ("organisations", "wim")],
)
def test_each_role_brings_what_it_may_also_do_by_hand(request, kind, may, wim, els, fatma, zed):
    brought = actions.bring(request.getfixturevalue(may).actor, kind=kind, file=as_csv("a;b\n"))
    other: Player = wim if may == "els" else els
    for someone in (other, fatma):
        with pytest.raises(PermissionDenied):
            actions.bring(someone.actor, kind=kind, file=as_csv("a;b\n"))
        with pytest.raises(Import.DoesNotExist):
            queries.one(someone.actor, brought.pk)
    with pytest.raises(Import.DoesNotExist):
        queries.one(zed.actor, brought.pk)
