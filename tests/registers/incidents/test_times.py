"""Times: windows from–to, what is no time, clocks that skip and repeat an hour, and clocks of another zone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.registers.incidents.arrange import row, stored, use_mapping

from samvirke.registers.incidents.engine.clock_changes import clock_changes
from samvirke.registers.incidents.engine.outcome import Outcome
from samvirke.registers.incidents.models import Source

Take = Callable[..., Outcome]


def _codes(outcome: Outcome) -> list[tuple[str, str]]:
    return [(one.code, one.column) for one in outcome.rejected[:]]


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("2024-03-05 10:00", datetime(2024, 3, 5, 10)),
        ("2024-03-05T10:00:59", datetime(2024, 3, 5, 10, 0, 59)),
        ("2024-03-05", datetime(2024, 3, 5)),
        ("2024-02-29 23:59", datetime(2024, 2, 29, 23, 59)),
        ("1900-01-01", datetime(1900, 1, 1)),
    ],
)
def test_a_time_is_read_as_the_clock_on_the_wall(said, means, take_rows: Take, source: Source) -> None:
    take_rows([row(fra=said, til="")])
    assert stored(source, "starts") == [(means,)]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("", "missing"),
        ("   ", "missing"),
        ("igår", "not-a-time"),
        ("epoch", "not-a-time"),
        ("infinity", "not-a-time"),
        ("2023-02-29", "not-a-time"),
        ("05-03-2024", "not-a-time"),
        ("2024-03-05 25:00", "not-a-time"),
        ("45415.4167", "excel-serial"),
        ("45415", "excel-serial"),
        ("1899-12-31 23:59", "before-1900"),
        ("0001-01-01", "before-1900"),
        ("2999-01-01", "in-the-future"),
        ("2024-03-05T10:00:00Z", "has-zone"),
        ("2024-03-05 10:00+01", "has-zone"),
        ("2024-03-05 10:00:00-05:00", "has-zone"),
        ("2024-03-05 10:00 UTC", "has-zone"),
    ],
)
@pytest.mark.parametrize("column", ["fra", "til", "anmeldt"])
def test_what_is_no_time_of_the_past_is_rejected_with_its_reason(said, code, column, take_rows: Take) -> None:
    outcome = take_rows([row(**{column: said})])
    needed = column == "fra"
    assert _codes(outcome) == ([] if code == "missing" and not needed else [(code, column)])
    assert not outcome.rejected or outcome.rejected[0].value == said.strip()


def test_a_window_is_kept_from_its_first_to_its_last_moment(take_rows: Take, source: Source) -> None:
    take_rows([row(fra="2023-12-23 08:00", til="2024-01-02 19:30", anmeldt="2024-01-02 20:00")])
    assert stored(source, "starts, ends, day") == [
        (datetime(2023, 12, 23, 8), datetime(2024, 1, 2, 19, 30), date(2024, 1, 2))
    ]


def test_a_window_may_be_a_moment_and_may_not_run_backwards(take_rows: Take, source: Source) -> None:
    outcome = take_rows(
        [row(journal="A", til="2024-03-05 10:00"), row(journal="B", til="2024-03-05 09:59"), row(journal="C", til="")]
    )
    assert _codes(outcome) == [("ends-before-it-starts", "til")]
    assert {ends for (ends,) in stored(source, "ends")} == {datetime(2024, 3, 5, 10), None}


@pytest.mark.parametrize(("lasts", "ends"), [("hour", "11:00"), ("day", None), ("month", None)])
def test_a_time_of_which_only_the_hour_day_or_month_is_known_lasts_as_long(
    lasts, ends, take_rows: Take, source: Source, own_home: Path
) -> None:
    use_mapping(source, own_home, 'columns = ["fra"]', f'columns = ["fra"]\nlasts = "{lasts}"', without=["ends"])
    take_rows([row(fra="2024-01-31 10:00")])
    after = {"hour": datetime(2024, 1, 31, 11), "day": datetime(2024, 2, 1, 10), "month": datetime(2024, 2, 29, 10)}
    assert stored(source, "ends") == [(after[lasts],)]


def test_patterns_say_how_a_source_writes_its_times(take_rows: Take, source: Source, own_home: Path) -> None:
    patterns = 'columns = ["fra"]\npatterns = ["%d/%m/%Y kl. %H.%M", "%d/%m/%Y"]'
    use_mapping(source, own_home, 'columns = ["fra"]', patterns)
    rows = [row(journal="A", fra="04/03/2024 kl. 07.05", til=""), row(journal="B", fra="05/03/2024", til="")]
    outcome = take_rows([*rows, row(journal="C", fra="2024-03-05", til=""), row(journal="D", fra="31/02/2024")])
    assert stored(source, "starts") == [(datetime(2024, 3, 4, 7, 5),), (datetime(2024, 3, 5),)]
    assert _codes(outcome) == [("not-a-time", "fra")] * 2


def test_a_time_may_stand_in_two_columns(take_rows: Take, source: Source, own_home: Path) -> None:
    use_mapping(source, own_home, 'columns = ["fra"]', 'columns = ["fra", "klokken"]')
    outcome = take_rows([{**row(fra="2024-03-05", til=""), "klokken": "07:30"}])
    assert outcome.accepted == 1
    assert stored(source, "starts") == [(datetime(2024, 3, 5, 7, 30),)]


@pytest.mark.parametrize(
    ("said", "folded"),
    [
        ("2023-10-29 01:59", False),
        ("2023-10-29 02:00", True),
        ("2023-10-29 02:59:59", True),
        ("2023-10-29 03:00", False),
        ("2024-03-31 01:59", False),
        ("2024-03-31 02:30", True),
        ("2024-03-31 03:00", False),
        ("2024-07-31 02:30", False),
    ],
)
def test_an_hour_that_came_twice_or_not_at_all_is_marked(said, folded, take_rows: Take, source: Source) -> None:
    take_rows([row(fra=said, til="", anmeldt="")])
    assert stored(source, "starts, folded") == [(datetime.fromisoformat(said), folded)]


def test_a_clock_in_utc_is_turned_into_the_clock_on_the_wall(take_rows: Take, source: Source, own_home: Path) -> None:
    use_mapping(source, own_home, 'crs = "EPSG:25832"', 'crs = "EPSG:25832"\nclock = "utc"')
    # Half an hour before and after every turn of the clock, and a summer and a winter noon.
    turns = [datetime(2023, 10, 29, 1, tzinfo=UTC), datetime(2024, 3, 31, 1, tzinfo=UTC)]
    instants = [turn + timedelta(minutes=minutes) for turn in turns for minutes in (-90, -30, 0, 30, 90)]
    instants += [datetime(2024, 1, 1, 12, tzinfo=UTC), datetime(2024, 7, 1, 23, 30, tzinfo=UTC)]
    take_rows([row(journal=str(n), fra=f"{at:%Y-%m-%d %H:%M}", til="", anmeldt="") for n, at in enumerate(instants)])
    here = [at.astimezone(ZoneInfo("Europe/Copenhagen")).replace(tzinfo=None) for at in instants]
    assert sorted(at for (at,) in stored(source, "starts")) == sorted(here)
    assert [at for at, day in stored(source, "starts, day") if at.date() != day] == []


def _changes_by_the_minute(zone: str, year: int) -> tuple[set[datetime], set[datetime]]:
    """The minutes of a year's local clock that never came, and those that came twice, each asked for by itself."""
    place, minute = ZoneInfo(zone), timedelta(minutes=10)
    skipped, repeated = set(), set()
    at = datetime(year, 1, 1)
    while at.year == year:
        early, late = at.replace(tzinfo=place), at.replace(tzinfo=place, fold=1)
        if early.utcoffset() != late.utcoffset():
            there = early.astimezone(UTC).astimezone(place).replace(tzinfo=None)
            (repeated if there == at else skipped).add(at)
        at += minute
    return skipped, repeated


@pytest.mark.parametrize(
    ("zone", "year"),
    [("Europe/Copenhagen", 2024), ("America/Chicago", 2010), ("Australia/Lord_Howe", 2023), ("UTC", 2024)],
)
def test_the_hours_that_a_clock_skips_and_repeats_are_those_of_the_zone(zone: str, year: int) -> None:
    minute = timedelta(minutes=10)

    def of(spans: tuple[tuple[datetime, datetime], ...]) -> set[datetime]:
        own = [(low, high) for low, high in spans if low.year == year]
        return {low + n * minute for low, high in own for n in range((high - low) // minute)}

    changes = clock_changes(zone)
    assert (of(changes.skipped), of(changes.repeated)) == _changes_by_the_minute(zone, year)
