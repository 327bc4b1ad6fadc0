"""What every invented row keeps to: its time, its place and its number."""

from __future__ import annotations

import time
from dataclasses import fields
from datetime import timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
import shapely
from tests.analysis.simulation.naive import of_kind, quarterly

from samvirke.analysis.simulation import by_quarter, demo_parameters, draw_counts, expected_counts, simulate
from samvirke.analysis.simulation.columns import Rows
from samvirke.analysis.simulation.moments import is_weekend_night, past_the_skipped_hour

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def same(one, other) -> bool:
    return all(np.array_equal(getattr(one, each.name), getattr(other, each.name)) for each in fields(Rows))


def test_the_same_seed_makes_the_same_district_and_another_seed_another(demo, shapes):
    parameters = demo.parameters
    assert same(simulate(parameters, shapes, parameters.generator()).rows, demo.rows)
    assert not same(simulate(parameters, shapes, np.random.default_rng(1)).rows, demo.rows)


def test_quarter_by_quarter_gives_the_rows_of_the_whole(demo, shapes):
    parts = list(by_quarter(demo.parameters, shapes, demo.parameters.generator()))
    assert len(parts) == 20
    assert same(Rows.joined([each.rows for each in parts]), demo.rows)
    assert (
        parts[-1].truths["moves"]["spentrup-wave"]["journals"] == demo.truths["moves"]["spentrup-wave"]["journals"][3:]
    )


def test_the_counts_are_those_that_were_drawn_first(demo):
    drawn = draw_counts(demo.parameters, demo.parameters.generator())
    assert np.array_equal(quarterly(demo), drawn)


def test_the_counts_vary_around_what_is_expected_as_poisson_counts_do(demo):
    expected, counted = expected_counts(demo.parameters), quarterly(demo)
    assert 245_000 < len(demo) < 260_000
    large = expected >= 5
    z = (counted[large] - expected[large]) / np.sqrt(expected[large])
    assert abs(z.mean()) < 4 / np.sqrt(z.size)
    assert abs(z.var() - 1) < 4 * np.sqrt(2.2 / z.size)
    assert not counted[expected == 0].any()


def test_reports_run_from_the_first_day_to_the_last_in_order(demo):
    reported = demo.rows.reported
    assert str(reported[0].astype("datetime64[D]")) == "2019-07-01"
    assert str(reported[-1].astype("datetime64[D]")) == "2024-06-30"
    assert (np.diff(reported) >= np.timedelta64(0)).all()


def test_nothing_ends_before_it_starts_or_is_reported_before_it_ends(demo):
    rows = demo.rows
    assert (rows.starts <= rows.ends).all()
    assert (rows.ends <= rows.reported).all()
    assert (rows.reported - rows.starts < np.timedelta64(400, "D")).all()


def test_violence_and_collisions_have_a_moment_and_burglaries_a_window(demo):
    exact = of_kind(demo, "violence-against-person", "collision-injury", "collision-damage")
    assert (demo.rows.starts[exact] == demo.rows.ends[exact]).all()
    hours = (demo.rows.ends - demo.rows.starts)[of_kind(demo, "burglary-home")].astype(int) / 60
    assert 6 < np.median(hours) < 14
    assert 0.1 < (hours > 24).mean() < 0.35


def test_no_moment_lies_in_the_hour_that_the_clock_skips(demo):
    for name in ("starts", "ends", "reported"):
        hours = np.unique(getattr(demo.rows, name).astype("datetime64[h]"))
        suspects = [hour for hour in hours.tolist() if hour.month == 3 and hour.hour == 2]
        assert suspects
        assert not [hour for hour in suspects if not exists(hour)]


def exists(hour) -> bool:
    local = hour.replace(tzinfo=COPENHAGEN)
    return (local.astimezone(ZoneInfo("UTC"))).astimezone(COPENHAGEN).replace(tzinfo=None) == hour


def test_the_skipped_hour_is_the_one_of_the_time_zone():
    for year in range(2015, 2030):
        march = np.arange(f"{year}-03-01", f"{year}-04-01", dtype="datetime64[h]")
        gone = [hour for hour in march.tolist() if not exists(hour)]
        moved = march[past_the_skipped_hour(march) != march].tolist()
        assert moved == gone
        assert past_the_skipped_hour(np.array(gone, "datetime64[m]")).tolist() == [gone[0] + timedelta(hours=1)]


def test_weekend_nights_are_friday_and_saturday_from_22_to_6():
    hours = np.arange("2024-06-03", "2024-06-10", dtype="datetime64[h]")  # Monday to Sunday
    out = [f"{hour:%a %H}" for hour in hours[is_weekend_night(hours)].tolist()]
    friday = ["Fri 22", "Fri 23", *(f"Sat {hour:02}" for hour in range(6))]
    saturday = ["Sat 22", "Sat 23", *(f"Sun {hour:02}" for hour in range(6))]
    assert out == friday + saturday


def test_every_point_lies_in_its_municipality_or_on_its_edge(demo, shapes):
    for code in demo.parameters.municipalities:
        here = demo.rows.municipality == code
        shape = shapes[code].buffer(2)
        assert shapely.contains_xy(shape, demo.rows.east[here], demo.rows.north[here]).all()


def test_most_of_what_happens_in_randers_happens_in_the_town(demo):
    here = demo.rows.municipality == 730
    apart = np.hypot(demo.rows.east - 564600, demo.rows.north - 6257600)[here]
    assert 0.6 < (apart < 5000).mean() < 0.9


def test_violence_peaks_on_weekend_nights_where_people_go_out(demo):
    violence = of_kind(demo, "violence-against-person") & (demo.rows.municipality == 751)
    night = is_weekend_night(demo.rows.starts)
    apart = np.hypot(demo.rows.east - 574700, demo.rows.north - 6223400)
    assert 0.3 < night[violence].mean() < 0.5
    assert (apart[violence & night] < 500).mean() > 0.6 > 0.2 > (apart[violence & ~night] < 500).mean()


def test_bicycles_go_in_summer_and_homes_are_burgled_in_winter(demo):
    month = demo.rows.reported.astype("datetime64[M]").astype(int) % 12 + 1
    summer, winter = np.isin(month, (6, 7, 8)), np.isin(month, (12, 1, 2))
    bicycles, homes = of_kind(demo, "theft-bicycle"), of_kind(demo, "burglary-home")
    assert (bicycles & summer).sum() > 1.5 * (bicycles & winter).sum()
    assert (homes & winter).sum() > 1.05 * (homes & summer).sum()


def test_journal_numbers_are_unique_and_count_from_1_in_each_year(demo):
    journals = demo.journals
    assert len(set(journals)) == len(journals)
    assert journals[0] == "DEMO-2019-0000001"
    assert {f"DEMO-{year}-0000001" for year in range(2019, 2025)} <= set(journals)


def test_a_larger_scale_makes_more_rows_and_the_same_plants(shapes):
    parameters = demo_parameters(scale=3)
    district = simulate(parameters, shapes, np.random.default_rng(5))
    assert len(district) == pytest.approx(3 * 253_000, rel=0.01)
    assert [int((district.rows.planted == mark).sum()) for mark in (1, 2, 3)] == [15, 40, 11]


def test_the_district_is_made_in_four_seconds(shapes):
    parameters = demo_parameters()
    before = time.process_time()
    simulate(parameters, shapes, parameters.generator())
    assert time.process_time() - before < 4
