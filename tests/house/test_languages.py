"""What the open pages say is there in each of their languages, and nothing is lost on the way."""

import sys

import pytest
from babel.messages.catalog import Catalog
from django.conf import settings

from tests.house.guards import ROOT

sys.path.insert(0, str(ROOT / "tools"))
import tongues

SEVERAL = ("%(count)d dag", "%(count)d dagen")


def test_every_language_that_is_offered_has_its_translations():
    assert set(tongues.catalogs()) | {settings.LANGUAGE_CODE} == dict(settings.LANGUAGES).keys()


@pytest.mark.parametrize("code", [code for code, _ in settings.LANGUAGES if code != "nl"])
def test_d47_nothing_is_missing_and_nothing_is_left_over(code):
    assert list(tongues.problems(tongues.asked(), tongues.catalogs()[code])) == []


def test_every_list_says_whether_somebody_of_that_language_read_it():
    for path in tongues.KEPT.rglob("django.po"):
        assert "X-Read-By-Native-Speaker: " in path.read_text(encoding="utf-8")


def known(*pairs):
    catalog = Catalog(locale="en")
    for dutch, english in pairs:
        catalog.add(dutch, english)
    return catalog


def test_what_is_missing_is_seen():
    wanted = {("Kom langs",), ("Bel ons",)}
    assert list(tongues.problems(wanted, known(("Kom langs", "Drop in")))) == ["missing: Bel ons"]
    empty = known(("Kom langs", "Drop in"), ("Bel ons", ""))
    assert list(tongues.problems(wanted, empty)) == ["missing: Bel ons"]


def test_what_nobody_asks_for_and_a_place_that_got_lost_are_seen():
    assert list(tongues.problems(set(), known(("Weg", "Gone")))) == ["nobody asks for: Weg"]
    wanted = {("Binnen {question.new}.",), SEVERAL}
    kept = known(("Binnen {question.new}.", "Soon."), (SEVERAL, ("a day", "some days")))
    assert list(tongues.problems(wanted, kept)) == [
        "a place got lost: %(count)d dag",
        "a place got lost: Binnen {question.new}.",
    ]


def test_words_of_pages_and_of_code_are_found():
    page = (
        '{% load i18n %}<p>{% translate "Bel ons" %} {% spoken "Binnen {question.new}." %}'
        "{% blocktranslate count days=days %}een dag{% plural %}{{ days }} dagen"
        "{% endblocktranslate %}</p>"
    )
    assert set(tongues.in_page(page)) == {
        ("Bel ons",), ("Binnen {question.new}.",), ("een dag", "%(days)s dagen"),
    }  # fmt: skip
    assert set(tongues.in_page('{% spoken "Alleen in het Nederlands." %}')) == set()
    code = 'a = _("Bel ons")\nb = ngettext("%(count)d dag", "%(count)d dagen", n)\nc = f("x")'
    assert set(tongues.in_code(code)) == {("Bel ons",), SEVERAL}


def test_what_changed_is_compiled_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(tongues, "KEPT", tmp_path)
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text('msgid ""\nmsgstr ""\n\nmsgid "Ja"\nmsgstr "Yes"\n')
    tongues.compile_all()
    first = (folder / "django.mo").stat().st_mtime_ns
    assert b"Yes" in (folder / "django.mo").read_bytes()
    tongues.compile_all()
    assert (folder / "django.mo").stat().st_mtime_ns == first
