"""Did it help: the published differences, intervals that hold as often as they say, and what cannot be told."""

from __future__ import annotations

import numpy as np
import pytest

from samvirke.analysis import effect
from samvirke.analysis.effect import Parameters
from samvirke.foundation.fault import Refused

PAPER = {
    "treated_before": (207,),
    "treated_after": (110,),
    "control_before": (308,),
    "control_after": (318,),
    "displacement_before": (178,),
    "displacement_after": (157,),
    "displacement_control_before": (150,),
    "displacement_control_after": (140,),
}
SIMPLE = {"treated_before": (20,), "treated_after": (10,), "control_before": (20,), "control_after": (20,)}


def test_the_simple_example_of_the_method():
    found = effect(parameters=Parameters(**SIMPLE, level=0.9))
    assert (found.wdd, round(found.se, 4), round(found.z, 3)) == (-10, 8.3666, -1.195)
    assert [round(each, 2) for each in found.interval] == [-23.76, 3.76]
    assert found.verdict == "cannot tell"
    assert found.local is None


def test_the_published_example():
    found = effect(parameters=Parameters(**PAPER))
    assert (found.wdd, round(found.se**2), round(found.z, 2)) == (-118, 1568, -2.98)
    assert [round(each) for each in found.interval] == [-196, -40]
    assert found.verdict == "fewer"
    assert (found.local.estimate, found.displacement.estimate) == (-107, -11)


def test_the_published_examples_with_areas_and_periods_of_different_size():
    areas = effect(parameters=Parameters(**PAPER, area_weights=(1.2, 0.9, 1.5, 1.6)))
    assert areas.wdd == pytest.approx(-99.69444444)
    assert areas.se == pytest.approx(35.4280755)
    assert areas.interval == pytest.approx((-169.1321965, -30.25669241))
    counts = {"control_before": (100,), "control_after": (50,), "treated_before": (80,), "treated_after": (20,)}
    times = effect(parameters=Parameters(**counts, time_weights=(2, 1)))
    assert (times.wdd, times.se) == pytest.approx((-20, 115**0.5))


def test_kinds_of_offence_weighed_by_their_harm():
    """As three tests added up, each by its weight."""
    kinds = {
        "control_before": (20, 30, 80),
        "control_after": (20, 30, 60),
        "treated_before": (20, 25, 70),
        "treated_after": (10, 20, 20),
    }
    harm = (10.0, 5.0, 1.0)
    found = effect(parameters=Parameters(**kinds, harm=harm))
    alone = [effect(parameters=Parameters(**{k: (v[at],) for k, v in kinds.items()})) for at in range(3)]
    assert found.wdd == pytest.approx(sum(w * one.wdd for w, one in zip(harm, alone, strict=True)))
    assert found.se**2 == pytest.approx(sum((w * one.se) ** 2 for w, one in zip(harm, alone, strict=True)))


def test_the_ratio_is_that_of_the_ratios_and_takes_sizes_and_periods_out():
    found = effect(parameters=Parameters(**SIMPLE, time_weights=(3, 2), area_weights=(5, 7, 1, 1)))
    assert found.rate_ratio == pytest.approx(0.5)
    reach = 1.959964 * (1 / 20 + 1 / 10 + 1 / 20 + 1 / 20) ** 0.5
    assert found.rate_interval == pytest.approx((0.5 * np.exp(-reach), 0.5 * np.exp(reach)), rel=1e-5)


def test_counts_that_vary_more_than_chance_give_wider_intervals():
    plain, wild = (effect(parameters=Parameters(**PAPER, dispersion=each)) for each in (1.0, 4.0))
    assert wild.se == pytest.approx(2 * plain.se)
    assert wild.verdict == "cannot tell"


def test_a_thousand_interventions_show_how_often_the_interval_holds_and_how_often_nothing_can_be_told():
    rng = np.random.default_rng(1)
    truth = np.array([60.0, 40.0, 80.0, 72.0])
    held, untold, ratios = 0, 0, 0
    for before, after, other, later in rng.poisson(truth, (1000, 4)).tolist():
        found = effect(parameters=Parameters((before,), (after,), (other,), (later,)))
        held += found.interval[0] <= (40 - 60) - (72 - 80) <= found.interval[1]
        ratios += found.rate_interval[0] <= (40 / 60) / (72 / 80) <= found.rate_interval[1]
        untold += found.verdict == "cannot tell"
    print(f"held {held / 10:.1f} %, of the ratio {ratios / 10:.1f} %, cannot tell {untold / 10:.1f} %")
    assert 930 <= held <= 970
    assert 930 <= ratios <= 970
    assert 700 <= untold <= 950


def test_on_noise_an_effect_is_seen_no_more_often_than_asked():
    rng = np.random.default_rng(2)
    seen = 0
    for four in rng.poisson(50, (1000, 4)).tolist():
        found = effect(parameters=Parameters(*((each,) for each in four)))
        seen += found.verdict != "cannot tell"
    assert 30 <= seen <= 72


def test_too_few_incidents_tell_nothing_even_when_all_are_gone():
    found = effect(parameters=Parameters((8,), (0,)))
    assert found.interval[1] < 0
    assert found.verdict == "cannot tell"
    assert np.isnan(found.rate_ratio)
    assert found.as_dict()["rate_ratio"] is None
    assert "too few" in found.notes()[0].text()


@pytest.mark.parametrize(("selection", "word"), [("before", "falls by itself"), ("unknown", "part of any fall")])
def test_an_area_chosen_for_its_worst_period_is_warned_of(selection, word):
    notes = effect(parameters=Parameters(**PAPER, selection=selection)).notes()
    assert any(word in note.text() for note in notes)
    assert effect(parameters=Parameters(**PAPER, selection="earlier")).notes() == ()


def test_the_warning_is_true_areas_chosen_for_their_count_fall_although_nothing_is_done():
    rng = np.random.default_rng(3)
    before, after = rng.poisson(20, (200, 50)), rng.poisson(20, (200, 50))
    worst = before.argmax(axis=1)
    rows = np.arange(200)
    fell = [
        effect(parameters=Parameters((b,), (a,), (1000,), (1000,))).wdd
        for b, a in zip(before[rows, worst].tolist(), after[rows, worst].tolist(), strict=True)
    ]
    assert np.mean(fell) < -7


def test_without_a_control_it_is_the_change_alone():
    found = effect(parameters=Parameters((100,), (60,)))
    assert (found.wdd, found.verdict) == (-40, "fewer")
    assert np.isnan(found.rate_ratio)


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"treated_before": (1,)}, "missing"),
        ({"treated_before": (1, 2), "treated_after": (3,)}, "differ in how many"),
        ({"treated_before": (1,), "treated_after": (3,), "harm": (1, 2)}, "differ in how many"),
        ({"treated_before": (-1,), "treated_after": (3,)}, "negative"),
        ({"treated_before": (1.5,), "treated_after": (3,)}, "not whole"),
        ({"treated_before": (float("nan"),), "treated_after": (3,)}, "missing"),
        ({"harm": (0,)}, "above 0"),
        ({"time_weights": (1,)}, "above 0"),
        ({"area_weights": (1, 1, 1, 0)}, "above 0"),
        ({"dispersion": 0}, "above 0"),
        ({"level": 1}, "level"),
        ({"harmonics": 9}, "waves"),
        ({"selection": "worst"}, "is not a choice"),
        ({"family": "normal"}, "is not a choice"),
    ],
)
def test_what_makes_no_sense_is_refused(given, word):
    with pytest.raises(Refused, match=word):
        Parameters(**given)


def test_nothing_and_no_incident_are_refused():
    with pytest.raises(Refused, match="nothing to compare"):
        effect()
    with pytest.raises(Refused, match="not one incident"):
        effect(parameters=Parameters((0,), (0,), (0,), (0,)))
