"""From a signal to an agenda and a named place, to who is sent there, and to what helped and next year's plan."""

from __future__ import annotations

from tests.journeys.visitor import Visitor
from tests.journeys.walks import HOME

_SPENTRUP = "56.5340, 10.0370\n56.5340, 10.0500\n56.5430, 10.0500\n56.5430, 10.0370"


def words(visitor: Visitor) -> str:
    return visitor.page.locator("main").inner_text().replace("\u00a0", " ")


def press(visitor: Visitor, name: str) -> None:
    visitor.page.get_by_role("button", name=name, exact=True).click()
    visitor.page.wait_for_load_state()


def test_a_signal_becomes_a_place_somebody_is_sent_there_and_what_helped_reaches_the_next_plan(visitor):
    # The council does not hear of what nobody has looked at.
    mayor = visitor("anne", language="en")
    mayor.go(f"{HOME}emerging/")
    assert "Spentrup" not in words(mayor)

    # A person of the police looks at it, and says that it is real.
    secretary = visitor("tine", language="en")
    secretary.go(f"{HOME}emerging/")
    secretary.page.get_by_role("link", name="Spentrup").first.click()
    secretary.page.locator("input[name=verdict]").first.check()
    secretary.page.locator("#words").fill("Reports read: the same way in, on weekday mornings.")
    press(secretary, "Save what it is")
    assert "Reports read: the same way in" in words(secretary)
    mayor.go(f"{HOME}emerging/")
    assert "Spentrup" in words(mayor)

    # It offers itself to the local council's next agenda, and to be named as a place.
    signal = secretary.page.url
    secretary.go(f"{HOME}meetings/")
    secretary.page.locator("main a", has_text="Randers").first.click()
    secretary.page.wait_for_load_state()
    assert "Spentrup" in words(secretary)
    secretary.page.goto(signal)
    secretary.page.get_by_role("link", name="Propose it as a place").click()
    secretary.page.locator("#drawing").fill(_SPENTRUP)
    secretary.page.locator("#homes").fill("140")
    secretary.page.locator("#criterion").fill("A signal rarer than the promise allows")
    press(secretary, "Propose")
    assert "Spentrup" in secretary.page.locator("h1").inner_text()

    # Somebody is asked for, at a point in it; the municipality sees the request.
    secretary.go(f"{HOME}deployments/new/mobile-police-station/?where=56.5380,%2010.0430")
    secretary.page.locator("#name").fill("The shops in Spentrup")
    secretary.page.locator("#municipality").select_option("730")
    secretary.page.locator("#reason").fill("The signal of burglaries")
    press(secretary, "Ask for it")
    assert "The shops in Spentrup" in secretary.page.locator("h1").inner_text()
    town = visitor("soeren", language="en")
    town.go(f"{HOME}deployments/")
    assert "The shops in Spentrup" in words(town)

    # What was measured of other places stands on their pages, on the cards, and in the draft of next year's plan.
    secretary.go(f"{HOME}places/")
    secretary.page.get_by_role("link", name="Boligområde i Hornslet").first.click()
    secretary.page.get_by_role("heading", name="Did it help?").wait_for()
    assert "cannot tell" in words(secretary)
    mayor.go(f"{HOME}effects/cards/")
    assert "Boligområde i Hornslet" in words(mayor)
    secretary.go(f"{HOME}plan/drafts/samarbejdsplan-oestjylland-2025/goals/")
    secretary.page.get_by_role("link", name="The work against burglary is strengthened").first.click()
    secretary.page.wait_for_load_state()
    assert "tried once here" in words(secretary).lower()
