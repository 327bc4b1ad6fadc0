"""Every kind of study gives what its analysis gives of the same incidents, in parts or in one piece."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from tests.insight.studies.stored import AFTER, CATEGORIES, CODES, FIRST, rows_of, scope_of_rows

from samvirke.analysis import aoristic, change, concentration, kde, near_repeat
from samvirke.analysis.kde import Parameters as Kde
from samvirke.analysis.kit import CIRCLES
from samvirke.analysis.near_repeat import Parameters as NearRepeat
from samvirke.analysis.scan import Parameters as Circles
from samvirke.analysis.siting import Parameters as Sites
from samvirke.analysis.surveil import Parameters as Weeks
from samvirke.foundation.fault import Refused
from samvirke.insight.studies.engine.carry_out import carry_out
from samvirke.insight.studies.engine.spread import Here
from samvirke.insight.studies.every import every_kind, kind_called
from samvirke.insight.studies.kinds import kde as of_kde
from samvirke.insight.studies.kinds import near_repeat as of_near_repeats

BANDS = NearRepeat((0.0, 200.0, 1000.0), (0.0, 7.0, 30.0), "euclidean", 99)


@pytest.fixture(scope="module")
def scope(tmp_path_factory):
    return scope_of_rows(tmp_path_factory.mktemp("store"), 3000)


# What a year of invented incidents is enough for, and little work.
ENOUGH = {
    "surveil": Weeks("ears-c2"),
    "scan": Circles(max_km=2.0, max_days=7, shuffles=19),
    "siting": Sites(k=3, radius=500.0),
}


def carried(name, scope, parameters=None, seed=5):
    kind = kind_called(name)
    asked = parameters or ENOUGH.get(name) or kind.analysis.asks()
    return carry_out(kind, scope, asked, seed, Here(), lambda _share, _doing: None)


@pytest.mark.parametrize("name", sorted(every_kind()))
def test_the_same_seed_gives_the_same_answer_and_the_same_digest(name, scope):
    first, again = carried(name, scope), carried(name, scope)
    assert (first.result.as_dict(), first.digest, first.n) == (again.result.as_dict(), again.digest, again.n)
    assert first.ran_on == "local"


@pytest.mark.parametrize("name", sorted(every_kind()))
def test_one_incident_moved_gives_another_digest(name, scope, tmp_path):
    other = scope_of_rows(tmp_path, 3000, seed=2)
    assert carried(name, scope).digest != carried(name, other).digest


@pytest.mark.parametrize("name", sorted(every_kind()))
def test_every_kind_says_what_it_reads(name):
    assert every_kind()[name].reads.endswith(".")


@pytest.mark.parametrize("place", [None, 730])
def test_counts_are_those_of_a_plain_count(place, scope):
    asked = replace(scope, municipality=place)
    found = carried("counts", asked).result
    plain = Counter(
        (code, start.year * 12 + start.month - 1, category)
        for code, start, category in rows_of(asked, "municipality, starts, category")
    )
    rows = zip(found.place.tolist(), found.month.tolist(), found.category, found.count.tolist(), strict=True)
    assert {(place, month, category): count for place, month, category, count in rows} == plain
    assert found.n == sum(plain.values())


def test_counts_of_single_incidents_are_those_that_the_parts_add_up_to(scope):
    rows = rows_of(scope, "municipality, starts, category")
    months = [start.year * 12 + start.month - 1 for _code, start, _category in rows]
    kind = kind_called("counts")
    whole = kind.analysis([row[0] for row in rows], months, [row[2] for row in rows])
    assert whole.as_dict() == carried("counts", scope).result.as_dict()


def test_a_table_of_counts_leaves_out_what_is_too_few(scope):
    found = carried("counts", scope, kind_called("counts").analysis.asks(fewest=30)).result
    assert len(found.table().rows) == sum(count >= 30 for count in found.count.tolist())
    assert 0 < len(found.table().rows) < len(found.count)


def test_batches_of_shuffles_add_up_to_all_of_them(scope, monkeypatch):
    monkeypatch.setattr(of_near_repeats, "_BATCH", 100)
    asked = replace(BANDS, shuffles=399)
    one = carried("near-repeat", scope, asked)
    monkeypatch.setattr(of_near_repeats, "_MANY", 10)
    parts = of_near_repeats.KIND.parts(scope, asked)
    assert (len(of_near_repeats.KIND.parts(scope, BANDS)), [shuffles for _batch, shuffles in parts]) == (
        1,
        [99, 100, 100, 100],
    )
    assert len(of_near_repeats.KIND.parts(scope, replace(asked, stop_after=5))) == 1
    found = carried("near-repeat", scope, asked)
    assert (found.n, found.result.n, found.result.shuffles) == (one.n, one.result.n, 399)
    np.testing.assert_array_equal(found.result.observed, one.result.observed)
    met = found.result.p * 400
    np.testing.assert_allclose(met, np.rint(met), atol=1e-9)
    np.testing.assert_allclose(found.result.p, one.result.p, atol=0.15)


def test_near_repeats_of_a_municipality_are_those_of_its_incidents(scope):
    found = carried("near-repeat-by-municipality", scope, BANDS).result
    assert found.places == CODES
    for code, table in zip(found.places, found.tables, strict=True):
        rows = sorted(
            (start, key, x, y)
            for start, key, x, y in rows_of(replace(scope, municipality=code), "starts, key, x, y")
            if x is not None
        )
        x, y, when = (np.array([row[at] for row in rows]) for at in (2, 3, 0))
        alone = near_repeat(x, y, when.astype("datetime64[D]"), BANDS, generator=np.random.default_rng(1))
        assert table.observed.tolist() == alone.observed.tolist()
        np.testing.assert_allclose(table.expected, alone.expected)


def test_a_municipality_with_too_little_says_so_and_the_others_are_tested(scope):
    found = carried("near-repeat-by-municipality", replace(scope, municipalities=(*CODES, 999)), BANDS).result
    assert found.tables[-1] is None
    assert found.table().texts()[-1][:2] == ["999", "too few to say"]
    assert "3 municipalities were tested" in found.notes()[0].text()


@pytest.mark.parametrize("kernel", ["epanechnikov", "quartic", "gaussian"])
def test_a_surface_in_bands_is_the_surface_in_one_piece(kernel, scope, monkeypatch):
    asked = Kde(cell=100.0, bandwidth=400.0, kernel=kernel)
    points = [(x, y) for x, y in rows_of(scope, "x, y") if x is not None]
    whole = kde([x for x, _y in points], [y for _x, y in points], parameters=asked)
    monkeypatch.setattr(of_kde, "_INCIDENTS_A_BAND", 300)
    kind = kind_called("kde")
    assert len(kind.parts(scope, asked)) > 4
    found = carried("kde", scope, asked).result
    assert (found.n, found.shape, found.bounds) == (whole.n, whole.shape, pytest.approx(whole.bounds))
    tolerance = whole.error_bound + found.error_bound
    np.testing.assert_allclose(found.grid, whole.grid, rtol=0, atol=tolerance)
    assert found.sum == pytest.approx(whole.sum)


def test_a_surface_of_bounds_that_hold_nothing_is_refused(scope):
    with pytest.raises(Refused, match="No incident is felt"):
        carried("kde", scope, Kde(bounds=(0.0, 0.0, 1000.0, 1000.0)))


def test_the_change_is_that_from_as_many_days_before(scope):
    found = carried("change", scope).result
    days = (AFTER - FIRST).days
    before = rows_of(scope.before(), "starts")
    assert (scope.before().after, (scope.before().after - scope.before().first).days) == (FIRST, days)
    assert found == change(len(before), len(rows_of(scope, "starts")))


def test_concentration_is_over_the_dwellings_that_are_known(scope):
    homes = [str(home) for (home,) in rows_of(scope, "dwelling") if home is not None]
    found, plain = carried("concentration", scope).result, concentration(homes)
    assert (found.n, found.places, found.gini) == (plain.n, plain.places, plain.gini)


def test_the_hours_of_the_week_are_those_of_the_windows(scope):
    rows = rows_of(scope, "starts, ends")
    found = carried("aoristic", scope).result
    whole = aoristic(*(np.array([row[at] for row in rows], "datetime64[us]") for at in (0, 1)))
    np.testing.assert_allclose(found.hours_of_week, whole.hours_of_week)
    assert found.n == len(rows)


def test_a_square_in_which_anything_happened_counts_as_none_of_what_is_asked(scope):
    asked = replace(scope, categories=("theft",))
    found = carried("local", asked, kind_called("local").analysis.asks(cell=1000.0)).result
    anything = [
        (x, y) for x, y in rows_of(replace(scope, categories=(*CATEGORIES, "violence")), "x, y") if x is not None
    ]
    thefts = Counter((x // 1000, y // 1000) for x, y in rows_of(asked, "x, y") if x is not None)
    squares = sorted({(x // 1000, y // 1000) for x, y in anything})
    assert list(zip((found.x - 500) / 1000, (found.y - 500) / 1000, strict=True)) == squares
    assert found.count.tolist() == [thefts[square] for square in squares]
    assert 0 in found.count.tolist()


def test_weeks_are_whole_from_monday_and_each_municipality_is_a_series(scope):
    found = carried("surveil", scope).result
    rows = rows_of(scope, "municipality, starts")
    first = date(2023, 1, 2)
    weeks = Counter((code, (start.date() - first).days // 7) for code, start in rows if start.date() >= first)
    assert [one["name"] for one in found.series] == [str(code) for code in CODES]
    for code, one in zip(CODES, found.series, strict=True):
        judged = {week["row"] - 1: week["observed"] for week in one["weeks"]}
        assert judged
        assert judged == {week: weeks[code, week] for week in judged}
        assert max(judged) == 51


def test_a_period_without_a_whole_week_is_refused(scope):
    with pytest.raises(Refused, match="no whole week"):
        carried("surveil", replace(scope, first=date(2023, 1, 3), after=date(2023, 1, 9)))


def test_a_scan_counts_squares_and_days(scope):
    found = carried("scan", scope).result
    rows = [(x, y) for x, y in rows_of(scope, "x, y") if x is not None]
    assert found.n == len(rows)
    assert found.places == len({(x // 500, y // 500) for x, y in rows})
    shapes = found.shapes()
    assert shapes.kind == CIRCLES
    assert [each.x for each in found.clusters] == shapes.x
    assert shapes.values["observed"] == [each.observed for each in found.clusters]


def test_a_file_that_is_not_there_is_named(scope, tmp_path):
    gone = replace(scope, files=(*scope.files, str(tmp_path / "gone.parquet")))
    with pytest.raises(Refused, match=r"gone\.parquet"):
        carried("near-repeat", gone, BANDS)


def test_an_area_without_incidents_is_refused_in_words(scope):
    with pytest.raises(Refused, match="fewer than two incidents"):
        carried("near-repeat", replace(scope, municipality=101), BANDS)
