"""SaTScan's parameter files are run as they are, and what cannot be followed is refused by name."""

from __future__ import annotations

import numpy as np
import pytest
from tests.analysis.shared import shared
from tests.doors.test_cli_analyse.satscan_files import CONTROLLED, COUNTIES, FEVER, written

from samvirke.analysis.scan.population import standardised


@pytest.fixture
def run(asked, tmp_path):
    """Writes a parameter file with its data files and gives what the scan answers."""

    def go(files, *words, **values):
        return asked("scan", "--satscan-parameters", written(tmp_path, files, **values), *words)

    return go


def test_the_published_set_of_new_york_gives_the_published_clusters(asked):
    found = asked("scan", "--satscan-parameters", shared("scan/NYCSpaceTimePermutation.prm"))["result"]
    told = [(each["centre"], round(each["llr"], 6)) for each in found["clusters"][:3]]
    assert told == [("11418", 3.845418), ("11372", 3.164201), ("10472", 2.137259)]
    first = found["clusters"][0]
    assert len(first["members"]) == 9
    assert (first["start"], first["end"]) == ("2001-11-22", "2001-11-24")
    assert (first["observed"], round(first["expected"], 2), round(first["radius_km"], 2)) == (4, 0.67, 2.90)
    assert 0.15 < first["p"] < 0.26
    assert found["n"] == 194


def test_cases_by_year_with_a_population_that_grows_and_groups_of_people(run):
    """Two counties, two groups; the population doubles evenly between the middles of 1990 and 1992."""
    found = run(COUNTIES, AnalysisType=3, MonteCarloReps=0, MaxSpatialSizeInPopulationAtRisk=60)["result"]
    first = found["clusters"][0]
    assert first["centre"] == "San Sted"
    assert (first["start"], first["end"], first["observed"]) == ("1992-01-01", "1992-12-31", 8)
    assert first["expected"] == pytest.approx(EXPECTED_1992)
    assert first["p"] is None


# By hand, in days: 1990 has 181 days at 100 and 184 days of a line that reaches 200 after 731 days, on 1 July 1992.
_AT = [100.0, 100 + 184 / 731 * 100, 100 + 549 / 731 * 100, 200.0]
_LIVED = [181 * 100 + 184 * (_AT[0] + _AT[1]) / 2, 365 * (_AT[1] + _AT[2]) / 2, 182 * (_AT[2] + _AT[3]) / 2 + 184 * 200]
# Of the young there are twice as many in San Sted as in Byen, of the old as many; 6 cases are young and 8 are old.
EXPECTED_1992 = (6 * 2 / 3 + 8 / 2) * _LIVED[2] / sum(_LIVED)


@pytest.mark.parametrize("when", ["1990", "1991/02", "1992-01-30", "unspecified"])
def test_a_population_that_was_counted_once_holds_all_the_time(run, when):
    files = dict(COUNTIES) | {"p.pop": f'"San Sted" {when} 60\nByen {when} 40\n'}
    files["c.cas"] = "\n".join(line.rsplit(maxsplit=1)[0] for line in COUNTIES["c.cas"].splitlines())
    found = run(files, AnalysisType=1, MonteCarloReps=0, MaxSpatialSizeInPopulationAtRisk=60)["result"]
    assert found["clusters"][0]["expected"] == pytest.approx(14 * 0.6)


def test_without_places_the_time_alone_is_scanned(run):
    found = run(COUNTIES, AnalysisType=2, MonteCarloReps=99)["result"]
    (only,) = found["clusters"]
    assert (only["start"], only["end"], only["observed"]) == ("1992-01-01", "1992-12-31", 9)
    assert only["centre"] is None
    assert only["expected"] == pytest.approx(14 * _LIVED[2] / sum(_LIVED))


def test_cases_and_controls_in_a_plane_for_high_and_low_rates(run):
    found = run(CONTROLLED, MonteCarloReps=99)["result"]
    assert found["model"] == "bernoulli"
    first = found["clusters"][0]
    assert set(first["members"]) == {"1", "2"}
    assert (first["observed"], first["high"]) == (9, True)
    assert first["expected"] == pytest.approx(12 * 10 / 30)
    assert first["radius"] == 10.0
    assert first["radius_km"] is None
    assert first["start"] is None
    low = run(CONTROLLED, MonteCarloReps=0, ScanAreas=2)["result"]["clusters"][0]
    assert low["high"] is False


def test_a_prospective_scan_sees_only_what_lasts_until_the_end(run):
    found = run(FEVER, AnalysisType=4, MonteCarloReps=99, MaxTemporalSize=3, MaxTemporalSizeInterpretation=1)["result"]
    assert {each["end"] for each in found["clusters"]} == {"2024-03-31"}
    assert found["clusters"][0]["centre"] in {"8900", "8920"}
    assert found["clusters"][0]["recurrence_days"] == pytest.approx(1 / found["clusters"][0]["p"])
    weeks = run(FEVER, AnalysisType=3, MonteCarloReps=9, TimeAggregationLength=7, MaxTemporalSize=50)["result"]
    assert weeks["windows"] == 4 + 3
    adjusted = run(
        FEVER, AnalysisType=4, MonteCarloReps=99, AdjustForEarlierAnalyses="y", ProspectiveStartDate="2024/3/20"
    )["result"]
    assert adjusted["clusters"][0]["p"] >= found["clusters"][0]["p"]


def test_dates_are_read_in_every_way_that_they_are_written(run):
    plain = run(FEVER, AnalysisType=3, MonteCarloReps=0)["result"]
    for old, new in ((r"2024/3/", "2024-03-"), (r"2024/3/", "24/3/")):
        again = run(dict(FEVER) | {"f.cas": FEVER["f.cas"].replace(old, new)}, AnalysisType=3, MonteCarloReps=0)
        assert again["result"]["clusters"] == plain["clusters"]


def test_centres_may_come_from_a_grid(run):
    files = dict(CONTROLLED) | {"g.grd": "5 0\n1000 1000\n"}
    found = run(files, MonteCarloReps=0, UseGridFile="y", GridFile="g.grd")["result"]
    assert (found["clusters"][0]["centre"], found["clusters"][0]["x"]) == (None, 5.0)
    assert set(found["clusters"][0]["members"]) == {"1", "2"}


def test_its_answer_is_not_written_for_maps(refused, tmp_path):
    path = tmp_path / "clusters.geojson"
    said = refused("scan", "--satscan-parameters", written(tmp_path, FEVER, AnalysisType=3), "--map", path)
    assert "is not written for maps" in said
    assert not path.exists()


def test_lines_outside_the_study_are_left_out_only_when_the_checks_are_relaxed(run, refused, tmp_path):
    files = dict(FEVER) | {"f.cas": FEVER["f.cas"] + "8900 1 2023/12/31\n0000 1 2024/3/3\n"}
    asked_for = ["scan", "--satscan-parameters", written(tmp_path, files, AnalysisType=3)]
    assert "line 37" in refused(*asked_for)
    relaxed = {"StudyPeriodCheckType": 1, "GeographicalCoordinatesCheckType": 1}
    assert run(files, AnalysisType=3, MonteCarloReps=0, **relaxed)["n"] == run(FEVER, AnalysisType=3)["n"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ModelType", 3),
        ("AnalysisType", 5),
        ("SpatialWindowShapeType", 1),
        ("IterativeScan", "y"),
        ("TimeTrendAdjustmentType", 2),
        ("IncludePurelySpatial", "y"),
        ("UseMaxCirclePopulationFileOption", "y"),
        ("CaseFile2", "more.cas"),
        ("MadeUpParameter", 1),
        ("MonteCarloReps", "many"),
        ("MaxTemporalSize", "0.5"),
        ("StartDate", "soon"),
        ("EndDate", "1999/1/1"),
        ("CoordinatesFile", "nowhere.geo"),
    ],
)
def test_what_cannot_be_followed_is_refused_by_name_and_line(refused, tmp_path, name, value):
    path = written(tmp_path, FEVER, **({"AnalysisType": 3, "MaxTemporalSizeInterpretation": 1} | {name: value}))
    said = refused("scan", "--satscan-parameters", path)
    assert name in said
    assert "line" in said


@pytest.mark.parametrize(
    ("file", "text", "word"),
    [
        ("f.cas", "8900 -1 2024/3/1\n", "cannot stand in column 2"),
        ("f.cas", "8900 1\n", "no column 3"),
        ("f.cas", "8900 1 2024/3\n", "not a date as exact"),
        ("f.cas", "8900 1 2024/3/1 man\n", "more columns than this model"),
        ("f.geo", "8900 156.4 10.0\n", "no degrees"),
        ("f.geo", "8900 56.4\n", "no column 3"),
        ("f.cas", "8900 1 2024/3/1\n", "fewer than two cases"),
        ("f.cas", "8900 9 2024/3/1\n", "same day"),
    ],
)
def test_bad_lines_are_named(refused, tmp_path, file, text, word):
    said = refused("scan", "--satscan-parameters", written(tmp_path, dict(FEVER) | {file: text}, AnalysisType=3))
    assert any(each in said for each in word.split("|")), said


def test_the_population_and_controls_must_be_there(refused, tmp_path):
    files = dict(COUNTIES) | {"p.pop": COUNTIES["p.pop"].replace("old", "ancient")}
    assert "no group “old”" in refused("scan", "--satscan-parameters", written(tmp_path, files, AnalysisType=1))
    files = dict(COUNTIES) | {"p.pop": "Byen 1990 40 old\nByen 1990 40 young\n"}
    assert "cases and no population" in refused(
        "scan", "--satscan-parameters", written(tmp_path, files, AnalysisType=1)
    )
    files = dict(CONTROLLED) | {"h.ctl": "1 0\n"}
    assert "no controls" in refused("scan", "--satscan-parameters", written(tmp_path, files))


def test_a_population_between_two_counts_is_the_area_under_a_line():
    """Against a sum over single days."""
    rng = np.random.default_rng(1)
    dates, exact = np.array([100, 180, 181, 400]), np.array([False, True, False, False])
    people = rng.uniform(0, 100, (3, 2, 4))
    begins = np.array([50, 120, 181, 300, 500])
    points = [100, 180, 181, 181, 400]
    kept = [0, 1, 1, 2, 3]
    fine = np.arange(50, 500, 0.01) + 0.005
    lived = np.zeros((3, 2, 4))
    for place in range(3):
        for group in range(2):
            line = np.interp(fine, points, people[place, group, kept])
            for interval in range(4):
                inside = (fine >= begins[interval]) & (fine < begins[interval + 1])
                lived[place, group, interval] = line[inside].sum() * 0.01
    cases = np.array([30.0, 12.0])
    slow = np.einsum("pgt,g->pt", lived, cases / lived.sum(axis=(0, 2)))
    np.testing.assert_allclose(standardised(dates, exact, people, cases, begins), slow, rtol=1e-4)
