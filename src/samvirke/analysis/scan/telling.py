"""From the best window of every centre to the clusters that are told: most likely first, none overlapping another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.scan.clusters import Cluster
from samvirke.analysis.scan.likelihood import expected
from samvirke.analysis.scan.neighbours import arc, distances
from samvirke.analysis.scan.search import Search
from samvirke.analysis.scan.study import (
    EVERY_CENTRE,
    NO_CENTRE_IN_LESS_LIKELY,
    NO_CENTRE_IN_LIKELIER,
    NO_CENTRE_IN_OTHER,
    NO_OVERLAP,
    NO_PAIR,
    Whole,
)

# Ratios that differ by less are equal; ratios that are lower are not told; nor are more clusters than these.
_SAME, _LOWEST, _MOST = 1e-9, 0.001, 500


@dataclass(frozen=True)
class Chosen:
    """A cluster before it is told: its centre, its places and the row of what was found."""

    centre: int
    places: Whole
    row: Numbers
    radius: float


def chosen(search: Search, best: Numbers) -> list[Chosen]:
    """The clusters to be told, most likely first, by the rule of the plan for those that overlap."""
    kept: list[Chosen] = []
    rule = search.plan.apart
    for centre in _ranked(search, best):
        if best[centre, 0] <= _LOWEST or len(kept) >= (_MOST if rule != EVERY_CENTRE else len(best)):
            break
        places = search.order[search.starts[centre] :][: int(best[centre, 1])]
        apart = distances(search.study.measured[centre], search.study.places.where[places[-1:]])
        candidate = Chosen(centre, places, best[centre], float(apart[0]))
        if all(_apart(search, each, candidate, rule) for each in kept):
            kept.append(candidate)
    return kept


def _ranked(search: Search, best: Numbers) -> list[int]:
    """Centres by falling ratio; of equal ones first those with fewer places, then those named first."""
    order = np.argsort(-best[:, 0], kind="stable")
    new = np.concatenate([[True], -np.diff(best[order, 0]) >= _SAME])
    group = np.cumsum(new)
    rank = search.study.places.rank if search.study.centres is None else np.arange(len(best))
    return [int(each) for each in order[np.lexsort((rank[order], best[order, 1], group))]]


def _apart(search: Search, likelier: Chosen, other: Chosen, rule: str) -> bool:
    if rule == EVERY_CENTRE:
        return True
    if rule == NO_OVERLAP:
        return not np.isin(other.places, likelier.places).any()
    where = search.study.measured
    between = np.float32(distances(where[likelier.centre], where[other.centre][None])[0])
    in_likelier, in_other = between <= np.float32(likelier.radius), between <= np.float32(other.radius)
    return {
        NO_CENTRE_IN_OTHER: not (in_likelier or in_other),
        NO_CENTRE_IN_LIKELIER: not in_likelier,
        NO_CENTRE_IN_LESS_LIKELY: not in_other,
        NO_PAIR: not (in_likelier and in_other),
    }[rule]


def p_values(levels: list[float], highest: Numbers, stop_after: int) -> list[float | None]:
    """For each ratio the share of replicates, the data among them, that are as high.

    With `stop_after` a ratio that was met so often has Besag and Clifford's p: that many ÷ the replicate of the last.
    """
    found: list[float | None] = []
    for level in levels:
        met = np.flatnonzero(highest >= level)
        if not highest.size:
            found.append(None)
        elif stop_after and met.size >= stop_after:
            found.append(stop_after / (int(met[stop_after - 1]) + 1))
        else:
            found.append((met.size + 1) / (highest.size + 1))
    return found


def told(search: Search, each: Chosen, p: float | None) -> Cluster:
    """A chosen cluster in the words of its places and days."""
    study, begins = search.study, search.study.begins
    count, mean = int(each.row[4]), expected(search.law, float(each.row[5]))
    names = tuple(name for place in each.places for name in study.places.names[place])
    own = study.centres is None
    shown = study.places.shown[each.centre] if own or study.centres_shown is None else study.centres_shown[each.centre]
    radius = arc(each.radius) if study.places.round_earth else each.radius
    km = radius * study.places.unit_km
    first, last = int(each.row[2]), int(each.row[3])
    return Cluster(
        centre=next(iter(study.places.names[each.centre]), None) if own else None,
        x=float(shown[0]),
        y=float(shown[1]),
        radius_km=None if np.isnan(km) else float(km),
        radius=float(radius),
        members=names,
        start=begins[first] if begins else None,
        end=_day_before(begins[last]) if begins else None,
        observed=count,
        expected=mean,
        ratio=count / mean,
        llr=float(each.row[0]),
        p=p,
        high=count > mean,
    )


def _day_before(day: str | int) -> str | int:
    return str(np.datetime64(day) - 1) if isinstance(day, str) else day - 1
