"""Which places are hot or cold, judged by what lies around them? Gi* and local Moran, with exact chances."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.kit import (
    POINTS,
    Figure,
    Result,
    Shapes,
    Table,
    analysis,
    asked,
    check_choices,
    coordinates,
    counts,
    refuse_unless,
    same_length,
    vega,
)
from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.local.discoveries import false_discovery_rates, named
from samvirke.analysis.local.neighbours import QUEEN, Around, Whole, around, reach_of
from samvirke.analysis.local.statistics import GI_STAR, STATISTICS, standing
from samvirke.foundation.words import Said, _

_MOST_SHUFFLES, _LONGEST_TABLE, _MOST_POINTS = 1_000_000, 20, 10_000


@dataclass(frozen=True)
class Parameters:
    """Which statistic, who is a neighbour, how chance is reckoned, and how many false finds are borne."""

    statistic: str = asked(
        _("Statistic"),
        _("Hot and cold places, with or without the place itself, or unlike places."),
        GI_STAR,
        choices=STATISTICS,
    )
    contiguity: str = asked(
        _("Neighbours"), _("Cells that touch (queen), that share a side (rook), or distance:500 in metres."), QUEEN
    )
    cell: float = asked(_("Cell"), _("Side of a cell in metres; 0 finds it from the coordinates."), 0.0)
    shuffles: int = asked(
        _("Shuffles"), _("How many times to shuffle the counts; 0 reckons the chances exactly instead."), 0
    )
    fdr: float = asked(_("False finds"), _("How large a share of the places called significant may be false."), 0.05)
    esda_seed: int | None = asked(
        _("Seed of esda"), _("Draw as esda (PySAL) does from this seed, to compare; slower."), None
    )

    def __post_init__(self) -> None:
        check_choices(self)
        reach_of(self.contiguity)
        sound = 0 <= self.shuffles <= _MOST_SHUFFLES and 0 < self.fdr < 1 and 0 <= self.cell < np.inf
        seeded = self.esda_seed is None or (0 <= self.esda_seed < 2**32 and self.shuffles > 0)
        refuse_unless(
            sound and seeded,
            _("Shuffles, cell, share of false finds or seed are out of range."),
            _("Shuffles 0 to 1,000,000; cell from 0; share between 0 and 1; a seed of esda only with shuffles."),
            key="shuffles",
        )


@dataclass(frozen=True)
class Local(Result):
    """A row for each place, in the order they were given.

    `p_upper` is the chance of at least as much around the place if all other counts were dealt out anew. `p` is the
    smaller tail (1 where z is 0), as peers report it. `q` is Benjamini and Hochberg's for twice that, since both
    tails are looked at. A place without neighbours has none of them.
    """

    n: int
    statistic: str
    contiguity: str
    exact: bool
    fdr: float
    tested: int
    significant: int
    x: Numbers
    y: Numbers
    count: Whole
    neighbours: Whole
    value: Numbers
    z: Numbers
    p: Numbers
    p_upper: Numbers
    q: Numbers
    label: NDArray[np.str_]

    def shapes(self) -> Shapes:
        """The places, each with what was found there."""
        told = ("count", "z", "p", "q", "label")
        values = {name: getattr(self, name).tolist() for name in told}
        return Shapes(POINTS, self.x.tolist(), self.y.tolist(), [0.0] * self.n, values)

    def table(self) -> Table:
        """A row for each of the places that stand out most."""
        head = tuple(Said(each) for each in (_("place"), _("count"), "z", "p", "q", _("finding")))
        order = np.lexsort((-np.abs(np.nan_to_num(self.z)), np.nan_to_num(self.q, nan=2.0)))
        return Table(head, tuple(self._row(int(i)) for i in order[:_LONGEST_TABLE]))

    def _row(self, i: int) -> tuple[str | Said, ...]:
        figures = ((self.count[i], 0), (self.z[i], 2), (self.p[i], 4), (self.q[i], 4))
        return (
            f"{self.x[i]:.0f}, {self.y[i]:.0f}",
            *(Figure(number=float(value), decimals=decimals) for value, decimals in figures),
            Said(str(self.label[i])),
        )

    def chart(self, language: str = "en") -> dict[str, Any]:
        """The places in the colours of what was found; of very many, those that stand out."""
        order = np.argsort(np.nan_to_num(self.q, nan=2.0), kind="stable")[:_MOST_POINTS]
        said = {label: Said(label).text(language) for label in np.unique(self.label).tolist()}
        rows = [
            {"x": self.x[i], "y": self.y[i], "z": self.z[i], "label": said[str(self.label[i])]} for i in order.tolist()
        ]
        encoding: dict[str, Any] = {
            axis: {"field": axis, "type": "quantitative", "scale": {"zero": False}, "title": None} for axis in "xy"
        }
        encoding["color"] = {"field": "label", "type": "nominal", "title": Said(_("finding")).text(language)}
        return vega(rows, Said(_("Hot and cold places")).text(language), mark="square", encoding=encoding)

    def notes(self) -> tuple[Said, ...]:
        """How many were tested and how many of the finds may be false, and who could not be tested."""
        many = _("{tested} places were tested, {found} are significant; on average at most {share} percent are false.")
        share = Figure(number=100 * self.fdr, decimals=0 if self.fdr >= 0.01 else 1)
        said = [Said(many, {"tested": self.tested, "found": self.significant, "share": share})]
        if self.tested < self.n:
            words = _("{count} places have no neighbours; nothing is said of them.")
            said.append(Said(words, {"count": self.n - self.tested}))
        if not self.exact and not self.significant:
            said.append(Said(_("With shuffles p cannot be small enough for many places; exact chances can.")))
        return tuple(said)


@analysis(
    name="local",
    question=_("Which cells are hot or cold?"),
    method=_("Gi* or local Moran with exact conditional chances"),
    caution=_(
        "Counts follow where people are: a hot place need not be a dangerous one. Cells that are not in the file are "
        "not 0. Other cells would give other places."
    ),
    reference="Getis & Ord 1992; Ord & Getis 1995; Anselin 1995; Benjamini & Hochberg 1995",
    files={"cells": ("x", "y", "count")},
)
def local(
    x: ArrayLike,
    y: ArrayLike,
    count: ArrayLike,
    parameters: Parameters | None = None,
    *,
    generator: np.random.Generator | None = None,
) -> Local:
    """Local statistics of counts at places: the cells of a regular grid, or points with a distance."""
    chosen = parameters or Parameters()
    east, north = coordinates(x, y)
    many = counts(count, "count").astype(np.int64)
    same_length({"x": east, "count": many})
    _check(many)
    found = around(east, north, many, chosen.contiguity, chosen.cell)
    tested = found.neighbours > 0
    _check_neighbours(found)
    place = standing(chosen.statistic, many, found)
    upper, lower = _tails(many, found, chosen, generator)
    p = np.where(tested, np.where(place.told, np.minimum(upper, lower), 1.0), np.nan)
    q = false_discovery_rates(np.minimum(2 * p, 1.0))
    certain = place.told & (np.nan_to_num(q, nan=1.0) <= chosen.fdr)
    return Local(
        n=many.size,
        statistic=chosen.statistic,
        contiguity=chosen.contiguity,
        exact=not chosen.shuffles,
        fdr=chosen.fdr,
        tested=int(tested.sum()),
        significant=int(certain.sum()),
        x=east,
        y=north,
        count=many,
        neighbours=found.neighbours,
        value=place.value,
        z=place.z,
        p=p,
        p_upper=np.where(tested, upper, np.nan),
        q=q,
        label=named(certain, tested, place.name),
    )


def _tails(
    count: Whole, found: Around, chosen: Parameters, generator: np.random.Generator | None
) -> tuple[Numbers, Numbers]:
    # numba takes a second to load; importing the analysis alone does not need it.
    if not chosen.shuffles:
        from samvirke.analysis.local.exact import tails

        return tails(count, found)
    from samvirke.analysis.local.shuffles import shuffled

    least, greatest = shuffled(count, found, chosen.shuffles, chosen.esda_seed, generator)
    return (least + 1) / (chosen.shuffles + 1), (greatest + 1) / (chosen.shuffles + 1)


def _check(count: Whole) -> None:
    refuse_unless(
        count.size > 2, _("There are fewer than three places."), _("Choose a larger area or smaller cells."), column="x"
    )
    refuse_unless(
        bool(np.ptp(count) > 0),
        _("All places have the same count."),
        _("Nothing can then be hot or cold; look at the count column, or take larger cells."),
        column="count",
    )
    refuse_unless(
        float(count.sum()) < 2**52 / count.size,
        _("The counts are too large to be added up exactly."),
        _("Look for a wrong column; counts of incidents are whole and small."),
        column="count",
    )


def _check_neighbours(found: Around) -> None:
    refuse_unless(
        bool((found.neighbours > 0).any()),
        _("No place has a neighbour."),
        _("Give a larger distance, or the side of the cells with --cell."),
        key="contiguity",
    )
    refuse_unless(
        bool((found.neighbours < found.neighbours.size - 1).any()),
        _("Every place is a neighbour of every other."),
        _("Give a smaller distance, or more places."),
        key="contiguity",
    )
