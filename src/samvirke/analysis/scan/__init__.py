"""Is there a cluster, where and when? Kulldorff's scan statistic over circles and windows of time."""

from __future__ import annotations

import dataclasses

import numpy as np
from numpy.typing import ArrayLike

from samvirke.analysis.kit import analysis
from samvirke.analysis.scan.clusters import Cluster
from samvirke.analysis.scan.columns import study_of
from samvirke.analysis.scan.parameters import BOTH, HIGH, LOW, PROSPECTIVE, SPATIAL, SPHERE, Parameters
from samvirke.analysis.scan.result import Scan
from samvirke.analysis.scan.study import Plan, Study
from samvirke.foundation.words import _

__all__ = ["Cluster", "Parameters", "Plan", "Scan", "Study", "scan", "scanned"]


@analysis(
    name="scan",
    question=_("Is there a cluster, where and when?"),
    method=_("Scan statistic over circles and windows of time, compared with replicates of chance"),
    caution=_(
        "A cluster says where and when there was more than expected, not why: a new way of reporting makes one too."
    ),
    reference="Kulldorff 1997; Kulldorff 2001; Kulldorff et al. 2005; Besag & Clifford 1991",
)
def scan(
    x: ArrayLike,
    y: ArrayLike,
    time: ArrayLike | None = None,
    count: ArrayLike | None = None,
    place: ArrayLike | None = None,
    population: ArrayLike | None = None,
    controls: ArrayLike | None = None,
    parameters: Parameters | None = None,
    *,
    generator: np.random.Generator,
) -> Scan:
    """The clusters among rows at (x, y), each standing for `count` cases (1 if not given) on a day.

    A row may also stand for controls or population at its place. Neighbours at a tied distance are added one by
    one, the one with the smaller x first, then the smaller y; rows at the same spot are one place.
    """
    chosen = parameters or Parameters()
    study, outside = study_of(x, y, time, count, place, population, controls, chosen)
    found = scanned(study, _plan(study, chosen), chosen.when, generator=generator)
    if chosen.when != PROSPECTIVE:
        return dataclasses.replace(found, outside=outside)
    return with_budget(dataclasses.replace(found, outside=outside), chosen.step_days, chosen.alarms_per_year)


def scanned(study: Study, plan: Plan, when: str, *, generator: np.random.Generator) -> Scan:
    """The clusters of a study that has been put together elsewhere, by a plan."""
    # numba takes a second to load; importing the analysis alone does not need it.
    from samvirke.analysis.scan.search import Search
    from samvirke.analysis.scan.telling import chosen, p_values, told

    search = Search(study, plan)
    best = search.best()
    kept = chosen(search, best)
    simulated = search.highest(float(best[:, 0].max(initial=0.0)), generator)
    p = p_values([float(each.row[0]) for each in kept], simulated, plan.stop_after)
    clusters = [told(search, each, value) for each, value in zip(kept, p, strict=True)]
    begins = study.begins
    return Scan(
        n=study.cases,
        places=len(study.places.names),
        model=study.model,
        when=when,
        start=begins[0] if begins else None,
        end=_last_day(begins),
        circles=search.order.size,
        windows=search.observed.first.size,
        shuffles=simulated.size,
        asked_shuffles=plan.shuffles,
        critical=_critical(simulated),
        alarm_p=None,
        alarms_per_year=None,
        step_days=None,
        outside=0,
        # As in SaTScan, what every replicate beats is not told.
        clusters=tuple(each for each in clusters if each.p is None or each.p < 1),
        simulated=simulated,
    )


def with_budget(found: Scan, step_days: float, alarms_per_year: float) -> Scan:
    """A prospective scan with the days between two so unlikely clusters, and whether that keeps the promise."""
    alarm_p = min(alarms_per_year * step_days / 365.25, 1.0)
    clusters = tuple(
        dataclasses.replace(each, recurrence_days=step_days / each.p, alarm=each.p <= alarm_p) if each.p else each
        for each in found.clusters
    )
    return dataclasses.replace(
        found, clusters=clusters, alarm_p=alarm_p, alarms_per_year=alarms_per_year, step_days=step_days
    )


def _plan(study: Study, chosen: Parameters) -> Plan:
    longest = max(min(chosen.max_days // chosen.step_days, study.intervals), 1)
    last = study.intervals if chosen.when in (PROSPECTIVE, SPATIAL) else 1
    return Plan(
        share=chosen.max_share,
        reach=chosen.max_km if chosen.distance == SPHERE else chosen.max_km * 1000,
        longest=1 if chosen.when == SPATIAL else longest,
        ends_from=last,
        dealt_ends_from=last,
        high=chosen.rates in (HIGH, BOTH),
        low=chosen.rates in (LOW, BOTH),
        shuffles=chosen.shuffles,
        stop_after=chosen.stop_after,
    )


def _critical(simulated: np.ndarray) -> tuple[float | None, float | None]:
    """The ratio that is needed for p 0.05 and for p 0.01."""
    highest, size = np.sort(simulated)[::-1], simulated.size + 1
    ranks = [int(0.05 * size + 1e-9), int(0.01 * size + 1e-9)]
    found = [float(highest[rank - 1]) if 0 < rank <= highest.size else None for rank in ranks]
    return found[0], found[1]


def _last_day(begins: tuple[str | int, ...]) -> str | int | None:
    if not begins:
        return None
    last = begins[-1]
    return str(np.datetime64(last) - 1) if isinstance(last, str) else last - 1
