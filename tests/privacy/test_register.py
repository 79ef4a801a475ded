"""The register of processing: read by the privacy officer, and in plain words by everyone."""

import csv
import io

from django.test import Client

from kruispunt.core.columns_kept import declared
from kruispunt.core.purposes import PURPOSES
from tests.desks.test_public_pages import BANNED, LABELS

PAGE, FILE, PLAIN = "/privacybeheer/register/", "/privacybeheer/register.csv", "/wat-wij-bewaren/"


def test_prv_01_the_privacy_officer_reads_every_purpose(frans):
    page = frans.browser().get(PAGE).content.decode()
    assert all(one.name in page for one in PURPOSES.values())


def test_prv_01_the_municipality_takes_it_over_as_a_file(frans):
    answer = frans.browser().get(FILE)
    assert answer["Content-Type"].startswith("text/csv")
    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert lines[0][0] == "Code"
    assert [line[0] for line in lines[1:]] == list(PURPOSES)
    told = {column for line in lines[1:] for column in line[-1].split()}
    assert told == {column for column, _ in declared()}


def test_prv_01_nobody_else_comes_in_there(wim, petra, fatma):
    for who in (wim, petra, fatma):
        browser = who.browser()
        assert {browser.get(where).status_code for where in (PAGE, FILE)} == {404}


def test_prv_01_everyone_reads_what_we_keep_and_why_in_plain_words(merwedam):
    page = Client().get(PLAIN).content.decode()
    people = [one for one in PURPOSES.values() if one.about_people]
    assert all(one.plain in page for one in people)
    assert page.count("Wij bewaren dit hoogstens") == len(people)


def test_b1_07_the_plain_words_are_not_those_of_the_trade():
    """Names of laws and papers stay out; of sentences no longer than twenty words."""
    for one in PURPOSES.values():
        if not one.about_people:
            continue
        assert [word for word in BANNED + LABELS if word.lower() in one.plain.lower()] == []
        assert max(len(sentence.split()) for sentence in one.plain.split(". ")) <= 20
