"""A quarter of a local council in a real browser: duty, agenda, pack, meeting, decision, and what came late."""

from __future__ import annotations

import re

from tests.journeys.walks import HOME, make_pack

BODY = "lokalraad-norddjurs"
MEETINGS = f"{HOME}meetings/"
# The day on which a commitment was due goes by while nobody looks.
_TIME_PASSES = """
from samvirke.registers.commitments.models import Commitment
rows = Commitment.objects.filter(came_from__startswith="decision:", body_id="lokalraad-norddjurs")
print(rows.update(due="2024-06-01"))
"""
# The day of the meeting comes while nobody looks: it is held on the day on which the demonstration stands.
_ITS_DAY_COMES = """
from datetime import datetime
from samvirke.desks.meetings.models import Meeting
from samvirke.foundation.clock import COPENHAGEN, today
hour = lambda at: datetime(today().year, today().month, today().day, at, tzinfo=COPENHAGEN)
print(Meeting.objects.filter(pk="{meeting}").update(starts_at=hour(9), ends_at=hour(11)))
"""


def press(one, name: str) -> None:
    """Press the button of that name, and wait for the page it leads to."""
    # What is added for those who do not see the row stands apart in the name of its button.
    wanted = re.compile(f"^{name}".replace(": ", " ?: "))
    with one.page.expect_navigation():
        one.page.get_by_role("button", name=wanted).first.click()


def seen(one) -> str:
    """What stands on the page, on one line."""
    return " ".join(one.page.locator("main").inner_text().split())


def its_day_comes(one, meeting: str) -> None:
    """Today is the day of the meeting at this address."""
    script = _ITS_DAY_COMES.format(meeting=meeting.rstrip("/").rpartition("/")[2])
    assert one.served.installation.ask(script) == 1


def planned(one) -> list[str]:
    """The addresses of the council's meetings that are planned and not called."""
    one.go(MEETINGS)
    row = one.page.locator("tr", has=one.page.locator(f"#b-{BODY}"))
    return row.locator("a.state-not-begun").evaluate_all("all => all.map(one => one.getAttribute('href'))")


def prepared(one, meeting: str) -> None:
    """The agenda from the template and an item of one's own with an annex; called with its pack."""
    one.go(meeting)
    press(one, "Begin the agenda")
    assert "Approval of the agenda" in seen(one)
    one.page.get_by_label("Another item").fill("Night buses to Grenaa")
    press(one, "Add")
    one.page.get_by_label("Recommendation", exact=True).fill("That night buses are tried on Fridays.")
    press(one, "Store")
    one.page.get_by_role("link", name="Night buses to Grenaa").click()
    annex = {"name": "Timetable.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\nstartxref\n0\n%%EOF\n"}
    one.page.get_by_label("Another annex").set_input_files(annex)
    press(one, "Upload")
    walkable(one)
    one.go(meeting)
    walkable(one)
    press(one, "Call the meeting")
    assert "Papers" in seen(one)


def walkable(one) -> None:
    """Axe finds nothing with everything unfolded, and nothing lies beyond the window, on a screen or in a hand."""
    one.page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")
    for width in (390, 1280):
        one.page.set_viewport_size({"width": width, "height": 900})
        assert (one.axe_findings(), one.scrolls_sideways_by()) == ([], 0)


def everybody_came(one) -> None:
    """Those who sit on the council that day are on the list already."""
    one.page.get_by_role("link", name="Attendance").click()
    for came in one.page.get_by_label("Present", exact=True).all():
        came.check()
    press(one, "Store")
    walkable(one)
    one.page.get_by_role("link", name="Minutes", exact=True).click()
    one.page.locator(".live-grid").wait_for()


def dealt_with(one) -> int:
    """Every item in turn, the decision with a commitment; how many there were."""
    for number in range(1, 20):
        if not one.page.get_by_role("button", name="End item").count():
            return number - 1
        if one.page.get_by_label("Agreed to", exact=True).count():
            decided(one)
        press(one, "End item")
    return 0


def decided(one) -> None:
    """Stored as it is written, and the public text beside it; then somebody owes something."""
    one.page.get_by_label("Agreed to", exact=True).check()
    one.page.locator("[name=decision]").fill("Night buses are tried for a year.")
    one.page.locator("#public", has_text="Night buses are tried for a year.").wait_for()
    assert "LR-Norddjurs 2024/1" in one.page.locator("#number").inner_text()
    one.page.reload()
    one.page.get_by_label("Write a commitment").fill("Try night buses")
    one.page.locator("#b-owner").select_option("norddjurs-kommune")
    one.page.locator("#b-due").fill("2025-01-15")
    press(one, "Agree on it")
    assert "Measured: no" in seen(one)
    walkable(one)


def everybody_answers(tine) -> None:
    """Those who do not sign in here have answered by telephone, and the secretary enters it."""
    fields = [one.get_attribute("id") for one in tine.page.locator("[name=received_how]").all()]
    assert fields
    for field in fields:
        told = tine.page.locator("aside details").filter(has=tine.page.locator(f"#{field}"))
        told.evaluate("one => one.open = true")
        told.locator("[name=received_how]").fill("by telephone")
        told.get_by_role("button", name="Store").click()


def test_a_quarter_of_a_local_council_from_its_duty_to_what_was_not_done(visitor):
    tine = visitor("tine", language="en")
    tine.go(MEETINGS)
    press(tine, "Take over: The local council of Norddjurs")
    first, following = planned(tine)[:2]
    make_pack(tine, BODY)
    prepared(tine, first)
    its_day_comes(tine, first)
    press(tine, "Begin the meeting")
    everybody_came(tine)
    press(tine, "Take up item 1")
    assert dealt_with(tine) == 7
    assert "Everything has been dealt with" in seen(tine)
    press(tine, "Close the meeting")
    press(tine, "Send the minutes")
    walkable(tine)
    everybody_answers(tine)
    press(tine, "Approve the minutes")
    assert "Night buses are tried for a year." in seen(tine)
    tine.page.get_by_role("link", name="Publication").click()
    press(tine, "Publish it")
    assert "What is shown is published" in seen(tine)
    walkable(tine)
    assert published(tine)

    tine.go(f"{MEETINGS}decisions/?q=buses")
    assert "Due 15" in seen(tine)
    assert tine.served.installation.ask(_TIME_PASSES) == 1
    tine.go(following)
    press(tine, "Begin the agenda")
    press(tine, "Take in: Try night buses")
    assert "Try night buses" in tine.page.locator(".agenda").inner_text()
    press(tine, "Take in: Discussion of SSP")
    assert "Discussion of SSP" in tine.page.locator(".agenda").inner_text()


def published(one) -> bool:
    """Whether the public reads the minutes soon: the worker brings them there."""
    for _try in range(40):
        one.go("/meetings/", public=True)
        link = one.page.get_by_role("link", name="Minutes: The local council of Norddjurs")
        if link.count():
            link.click()
            page = one.page.locator("main").inner_text()
            assert "Closed item" in page
            return "Night buses are tried for a year." in page
        one.page.wait_for_timeout(500)
    return False


def test_minutes_are_written_without_a_script(visitor):
    one = visitor("tine", language="en", java_script_enabled=False)
    row = "tr:has(#b-lokalraad-randers) a.state-on-course"
    one.go(MEETINGS)
    one.go(str(one.page.locator(row).first.get_attribute("href")))
    called = one.page.url
    one.page.get_by_role("link", name="Attendance").click()
    press(one, "Take everybody who sits on the body that day")
    assert "Bent Overgaard" in seen(one)
    its_day_comes(one, called)
    one.page.goto(called)
    press(one, "Begin the meeting")
    one.page.get_by_label("Minutes", exact=True).fill("Dagsordenen blev godkendt.")
    press(one, "Store")
    assert "Stored" in seen(one)
    assert "Dagsordenen blev godkendt." in one.page.locator("#public").inner_text()
