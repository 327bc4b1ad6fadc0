"""A case from beginning to end in a real browser: four people, two agencies, and one disclosure between them."""

from __future__ import annotations

import re

import pytest
from tests.journeys.walks import HOME

WHY = "The municipality can only offer the right support if it knows how often it happens."


@pytest.fixture
def comes(visitor):
    """Somebody of the demo cast before the browser, reading English."""

    def signed_in(name: str, **given: object):
        return visitor(name, language="en", **given)

    return signed_in


def press(one, name: str) -> None:
    """Press the button or follow the link of that name, and wait for the page it leads to."""
    wanted = one.page.get_by_role("button", name=name, exact=True).or_(
        one.page.get_by_role("link", name=name, exact=True)
    )
    with one.page.expect_navigation():
        wanted.first.click()


def seen(one) -> str:
    """What stands on the page, on one line."""
    return " ".join(one.page.locator("main").inner_text().split())


def opened(line) -> str:
    """A PSP case that the police have opened; the address of its page."""
    line.go(f"{HOME}cases/new/psp/")
    line.page.locator("[name=reason]").fill("coordinates PSP in Randers")
    with line.page.expect_navigation():
        line.page.locator("main form button.button-primary").click()
    assert re.search(r"/cases/[0-9a-f-]{36}/$", line.page.url), line.page.url
    return str(line.page.url).removeprefix(line.served.staff)


def filled(line, case: str) -> None:
    """Named, written, moved to a step where fields cross, and the municipality invited."""
    press(line, "Next step or close")
    assert "“The citizen” is not named." in seen(line)
    line.go(f"{case}people/")
    line.page.get_by_label("Name", exact=True).fill("Mads Lundsgaard")
    line.page.get_by_label("Date of birth").fill("1990-03-02")
    press(line, "Put into the case")
    line.go(f"{case}sections/referral/")
    line.page.locator("#q-occasion").fill("Shouting and broken windows")
    line.page.locator("#q-concern").fill("Out of treatment since May")
    press(line, "Store")
    line.go(f"{case}access/")
    line.page.get_by_label("Invite an agency").select_option("randers-kommune")
    press(line, "Invite")
    line.go(f"{case}move/")
    press(line, "Move to “Assessed”")


def test_a_case_is_opened_shared_lawfully_and_closed(comes):
    line = comes("line")
    case = opened(line)
    number = line.page.locator(".crumb span").last.inner_text()
    filled(line, case)
    assert "Mads Lundsgaard, 34 years" in seen(line)

    karim = comes("karim")
    assert karim.go(case) == 200
    assert "nobody of yours works on the case yet" in seen(karim)
    karim.page.get_by_label("Why do they need to know?").fill("social psychiatry")
    karim.page.get_by_label("Let a colleague work on it").select_option(label="Karim Yilmaz")
    press(karim, "Give access for 90 days")
    assert "The section exists, but you cannot see it." in seen(karim)
    assert "Mads" not in seen(karim)
    assert comes("birgit").go(case) == 404

    line.go(case)
    panel = line.page.locator(".disclose")
    panel.get_by_label("Concern", exact=True).check()
    panel.get_by_label("The citizen", exact=True).check()
    panel.get_by_label("Randers Municipality", exact=True).check()
    panel.get_by_label("I confirm").check()
    panel.get_by_label("Why is it necessary?").fill(WHY)
    panel.get_by_text("Randers Municipality sees 2 fields until").wait_for()
    assert "Hanne Lykke has to approve it first." in panel.inner_text()
    press(line, "Send for approval")
    assert "waits for a second pair of eyes" in seen(line)
    karim.go(case)
    assert "Out of treatment" not in seen(karim)

    hanne = comes("hanne")
    hanne.go(f"{HOME}cases/approvals/")
    with hanne.page.expect_navigation():
        hanne.page.locator("main a[href*='/cases/approvals/']", has_text=number).click()
    assert "Out of treatment since May" in seen(hanne)
    with hanne.page.expect_navigation():
        hanne.page.locator("main button.button-primary").first.click()

    karim.go(case)
    assert "Out of treatment since May" in seen(karim)
    assert "sees 1 field through V-0001" in seen(karim)
    assert "Shouting" not in seen(karim)
    assert karim.axe_findings() == []

    line.go(f"{case}move/")
    line.page.get_by_label("Responsibility is placed and taken").check()
    press(line, "Close the case")
    assert "Responsibility is placed and taken" in seen(line)
    assert "Write in it" not in seen(line)


def test_a_disclosure_is_previewed_and_sent_without_a_script(comes):
    line = comes("line", java_script_enabled=False)
    case = opened(line)
    filled(line, case)
    line.go(f"{case}disclose/")
    line.page.get_by_label("Occasion", exact=True).check()
    line.page.get_by_label("Randers Municipality", exact=True).check()
    press(line, "Preview")
    assert "Say in a sentence why the disclosure is necessary." in seen(line)
    line.page.get_by_label("Why is it necessary?").fill(WHY)
    line.page.get_by_label("I confirm").check()
    press(line, "Preview")
    assert "Randers Municipality sees 1 field until" in seen(line)
    assert line.page.get_by_label("Occasion", exact=True).is_checked()
    press(line, "Disclose")
    assert "in force until" in seen(line)


@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.slow), 390])
def test_every_page_of_a_case_is_for_everybody(width, comes):
    line = comes("line", width=width)
    case = opened(line)
    filled(line, case)
    pages = ("", "sections/referral/", "sections/responsibility/", "people/", "access/", "move/", "disclose/")
    found = []
    for path in (*pages, "print/", "meeting/", "shared/"):
        assert line.go(f"{case}{path}") == 200
        line.page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")
        found += [f"{path}: {finding}" for finding in line.axe_findings()]
        if line.scrolls_sideways_by():
            found.append(f"{path} scrolls sideways")
    assert found == []
