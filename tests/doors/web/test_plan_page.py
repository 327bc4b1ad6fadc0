"""The plan's page puts every promise, figure and series in the section that prints it, and nowhere else."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.doors.web.places import read, text_of

from samvirke.desks.plan.models import Plan
from samvirke.registers.commitments.models import Commitment

_ADDRESS = "/districts/oestjylland/plan/"


@pytest.fixture
def sections(reader):
    """The sections of the plan of East Jutland as the secretary reads them, by anchor."""
    page = read(reader.get(_ADDRESS))
    return {one.get("id"): text_of(one) for one in page.xpath("//section[contains(@class, 'plan-section')]")}


def test_every_section_of_the_plan_is_there_once_in_its_order(sections):
    plan = Plan.objects.get(pk="samarbejdsplan-oestjylland-2024")
    assert list(sections) == [one.anchor for one in plan.sections.order_by("order")]


def test_a_figure_stands_in_the_section_that_prints_it_with_what_it_does_not_say(sections):
    told = [anchor for anchor, text in sections.items() if "Safety cameras in the police district" in text]
    assert len(told) == 1
    assert "45" in sections[told[0]]
    assert "does not divide it" in sections[told[0]]


def test_the_one_printed_series_stands_once_with_all_its_years(sections):
    told = [text for text in sections.values() if "2017" in text and "2023" in text]
    assert len(told) == 1
    assert all(number in told[0] for number in ("51", "49", "56", "54", "28", "21", "24"))


def test_every_commitment_of_the_plan_stands_in_one_section(sections):
    plan = Plan.objects.get(pk="samarbejdsplan-oestjylland-2024")
    promised = Commitment.objects.filter(plan_id=plan.pk)
    places = Counter(
        (one.pk, anchor)
        for one in promised
        for anchor, text in sections.items()
        if one.words.text("en") in text and anchor == _section_of(plan, one)
    )
    assert len(places) == promised.count() > 10


def _section_of(plan: Plan, one: Commitment) -> str:
    held = [section.anchor for section in plan.sections.all() if section.holds(one.origin)]
    assert len(held) == 1, one.slug
    return held[0]
