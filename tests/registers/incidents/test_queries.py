"""Each question to the store, answered a second time by plain Python over the rows that were imported."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.registers.incidents.arrange import row, use_mapping, write_rows

from samvirke.foundation.period import Period, period_of
from samvirke.registers.incidents.commands.import_incidents import import_file
from samvirke.registers.incidents.engine.mapping import shipped_mappings
from samvirke.registers.incidents.models import Source
from samvirke.registers.incidents.queries.cell_counts import cell_counts
from samvirke.registers.incidents.queries.dwelling_repeats import dwelling_repeats
from samvirke.registers.incidents.queries.located import located
from samvirke.registers.incidents.queries.monthly_counts import monthly_counts
from samvirke.registers.incidents.queries.night_counts import night_counts
from samvirke.registers.incidents.queries.offence_counts import offence_counts
from samvirke.registers.incidents.queries.store import Store, open_store
from samvirke.trust.access.actor import system

_OFFENCES = ("hærværk", "indbrud beboelse", "vold med skade", "vold uden skade", "røveri", "løse hunde")
_CODES = (998, 999)
_PERIODS = [
    period_of(date(2023, 12, 1), "month"),
    period_of(date(2024, 2, 1), "month"),
    period_of(date(2023, 10, 1), "quarter"),
    period_of(date(2023, 1, 1), "year"),
    period_of(date(2019, 1, 1), "year"),
]
_NAMED = [str(period) for period in _PERIODS]


@dataclass(frozen=True)
class Told:
    """An incident as its row told it."""

    offence: str
    place: int | None
    starts: datetime
    day: date
    point: tuple[float, float] | None
    home: str

    @property
    def category(self) -> str:
        """The common category, after the mapping."""
        return shipped_mappings()["danish-csv"].offence.categories.get(self.offence, "unknown")


def _invented(seed: int, size: int, first: date, places: tuple[int | None, ...]) -> list[Told]:
    chance, told = random.Random(seed), []
    for _n in range(size):
        starts = datetime.combine(first, datetime.min.time()) + timedelta(minutes=chance.randrange(500 * 24 * 60))
        if chance.random() < 0.1:  # on the very edge of a day, a month or a night
            starts = starts.replace(hour=chance.choice([0, 6, 22]), minute=0)
        told.append(
            Told(
                chance.choice(_OFFENCES),
                chance.choice(places),
                starts,
                (starts + timedelta(days=chance.choice([0, 0, 1, 40]))).date(),
                (chance.randrange(520_000, 560_000, 250), chance.randrange(6_120_000, 6_190_000, 250))
                if chance.random() < 0.8
                else None,
                f"Bygade {chance.randrange(60)}" if chance.random() < 0.7 else "",
            )
        )
    return told


def _rows(told: list[Told], prefix: str) -> list[dict[str, str]]:
    return [
        row(
            journal=f"{prefix}{n}",
            fra=f"{one.starts:%Y-%m-%d %H:%M}",
            til="",
            anmeldt=str(one.day),
            forhold=one.offence,
            kommunekode=str(one.place or ""),
            oest=str(one.point[0]) if one.point else "",
            nord=str(one.point[1]) if one.point else "",
            bolig=one.home,
        )
        for n, one in enumerate(told)
    ]


@pytest.fixture
def asked(source: Source, own_home: Path, tmp_path: Path) -> tuple[Store, list[Told]]:
    """A store of two sources, the second of which knows no municipalities, and what they told."""
    with_place = _invented(1, 1500, date(2022, 11, 3), _CODES)
    without = _invented(2, 300, date(2023, 6, 1), (None,))
    import_file(system("operator"), source=source, path=write_rows(tmp_path / "a.csv", _rows(with_place, "A")))
    other = Source.objects.create(
        name="uden-kommuner", district=source.district, title={"da": "x"}, counted={"da": "x"}, mapping="own"
    )
    use_mapping(other, own_home, "version = 2", "version = 2", without=["municipality"])
    import_file(system("operator"), source=other, path=write_rows(tmp_path / "b.csv", _rows(without, "B")))
    return open_store(system("operator"), source.district), with_place + without


def _of(told: list[Told], categories: tuple[str, ...], period: Period) -> Iterator[Told]:
    return (one for one in told if one.category in categories and period.first <= one.day <= period.last)


def _by_place(told: Iterator[Told]) -> Counter[int]:
    counts = Counter[int]()
    for one in told:
        counts[0] += 1
        if one.place:
            counts[one.place] += 1
    return counts


@pytest.mark.parametrize("period", _PERIODS, ids=_NAMED)
@pytest.mark.parametrize("categories", [("damage",), ("violence-against-person", "robbery"), ("unknown",), ("arson",)])
def test_monthly_counts(categories, period, asked) -> None:
    store, told = asked
    counts = monthly_counts(store, _CODES).count(categories, period)
    naive = _by_place(_of(told, categories, period))
    assert counts == {place: naive[place] for place in (0, *_CODES)}


def test_the_cube_holds_every_incident_once_in_its_whole_and_those_of_a_known_place_in_its_parts(asked) -> None:
    store, told = asked
    cube = monthly_counts(store, _CODES)
    assert cube.counts[0].sum() == len(told)
    assert cube.counts[1:].sum() == sum(one.place is not None for one in told)
    first = min(one.day for one in told)
    assert cube.first_month == first.year * 12 + first.month - 1
    one_place = monthly_counts(store, [999])
    assert one_place.municipalities == (0, 999)
    assert (one_place.counts[0] == cube.counts[0]).all()


@pytest.mark.parametrize("period", _PERIODS, ids=_NAMED)
def test_offence_counts(period, asked) -> None:
    store, told = asked
    categories = ("violence-against-person", "unknown")
    naive: dict[int, Counter[str]] = {}
    for one in _of(told, categories, period):
        for place in {0, one.place or 0}:
            naive.setdefault(place, Counter())[one.offence] += 1
    assert offence_counts(store, categories, period) == naive


def _at_night(at: datetime) -> bool:
    """From 22 on a Friday or a Saturday to 6 the next morning."""
    evening = at - timedelta(hours=6)
    return evening.isoweekday() in (5, 6) and evening.hour >= 16


@pytest.mark.parametrize("period", _PERIODS, ids=_NAMED)
def test_night_counts(period, asked) -> None:
    store, told = asked
    naive = _by_place(one for one in _of(told, ("violence-against-person",), period) if _at_night(one.starts))
    assert night_counts(store, "violence-against-person", period) == {0: 0, **naive}


@pytest.mark.parametrize("municipality", [None, 998])
@pytest.mark.parametrize("period", _PERIODS, ids=_NAMED)
def test_located_follows_the_day_of_the_deed_in_a_fixed_order(period, municipality, asked) -> None:
    store, told = asked
    categories = ("burglary-home", "damage")
    found = located(store, categories, period.first, period.after, municipality)
    naive = [
        (*one.point, (one.starts.date() - date(1970, 1, 1)).days)
        for one in told
        if one.point and one.category in categories and period.first <= one.starts.date() <= period.last
        if municipality is None or one.place == municipality
    ]
    assert sorted(zip(found.x, found.y, found.day, strict=True)) == sorted(naive)
    assert list(found.day) == sorted(found.day)
    again = located(store, categories, period.first, period.after, municipality)
    assert (again.x == found.x).all()
    assert (again.y == found.y).all()


@pytest.mark.parametrize("municipality", [None, 999])
@pytest.mark.parametrize("metres", [250, 1000, 7000])
def test_cell_counts(metres, municipality, asked) -> None:
    store, told = asked
    period = _PERIODS[3]
    naive = Counter[tuple[int, int]]()
    for one in _of(told, ("burglary-home", "robbery"), period):
        if one.point and municipality in (None, one.place):
            naive[int(one.point[0] // metres * metres), int(one.point[1] // metres * metres)] += 1
    found = cell_counts(store, ("burglary-home", "robbery"), period.first, period.after, metres, municipality)
    assert found == naive
    assert len(found) > 5


@pytest.mark.parametrize("period", _PERIODS, ids=_NAMED)
def test_dwelling_repeats(period, asked) -> None:
    store, told = asked
    homes: dict[int | None, Counter[str]] = {}
    for one in _of(told, ("burglary-home",), period):
        if one.home:
            homes.setdefault(one.place, Counter())[one.home] += 1
    each = {place: (sum(n > 1 for n in hit.values()), len(hit)) for place, hit in homes.items()}
    naive = {place: pair for place, pair in each.items() if place}
    if naive:
        naive[0] = (sum(again for again, _hit in each.values()), sum(hit for _again, hit in each.values()))
    assert dwelling_repeats(store, "burglary-home", period.first, period.after) == naive


def test_a_source_without_addresses_knows_of_no_repeats(take: Callable[..., object], source: Source, tmp_path) -> None:
    take(write_rows(tmp_path / "a.csv", [row(journal=str(n), forhold="indbrud beboelse") for n in range(3)]))
    store = open_store(system("operator"), source.district)
    assert dwelling_repeats(store, "burglary-home", date(2024, 1, 1), date(2025, 1, 1)) == {}


@pytest.mark.parametrize(
    ("days", "month", "covered"),
    [
        (("2024-01-31", "2024-03-29"), date(2024, 3, 1), True),
        (("2024-01-31", "2024-03-28"), date(2024, 3, 1), False),
        (("2024-01-31", "2024-03-28"), date(2024, 2, 1), True),
        (("2024-01-31", "2024-03-29"), date(2024, 1, 1), True),
        (("2024-01-31", "2024-03-29"), date(2023, 12, 1), False),
        (("2024-01-31", "2024-03-29"), date(2024, 4, 1), False),
    ],
)
def test_a_store_says_whether_it_covers_a_month(days, month, covered, take, source: Source, tmp_path) -> None:
    take(write_rows(tmp_path / "a.csv", [row(journal=day, fra=day, til="", anmeldt="") for day in days]))
    store = open_store(system("operator"), source.district)
    assert store.covers(period_of(month, "month")) is covered
    assert (str(store.first_day), str(store.last_day)) == days


def test_a_district_without_incidents_is_an_empty_store_and_covers_nothing(source: Source) -> None:
    store = open_store(system("operator"), source.district)
    assert store.is_empty
    assert not store.covers(_PERIODS[0])
