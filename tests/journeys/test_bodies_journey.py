"""A new mayor takes the seat and a colleague is told; learning together is written down and covers a municipality."""

from __future__ import annotations

from tests.journeys.walks import HOME

COUNCIL, SEAT = "kredsraad-oestjylland", "borgmester-i-randers-kommune"


def test_a_new_mayor_takes_the_seat_and_whoever_was_slower_is_told(visitor):
    one, other = visitor("tine", language="en"), visitor("soeren", language="en")
    one.go(f"{HOME}bodies/people/")
    one.page.get_by_label("Name").fill("Ida Ravnsborg")
    one.page.get_by_label("Agency").select_option("randers-kommune")
    one.page.get_by_role("button", name="Save").click()
    one.page.get_by_role("rowheader", name="Ida Ravnsborg").wait_for()
    for secretary in (one, other):
        secretary.go(f"{HOME}bodies/{COUNCIL}/seats/{SEAT}/")
        secretary.page.get_by_label("In the place of").select_option(label="Poul Erik Skaarup")
    one.page.locator("#holder").select_option(label="Ida Ravnsborg")
    one.page.locator("form:has(#holder) button").click()
    one.page.wait_for_url(f"**/bodies/{COUNCIL}/")
    row = one.page.locator(f"#s-{SEAT}").inner_text()
    assert "Ida Ravnsborg" in row
    assert "since 20 August 2024" in row.replace("\u00a0", " ")
    assert "Poul Erik Skaarup" in one.page.locator("section[aria-labelledby=h-before]").inner_text()
    other.page.locator("#holder").select_option(label="Flemming Hald")
    other.page.locator("form:has(#holder) button").click()
    assert "Somebody else has changed who sits there" in other.page.get_by_role("alert").inner_text()


def test_an_activity_is_planned_and_held_and_its_municipality_is_covered(visitor):
    one = visitor("soeren", language="en")
    one.go(f"{HOME}learning/new/")
    one.page.get_by_label("What kind").select_option("visit")
    one.page.get_by_label("About what").fill("A visit to the evening school")
    one.page.get_by_label("Host").select_option("randers-kommune")
    one.page.locator("#day").fill("2024-08-15")
    one.page.get_by_label("Syddjurs", exact=True).check()
    one.page.get_by_role("button", name="Save").click()
    one.page.get_by_role("heading", name="A visit to the evening school").wait_for()
    one.page.locator("#people-randers-kommune").fill("4")
    one.page.get_by_role("button", name="Save as held").click()
    one.page.get_by_role("heading", name="Who took part").wait_for()
    one.go(f"{HOME}learning/")
    covered = one.page.locator(".coverage tr", has_text="Syddjurs").inner_text()
    assert "1 held" in covered
