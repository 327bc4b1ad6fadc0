"""Somebody adds a passkey and a code app in a real browser, and comes in by each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from tests.doors.web.people import code
from tests.journeys.served import Served
from tests.journeys.visitor import Visitor

_PASSWORD = "three fjords and a mill"
_DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


class _ByName(Served):
    """The same pages under a name: a browser makes no passkeys for a bare number."""

    @property
    def staff(self) -> str:
        return f"http://localhost:{self.port}"


@pytest.fixture
def gro(browser: Browser, served: Served) -> Iterator[Visitor]:
    """Gro of Randers, whose device asks for her finger."""
    given = ("--name", "Gro Dam", "--agency", "randers-kommune", "--role", "secretary", "--password", _PASSWORD)
    assert served.installation.samvirke("accounts", "add", "gro.dam", *given).returncode == 0
    one = Visitor(browser, _ByName(served.installation, served.port))
    device = one.context.new_cdp_session(one.page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": _DEVICE})
    yield one
    one.leave()
    assert one.faults == []


def types(one: Visitor) -> None:
    one.go("/sign-in")
    one.page.fill("#username", "gro.dam")
    one.page.fill("#password", _PASSWORD)
    one.page.locator("main .button-primary").click()


def leaves(one: Visitor) -> None:
    one.page.locator("form[action='/sign-out'] button").first.click()
    one.page.wait_for_url("**/sign-in")


def test_a_passkey_and_a_code_app_are_added_and_each_opens(gro):
    page = gro.page
    types(gro)
    page.wait_for_url("**/districts/**")
    gro.go("/my-sign-in")
    page.fill("#name", "the telephone")
    page.locator("form[data-passkey=create] button").click()
    page.get_by_role("rowheader", name="the telephone").wait_for()
    assert gro.axe_findings() == []

    gro.go("/my-sign-in/code")
    secret = page.locator(".secret").inner_text().replace(" ", "")
    assert gro.axe_findings() == []
    page.fill("#code", code(secret, -1))
    page.locator("main .button-primary").click()
    page.locator("ul.recovery li").first.wait_for()
    paper = page.locator("ul.recovery li").all_inner_texts()
    assert len(paper) == 10
    leaves(gro)

    page.locator("form[data-passkey=get] button").click()
    page.wait_for_url("**/districts/**")
    leaves(gro)

    for typed in (code(secret), paper[0]):
        types(gro)
        page.wait_for_url("**/sign-in/step/code")
        assert gro.axe_findings() == []
        page.fill("#code", typed)
        page.locator("main .button-primary").click()
        page.wait_for_url("**/districts/**")
        leaves(gro)
