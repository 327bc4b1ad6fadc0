"""What stands behind the cases of a SaTScan analysis: a population over the years, or controls."""

from __future__ import annotations

import numpy as np

from samvirke.analysis.scan.population import standardised
from samvirke.doors.cli.analyse.satscan import dates, tables
from samvirke.doors.cli.analyse.satscan import parameters as named
from samvirke.doors.cli.analyse.satscan.parameters import Asked
from samvirke.foundation.words import Said, _

_YEAR_MIDDLE, _MONTH_MIDDLE = (7, 1), 15
At = dict[str, int] | None


def measure_of(
    asked: Asked, cases: list[tables.Count], at: At, begins: np.ndarray, period: tuple[int, int]
) -> np.ndarray | None:
    """The measure by place and interval; the permutation model needs none."""
    size = (max(at.values()) + 1 if at else 1, len(begins) - 1)
    if asked["ModelType"] != named.POISSON:
        for each in cases:
            if each.group:
                what = Said(
                    _("There are more columns than this model reads: {names}."), {"names": " ".join(each.group)}
                )
                raise each.record.refusal(what, _("Take them out; only the Poisson model follows them."))
    if asked["ModelType"] == named.PERMUTATION:
        return None
    if asked["ModelType"] == named.BERNOULLI:
        return _persons(asked, cases, at, begins, period, size)
    return _expected(asked, cases, at, begins, period, size)


def _persons(
    asked: Asked, cases: list[tables.Count], at: At, begins: np.ndarray, period: tuple[int, int], size: tuple[int, int]
) -> np.ndarray:
    """Cases and controls together."""
    held = np.zeros(size)
    controls = tables.counts(asked, "ControlFile", period, at)
    if not sum(each.number for each in controls):
        raise asked.refusal("ControlFile", Said(_("There are no controls.")), Said(_("Look at the control file.")))
    for each in [*cases, *controls]:
        interval = int(np.searchsorted(begins, each.day, side="right")) - 1
        held[at[each.place] if at else 0, interval] += each.number
    return held


def _expected(
    asked: Asked, cases: list[tables.Count], at: At, begins: np.ndarray, period: tuple[int, int], size: tuple[int, int]
) -> np.ndarray:
    """Expected cases from the population, each group at its own overall rate."""
    total = sum(each.number for each in cases)
    if at is None and not asked["PopulationFile"]:
        lengths = np.diff(begins) / (begins[-1] - begins[0])
        return total * lengths[None, :]
    days, exact, people, groups = _population(asked, at, period, size[0])
    ill = np.zeros(len(groups))
    for each in cases:
        if each.group not in groups:
            what = Said(_("The population file has no group “{name}”."), {"name": " ".join(each.group)})
            raise each.record.refusal(what, _("Give the groups of people alike in both files."))
        ill[groups[each.group]] += each.number
    lived = people.sum(axis=(1, 2))
    for each in cases:
        if each.number and lived[at[each.place] if at else 0] == 0:
            what = Said(_("The place “{name}” has cases and no population."), {"name": each.place})
            raise each.record.refusal(what, _("Give the population of every place that has cases."))
    found = standardised(days, exact, people, ill, begins)
    return found * (total / found.sum()) if found.sum() else found


def _population(
    asked: Asked, at: At, period: tuple[int, int], places: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, dict[tuple[str, ...], int]]:
    """The days of the population file, whether each is exact, and people by place, group and day."""
    rows: list[tuple[int, tuple[str, ...], int, float]] = []
    exact: dict[int, bool] = {}
    groups: dict[tuple[str, ...], int] = {}
    for record in tables.records(asked.file("PopulationFile")):
        place = record.words[0]
        if at is not None and place not in at:
            if asked["GeographicalCoordinatesCheckType"] == "1":
                continue
            what = Said(_("The place “{name}” is not in the coordinates file."), {"name": place})
            raise record.refusal(
                what, _("Add it there, or set GeographicalCoordinatesCheckType=1 to leave such lines out.")
            )
        day, whole_day = _counted(record, asked, period)
        people = record.number(2, "population")
        if people < 0:
            raise record.refusal(_("There is a negative number."), _("Counts and weights start at 0."))
        group = tuple(record.words[3:])
        if groups and len(group) != len(next(iter(groups))):
            raise record.refusal(_("This line has more or fewer groups than the first."), _("Mend the line."))
        groups.setdefault(group, len(groups))
        exact[day] = exact.get(day, False) or whole_day
        rows.append((at[place] if at else 0, group, day, people))
    if not rows or not sum(each[3] for each in rows):
        raise asked.refusal("PopulationFile", Said(_("The population is 0.")), Said(_("Look at the population file.")))
    days = np.array(sorted(exact), np.int64)
    held = np.zeros((places, len(groups), days.size))
    for spot, group, day, people in rows:
        held[spot, groups[group], np.searchsorted(days, day)] += people
    return days, np.array([exact[day] for day in days.tolist()]), held, groups


def _counted(record: tables.Record, asked: Asked, period: tuple[int, int]) -> tuple[int, bool]:
    """The day a population was counted, and whether that day was given: a year means 1 July, a month its 15th."""
    text = record.word(1, "date")
    if text.lower() == "unspecified":
        return period[0], True
    if asked["PrecisionCaseTimes"] == str(dates.GENERIC):
        return int(record.number(1, "time")), True
    found = dates.written(text, np.datetime64(period[0], "D").astype(object).year)
    if found is None:
        raise record.refusal(Said(_("“{value}” is not a day."), {"value": text}), _("Write year/month/day."))
    if found.precision == dates.YEAR:
        return found.on(*_YEAR_MIDDLE), False
    return found.on(1, _MONTH_MIDDLE), found.precision == dates.DAY
