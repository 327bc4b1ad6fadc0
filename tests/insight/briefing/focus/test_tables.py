"""What briefs make of tables that are no incidents: response times, surveys, waits, and burglaries that are alike."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from tests.insight.briefing.focus.tables import LOCAL, local_council, put, reading

from samvirke.insight.briefing.focus.fill import filled
from samvirke.insight.briefing.focus.linked import linked
from samvirke.insight.briefing.focus.responded import clock, responded
from samvirke.insight.briefing.focus.surveyed import surveyed
from samvirke.insight.briefing.focus.waited import waited

pytestmark = [pytest.mark.django_db]


def call_outs(year: int, n: int, minutes: float, way: str, place: int | None = 998) -> list[tuple[object, ...]]:
    """So many, evenly from the half to the one and a half of so many minutes."""
    return [
        (f"{year}-03-{1 + number % 28:02d}", place, "andet", round(minutes * (0.5 + number / n), 2), way)
        for number in range(n)
    ]


def answers(year: int, n: int, safe: int, place: int | None, area: str | None = None) -> list[tuple[object, ...]]:
    return [(f"{year}-09-30", place, area, 2 if number < safe else 6, 1.0, "all", None) for number in range(n)]


def test_ways_of_counting_stand_by_themselves_the_oldest_first(fjord):
    put(fjord, "call-outs", call_outs(2017, 101, 8, "15 causes") + call_outs(2023, 101, 9, "6 causes"))
    found = responded(reading("response-times"))
    assert [(one.what, one.n, one.is_first_of_version) for one in found.district] == [
        ("2017 · 15 causes", "101", True), ("2023 · 6 causes", "101", True),
    ]  # fmt: skip
    assert found.versions == 2
    assert found.district[0].median.startswith("7:58 (")


def test_a_year_with_fewer_than_ten_and_a_municipality_with_fewer_than_thirty_say_nothing(fjord):
    rows = (
        call_outs(2022, 9, 8, "6 causes") + call_outs(2023, 40, 8, "6 causes") + call_outs(2023, 20, 8, "6 causes", 999)
    )
    put(fjord, "call-outs", rows)
    found = responded(reading("response-times"))
    assert [one.n for one in found.district] == ["under 10", "60"]
    assert found.district[0].median == "too few to say"
    assert {one.what: one.n for one in found.pooled}["Skovby"] == "under 30"


def test_a_local_council_reads_of_its_own_municipality_alone(fjord):
    local_council(fjord)
    put(fjord, "call-outs", call_outs(2023, 40, 8, "6 causes") + call_outs(2023, 40, 8, "6 causes", 999))
    assert [one.what for one in responded(reading("response-times", body=LOCAL)).pooled] == ["Fjordby"]


@pytest.mark.parametrize(("minutes", "said"), [(8.7, "8:42"), (0, "0:00"), (59.999, "60:00"), (12.05, "12:03")])
def test_minutes_are_said_as_a_clock_says_them(minutes, said):
    assert clock(minutes) == said


def test_a_share_has_n_interval_and_design_effect_and_no_change_that_is_not_certain(fjord):
    put(fjord, "survey-answers", answers(2022, 200, 172, 998) + answers(2023, 200, 174, 998))
    whole = surveyed(reading("safety-surveys")).lines[0]
    assert (whole.n, whole.when) == ("200", "2023")
    assert whole.share.startswith("87% (8")
    assert whole.change.startswith("no certain change since 2022")
    assert whole.effect == "1.00"


def test_a_change_is_told_where_the_interval_allows(fjord):
    put(fjord, "survey-answers", answers(2022, 400, 280, 998) + answers(2023, 400, 360, 998))
    assert surveyed(reading("safety-surveys")).lines[0].change.startswith("risen 20 points since 2022")


def test_a_small_area_is_pooled_over_the_waves_and_a_smaller_one_says_nothing(fjord):
    rows = [row for year in (2022, 2023) for row in answers(year, 100, 90, 998)]
    rows += [row for year in (2022, 2023) for row in answers(year, 20, 14, 998, "Parken")]
    rows += answers(2022, 5, 3, None, "Søen") + answers(2023, 5, 3, None, "Søen")
    put(fjord, "survey-answers", rows)
    lines = {one.place: one for one in surveyed(reading("safety-surveys")).lines}
    assert (lines["Parken"].n, lines["Parken"].when, lines["Parken"].is_pooled) == ("40", "2022–2023", True)
    assert lines["Søen"].share == "too few to say"
    # Whoever lives nowhere in particular counts in the whole.
    assert lines["The whole district"].n == "125"


def test_whoever_waits_still_counts_for_as_long_as_the_wait_has_lasted(fjord):
    day = date(2024, 1, 1)
    done = [((day + timedelta(days=number)).isoformat(), "decision", float(1 + number), 1) for number in range(60)]
    going = [((day + timedelta(days=number)).isoformat(), "decision", 100.0, 0) for number in range(40)]
    put(fjord, "victim-waits", done + going)
    line = waited(reading("victim-service-times")).lines[0]
    assert (line.n, line.going_on) == ("100", "40")
    assert line.half.startswith("50 days (")
    assert line.most == "not known yet"


def test_a_service_with_few_cases_is_hidden(fjord):
    put(fjord, "victim-waits", [("2024-01-01", "decision", 3.0, 1)] * 9)
    line = waited(reading("victim-service-times")).lines[0]
    assert (line.n, line.half) == ("hidden", "too few to say")


def burglaries() -> list[tuple[object, ...]]:
    """Twelve solved series, one unsolved of six across two districts, and noise."""
    rng, rows = np.random.default_rng(4), []

    def row(day: int, place: int, district: str, manner: int, series: str | None) -> tuple[object, ...]:
        at = date(2023, 7, 1) + timedelta(days=day)
        x, y = (500_000 + 20_000 * place + float(rng.normal(0, 900)), 6_200_000 + float(rng.normal(0, 900)))
        name = ("window", "door", "cellar", "roof")[manner % 4]
        return f"{at} 10:00", f"{at} 12:00", x, y, district, f"Town {place}", name, name, series

    for number in range(12):
        rows += [row(25 * number + each, number % 5, "Own", number, f"S{number}") for each in range(4)]
    rows += [row(150 + each, 6, "Own" if each % 2 else "Next", 3, None) for each in range(6)]
    rows += [
        row(int(rng.integers(0, 300)), int(rng.integers(0, 5)), "Own", int(rng.integers(0, 3)), None)
        for _each in range(60)
    ]
    return rows


def test_a_planted_series_across_districts_is_found_and_small_groups_are_only_counted(fjord):
    put(fjord, "burglary-manners", burglaries())
    found = linked(reading("travelling-groups"))
    group = next(one for one in found.groups if "Town 6" in one.places)
    assert (group.n, group.districts, group.crosses) == ("6", "Next and Own", True)
    assert "roof (6/6)" in group.manner
    assert all(int(one.n) >= 5 for one in found.groups)
    assert found.smaller > 0


def test_without_a_solved_series_nothing_can_be_learned_and_it_is_said(fjord):
    put(fjord, "burglary-manners", [(*row[:-1], None) for row in burglaries()])
    found = linked(reading("travelling-groups"))
    assert (found.groups, found.compared) == ((), "")
    assert "series" in found.refused


@pytest.mark.parametrize("name", ["response-times", "travelling-groups", "victim-service-times", "safety-surveys"])
def test_a_question_that_a_table_answers_is_asked_until_it_is_there(fjord, name):
    found = filled(reading(name))
    assert (found.responded, found.surveyed, found.waited, found.linked) == (None, None, None, None)
    assert any("samvirke import sheet" in one.brings for one in found.open)


def test_once_the_table_is_there_the_question_is_gone(fjord):
    put(fjord, "call-outs", call_outs(2023, 40, 8, "6 causes"))
    assert not any("samvirke import sheet" in one.brings for one in filled(reading("response-times")).open)
