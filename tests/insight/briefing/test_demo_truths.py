"""What was planted in the demo district is found in its packs, and what was declared unmoved is announced in none."""

from __future__ import annotations

import json

import pytest

from samvirke.foundation.period import read_period
from samvirke.handovers.load_demo import QUARTER
from samvirke.insight.briefing.announced import announced
from samvirke.insight.briefing.pack.make import make_pack
from samvirke.insight.briefing.pack.occasion import WITH_PAPERS, Occasion
from samvirke.registers.partners.models import Body

pytestmark = [pytest.mark.django_db]

SPRING = read_period(QUARTER)


@pytest.fixture
def truths(demo, home):
    """What the simulation says it planted."""
    return json.loads((home / "demo-truths.json").read_text(encoding="utf-8"))


@pytest.fixture
def bodies(demo, db):
    """The eight councils of the demo district, by id."""
    return {body.pk: body for body in Body.objects.filter(district_id=demo, kind__in=WITH_PAPERS)}


@pytest.fixture
def pack_of(bodies, operator):
    return lambda body, language="en": make_pack(operator, bodies[body], SPRING, language)


def test_there_are_eight_councils(bodies):
    assert len(bodies) == 8


@pytest.mark.parametrize(
    ("language", "headline"),
    [("da", "Indbrud er faldet {share}"), ("en", "Burglary has fallen {share}")],
)
def test_the_planted_fall_of_burglary_in_randers_is_the_large_finding_of_its_pack(pack_of, truths, language, headline):
    assert truths["rate_changes"]["randers-burglary-falls"]["municipalities"] == [730]
    top = pack_of("lokalraad-randers", language).top
    share = top.headline.rsplit(" ", 1)[1]
    assert top.headline == headline.format(share=share)
    assert top.arrow
    assert top.drawing


def test_the_planted_fall_lies_inside_the_interval_that_the_pack_gives(bodies, operator, truths):
    change = Occasion(operator, bodies["lokalraad-randers"], SPRING, "en").rows["burglary-homes"].change
    assert change.low <= truths["rate_changes"]["randers-burglary-falls"]["factors"][QUARTER] <= change.high


def test_the_planted_rise_of_stalking_is_in_the_districts_pack(bodies, operator, truths, pack_of):
    factors = truths["rate_changes"]["stalking-rises"]["factors"]
    planted = factors["2024Q2"] / factors["2023Q2"]
    change = Occasion(operator, bodies["kredsraad-oestjylland"], SPRING, "en").rows["stalking-orders"].change
    assert change.low <= planted <= change.high
    told = [finding.headline for finding in pack_of("kredsraad-oestjylland").moved]
    assert any(headline.startswith("Stalking and broken restraining orders have risen") for headline in told)


def test_the_planted_wave_at_spentrup_is_in_the_pack_of_randers_and_names_the_town(pack_of, truths):
    assert truths["moves"]["spentrup-wave"]["town"] == "Spentrup"
    told = [finding.headline for finding in pack_of("lokalraad-randers").moved]
    assert "Burglaries close to one another around Spentrup" in told


def test_no_other_municipality_is_told_of_burglaries_close_to_one_another(bodies, pack_of):
    for body in set(bodies) - {"lokalraad-randers"}:
        assert not [one for one in pack_of(body).moved if "close to one another" in one.headline]


def test_nothing_that_was_declared_unmoved_is_announced_in_any_pack(bodies, operator, truths):
    compared = 0
    for body in bodies.values():
        occasion = Occasion(operator, body, SPRING, "en")
        place = "district" if occasion.is_district else str(occasion.area)
        told = {row.name for row in announced(occasion.counted_rows)}
        for row in occasion.counted_rows:
            kinds = row.indicator.categories
            if kinds and all(place in truths["null"].get(kind, [place]) for kind in kinds):
                compared += row.change.p is not None
                assert row.name not in told, (body.pk, row.name)
    assert compared > 20


def test_what_no_pack_announces_is_said_to_be_uncertain_in_the_same_place(bodies, pack_of):
    tops = {body: pack_of(body).top.headline for body in bodies}
    assert tops["lokalraad-aarhus"] == "Nothing has changed for certain"
    assert tops["lokalraad-samsoe"] == "Too few to say"
    assert "fallen" in tops["lokalraad-randers"]


def test_codes_that_the_mapping_does_not_know_are_counted_nowhere_in_a_pack(bodies, operator, truths):
    assert truths["rate_changes"]["new-codes"]["kind"] == "unknown"
    occasion = Occasion(operator, bodies["kredsraad-oestjylland"], SPRING, "en")
    assert not [row for row in occasion.rows.values() if "unknown" in row.indicator.categories]
