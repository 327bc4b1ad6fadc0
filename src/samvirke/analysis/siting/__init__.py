"""Where should k of them stand? Most demand within reach, or all demand as near as can be, with a proved gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from samvirke.analysis.kit import (
    POINTS,
    Figure,
    Result,
    Shapes,
    Table,
    amounts,
    analysis,
    asked,
    check_choices,
    coordinates,
    refuse_unless,
    same_length,
    vega,
)
from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.siting.given import Points, check
from samvirke.foundation.words import Said, _

OBJECTIVES = COVERAGE, MEDIAN = ("coverage", "p-median")
_MOST_POINTS = 5_000


@dataclass(frozen=True)
class Parameters:
    """How many are to stand, how far each reaches, and what is good."""

    k: int = asked(_("How many"), _("How many sites are to be chosen."), example="2")
    radius: float = asked(_("Reach"), _("How many metres a site reaches; needed for coverage."), 0.0, example="500")
    objective: str = asked(
        _("Objective"), _("Most demand within reach, or the shortest distance in all."), COVERAGE, choices=OBJECTIVES
    )

    def __post_init__(self) -> None:
        check_choices(self)
        refuse_unless(self.k > 0, _("No site is to be chosen."), _("Give how many as --k, from 1."), key="k")
        needed = self.objective == COVERAGE
        refuse_unless(
            0 <= self.radius < np.inf and (self.radius > 0 or not needed),
            _("The reach is missing or out of range."),
            _("Give the metres within which a site serves as --radius."),
            key="radius",
        )


@dataclass(frozen=True)
class Placement:
    """What some sites would do: the weight of demand within reach, its share, and the mean distance in metres."""

    x: tuple[float, ...]
    y: tuple[float, ...]
    covered: float | None
    share: float | None
    mean_distance: float


@dataclass(frozen=True)
class Siting(Result):
    """The chosen sites, and how far from the best any choice could be.

    `chosen` are rows of the file of sites, the first being 1. `value` is the weight covered, or for p-median the
    mean distance; `bound` is what no choice of k sites can pass, and `gap` the distance between them as a share of
    `value`. A gap of 0 means that the choice is proved best. `present` is what stands today, where it was given.
    """

    n: int
    sites: int
    k: int
    objective: str
    radius: float
    weight: float
    chosen: tuple[int, ...]
    covered: float | None
    share: float | None
    mean_distance: float
    value: float
    bound: float
    gap: float
    x: tuple[float, ...]
    y: tuple[float, ...]
    present: Placement | None

    def shapes(self) -> Shapes:
        """The chosen sites."""
        return Shapes(POINTS, self.x, self.y, [0.0] * len(self.x), {"site": self.chosen})

    def table(self) -> Table:
        """A row for each measure: the choice, and what stands today."""
        today = self.present
        rows: tuple[tuple[str, float | None, float | None, int], ...] = (
            (_("Sites"), self.k, len(today.x) if today else None, 0),
            (_("Demand within reach"), self.covered, today.covered if today else None, 1),
            (_("Share within reach, %"), _percent(self.share), _percent(today.share if today else None), 1),
            (_("Mean distance, m"), self.mean_distance, today.mean_distance if today else None, 0),
            (_("At most so far from the best, %"), 100 * self.gap, None, 2),
        )
        head = (Said(_("quantity")), Said(_("chosen")), Said(_("today")))
        return Table(
            head,
            tuple(
                (Said(words), Figure(number=mine, decimals=decimals), Figure(number=theirs, decimals=decimals))
                for words, mine, theirs, decimals in rows
            ),
        )

    def chart(self, language: str = "en") -> dict[str, Any]:
        """Where the chosen sites lie, and those of today."""
        kinds = [(Said(_("chosen")), self.x, self.y)]
        if self.present:
            kinds.append((Said(_("today")), self.present.x, self.present.y))
        rows = [
            {"x": x, "y": y, "kind": kind.text(language)}
            for kind, east, north in kinds
            for x, y in list(zip(east, north, strict=True))[:_MOST_POINTS]
        ]
        encoding: dict[str, Any] = {
            axis: {"field": axis, "type": "quantitative", "scale": {"zero": False}, "title": None} for axis in "xy"
        }
        encoding["color"] = {"field": "kind", "type": "nominal", "title": None}
        return vega(rows, Said(_("Sites")).text(language), mark="point", encoding=encoding)

    def notes(self) -> tuple[Said, ...]:
        """How good the choice is proved to be, and how it compares with today."""
        if self.gap == 0:
            said = [Said(_("No other choice of {k} sites is better: this is proved."), {"k": self.k})]
        else:
            words = _("No choice of {k} sites can be more than {gap} % better: this is proved.")
            said = [Said(words, {"k": self.k, "gap": Figure(number=100 * self.gap, decimals=2)})]
        if self.present and len(self.present.x) != self.k:
            words = _("Today there are {today}, not {k}: compare with care.")
            said.append(Said(words, {"today": len(self.present.x), "k": self.k}))
        return tuple(said)


@analysis(
    name="siting",
    question=_("Where should k of them stand?"),
    method=_("Greedy choice, exchanges, and a Lagrangian bound; small cases solved exactly"),
    caution=_(
        "Distances are as the crow flies. Past demand is not need: where nobody reports, nothing is covered. The best "
        "place on a map may belong to somebody else."
    ),
    reference="Church & ReVelle 1974; Hakimi 1964; Teitz & Bart 1968; Resende & Werneck 2007; Fisher 1981",
    files={
        "sites": ("site_x", "site_y"),
        "demand": ("demand_x", "demand_y", "weight"),
        "present": ("present_x", "present_y"),
    },
)
def siting(
    site_x: ArrayLike,
    site_y: ArrayLike,
    demand_x: ArrayLike,
    demand_y: ArrayLike,
    weight: ArrayLike | None = None,
    present_x: ArrayLike | None = None,
    present_y: ArrayLike | None = None,
    parameters: Parameters | None = None,
) -> Siting:
    """Choose k of the sites for the demand, each row of which weighs 1 unless `weight` says otherwise."""
    if parameters is None:
        raise TypeError("siting needs parameters: how many sites are to be chosen")
    sites, demand = coordinates(site_x, site_y, "site"), coordinates(demand_x, demand_y, "demand")
    heavy = np.ones(demand[0].size) if weight is None else amounts(weight, "weight")
    same_length({"demand_x": demand[0], "weight": heavy})
    today = None
    if present_x is not None and present_y is not None:
        today = coordinates(present_x, present_y, "present")
    check(sites, demand, heavy, parameters.k, today)
    chosen, value, bound = _chosen(sites, demand, heavy, parameters)
    found = _placement((sites[0][chosen], sites[1][chosen]), demand, heavy, parameters.radius)
    return Siting(
        n=demand[0].size,
        sites=sites[0].size,
        k=parameters.k,
        objective=parameters.objective,
        radius=parameters.radius,
        weight=float(heavy.sum()),
        chosen=tuple((chosen + 1).tolist()),
        covered=found.covered,
        share=found.share,
        mean_distance=found.mean_distance,
        value=value,
        bound=bound,
        gap=_gap(value, bound),
        x=found.x,
        y=found.y,
        present=_placement(today, demand, heavy, parameters.radius) if today else None,
    )


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share


def _gap(value: float, bound: float) -> float:
    apart = abs(bound - value)
    return apart / value if apart > 1e-9 * max(value, 1e-300) else 0.0


def _chosen(sites: Points, demand: Points, weight: Numbers, chosen: Parameters) -> tuple[Any, float, float]:
    # numba takes a second to load; importing the analysis alone does not need it.
    from samvirke.analysis.siting import solving

    solve = solving.coverage if chosen.objective == COVERAGE else solving.median
    return solve(sites, demand, weight, chosen.k, chosen.radius)


def _placement(where: Points, demand: Points, weight: Numbers, radius: float) -> Placement:
    from samvirke.analysis.siting.median import to_nearest  # late for the same reason as above

    apart = to_nearest(*where, *demand)
    total = float(weight.sum())
    covered = float(weight[apart <= radius].sum()) if radius else None
    share = None if covered is None else covered / total
    return Placement(tuple(where[0].tolist()), tuple(where[1].tolist()), covered, share, float(weight @ apart) / total)
