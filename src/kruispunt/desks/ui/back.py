"""The way back from a refusal: to the page on which somebody pressed."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme


def where_one_came_from(request: HttpRequest) -> str:
    """The page of what was pressed on, when one came from there; else the page one came from.

    A form that came back stands at the address of its verb, which only answers to pressing:
    therefore the page above it is the way back, not the address itself.
    """
    came = _came_from(request)
    if not came:
        return ""
    above = _page_above(request.path)
    from_there = above != "/" and urlsplit(came).path.startswith(above)
    return above if from_there else came


def _came_from(request: HttpRequest) -> str:
    """The address the browser says one came from; one elsewhere is nobody's way back."""
    said = request.headers.get("Referer", "")
    secure = request.is_secure()
    if not url_has_allowed_host_and_scheme(said, {request.get_host()}, require_https=secure):
        return ""
    parts = urlsplit(said)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _page_above(path: str) -> str:
    """The nearest address above this one that is a page."""
    while (path := path.rstrip("/").rpartition("/")[0] + "/") != "/":
        try:
            resolve(path)
        except Resolver404:
            continue
        return path
    return path
