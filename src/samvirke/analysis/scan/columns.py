"""Makes a study out of columns: one place for each pair of coordinates, intervals counted back from the last day."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.kit import amounts, coordinates, counts, days, labels, refuse_unless, same_length
from samvirke.analysis.kit.checks import Days, Numbers
from samvirke.analysis.scan.neighbours import on_sphere
from samvirke.analysis.scan.parameters import SPATIAL, SPHERE, Parameters
from samvirke.analysis.scan.study import BERNOULLI, PERMUTATION, POISSON, Places, Study
from samvirke.foundation.words import _

_MOST_PERSONS = 200_000_000


def study_of(
    x: ArrayLike, y: ArrayLike, time: ArrayLike | None, count: ArrayLike | None, place: ArrayLike | None,
    population: ArrayLike | None, controls: ArrayLike | None, chosen: Parameters,
) -> tuple[Study, int]:  # fmt: skip
    """The study of these rows, and how many rows lie outside the period that was asked for."""
    east, north = coordinates(x, y)
    _check_degrees(east, north, chosen)
    _needed({"time": time, "count": count, "population": population, "controls": controls}, chosen)
    cases = counts(count, "count") if count is not None else np.ones(east.size)
    more = amounts(population, "population") if population is not None else np.zeros(east.size)
    others = counts(controls, "controls") if controls is not None else np.zeros(east.size)
    when = days(time, "time") if time is not None else np.zeros(east.size, np.int64)
    codes = labels(place, "place") if place is not None else None
    given = {"x": east, "time": when, "count": cases, "population": more, "controls": others}
    same_length(given | ({"place": codes[1]} if codes else {}))
    places, at = _places(east, north, codes, chosen)
    dated = time is not None and np.asarray(time).dtype.kind == "M"
    inside = _inside(when, dated, chosen) if time is not None else np.ones(east.size, bool)
    _check(cases[inside], at[inside], when[inside], chosen)
    begins = _begins(when[inside & (cases + others > 0)], dated, chosen) if time is not None else np.array([0, 1])
    interval = np.searchsorted(begins, when, side="right") - 1
    cell = at * (len(begins) - 1) + np.clip(interval, 0, len(begins) - 2)
    size = (len(places.names), len(begins) - 1)
    held = np.bincount(cell[inside], cases[inside], size[0] * size[1]).astype(np.int64)
    lengths = np.diff(begins) / (begins[-1] - begins[0])
    behind = _measure(
        chosen.model,
        size,
        held,
        np.bincount(at, more, size[0]),
        np.bincount(cell[inside], others[inside], held.size),
        lengths,
    )
    shown = () if time is None else tuple(_shown(each, dated) for each in begins.tolist())
    cells = np.repeat(np.arange(held.size), held)
    return Study(chosen.model, places, cells, size[1], behind, shown), int(np.count_nonzero(~inside))


def _measure(
    model: str, size: tuple[int, int], held: Days, people: Numbers, others: Numbers, lengths: Numbers
) -> Numbers | None:
    """What stands behind each place and interval."""
    if model == PERMUTATION:
        return None
    if model == BERNOULLI:
        refuse_unless(
            others.sum() > 0,
            _("There are no controls."),
            _("Give the rows of controls with their number."),
            column="controls",
        )
        refuse_unless(
            held.sum() + others.sum() <= _MOST_PERSONS,
            _("There are too many controls."),
            _("Give at most 200 million, or use the Poisson model with a population."),
            column="controls",
        )
        return (held + others).reshape(size)
    refuse_unless(
        people.sum() > 0, _("The population is 0."), _("Give the people behind each place."), column="population"
    )
    empty = (people == 0) & (held.reshape(size).sum(axis=1) > 0)
    refuse_unless(
        not empty.any(),
        _("There is a place with cases and without population."),
        _("Give the population of every place that has cases."),
        column="population",
    )
    return np.outer(people / people.sum() * held.sum(), lengths)


def _needed(given: dict[str, ArrayLike | None], chosen: Parameters) -> None:
    """Refuse a model without what it needs."""
    wanted = {POISSON: ["count", "population"], BERNOULLI: ["count", "controls"], PERMUTATION: []}[chosen.model]
    for column in [*wanted, *([] if chosen.when == SPATIAL else ["time"])]:
        refuse_unless(
            given[column] is not None,
            _("The {model} model needs a column that is missing here."),
            _("Give it; a row may stand for cases, for controls or for population."),
            column=column,
            model=chosen.model,
        )


def _places(
    x: Numbers, y: Numbers, codes: tuple[list[str], NDArray[np.int64]] | None, chosen: Parameters
) -> tuple[Places, Days]:
    """One place for each pair of coordinates, in rising order, and for each row its place."""
    shown = np.column_stack([x, y])
    where = on_sphere(x, y) if chosen.distance == SPHERE else shown
    distinct, first, at = np.unique(where, axis=0, return_index=True, return_inverse=True)
    at = at.reshape(-1)
    names = [(f"{x[row]:.12g} {y[row]:.12g}",) for row in first.tolist()]
    if codes:
        pairs = np.unique(np.column_stack([codes[1], at]), axis=0)
        twice = pairs[1:][pairs[1:, 0] == pairs[:-1, 0]]
        refuse_unless(
            not twice.size,
            _("The place “{name}” lies in more than one spot."),
            _("Give each place one pair of coordinates."),
            column="place",
            name=codes[0][int(twice[0, 0])] if twice.size else "",
        )
        order = pairs[np.lexsort((pairs[:, 0], pairs[:, 1]))]
        found = np.split(order[:, 0], np.searchsorted(order[:, 1], np.arange(1, len(distinct))))
        names = [tuple(codes[0][int(code)] for code in each) for each in found]
    sphere = chosen.distance == SPHERE
    rank = np.arange(len(distinct))
    return Places(tuple(names), shown[first], distinct, rank, 1.0 if sphere else 0.001, sphere), at


def _inside(when: Days, dated: bool, chosen: Parameters) -> NDArray[np.bool_]:
    low = _day(chosen.since, dated, "since") if chosen.since else when.min(initial=0)
    high = _day(chosen.until, dated, "until") if chosen.until else when.max(initial=0)
    return np.asarray((when >= low) & (when <= high))


def _begins(when: Days, dated: bool, chosen: Parameters) -> Days:
    """The first day of each interval, counted back from the last day, and the day after it; the first may be longer."""
    if chosen.when == SPATIAL:
        return np.array([when.min(), when.max() + 1])
    low = _day(chosen.since, dated, "since") if chosen.since else int(when.min())
    high = (_day(chosen.until, dated, "until") if chosen.until else int(when.max())) + 1
    edges = np.arange(high, low, -chosen.step_days)[::-1]
    edges = edges if edges.size and (high - low) % chosen.step_days == 0 else edges[1:]
    found = np.concatenate([[low], edges])
    refuse_unless(
        found.size > 2,
        _("All incidents lie in one interval of time."),
        _("Choose a longer period, or count fewer days together."),
        column="time",
    )
    return found


def _day(text: str, dated: bool, key: str) -> int:
    try:
        return int(np.datetime64(text, "D").astype(np.int64)) if dated else int(text)
    except ValueError:
        refuse_unless(
            False, _("“{text}” is not a day."), _("Write 2024-08-20, or the number of a day."), key=key, text=text
        )
        raise


def _shown(day: int, dated: bool) -> str | int:
    return str(np.datetime64(day, "D")) if dated else day


def _check_degrees(x: Numbers, y: Numbers, chosen: Parameters) -> None:
    on_earth = not x.size or bool((np.abs(x) <= 360).all() and (np.abs(y) <= 90).all())
    refuse_unless(
        chosen.distance != SPHERE or on_earth,
        _("There are coordinates that are no degrees."),
        _("Give longitude as x and latitude as y, or metres with the distance in the plane."),
        column="x",
    )


def _check(cases: Numbers, at: Days, when: Days, chosen: Parameters) -> None:
    """Refuse what no circle and no shuffling can tell apart."""
    total = int(cases.sum())
    refuse_unless(total > 1, _("There are fewer than two cases."), _("Choose a longer period or a larger area."))
    refuse_unless(
        np.unique(at).size > 1, _("All rows have the same place."), _("A circle then means nothing."), column="x"
    )
    if chosen.model != PERMUTATION:
        return
    ties = np.unique(when[cases > 0], return_inverse=True)[1]
    each = np.bincount(ties.reshape(-1), cases[cases > 0])
    refuse_unless(each.size > 1, _("All incidents have the same day."), _("Choose a longer period."), column="time")
    ways = math.lgamma(total + 1) - sum(math.lgamma(tied + 1) for tied in each.tolist())
    refuse_unless(
        ways > math.log(max(chosen.shuffles, 1)),
        _("{n} incidents can be dealt out in fewer ways than {shuffles}."),
        _("Give fewer shuffles, or more incidents."),
        key="shuffles",
        n=total,
        shuffles=chosen.shuffles,
    )
