"""The designs of the demo find what is planted in its incidents, and are honest where nothing can be told."""

from __future__ import annotations

import pytest

from samvirke.desks.plan.models import Section
from samvirke.handovers.effect_demo import load_effects
from samvirke.insight.effects.facts.card import newest_of
from samvirke.insight.effects.models import Design
from samvirke.insight.effects.queries.designs import designs
from samvirke.insight.effects.queries.tried import tried_before
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system

OPERATOR = system("operator")
# By the truth file Randers has 30 and 39 per cent fewer burglaries in the two quarters of the period after.
PLANTED = (0.70 + 0.61) / 2


@pytest.fixture
def here(demo, db):
    district = District.objects.get(pk=demo)
    return {one.title["da"]: newest_of(one) for one in designs(OPERATOR, district).filter(invented=True)}


def test_what_is_planted_is_found_with_an_interval_that_holds_it(here):
    found = here["Indsatsen mod indbrud styrkes"]
    assert found.verdict == "fewer"
    assert found.judged.ratio.low < PLANTED < found.judged.ratio.high
    assert found.judged.trend_says == "alike"


def test_small_places_cannot_tell_what_is_not_over_waits_and_one_says_why_it_is_not_measured(here):
    assert {here[name].verdict for name in ("Aarhus centrum", "Boligområde i Hornslet")} == {"cannot-tell"}
    assert "changed" in here["Aarhus centrum"].judged.notes
    assert "chosen-before" in here["Boligområde i Hornslet"].judged.notes
    assert here["Bispetorv"] is None
    assert here["Tryghedsvandring i Nordbyen"] is None


def test_next_years_plan_can_read_what_was_tried(demo, db):
    measure = Commitment.objects.get(district=demo, slug="burglary-strengthened", sort="measure")
    [(_title, words)] = tried_before(OPERATOR, measure.district, "measure", str(measure.pk), for_all=True)
    assert words.text().startswith("Tried once here: certainly better 1")


def test_loading_the_designs_again_changes_nothing(demo, db):
    before = sorted(Design.objects.filter(invented=True).values_list("pk", "version"))
    load_effects(OPERATOR)
    assert sorted(Design.objects.filter(invented=True).values_list("pk", "version")) == before


def test_the_draft_of_next_years_plan_begins_with_what_was_tried(demo, db):
    rows = [row for one in Section.objects.filter(plan__district=demo) for row in one.looking_back]
    told = [row["said"]["en"] for row in rows if row["kind"] == "effect"]
    assert any("Revisit after burglary: Tried once here: certainly better 1" in words for words in told)
