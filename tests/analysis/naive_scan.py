"""A second, slow scan: every circle and every window, one after the other, in plain Python."""

from __future__ import annotations

import math

import numpy as np

from samvirke.analysis.scan.study import Places, Plan, Study


def town(model="permutation", n=60, intervals=8, seed=1, side=5, planted=0):
    """Cases on a lattice, so that distances tie; some planted in one corner at the end."""
    rng = np.random.default_rng(seed)
    where = np.array([(x, y) for x in range(side) for y in range(side)], float) * 100
    cells = rng.integers(0, side * side * intervals, n)
    cells = np.append(cells, rng.choice([0, 1, side], planted) * intervals + intervals - 1).astype(np.int64)
    held = np.bincount(cells, minlength=side * side * intervals).reshape(-1, intervals).astype(float)
    if model == "poisson":
        behind = rng.gamma(2, 1, held.shape)
        behind *= held.sum() / behind.sum()
    else:
        behind = None if model == "permutation" else held + rng.poisson(1.5, held.shape)
    names = tuple((f"p{at:02d}",) for at in range(side * side))
    places = Places(names, where, where, np.arange(side * side), 0.001)
    return Study(model, places, np.sort(cells), intervals, behind, tuple(range(100, 101 + intervals)))


def slow_best(study: Study, plan: Plan, cells=None, dealt=False):
    """For each centre ratio, number of places, first and last interval of its best window."""
    cells = study.cells if cells is None else cells
    held = np.bincount(cells, minlength=len(study.places.names) * study.intervals).reshape(-1, study.intervals)
    found = []
    for centre in study.measured:
        apart = [math.dist(centre, place) for place in study.places.where]
        order = sorted(range(len(apart)), key=lambda at: (apart[at], *study.places.where[at]))
        best, inside, behind = (0.0, 0, 0, 0), [], 0.0
        for place in order:
            behind += study.behind[place]
            if behind > plan.share * study.behind.sum() or apart[place] > plan.reach:
                break
            inside.append(place)
            for first, last in zip(*plan.windows(study.intervals, plan.dealt_ends_from if dealt else plan.ends_from)):
                level = slow_ratio(study, plan, held, inside, first, last)
                if level > best[0] + 1e-12:
                    best = (level, len(inside), int(first), int(last))
        found.append(best)
    return found


def slow_ratio(study, plan, held, inside, first, last):
    """The logarithm of the likelihood ratio of one window, 0 if it is not of the kind that is sought."""
    count, cases = float(held[inside, first:last].sum()), float(study.cases)
    if study.model == "bernoulli":
        among, everyone = study.measure[inside, first:last].sum(), study.measure.sum()
        mean = among * cases / everyone
    elif study.model == "permutation":
        mean = study.counts[inside].sum() * study.counts[:, first:last].sum() / cases
    else:
        mean = study.measure[inside, first:last].sum()
    high = plan.high and count > mean and count >= plan.fewest_high
    low = plan.low and count < mean and count >= plan.fewest_low
    if not (high or low):
        return 0.0
    if study.model != "bernoulli":
        return _part(count, mean) + _part(cases - count, cases - mean)
    out, left = everyone - among, cases - count
    inside_out = _part(count, among) + _part(among - count, among) + _part(left, out) + _part(out - left, out)
    return inside_out - _part(cases, everyone) - _part(everyone - cases, everyone)


def _part(count, among):
    return count * math.log(count / among) if count > 0 else 0.0
