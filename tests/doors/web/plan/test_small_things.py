"""Pages of the plan desk say what is so: no history yet, a heading over others, a plan that begins next year."""

from __future__ import annotations

import pytest
from tests.doors.web.places import read, text_of

from samvirke.desks.plan.models import Plan
from samvirke.registers.partners.models import Body
from samvirke.trust.identity.models import Agency

pytestmark = pytest.mark.django_db(databases=["default", "public"])

HOME = "/districts/fjordkredsen/plan/"


def local_council(fjord, name):
    return Body.objects.create(
        id=f"lokalraad-{name}", district=fjord, kind="local-council", name={"da": "Lokalråd"}, task={"da": "Møder."}
    )  # fmt: skip


def test_a_section_that_nobody_has_changed_has_a_history_that_says_so(desk, browse, address):
    assert not desk.section().versions.exists()
    answer = browse(desk.tine).get(address(f"sections/{desk.section().pk}/history/"))
    assert answer.status_code == 200
    assert "reads as it did when the draft began" in text_of(read(answer))


def test_a_heading_over_other_sections_is_not_said_to_lack_a_text(desk, browse, address):
    desk.plan.sections.create(number="3", order=8, heading={"da": "Over"}, has_body=False, slug="over")
    desk.plan.sections.create(number="3.1", order=9, heading={"da": "Under"}, has_body=False, slug="under")
    page = read(browse(desk.tine).get(address()))
    rows = {text_of(row) for row in page.xpath("//table//th[@scope='row']")}
    assert "3 Over" in rows
    assert "3.1 Underno text" in rows


def test_a_plan_that_is_signed_for_next_year_is_said_to_be_in_force_from_then(desk, fjord, browse):
    body = local_council(fjord, "fjordby")
    plan = Plan.objects.create(
        id="handleplan-x-2025", district=fjord, body=body, kind="action", title={"da": "Plan"}, year=2025, until=2026
    )
    shown = text_of(read(browse(desk.tine).get(f"{HOME}local/")))
    assert "In force from 2025; no action plan of this system is until then." in shown
    plan.year = 2024
    plan.save()
    assert "In force from" not in text_of(read(browse(desk.tine).get(f"{HOME}local/")))


def test_all_municipalities_and_all_local_councils_are_named_as_one(desk, browse, address):
    for name in ("nordby", "sydby"):
        agency = Agency.objects.create(id=f"{name}-kommune", kind="municipality", name={"da": name.title()})
        desk.plan.parties.create(agency=agency)
    towns = list(desk.plan.parties.filter(agency__kind="municipality").values_list("agency_id", flat=True))
    assert len(towns) >= 3
    one = desk.plan.measures.create(
        section=desk.section("2"), slug="alle", title={"da": "Alle"}, text={"da": "De går."}, kind="activity",
        owners=towns,
    )  # fmt: skip
    there = address("goals/")
    assert "All municipalities · Activity" in text_of(read(browse(desk.tine).get(there)))
    one.owners = towns[1:]
    one.save()
    assert "All municipalities" not in text_of(read(browse(desk.tine).get(there)))


def test_the_year_that_is_shown_is_no_link_to_itself(fjord, desk, browse):
    Plan.objects.create(
        id="plan-2029", district=fjord, body=desk.plan.body, title={"da": "Plan"}, year=2029, kind="cooperation"
    )
    page = read(browse(desk.tine).get(f"{HOME}2029/"))
    assert [text_of(one) for one in page.xpath("//*[contains(@class, 'years')]/*[@aria-current='page']")] == ["2029"]


def test_items_that_were_read_stand_below_the_heading_they_are_printed_under(desk, browse, address):
    kept = {"place": {"line": 1}, "level": "high", "kind": "section"}
    desk.plan.read_from = {"file": "plan.txt", "title": "Plan"}
    desk.plan.save()
    for order, of, number in ((1, None, "II"), (2, 1, "II.1"), (3, 2, "")):
        content = {"number": number, "heading": f"Afsnit {order}", "text": ""}
        desk.plan.read_items.create(order=order, of=of, content=content, **kept)
    page = read(browse(desk.tine).get(address("read/")))
    depths = [one.get("class").rsplit("-", 1)[1] for one in page.xpath("//section[@id='sections']//th[@scope='row']")]
    assert depths == ["1", "2", "3"]
