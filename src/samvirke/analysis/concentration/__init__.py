"""How few places carry half of the incidents? The Gini coefficient, its form for few incidents, and the curve."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.concentration.lorenz import Curve, generalised
from samvirke.analysis.concentration.places import totals_by_place
from samvirke.analysis.kit import (
    Figure,
    Result,
    Table,
    analysis,
    asked,
    refuse_unless,
    vega,
)
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import Said, _

_MOST_POINTS = 501
# From this share on, a single event is pointed out.
_MUCH = 0.1


@dataclass(frozen=True)
class Parameters:
    """How many places there are, and whether to draw an interval."""

    places: int = asked(_("Places in all"), _("With those that had nothing; 0 means only the places given."), 0)
    resamples: int = asked(_("Resamples"), _("How many times to draw the places again for an interval; 0 for none."), 0)
    level: float = asked(_("Level"), _("How often such an interval holds the true share."), 0.95)

    def __post_init__(self) -> None:
        sound = self.places >= 0 and 0 <= self.resamples <= 100_000 and 0 < self.level < 1
        refuse_unless(
            sound,
            _("Places, resamples or level are out of range."),
            _("Places from 0, resamples from 0 to 100,000, level between 0 and 1."),
        )


@dataclass(frozen=True)
class Concentration(Result):
    """How unevenly incidents (or their weight) lie over places.

    `share_for_half` is the smallest whole number of places that together carry half, as a share of all places.
    `gini_generalised` measures against the most even spread that so few incidents allow; it is nan for weights.
    `lorenz` are the corners of the curve from the emptiest place to the fullest: share of places, share of all.
    For weights, `share_of_top` is what the heaviest row alone has of all, and the two fields after it tell what
    would be found without that row. The interval treats the places as drawn from many such places, so it needs a
    fair number of them.
    """

    n: int
    places: int
    places_hit: int
    total: float
    gini: float
    gini_generalised: float
    share_for_half: float
    places_for_half: int
    lorenz: NDArray[np.float64] = field(repr=False)
    interval_gini: tuple[float, float] | None
    interval_share_for_half: tuple[float, float] | None
    share_of_top: float | None = None
    gini_without_top: float | None = None
    share_for_half_without_top: float | None = None

    def table(self) -> Table:
        """A row for each measure."""
        share = Figure(number=100 * self.share_for_half, decimals=1)
        rows: tuple[tuple[str | Said, Said], ...] = (
            (Said(_("Incidents")), Figure(number=self.n)),
            (Said(_("Places")), Figure(number=self.places)),
            (Said(_("Places that had any")), Figure(number=self.places_hit)),
            (Said(_("Places that carry half")), Figure(number=self.places_for_half)),
            (Said(_("Share of places that carry half, %")), share),
            (Said(_("Gini")), Figure(number=self.gini, decimals=2)),
            (Said(_("Generalised Gini")), Figure(number=self.gini_generalised, decimals=2)),
            *self._without_top(),
        )
        return Table((Said(_("quantity")), Said(_("value"))), rows)

    def _without_top(self) -> tuple[tuple[str | Said, Said], ...]:
        if self.share_of_top is None:
            return ()
        half = None if self.share_for_half_without_top is None else 100 * self.share_for_half_without_top
        return (
            (Said(_("Share of the heaviest event, %")), Figure(number=100 * self.share_of_top, decimals=1)),
            (Said(_("Gini without it")), Figure(number=self.gini_without_top, decimals=2)),
            (Said(_("Share of places that carry half without it, %")), Figure(number=half, decimals=1)),
        )

    def chart(self, language: str = "en") -> dict[str, Any]:
        """The Lorenz curve."""
        titles = {"x": _("Share of places, emptiest first"), "y": _("Share of all")}
        encoding = {
            axis: {"field": axis, "type": "quantitative", "title": Said(title).text(language)}
            for axis, title in titles.items()
        }
        rows = [{"x": x, "y": y} for x, y in self.lorenz.tolist()]
        return vega(rows, Said(_("Lorenz curve")).text(language), mark="line", encoding=encoding)

    def notes(self) -> tuple[Said, ...]:
        """A warning where chance alone makes places empty, or where one event carries the answer."""
        if self.share_of_top is not None and self.share_of_top >= _MUCH:
            words = _("One event alone is {share} percent of it all: read the answer without it as well.")
            return (Said(words, {"share": Figure(number=100 * self.share_of_top)}),)
        if self.n >= self.places or np.isnan(self.gini_generalised):
            return ()
        words = _("There are fewer incidents ({count}) than places ({places}): read the generalised Gini.")
        return (Said(words, {"count": Figure(number=self.n), "places": Figure(number=self.places)}),)


@analysis(
    name="concentration",
    question=_("How few places carry half of it?"),
    method=_("Lorenz curve, Gini and generalised Gini"),
    caution=_("With few incidents most places are empty by chance alone, and every spread looks concentrated."),
    reference="Gini 1912; Weisburd 2015; Bernasco & Steenbeek 2017",
)
def concentration(
    place: ArrayLike | None = None,
    count: ArrayLike | None = None,
    weight: ArrayLike | None = None,
    parameters: Parameters | None = None,
    *,
    generator: np.random.Generator | None = None,
) -> Concentration:
    """Concentration of incidents over places.

    With `place` alone, a row is an incident. With `count` or `weight`, a row is that much at its place, or a
    place of its own where no `place` is given.
    """
    chosen = parameters or Parameters()
    held = totals_by_place(place, count, weight)
    totals, incidents = held.amount, held.incidents
    places = chosen.places or len(totals)
    _check(totals, places)
    found = Curve.of(totals, places)
    rest = Curve.of(held.without_top, places) if weight is not None and incidents > 1 else None
    ends = _intervals(found, chosen, generator)
    return Concentration(
        n=incidents,
        places=places,
        places_hit=int(np.count_nonzero(totals)),
        total=float(found.total),
        gini=float(found.gini),
        gini_generalised=np.nan if weight is not None else generalised(float(found.gini), incidents, places),
        share_for_half=int(found.for_half) / places,
        places_for_half=int(found.for_half),
        lorenz=found.corners(_MOST_POINTS),
        interval_gini=ends[0],
        interval_share_for_half=ends[1],
        share_of_top=held.top / float(found.total) if weight is not None else None,
        gini_without_top=float(rest.gini) if rest else None,
        share_for_half_without_top=int(rest.for_half) / places if rest else None,
    )


def _check(totals: Numbers, places: int) -> None:
    refuse_unless(
        places >= len(totals),
        _("There are {seen} places in the data, but only {places} in all."),
        _("Give the number of all places, with those that had nothing."),
        seen=len(totals),
        places=places,
    )
    refuse_unless(
        bool(totals.sum() > 0),
        _("There is nothing in any place."),
        _("Choose a longer period or a larger area; nothing has no concentration."),
    )


def _intervals(
    found: Curve, chosen: Parameters, generator: np.random.Generator | None
) -> tuple[tuple[float, float] | None, tuple[float, float] | None]:
    if not chosen.resamples:
        return None, None
    if generator is None:
        raise TypeError("resamples need a generator")
    drawn = found.resampled(generator, chosen.resamples)
    tails = [(1 - chosen.level) / 2, (1 + chosen.level) / 2]
    ginis, shares = (np.quantile(each, tails).tolist() for each in drawn)
    return (ginis[0], ginis[1]), (shares[0], shares[1])
