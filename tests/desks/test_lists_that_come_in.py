"""The pages on which Els brings a list, looks at it, takes it over, and takes it back."""

import csv
import io
from itertools import count

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kruispunt.offers.models import Volunteering
from tests.arrivals.files import VOLUNTEERS, work

pytestmark = pytest.mark.django_db(transaction=True)
forms = count()


def key():
    """Every form that is shown has a key of its own."""
    return {"form_key": f"form {next(forms)}"}


def bring(browser, text=VOLUNTEERS, name="lijst.csv", **said):
    file = SimpleUploadedFile(name, text.encode())
    return browser.post("/inlezen/", {"kind": "volunteers", "file": file, **key(), **said})


@pytest.fixture
def at_the_columns(els):
    browser = els.browser()
    page = bring(browser)["Location"]
    work(els.later(days=99).at)
    return browser, page


def guessed(browser, page):
    form = browser.get(page).context["form"]
    return {name: field.initial for name, field in form.fields.items()}


def test_els_walks_from_a_file_to_people_and_back(els, at_the_columns):
    browser, page = at_the_columns
    assert "Welke kolom is wat?" in browser.get(page).content.decode()

    answer = browser.post(f"{page}kolommen/", guessed(browser, page) | key())
    assert answer["Location"] == page
    assert browser.get(page)["Refresh"] == "2"
    work(els.later(days=99).at)
    shown = browser.get(page).content.decode()
    assert "Neem 2 rijen over" in shown
    assert "Rij 4" in shown
    assert "Refresh" not in browser.get(page)

    browser.post(f"{page}agree/", key())
    work(els.later(days=99).at)
    assert "Overgenomen" in browser.get(page).content.decode()
    assert Volunteering.objects.count() == 2

    browser.post(f"{page}undo/", key())
    work(els.later(days=99).at)
    assert "Teruggenomen" in browser.get(page).content.decode()
    assert not Volunteering.objects.exists()


def test_a_column_that_must_be_there_is_asked_for_before_anything_is_read(at_the_columns):
    browser, page = at_the_columns
    said = guessed(browser, page)
    names = {value: name for name, value in said.items()}
    said[names["who.given_name"]] = ""

    answer = browser.post(f"{page}kolommen/", said | key())

    assert answer.status_code == 422
    assert "Kies welke kolom &#x27;Voornaam&#x27; is." in answer.content.decode()


def test_bad_rows_come_back_as_a_list_that_is_safe_to_open(els, at_the_columns):
    browser, page = at_the_columns
    bad = VOLUNTEERS + 'v9;;;"=1+1";;;;;Wandelen;2;Nieuw;@som\n'
    page = bring(browser, bad)["Location"]
    work(els.later(days=99).at)
    browser.post(f"{page}kolommen/", guessed(browser, page) | key())
    work(els.later(days=99).at)

    answer = browser.get(f"{page}fouten.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))

    assert answer["Content-Type"].startswith("text/csv")
    assert [row[0] for row in rows] == ["Rij", "4", "5"]
    assert not [cell for row in rows for cell in row if cell[:1] in {"=", "+", "-", "@"}]


def test_no_list_no_page_and_no_other_file(els, fatma, zed, at_the_columns):
    browser, page = at_the_columns
    assert bring(browser, name="foto.png").status_code == 422
    assert bring(browser, kind="questions").status_code == 422
    assert fatma.browser().get("/inlezen/").status_code == 404
    assert fatma.browser().get(page).status_code == 404
    assert zed.browser().get(page).status_code == 404


def test_the_page_asks_as_many_queries_for_many_bad_rows(
    els, at_the_columns, django_assert_num_queries
):
    browser, page = at_the_columns
    counts = []
    for times in (1, 3):
        extra = "".join(f"x{n};Kees;;B{n};1;;;;Wandelen;2;Nieuw;\n" for n in range(times))
        page = bring(browser, VOLUNTEERS + extra)["Location"]
        work(els.later(days=99).at)
        browser.post(f"{page}kolommen/", guessed(browser, page) | key())
        work(els.later(days=99).at)
        with django_assert_num_queries(7):
            browser.get(page)
        counts.append(times)
    assert counts == [1, 3]
