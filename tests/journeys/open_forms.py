"""Every address where somebody who is not signed in can send a form, and how she sends it.

They are read from the street plan itself, so that a new one is seen without anybody listing it.
"""

from http import HTTPStatus
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

from django.test import Client, RequestFactory
from django.urls import URLResolver

from tests.journeys.test_every_form_five_times import Forms

# The doors of the library with which one signs in are tried in a test of their own.
SIGNING_IN = "allauth."
URLENCODED = "application/x-www-form-urlencoded"
BETWEEN = "----een-formulier"


def open_addresses(resolver, desk=""):
    """What of ours asks nobody to sign in: by name, with its place in the street plan."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inside = f"{entry.namespace}:" if entry.namespace else ""
            yield from open_addresses(entry, desk + inside)
        elif _is_open(entry.callback):
            yield desk + (entry.name or str(entry.pattern)), entry.callback


def _is_open(page) -> bool:
    asks_to_sign_in = getattr(page, "login_required", True)
    return not asks_to_sign_in and not page.__module__.startswith(SIGNING_IN)


def take_forms(resolver) -> set[str]:
    """The names of those that take a form: the others say no before they look at anything."""
    return {name for name, page in open_addresses(resolver) if _takes_a_form(page)}


def _takes_a_form(page) -> bool:
    """Ask without the words and numbers of an address: who takes no form, needs none to say so."""
    try:
        answer = page(RequestFactory().post("/"))
    except Exception:  # noqa: BLE001  (it looked further, so it does take a form)
        return True
    return answer.status_code != HTTPStatus.METHOD_NOT_ALLOWED


class FirstButton(Forms):
    """The forms of a page as a visitor sends them: what she cannot see she does not fill in."""

    def fill(self, name, given):
        if given.get("type") == "hidden":
            self.form[1].append((name, given.get("value", "")))
        else:
            super().fill(name, given)


class LastButton(FirstButton):
    """The same, sent with the last button of each: no instead of yes."""

    def field(self, tag, name, given):
        if tag == "button" and name:
            self.form[1][:] = [one for one in self.form[1] if one[0] != name]
            self.form[1].append((name, given.get("value", "")))
        else:
            super().field(tag, name, given)


class Guest:
    """Somebody without an account, with a browser of her own."""

    def __init__(self, site):
        self.site, self.client = urlsplit(site).netloc, Client()

    def read(self, where):
        answer = self.client.get(where)
        return answer.content.decode() if answer.status_code == 200 else ""

    def send(self, where, fields, *, files=()):
        """What she is answered, and where that leads."""
        cookies = "; ".join(f"{one.key}={one.value}" for one in self.client.cookies.values())
        kind, body = URLENCODED, urlencode(fields).encode()
        if files:
            kind, body = f"multipart/form-data; boundary={BETWEEN}", _parts(fields, files)
        line = HTTPConnection(self.site, timeout=60)
        line.request("POST", where, body, {"Content-Type": kind, "Cookie": cookies})
        answer = line.getresponse()
        answer.read()
        line.close()
        return answer.status, answer.getheader("Location")


def _parts(fields, files) -> bytes:
    """A form with files in it, as a browser writes it."""
    head = f'--{BETWEEN}\r\nContent-Disposition: form-data; name="'
    said = [f'{head}{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields]
    brought = [
        f'{head}{name}"; filename="opname.wav"\r\nContent-Type: audio/wav\r\n\r\n'.encode()
        + content
        + b"\r\n"
        for name, content in files
    ]
    return b"".join([*said, *brought, f"--{BETWEEN}--\r\n".encode()])
