"""A letter that is refused for good, at once or days later, is seen by somebody who can call."""

import mailbox
from email import message_from_string
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from kruispunt.base import post
from kruispunt.base.models import JournalLine, Letter
from kruispunt.base.states import Channel, ErrandState
from kruispunt.config import bounces
from kruispunt.config.postman import name_of
from kruispunt.people import actions as people
from kruispunt.people.models import Person
from tests.config.post_office import PostOffice
from tests.config.test_worker import opened, start
from tests.desks.test_public_pages import words

REPORT = """From: MAILER-DAEMON@voorbeeld.nl
To: kruispunt@voorbeeld.nl
Subject: Undelivered Mail
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

--grens
Content-Type: text/plain

Uw bericht kwam niet aan.

--grens
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.voorbeeld.nl

Final-Recipient: rfc822; fatma@voorbeeld.nl
Action: {action}
Status: {status}

--grens
Content-Type: {sort}

Message-ID: {name}
Subject: Er is nieuws

--grens--
"""


class Refusing(PostOffice):
    """Knows nobody of this name, or not now."""

    async def handle_RCPT(self, _server, _session, _envelope, _address, _options):  # noqa: N802
        return self.answer


@pytest.fixture
def letter(wim, fatma):
    Person.objects.filter(pk=fatma.person.pk).update(email="fatma@voorbeeld.nl")
    return post.hand_in(
        wim.actor, to_person_id=fatma.person.pk, channel=Channel.MAIL, subject="Er is nieuws",
        text="Log in om het te lezen.", key="nieuws",
    )  # fmt: skip


@pytest.fixture
def sent(letter):
    Letter.objects.filter(pk=letter.pk).update(state=ErrandState.DONE, due_at=timezone.now())
    return letter


def report(letter, action="failed", status="5.1.1", sort="message/rfc822", name=None):
    name = name or name_of(letter.municipality_id, letter.key)
    return REPORT.format(action=action, status=status, sort=sort, name=name)


def told(*reports):
    return bounces.carry_in(map(message_from_string, reports), timezone.now())


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("never_quiet")
@pytest.mark.parametrize(
    ("office", "state", "trouble"),
    [
        (
            Refusing(answer="550 no such user"),
            "returned",
            "geweigerd door de ontvangende server (550)",
        ),
        (
            PostOffice(answer="550 nobody here"),
            "returned",
            "geweigerd door de ontvangende server (550)",
        ),
        (Refusing(answer="450 try later"), "waiting", "SMTPRecipientsRefused"),
    ],
    ids=["no such reader", "not this letter", "not now"],
)
def test_what_a_real_server_refuses_for_good_is_not_tried_again(office, state, trouble, letter):
    with opened(office) as port:
        assert start(port, "--until-empty").wait(timeout=60) == 0
    letter.refresh_from_db()
    assert (letter.state, letter.trouble) == (state, trouble)


@pytest.mark.parametrize("sort", ["message/rfc822", "text/rfc822-headers"])
def test_d_a_letter_that_comes_back_lies_in_mijn_werk_and_goes_along_another_way(
    sort, sent, wim, fatma
):
    assert told(report(sent, sort=sort)) == (1, 0)
    sent.refresh_from_db()
    assert (sent.state, sent.done_at) == (ErrandState.RETURNED, None)
    assert sent.trouble == "teruggekomen van de ontvangende server (5.1.1)"
    assert JournalLine.objects.filter(verb="letter.come_back", person_id=fatma.person.pk).exists()

    browser = wim.browser()
    assert "Deze brief kwam niet aan" in words(browser.get("/werk/"))
    assert "Kwam niet aan" in words(browser.get("/startpunt/bellen/"))
    reach = f"/startpunt/bereiken/{fatma.person.pk}/"
    assert "kwam niet aan. Klopt het adres nog?" in words(browser.get(reach))

    people.choose_channel(wim.actor, fatma.person.pk, channel="letter")
    sent.refresh_from_db()
    assert (sent.state, sent.channel) == (ErrandState.WAITING, "letter")
    assert "Klopt het adres nog?" not in words(browser.get(reach))


def test_told_twice_it_comes_back_once_and_who_called_ticks_it_off(sent, wim):
    assert told(report(sent), report(sent)) == (1, 0)
    post.tick_off(wim.actor, sent.pk)
    assert not post.to_look_at(wim.actor).filter(pk=sent.pk).exists()


@pytest.mark.parametrize(
    "other",
    [{"action": "delayed", "status": "4.4.1"}, {"action": "delivered", "status": "2.0.0"},
     {"action": "failed", "status": "4.2.2"}, {"sort": "text/plain"}],
    ids=["late", "arrived", "not for good", "without its name"],
)  # fmt: skip
def test_what_is_no_refusal_for_good_moves_nothing(other, sent):
    assert told(report(sent, **other)) == (0, 0)
    sent.refresh_from_db()
    assert sent.state == ErrandState.DONE


def test_a_message_that_is_no_report_or_of_a_letter_that_is_not_ours_moves_nothing(sent, zed):
    assert told("Subject: Ik ben er niet\n\nTot maandag.") == (0, 0)
    assert told(report(sent, name="<van-een-ander@voorbeeld.nl>")) == (0, 1)
    with pytest.raises(Letter.DoesNotExist):
        post.come_back(zed.actor, sent.pk, trouble="niet van hier")


def test_a_whole_mailbox_or_one_message_from_the_mail_server(sent, tmp_path, monkeypatch):
    box = mailbox.mbox(tmp_path / "terug.mbox")
    box.add("Subject: Ik ben er niet\n\nTot maandag.")
    box.add(report(sent))
    box.close()
    said = StringIO()
    call_command("bounced", str(tmp_path / "terug.mbox"), stdout=said)
    assert "Teruggekomen: 1." in said.getvalue()

    one = TextIOWrapper(BytesIO(report(sent).encode()))
    monkeypatch.setattr("sys.stdin", one)
    call_command("bounced", stdout=said)
    assert "Teruggekomen: 0." in said.getvalue()
    with pytest.raises(CommandError, match="is er niet"):
        call_command("bounced", str(tmp_path / "nergens"))
