"""An estimate says fewer, more or cannot tell, keeps its inputs, and is made again when data are corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.insight.effects.conftest import HERE, IN_PARK, LAST, PARK, START, THERE, burglaries
from tests.insight.written_file import FJORDBY, SKOVBY, many

from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.insight.effects.commands.enter_survey import enter_survey
from samvirke.insight.effects.commands.estimate import estimate
from samvirke.insight.effects.engine.periods import Periods
from samvirke.insight.effects.facts.cost import cost_of_one
from samvirke.insight.effects.facts.shapes import outline
from samvirke.insight.effects.jobs import follow_data
from samvirke.insight.effects.models import Estimate
from samvirke.insight.effects.queries.proposals import proposals
from samvirke.registers.incidents.harm_tables import all_harm_tables
from samvirke.registers.places.models import Municipality

pytestmark = pytest.mark.django_db
SAFE = {"question": "Do you feel safe?", "before": {"share": 60, "n": 400, "design": 1.2, "source": "2022"}}


def test_a_large_fall_beside_none_is_certainly_fewer_and_has_a_price(place):
    place.bring(burglaries((270, 108), (270, 270)))
    made = estimate(place.tine, design=place.fix(cost=100_000))
    judged = made.judged
    assert made.verdict == "fewer"
    assert judged.counts == {"treated_before": 400, "treated_after": 160, "control_before": 400, "control_after": 400}
    assert judged.ratio.value == pytest.approx(0.4)
    assert judged.ratio.high < 0.6
    assert judged.trend_says == "alike"
    assert judged.notes == ()
    assert judged.prevented.value == pytest.approx(240)
    one = cost_of_one(judged, 100_000)
    assert one.value == pytest.approx(100_000 / 240)
    assert one.low < one.value < one.high
    assert made.made_from == {"sources": {"opdigtet": 2}}
    assert made.parameters["before_from"] == "2022-01-03"
    assert cost_of_one(judged, None) is None


def test_few_incidents_cannot_tell_and_have_no_price(bare):
    bare.bring(burglaries((5, 2), (6, 6)))
    made = estimate(bare.tine, design=bare.fix())
    assert made.verdict == "cannot-tell"
    assert "few" in made.judged.notes
    assert cost_of_one(made.judged, 100_000) is None


def test_areas_that_moved_apart_before_carry_no_verdict(bare):
    # Fjordby has two more every four weeks all through the year before; Skovby has as many all the time.
    months = [date(2022, 1, 4) + timedelta(days=28 * step) for step in range(13)]
    at = {"municipality": FJORDBY, "x": IN_PARK[0], "y": IN_PARK[1]}
    rising = [row for step, first in enumerate(months) for row in many(2 * step + 1, first, 27, **at)]
    bare.bring([*rising, *burglaries((0, 40), (160, 160))])
    made = estimate(bare.tine, design=bare.fix())
    assert made.judged.trend_says == "apart"
    assert "apart" in made.judged.notes
    assert made.verdict == "cannot-tell"


def test_before_the_period_is_over_in_the_data_nothing_is_estimated(place):
    made = place.fix(periods=Periods(*list(vars(place.wanted().periods).values())[:3], date(2025, 1, 1)))
    with pytest.raises(Refused, match="not over in the data"):
        estimate(place.tine, design=made)


def test_it_is_made_again_only_when_something_has_changed_and_says_what_it_replaces(place):
    design = place.fix()
    first = estimate(place.tine, design=design)
    with pytest.raises(Refused, match="Neither the design nor"):
        estimate(place.tine, design=design)
    place.bring(burglaries((0, 28), (0, 0)), frozen=date(2024, 8, 10))
    assert follow_data(place.tine, lambda *_told: None) == {"made": 1}
    second = Estimate.objects.get(replaces=first)
    assert (second.made_from, second.judged.counts["treated_after"]) == ({"sources": {"opdigtet": 2}}, 80)
    assert second.digest != first.digest
    assert follow_data(place.tine, lambda *_told: None) == {"made": 0}
    with pytest.raises(IntegrityError), transaction.atomic():
        Estimate.objects.filter(pk=first.pk).update(verdict="more")


def test_an_area_with_a_ring_tells_what_moved_next_door(bare):
    towns = {code: Municipality.objects.get(pk=code) for code in (FJORDBY, SKOVBY)}
    park = outline(bare.district, "Park", towns[FJORDBY], PARK, 300)
    other = outline(
        bare.district, "Other", towns[SKOVBY], PARK.replace("9.1000", "9.4500").replace("9.1150", "9.4650"), 300
    )
    rows = burglaries((130, 52), (0, 0)) + burglaries((0, 60), (0, 0), IN_PARK[0] + 900, IN_PARK[1])
    rows += burglaries((130, 130), (0, 0), 528_900, 6_156_800)
    bare.bring([row if row.x < 520_000 else _in(row, SKOVBY) for row in rows])
    made = estimate(bare.tine, design=bare.fix(treated=(park,), comparison=(other,), ring=400, read="difference"))
    counts = made.judged.counts
    assert (counts["treated_before"], counts["treated_after"], counts["ring_after"]) == (130, 52, 60)
    assert counts["control_before"] == counts["control_after"] == 130
    assert made.judged.moved.value == pytest.approx(60)
    assert made.judged.difference.value == pytest.approx(-78 + 60, abs=1)


def _in(row, municipality):
    return replace(row, municipality=municipality)


def test_a_series_needs_no_comparison_and_areas_in_turn_need_each_other(place):
    series = estimate(place.tine, design=place.fix(sort="series", comparison=()))
    assert series.judged.ratio.value < 0.6
    assert series.judged.trend_says == ""
    later = replace(HERE, since=START), replace(THERE, since=LAST)
    turned = estimate(place.tine, design=place.fix(sort="staggered", treated=later, comparison=()))
    assert (turned.verdict, turned.judged.notes) == ("fewer", ("alike-effect",))


def test_two_surveys_with_n_give_a_change_in_points(place):
    design = place.fix(outcome="survey", survey=SAFE, treated=(), comparison=(), categories=())
    with pytest.raises(Refused, match="has not been entered"):
        estimate(place.tine, design=design)
    with pytest.raises(Refused, match="how many answered"):
        enter_survey(place.tine, design=design, version=1, wave={"share": 75, "n": 0, "source": "2023"})
    wave = {"share": 75, "n": 420, "design": 1.2, "source": "2023"}
    asked = enter_survey(place.tine, design=design, version=1, wave=wave)
    made = estimate(place.tine, design=asked)
    assert (made.verdict, made.n) == ("fewer", 820)
    assert made.judged.difference.value == pytest.approx(15)
    with pytest.raises(Refused, match="awaits no survey"):
        enter_survey(place.tine, design=asked, version=1, wave=wave)


def test_harm_weighs_each_offence_by_the_districts_table(place):
    place.district.harm_weights = "english-example"
    place.district.save()
    made = estimate(place.tine, design=place.fix(outcome="harm", read="difference"))
    [weight] = {weight for code, weight in table().weights.items() if code == "indbrud beboelse"}
    assert made.judged.difference.value == pytest.approx(-78 * weight)
    assert made.judged.difference.high < 0
    assert "harm-heavy" in made.judged.notes


def table():
    return all_harm_tables()["english-example"]


def test_comparison_areas_are_ranked_by_the_period_before_alone(place):
    [proposed] = proposals(place.tine, place.district, place.wanted())
    assert (proposed.area, proposed.treated_by) == (THERE, None)
    assert proposed.why.level == pytest.approx(1, abs=0.1)
    with standing_on(date(2022, 12, 1)):
        place.fix()
    park = outline(place.district, "Park", Municipality.objects.get(pk=FJORDBY), PARK, 300)
    [cell] = proposals(place.tine, place.district, place.wanted(treated=(park,), key="another"))
    assert (cell.area.municipality, cell.area.shape) == (SKOVBY, "polygon")
    assert place.fix(treated=(park,), comparison=(cell.area,)).pk
