"""A real browser for tests: Chromium as Debian brings it, driven by playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.cast import Player

# Playwright keeps an event loop in this thread; the rows are still read and written one by one.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SMALL = """() => [...document.querySelectorAll("a, button, input, select, summary")]
    .filter(e => e.checkVisibility() && e.type !== "hidden")
    .filter(e => !e.closest("p, li, dd, td, .nl-skip-link") || e.matches("button, input"))
    .map(e => [e, (e.closest("label") || e).getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([e, box]) => `${e.outerHTML.slice(0, 80)} ${box.width}x${box.height}`)"""
# A page wider than its window, words that stick out of their box, a heading above nothing.
LAID_OUT = """() => {
    const page = document.documentElement, wrong = [];
    const name = e => `${e.tagName.toLowerCase()} "${e.innerText.trim().slice(0, 40)}"`;
    if (page.scrollWidth > page.clientWidth) {
        const wide = [...document.querySelectorAll("body *")].find(
            e => e.checkVisibility() && e.getBoundingClientRect().right > page.clientWidth + 1);
        wrong.push(`sideways at ${page.clientWidth}: ${wide ? name(wide) : ""}`);
    }
    const words = "main :is(h1, h2, h3, p, li, dt, dd, a, button, label, span)";
    for (const e of document.querySelectorAll(words)) {
        if (!e.checkVisibility() || e.closest(".scroll, .map, .visually-hidden, .walk")) continue;
        const box = getComputedStyle(e).display !== "inline" && e.clientWidth > 0;
        if (box && e.scrollWidth > e.clientWidth + 2) wrong.push(`sticks out: ${name(e)}`);
    }
    for (const head of document.querySelectorAll("main :is(h2, h3)")) {
        if (!head.checkVisibility() || head.closest("summary")) continue;
        let next = head, found = null;
        while (!found && next && next.tagName !== "MAIN") {
            found = next.nextElementSibling;
            while (found && !found.checkVisibility()) found = found.nextElementSibling;
            next = next.parentElement;
        }
        if (!found || (/^H[1-3]$/.test(found.tagName) && found.tagName <= head.tagName))
            wrong.push(`a heading above nothing: ${name(head)}`);
    }
    return wrong;
}"""
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


def chromium() -> str:
    """Where Chromium is. Without it these tests say so aloud; in CI that is a failure."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None or not AXE.exists():
        missing = "Chromium" if found is None else "axe-core (make assets)"
        if os.environ.get("CI"):
            pytest.fail(f"{missing} is missing: the pages were not looked at")
        pytest.skip(f"{missing} is missing: the pages were NOT looked at")
    return found


@contextmanager
def opened() -> Iterator[Browser]:
    where = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=FLAGS)
        yield browser
        browser.close()


def visit(browser: Browser, site: str, who: Player | None = None, **wishes) -> BrowserContext:
    """Someone sits down behind a screen; a player of the cast is signed in already."""
    context = browser.new_context(base_url=site, locale="nl-NL", **wishes)
    if who is not None:
        key = who.browser().cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site}])
    return context


def complaints(page: Page) -> list[str]:
    """What axe has against this page, one line a violation."""
    page.evaluate(AXE.read_text())
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run({runOnly: tags})", tags)
    return [
        f"{wrong['id']}: {node['target']} {node['failureSummary']}"
        for wrong in found["violations"]
        for node in wrong["nodes"]
    ]


def too_small(page: Page) -> list[str]:
    """Targets under 24 by 24 pixels; links inside a sentence are excused (WCAG 2.5.8)."""
    return page.evaluate(SMALL)


def laid_out_wrong(page: Page) -> list[str]:
    """What falls off, sticks out or has nothing under it, on a desktop and on a phone."""
    wrong: list[str] = []
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        wrong += page.evaluate(LAID_OUT)
    return wrong
