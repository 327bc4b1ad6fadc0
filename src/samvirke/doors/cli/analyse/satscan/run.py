"""Makes a study and a plan out of SaTScan's files, and has it scanned."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from samvirke.analysis.scan import Plan, Scan, Study, scanned
from samvirke.analysis.scan import with_budget as promised
from samvirke.analysis.scan.neighbours import on_sphere
from samvirke.analysis.scan.study import APART, Places
from samvirke.doors.cli.analyse.satscan import dates, tables
from samvirke.doors.cli.analyse.satscan import parameters as named
from samvirke.doors.cli.analyse.satscan.measure import measure_of
from samvirke.doors.cli.analyse.satscan.parameters import Asked
from samvirke.foundation.words import Said, _

_MODELS = {named.POISSON: "poisson", named.BERNOULLI: "bernoulli", named.PERMUTATION: "permutation"}
_WHEN = {"1": "spatial", "2": "retrospective", "3": "retrospective", "4": "prospective", "6": "prospective"}
_DAYS_OF_UNIT = {dates.YEAR: 365.25, dates.MONTH: 30.4375, dates.DAY: 1.0, dates.GENERIC: 1.0}


def run(path: Path, generator: np.random.Generator, alarms_per_year: float) -> tuple[Scan, dict[str, str]]:
    """The scan that a parameter file asks for, and the parameters that were followed."""
    asked = named.read(path)
    kind, model = asked["AnalysisType"], asked["ModelType"]
    temporal = kind in (named.PURELY_TEMPORAL, named.PROSPECTIVE_TEMPORAL)
    if model == named.PERMUTATION and kind in (named.PURELY_SPATIAL, named.PURELY_TEMPORAL, named.PROSPECTIVE_TEMPORAL):
        what = Said(_("The permutation model needs both places and times."))
        raise asked.refusal("AnalysisType", what, Said(_("Set it to 3 or 4.")))
    period = _period(asked)
    begins = np.array([period[0], period[1] + 1]) if kind == named.PURELY_SPATIAL else _intervals(asked, period)
    places, at = _places(asked, temporal)
    cases = tables.counts(asked, "CaseFile", period, at)
    cells = _cells(cases, at, begins)
    measure = measure_of(asked, cases, at, begins, period)
    study = Study(
        _MODELS[model], places, cells, len(begins) - 1, measure, _shown(asked, begins, kind), *_grid(asked, temporal)
    )
    _check(asked, study)
    found = scanned(study, _plan(asked, study, begins, temporal), _WHEN[kind], generator=generator)
    if kind in (named.PROSPECTIVE, named.PROSPECTIVE_TEMPORAL):
        step = _DAYS_OF_UNIT[_unit(asked)] * int(asked.number("TimeAggregationLength", 1))
        found = promised(found, step, alarms_per_year)
    return found, asked.values


def _check(asked: Asked, study: Study) -> None:
    if study.cases < 2:
        raise asked.refusal("CaseFile", Said(_("There are fewer than two cases.")), Said(_("Look at the case file.")))
    if study.measure is None and len(np.unique(study.cells % study.intervals)) < 2:
        raise asked.refusal("CaseFile", Said(_("All incidents have the same day.")), Said(_("Choose a longer period.")))


def _period(asked: Asked) -> tuple[int, int]:
    if asked["PrecisionCaseTimes"] == str(dates.GENERIC):
        return int(asked.number("StartDate", -1e9)), int(asked.number("EndDate", -1e9))
    ends = []
    for name in ("StartDate", "EndDate"):
        found = dates.written(asked[name])
        if found is None:
            what = Said(_("“{value}” is not a day."), {"value": asked[name]})
            raise asked.refusal(name, what, Said(_("Write year/month/day.")))
        ends.append(found.last() if name == "EndDate" else found.on(1, 1))
    if ends[1] < ends[0]:
        raise asked.refusal("EndDate", Said(_("The study ends before it begins.")), Said(_("Mend one of its days.")))
    return ends[0], ends[1]


def _unit(asked: Asked) -> int:
    return int(asked["TimeAggregationUnits"]) or int(asked["PrecisionCaseTimes"])


def _intervals(asked: Asked, period: tuple[int, int]) -> np.ndarray:
    if _unit(asked) == dates.NONE:
        what = Said(_("A scan over time needs to know what its steps are."))
        raise asked.refusal("TimeAggregationUnits", what, Said(_("Set it to 1, 2 or 3.")))
    found = dates.begins(*period, _unit(asked), int(asked.number("TimeAggregationLength", 1)))
    if found.size < 3:
        what = Said(_("All incidents lie in one interval of time."))
        raise asked.refusal(
            "TimeAggregationLength", what, Said(_("Choose a longer period, or count fewer days together."))
        )
    return found


def _places(asked: Asked, temporal: bool) -> tuple[Places, dict[str, int] | None]:
    """The places and the position of each name; without places everything lies in one spot."""
    if temporal:
        nowhere = np.full((1, 2), np.nan)
        return Places(((),), nowhere, np.zeros((1, 2)), np.zeros(1, np.int64), np.nan), None
    spots = tables.coordinates(asked, "CoordinatesFile")
    shown, degrees = np.array(list(spots.values()), float), asked["CoordinatesType"] == "1"
    where = on_sphere(shown[:, 0], shown[:, 1]) if degrees else shown
    distinct, first, position = np.unique(where, axis=0, return_index=True, return_inverse=True)
    at = dict(zip(spots, position.reshape(-1).tolist(), strict=True))
    names: list[list[str]] = [[] for _each in distinct]
    for name, spot in at.items():
        names[spot].append(name)
    rank = np.argsort(np.argsort([min(each) for each in names], kind="stable"))
    unit = 1.0 if degrees else np.nan
    return Places(tuple(tuple(each) for each in names), shown[first], distinct, rank, unit, degrees), at


def _grid(asked: Asked, temporal: bool) -> tuple[np.ndarray, np.ndarray] | tuple[()]:
    if temporal or not asked.yes("UseGridFile"):
        return ()
    shown = np.array(tables.grid(asked), float)
    return (on_sphere(shown[:, 0], shown[:, 1]) if asked["CoordinatesType"] == "1" else shown), shown


def _cells(cases: list[tables.Count], at: dict[str, int] | None, begins: np.ndarray) -> np.ndarray:
    days, numbers = (np.array([getattr(each, name) for each in cases], np.int64) for name in ("day", "number"))
    spots = np.array([at[each.place] if at else 0 for each in cases], np.int64)
    interval = np.searchsorted(begins, days, side="right") - 1
    return np.sort(np.repeat(spots * (len(begins) - 1) + interval, numbers))


def _shown(asked: Asked, begins: np.ndarray, kind: str) -> tuple[str | int, ...]:
    precision = int(asked["PrecisionCaseTimes"])
    if precision == dates.GENERIC:
        return tuple(begins.tolist())
    return tuple(str(each) for each in begins.astype("datetime64[D]")) if precision or kind != "1" else ()


def _plan(asked: Asked, study: Study, begins: np.ndarray, temporal: bool) -> Plan:
    kind, rates, earlier = asked["AnalysisType"], asked["ScanAreas"], asked.yes("AdjustForEarlierAnalyses")
    prospective = kind in (named.PROSPECTIVE, named.PROSPECTIVE_TEMPORAL)
    alive = study.intervals if prospective or asked["IncludeClusters"] == "1" else 1
    since = study.intervals
    if prospective and earlier:
        day = dates.written(asked["ProspectiveStartDate"])
        since = max(int(np.searchsorted(begins, day.on(1, 1), side="right")), 1) if day else study.intervals
    unlimited = temporal or (kind == named.PROSPECTIVE and earlier)
    shortest, longest = (1, 1) if kind == named.PURELY_SPATIAL else _lengths(asked, begins)
    return Plan(
        share=1.0 if unlimited else asked.number("MaxSpatialSizeInPopulationAtRisk", 0, 100) / 100.0,
        reach=asked.number("MaxSpatialSizeInDistanceFromCenter", 0)
        if asked.yes("UseDistanceFromCenterOption")
        else np.inf,
        shortest=shortest,
        longest=min(longest, study.intervals),
        ends_from=study.intervals if kind == named.PURELY_SPATIAL else alive,
        dealt_ends_from=study.intervals if kind == named.PURELY_SPATIAL else (since if prospective else alive),
        high=rates in ("1", "3"),
        low=rates in ("2", "3"),
        fewest_high=int(asked.number("MinimumCasesInHighRateClusters", 0)),
        fewest_low=int(asked.number("MinimumCasesInLowRateClusters", 0)),
        shuffles=int(asked.number("MonteCarloReps", 0, 1_000_000)),
        stop_after=int(asked.number("EarlyTerminationThreshold", 1)) if asked["PValueReportType"] == "2" else 0,
        apart=APART[int(asked["CriteriaForReportingSecondaryClusters"])],
    )


def _lengths(asked: Asked, begins: np.ndarray) -> tuple[int, int]:
    """The shortest and longest window in intervals."""
    length, size = int(asked.number("TimeAggregationLength", 1)), asked.number("MaxTemporalSize", 0)
    if asked["MaxTemporalSizeInterpretation"] == "0":
        units = dates.units_between(int(begins[0]), int(begins[-1]) - 1, _unit(asked))
        size = float(np.floor(units * size / 100.0))
    longest = int(size // length)
    if longest < 1:
        what = Said(_("The longest window is shorter than one step of time."))
        raise asked.refusal("MaxTemporalSize", what, Said(_("Give more days, or count fewer together.")))
    return max(int(np.ceil(asked.number("MinimumTemporalClusterSize", 1) / length)), 1), longest
