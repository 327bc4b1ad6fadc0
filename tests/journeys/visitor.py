"""Somebody before a real browser, whose every request and every complaint of the browser is noted."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response
from tests.journeys.served import Served

_ROOT = Path(__file__).resolve().parents[2]
# Chromium notes every answer of 400 and above as an error of the console; the tests look at those themselves.
_STATUS = "Failed to load resource: the server responded with a status of 4"
# Where there is no graphics card, Chromium grumbles at its own emulation of one.
_SLOW_CARD = "GL Driver Message (OpenGL, Performance"
_PATIENCE = 10_000
_SCROLLS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@cache
def axe() -> str:
    """The source of axe; it is run from outside the page, so that the page's own policy stays on."""
    return (_ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


class Visitor:
    """One visitor with a window of some width, reading one language."""

    def __init__(self, browser: Browser, served: Served, width: int = 1280, language: str = "da", **more: Any) -> None:
        self.served, self.faults = served, list[str]()
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, locale="da-DK", accept_downloads=True, **more
        )
        for address in (served.staff, served.public):
            self.context.add_cookies([{"name": "samvirke_language", "value": language, "url": address}])
        self.context.set_default_timeout(_PATIENCE)
        self.page: Page = self.context.new_page()
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: {error}"))
        self.page.on("request", self._requested)
        self.page.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        excused = message.text.startswith(_STATUS) or _SLOW_CARD in message.text
        if message.type in ("error", "warning") and not excused:
            self.faults.append(f"{self.page.url}: {message.text}")

    def _requested(self, request: Request) -> None:
        own = (f"{self.served.staff}/", f"{self.served.public}/", "data:", "blob:")
        if not request.url.startswith(own):
            self.faults.append(f"{self.page.url} asked for {request.url}")

    def _answered(self, answer: Response) -> None:
        if answer.status >= 500:
            self.faults.append(f"{answer.url} answered {answer.status}")

    def sign_in(self, username: str) -> None:
        """Choose somebody of the demo cast."""
        self.go("/sign-in")
        self.page.locator(f"form[action='/sign-in/{username}'] button").click()
        self.page.wait_for_url("**/districts/**")

    def go(self, path: str, public: bool = False) -> int:
        """Open a page; its status."""
        answer = self.page.goto(f"{self.served.public if public else self.served.staff}{path}")
        assert answer is not None, path
        return answer.status

    def axe_findings(self) -> list[str]:
        """What axe finds wrong with the page that is open, all rules on."""
        self.page.evaluate(axe())
        found = self.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        return [f"{one['id']}: {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]]

    def scrolls_sideways_by(self) -> int:
        """How many pixels of the page lie beyond its window."""
        return int(self.page.evaluate(_SCROLLS))

    def leave(self) -> None:
        """Close the window."""
        self.context.close()
