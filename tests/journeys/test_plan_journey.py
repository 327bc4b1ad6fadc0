"""A plan's whole year in a real browser: draft, suggestion, consultation, approval, publication, and the next year."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from tests.journeys.served import Served
from tests.journeys.test_case_journey import press, seen
from tests.journeys.visitor import Visitor

HOME = "/districts/sydoestjylland/plan/"
OTHER = "/districts/oestjylland/plan/"
_PATIENCE_SECONDS = 60
# Who leads each party is nobody of the demo cast, so that they are invented here.
_PEOPLE = """
from datetime import date
from samvirke.desks.plan.models import Plan
from samvirke.registers.partners.models import Seat
from samvirke.trust.access.actor import system
from samvirke.trust.access.commands.put_account import put_account
seats = Seat.objects.filter(body="kredsraad-DISTRICT", role__in=("chair", "member"), agency__isnull=False)
names = []
for number, seat in enumerate(seats.order_by("order")):
    role = "chief" if seat.agency.kind == "police" else "mayor"
    name = f"DISTRICT-{number}"
    put_account(system("operator"), username=name, name=f"Leader {number}", agency=seat.agency_id, role=role,
        since=date(2024, 1, 1), invented=True)
    names.append(name)
print(json.dumps(names))
"""

Comes = Callable[..., Visitor]


@pytest.fixture
def comes(visitor: Comes) -> Comes:
    """Somebody before the browser, reading English."""
    return lambda name, **given: visitor(name, language="en", **given)


def begun(lise: Visitor, year: int) -> None:
    """From the plan in force, with what became of it: that is what the page proposes."""
    lise.page.get_by_role("link", name=f"Begin the plan for {year}").click()
    lise.page.wait_for_url("**/plan/begin/")
    assert lise.page.get_by_label("with what became of it").is_checked()
    press(lise, "Begin the draft")


def suggested(lise: Visitor, mayor: Visitor, draft: str) -> None:
    """A mayor suggests another text of a section; the secretary accepts what the difference shows."""
    lise.go(draft)
    section = lise.page.locator("table th a").nth(2).get_attribute("href")
    assert section is not None
    mayor.go(section)
    text = mayor.page.locator("#text")
    text.fill(f"{text.input_value().strip()} Det gælder også i weekenden.")
    mayor.page.locator("#why").fill("Det sker mest i weekenden.")
    press(mayor, "Send the suggestion")
    lise.go(section)
    assert lise.page.locator("aside ins").inner_text().endswith("Det gælder også i weekenden.")
    with lise.page.expect_navigation():
        lise.page.get_by_role("button", name="Accept").click()
    assert "Det gælder også i weekenden." in lise.page.locator("#text").input_value()


def heard(lise: Visitor, mayor: Visitor, draft: str, name: str) -> None:
    """The mayor's municipality is asked, answers, and sees how the answer was taken up."""
    lise.go(f"{draft}consultation/")
    lise.page.get_by_label(name, exact=True).check()
    lise.page.locator("#until").fill("2024-10-01")
    press(lise, "Begin the consultation")
    mayor.go(f"{draft}consultation/")
    mayor.page.get_by_label("Your agency's answer").fill("Vi er enige.")
    press(mayor, "Send the answer")
    lise.go(f"{draft}consultation/")
    lise.page.locator("summary", has_text="How it was taken up").click()
    lise.page.get_by_label("Outcome").select_option("noted")
    lise.page.get_by_label("In a sentence").fill("Ingen ændring er nødvendig.")
    press(lise, "Store")
    press(lise, "End the consultation")
    mayor.go(f"{draft}consultation/")
    assert "Noted Ingen ændring er nødvendig." in seen(mayor)


def approved(lise: Visitor, comes: Comes, leaders: list[str], draft: str) -> None:
    """Discussed, sent out, and approved by one party after the other; until the last one it cannot be signed."""
    lise.go(f"{draft}approval/")
    lise.page.locator("#d-on").fill("2024-08-19")
    lise.page.locator("#d-at").fill("Kredsrådet, møde 3")
    press(lise, "Note the discussion")
    press(lise, "Send for approval")
    for name in leaders:
        lise.go(f"{draft}approval/")
        assert "Cannot be signed before" in seen(lise)
        one = comes(name)
        one.go(f"{draft}approval/")
        assert one.page.get_by_role("button", name="Approve").count() == 1
        press(one, "Approve")
        assert one.page.get_by_role("button", name="Approve").count() == 0


def published(lise: Visitor, draft: str, town: str) -> None:
    """Signed with names, and published with the consequence before the button."""
    lise.go(f"{draft}approval/")
    lise.page.locator("#s-at").fill(town)
    press(lise, "Note the signatures")
    assert "exactly as in the preview" in seen(lise)
    press(lise, "Publish the plan")
    assert "Edition 1" in seen(lise)


def reads(citizen: Visitor, slug: str, *words: str) -> dict[str, Any]:
    """A citizen reads the page, the paper and the data as soon as the queue has brought them out."""
    until = time.monotonic() + _PATIENCE_SECONDS
    paper = f"{citizen.served.public}/plans/{slug}/1.pdf"
    while citizen.page.request.get(paper).status != 200:
        assert time.monotonic() < until, "the plan did not come out"
        time.sleep(0.3)
    assert citizen.go(f"/plans/{slug}/", public=True) == 200
    assert [one for one in words if one not in seen(citizen)] == []
    fetched = citizen.page.request.get(f"{citizen.served.public}/plans/{slug}/1.pdf")
    with pikepdf.open(BytesIO(fetched.body())) as pdf, pdf.open_metadata() as about:
        assert (about["pdfuaid:part"], about["pdfaid:part"]) == ("1", "2")
    data: dict[str, Any] = citizen.page.request.get(f"{citizen.served.public}/plans/{slug}/1.json").json()
    return data


def follows(lise: Visitor) -> None:
    """The next year begins from this one, and what is changed in it is told word by word."""
    lise.go(HOME)
    begun(lise, 2025)
    lise.page.locator("table th a").nth(2).click()
    text = lise.page.locator("#text")
    text.fill(text.input_value().replace("weekenden", "ferien"))
    press(lise, "Store the text")
    lise.go(f"{HOME}changes/samarbejdsplan-sydoestjylland-2025/")
    assert lise.page.locator("h1").inner_text() == "What is different in 2025 from 2024"
    assert "weekenden" in lise.page.locator("del").first.inner_text()
    assert "ferien" in lise.page.locator("ins").first.inner_text()


def test_a_plan_goes_through_its_year_and_the_next_year_says_what_is_different(served: Served, comes: Comes) -> None:
    leaders = served.installation.ask(_PEOPLE.replace("DISTRICT", "sydoestjylland"))
    lise, mayor = comes("lise"), comes(leaders[1])
    lise.go(HOME)
    begun(lise, 2024)
    assert re.search(r"/plan/drafts/samarbejdsplan-sydoestjylland-2024/$", lise.page.url)
    draft = f"{HOME}drafts/samarbejdsplan-sydoestjylland-2024/"
    assert "parties have not approved." in seen(lise)
    suggested(lise, mayor, draft)
    heard(lise, mayor, draft, "Horsens Municipality")
    approved(lise, comes, leaders, draft)
    published(lise, draft, "Kolding")
    words = ("Det gælder også i weekenden.", "What has changed since 2020", "Leader 3")
    data = reads(comes(""), "samarbejdsplan-sydoestjylland-2024", *words)
    assert (data["year"], len(data["approvals"]), data["signed_at"]) == (2024, 8, "Kolding")
    follows(lise)


def tidied(tine: Visitor, draft: str) -> None:
    """What others suggested, said and answered is dealt with, page by page."""
    tine.go(draft)
    tine.page.locator("table tr", has_text="1 suggestion").locator("th a").click()
    with tine.page.expect_navigation():
        tine.page.get_by_role("button", name="Accept").click()
    tine.go(f"{draft}consultation/")
    tine.page.locator("summary", has_text="How it was taken up").first.click()
    tine.page.get_by_label("Outcome").first.select_option("taken-up")
    tine.page.get_by_label("In a sentence").first.fill("Sommerhusområderne er nævnt under indbrud.")
    press(tine, "Store")
    press(tine, "End the consultation")


@pytest.mark.slow
def test_the_other_district_goes_from_the_years_draft_to_publication_and_tells_what_is_different(
    served: Served, comes: Comes
) -> None:
    leaders = served.installation.ask(_PEOPLE.replace("DISTRICT", "oestjylland"))
    tine = comes("tine")
    draft = f"{OTHER}drafts/samarbejdsplan-oestjylland-2025/"
    tine.go(draft)
    assert "One suggestion is not answered." in seen(tine)
    assert "8 parties have not approved." in seen(tine)
    press(tine, "What is different from 2024")
    told = seen(tine)
    assert "New sections Knivbesiddelse blandt unge" in told
    assert "New measures Nabobesøg efter indbrud" in told
    assert comes("lise").go(draft) == 404
    tidied(tine, draft)
    approved(tine, comes, leaders, draft)
    published(tine, draft, "Aarhus")
    data = reads(
        comes(""), "samarbejdsplan-oestjylland-2025", "Knivbesiddelse blandt unge", "What has changed since 2024"
    )
    assert (data["year"], len(data["approvals"]), data["signed_at"]) == (2025, 8, "Aarhus")
    assert {row["how"] for row in data["changes"]["rows"]} >= {"came", "changed"}
