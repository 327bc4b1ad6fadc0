"""Where is it dense? Incidents a square metre, smoothed over a bandwidth, on a grid of square cells."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from samvirke.analysis.kde.frame import KERNELS, frame
from samvirke.analysis.kit import (
    SQUARES,
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
from samvirke.foundation.words import Said, _

# What the running sums of the exact kernels may lose to rounding, against the highest cell; tests hold it.
_ROUNDING = 1e-11
_WIDEST_CHART, _WIDE_CHART = 80, 480


@dataclass(frozen=True)
class Parameters:
    """How fine the grid is and how far an incident is felt."""

    cell: float = asked(_("Cell"), _("Side of a cell in metres."), 100.0)
    bandwidth: float = asked(
        _("Bandwidth"), _("How far an incident is felt in metres; gaussian: the deviation."), 300.0
    )
    kernel: str = asked(_("Kernel"), _("How the density falls with distance."), KERNELS[0], choices=KERNELS)
    bounds: tuple[float, float, float, float] | None = asked(
        _("Bounds"), _("West, south, east, north; without them all that the incidents reach."), None
    )

    def __post_init__(self) -> None:
        check_choices(self)
        for name in ("cell", "bandwidth"):
            value = getattr(self, name)
            sound = math.isfinite(value) and value > 0
            refuse_unless(sound, _("A length is not above 0."), _("Give metres, such as 100."), key=name)
        refuse_unless(
            self.bounds is None or _is_box(self.bounds),
            _("The bounds hold no area."),
            _("Give west, south, east, north in this order."),
            key="bounds",
        )
        refuse_unless(
            self.bandwidth >= self.cell,
            _("The bandwidth ({bandwidth} m) is smaller than a cell ({cell} m): incidents would fall between cells."),
            _("Take a larger bandwidth or smaller cells."),
            key="bandwidth",
            bandwidth=self.bandwidth,
            cell=self.cell,
        )


@dataclass(frozen=True)
class Surface(Result):
    """Density at the centre of each cell; `grid[row, column]` counts rows from the south and columns from the west.

    The unit is incidents (or weight) a square metre: `integral`, the sum times the area of a cell, comes to
    about all incidents when the bounds hold all of them. `exact` kernels differ from the sum over every
    incident by rounding only; `error_bound` is the most that any cell can be wrong, in the same unit.
    """

    n: int
    grid: Numbers = field(repr=False, metadata={"json": False})
    shape: tuple[int, int]
    bounds: tuple[float, float, float, float]
    cell: float
    bandwidth: float
    kernel: str
    max: float
    max_at: tuple[float, float]
    sum: float
    integral: float
    exact: bool
    error_bound: float

    def table(self) -> Table:
        """The surface in a few numbers; densities are said for a square kilometre."""
        rows: tuple[tuple[str | Said, str | Said], ...] = (
            (Said(_("Incidents")), Figure(number=self.n)),
            (Said(_("Grid, rows × columns")), f"{self.shape[0]} × {self.shape[1]}"),
            (Said(_("Cell, m")), Figure(number=self.cell, decimals=1)),
            (Said(_("Bandwidth, m")), Figure(number=self.bandwidth, decimals=1)),
            (Said(_("Kernel")), self.kernel),
            (Said(_("Highest density, per km²")), Figure(number=self.max * 1e6, decimals=2)),
            (Said(_("Highest at")), "{:.0f}, {:.0f}".format(*self.max_at)),
            (Said(_("Incidents within the grid, smoothed")), Figure(number=self.integral, decimals=1)),
        )
        return Table((Said(_("quantity")), Said(_("value"))), rows)

    def shapes(self) -> Shapes:
        """The cells that feel anything, with their density a square kilometre."""
        rows, columns = np.nonzero(self.grid)
        west, south = self.bounds[:2]
        density = (self.grid[rows, columns] * 1e6).tolist()
        x, y = (west + columns * self.cell).tolist(), (south + rows * self.cell).tolist()
        return Shapes(SQUARES, x, y, [self.cell] * len(x), {"per_km2": density})

    def chart(self, language: str = "en") -> dict[str, Any]:
        """The surface as a heat map of at most 80 × 80 squares, each the mean of its cells."""
        step = max(1, math.ceil(max(self.shape) / _WIDEST_CHART))
        rows, columns = (range(0, length, step) for length in self.shape)
        means = np.add.reduceat(np.add.reduceat(self.grid, rows, axis=0), columns, axis=1)
        sizes = np.outer(*(np.minimum(step, length - np.arange(0, length, step)) for length in self.shape))
        data = [
            {"x": self.bounds[0] + c * self.cell, "y": self.bounds[1] + r * self.cell, "density": density}
            for r, line in zip(rows, (means / sizes * 1e6).tolist(), strict=True)
            for c, density in zip(columns, line, strict=True)
        ]
        encoding = {
            "x": {"field": "x", "type": "ordinal", "axis": None},
            "y": {"field": "y", "type": "ordinal", "sort": "descending", "axis": None},
            "color": {"field": "density", "type": "quantitative", "title": Said(_("per km²")).text(language)},
        }
        # As tall as the area is: a square on the ground is a square in the picture.
        tall = round(_WIDE_CHART * self.shape[0] / self.shape[1])
        size = {"width": _WIDE_CHART, "height": min(max(tall, _WIDE_CHART // 4), 2 * _WIDE_CHART)}
        return vega(data, Said(_("Density")).text(language), mark="rect", encoding=encoding, **size)

    def notes(self) -> tuple[Said, ...]:
        """That the highest of very many cells is chosen, and nothing was tested."""
        words = _("Nothing is tested: the highest of {count} cells is partly the luckiest of them.")
        return (Said(words, {"count": Figure(number=self.shape[0] * self.shape[1])}),)


@analysis(
    name="kde",
    question=_("Where is it dense?"),
    method=_("Kernel density"),
    caution=_("The picture depends on the bandwidth more than on anything else, and fades at the edge of the data."),
    reference="Silverman 1986; Chan, U, Choi & Xu 2022; Greengard & Strain 1991",
    saves="grid",
)
def kde(x: ArrayLike, y: ArrayLike, weight: ArrayLike | None = None, parameters: Parameters | None = None) -> Surface:
    """The density of incidents, each of weight 1 or of its own weight."""
    chosen = parameters or Parameters()
    east, north = coordinates(x, y)
    refuse_unless(east.size > 0, _("There are no incidents."), _("Choose a longer period or a larger area."))
    weights = _weights(weight, east)
    grid = frame(east, north, chosen)
    # numba takes a second to load; importing the analysis alone does not need it.
    from samvirke.analysis.kde.surface import density

    found = density(east, north, weights, grid=grid, kernel=chosen.kernel, bandwidth=chosen.bandwidth)
    refuse_unless(found.felt > 0, _("No incident is felt within the bounds."), _("Look for mixed-up coordinates."))
    row, column = divmod(int(found.values.argmax()), grid.columns)
    total, highest = float(found.values.sum()), float(found.values[row, column])
    return Surface(
        n=east.size,
        grid=found.values,
        shape=(grid.rows, grid.columns),
        bounds=grid.bounds,
        cell=chosen.cell,
        bandwidth=chosen.bandwidth,
        kernel=chosen.kernel,
        max=highest,
        max_at=(grid.west + (column + 0.5) * grid.cell, grid.south + (row + 0.5) * grid.cell),
        sum=total,
        integral=total * grid.cell**2,
        exact=found.exact,
        error_bound=highest * _ROUNDING + found.error,
    )


def _is_box(bounds: tuple[float, ...]) -> bool:
    finite = len(bounds) == 4 and all(map(math.isfinite, bounds))
    return finite and bounds[0] < bounds[2] and bounds[1] < bounds[3]


def _weights(weight: ArrayLike | None, east: Numbers) -> Numbers | None:
    if weight is None:
        return None
    found = amounts(weight, "weight")
    same_length({"x": east, "weight": found})
    refuse_unless(
        bool(found.sum() > 0), _("The weights add up to 0."), _("Give weights above 0, or none."), column="weight"
    )
    return found
