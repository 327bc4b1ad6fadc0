"""How good was a hot-spot map? All the usual scores together, with intervals, beside the plain forecast."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from samvirke.analysis.accuracy.cells import Whole, decayed_counts, highest
from samvirke.analysis.accuracy.given import grid_of, history_of, hot_of, later_of
from samvirke.analysis.accuracy.scores import Ends, Map, sign_test
from samvirke.analysis.kit import (
    Figure,
    Result,
    Table,
    amounts,
    analysis,
    asked,
    refuse_unless,
    same_length,
    vega,
)
from samvirke.foundation.words import Said, _

BEATS, WORSE = _("beats the decayed count"), _("is worse than the decayed count")
AS_GOOD = _("is no better than the decayed count")
NO_BASELINE = _("is not compared with the decayed count")
_ORDER = (("hits", 0), ("hit_rate", 3), ("PAI", 2), ("PEI", 3), ("PEI*", 3), ("RRI", 2), ("SER", 2))


@dataclass(frozen=True)
class Parameters:
    """How much of the area counts as predicted, and how the plain forecast forgets."""

    share: float = asked(
        _("Share of the area"), _("The cells with the highest scores; 0 means all with a score above 0."), 0.0
    )
    cell: float = asked(_("Cell"), _("Side of a cell in metres; 0 finds it from the coordinates."), 0.0)
    half_life: float = asked(_("Half-life"), _("Days after which an incident counts half in the plain forecast."), 60.0)
    level: float = asked(_("Level"), _("How often such an interval holds the true score."), 0.95)

    def __post_init__(self) -> None:
        sound = 0 <= self.share < 1 and 0 <= self.cell < np.inf and 0 < self.half_life < np.inf and 0 < self.level < 1
        refuse_unless(
            sound,
            _("Share, cell, half-life or level are out of range."),
            _("Share from 0 to below 1, half-life above 0, level between 0 and 1."),
            key="share",
        )


@dataclass(frozen=True)
class Accuracy(Result):
    """The scores of the map, their intervals, and the same scores of the decayed count where a history was given.

    `p` is McNemar's for the incidents that only one of the two caught; `verdict` says which is better.
    """

    n: int
    outside: int
    cells: int
    hot_cells: int
    area_share: float
    hits: int
    hit_rate: float
    pai: float = field(metadata={"key": "PAI"})
    pei: float = field(metadata={"key": "PEI"})
    pei_star: float = field(metadata={"key": "PEI*"})
    rri: float = field(metadata={"key": "RRI"})
    ser: float = field(metadata={"key": "SER"})
    intervals: Mapping[str, Ends]
    baseline: Mapping[str, float] | None
    p: float | None
    verdict: str

    @property
    def _scores(self) -> dict[str, float]:
        values = (self.hits, self.hit_rate, self.pai, self.pei, self.pei_star, self.rri, self.ser)
        return dict(zip((name for name, _decimals in _ORDER), values, strict=True))

    def table(self) -> Table:
        """A row for each score: its value, its interval, and the decayed count's."""
        scores, rows = self._scores, list[tuple[str | Said, ...]]()
        for name, decimals in _ORDER:
            ends = self.intervals.get(name, (np.nan, np.nan))
            theirs = self.baseline[name] if self.baseline else None
            figures = (scores[name], *ends, theirs)
            rows.append((name, *(Figure(number=each, decimals=decimals) for each in figures)))
        return Table(
            tuple(Said(each) for each in (_("score"), _("map"), _("low"), _("high"), _("decayed count"))), tuple(rows)
        )

    def chart(self, language: str = "en") -> dict[str, Any]:
        """The scores that lie between 0 and 1, with their intervals."""
        rows = [
            {"score": name, "value": self._scores[name], "low": ends[0], "high": ends[1]}
            for name, ends in self.intervals.items()
            if name in ("hit_rate", "PEI", "PEI*")
        ]
        encoding: dict[str, Any] = {
            "y": {"field": "score", "type": "nominal", "title": None},
            "x": {"field": "low", "type": "quantitative", "scale": {"domain": [0, 1]}, "title": None},
            "x2": {"field": "high"},
        }
        return vega(rows, Said(_("How good the map was")).text(language), mark="rule", encoding=encoding)

    def notes(self) -> tuple[Said, ...]:
        """Whether the map may be shown, what lay outside, and where the intervals come from."""
        said = (
            [Said(_("The map {verdict}."), {"verdict": Said(self.verdict)})]
            if self.baseline
            else [Said(_("Give --history: a map is shown only when it beats a plain decayed count."))]
        )
        if self.outside:
            said.append(Said(_("Incidents outside every cell, left out: {count}."), {"count": self.outside}))
        words = _("Seven scores of one map, not seven proofs; intervals are Clopper and Pearson's, for RRI Katz's.")
        return (*said, Said(words))


@analysis(
    name="accuracy",
    question=_("How good was a hot-spot map?"),
    method=_("Hits, hit rate, PAI, PEI, PEI*, RRI and SER with intervals, beside a decayed count"),
    caution=_(
        "Smaller cells and a smaller area raise PAI and lower the hits: compare maps of the same cells and area only. "
        "What police find where they look is not a test."
    ),
    reference="Bowers et al. 2004; Chainey et al. 2008; Levine 2008; Hunt 2016; White, Hunt & Green 2023",
    files={
        "cells": ("score", "cell_x", "cell_y", "area", "count", "earlier"),
        "test": ("test_x", "test_y"),
        "history": ("history_x", "history_y", "history_time"),
    },
)
def accuracy(
    score: ArrayLike,
    cell_x: ArrayLike | None = None,
    cell_y: ArrayLike | None = None,
    area: ArrayLike | None = None,
    count: ArrayLike | None = None,
    earlier: ArrayLike | None = None,
    test_x: ArrayLike | None = None,
    test_y: ArrayLike | None = None,
    history_x: ArrayLike | None = None,
    history_y: ArrayLike | None = None,
    history_time: ArrayLike | None = None,
    parameters: Parameters | None = None,
) -> Accuracy:
    """Scores of predicted cells against later incidents.

    Those are points (`test_x`, `test_y`), found in cells by their middles, or a `count` for each cell. `area` is in
    square metres; without it cells are squares. RRI needs the counts of an `earlier` period, or a history.
    """
    chosen = parameters or Parameters()
    given = {"score": score, "area": area, "earlier": earlier}
    columns = {name: amounts(values, name) for name, values in given.items() if values is not None}
    same_length(columns)
    n = columns["score"].size
    refuse_unless(n > 0, _("There are no cells."), _("Give a row for each cell of the map."), column="score")
    grid = grid_of(cell_x, cell_y, n, chosen.cell)
    later, outside = later_of(grid, count, test_x, test_y, n)
    sizes = columns.get("area", np.full(n, grid.side**2 if grid else 1.0))
    refuse_unless(bool((sizes > 0).all()), _("There is a cell without area."), _("Areas are above 0."), column="area")
    hot = hot_of(columns["score"], sizes, chosen.share)
    history = history_of(grid, history_x, history_y, history_time)
    before = columns.get("earlier")
    if history is not None:
        before = np.bincount(history[0][history[0] >= 0], minlength=n).astype(np.float64)
    unit = 1e6 if grid or "area" in columns else np.nan
    found = Map(hot, sizes, later, before, unit)
    baseline, p, verdict = _beside(found, history, chosen) if history else (None, None, str(NO_BASELINE))
    values = found.scores()
    return Accuracy(
        n=int(later.sum()),
        outside=outside,
        cells=n,
        hot_cells=int(hot.sum()),
        area_share=float(sizes[hot].sum() / sizes.sum()),
        hits=int(values["hits"]),
        hit_rate=values["hit_rate"],
        pai=values["PAI"],
        pei=values["PEI"],
        pei_star=values["PEI*"],
        rri=values["RRI"],
        ser=values["SER"],
        intervals=found.intervals(chosen.level),
        baseline=baseline,
        p=p,
        verdict=verdict,
    )


def _beside(found: Map, history: tuple[Whole, Whole], chosen: Parameters) -> tuple[Mapping[str, float], float, str]:
    """The scores of the decayed count in as much area, McNemar's p, and which of the two is better."""
    score = decayed_counts(*history, found.area.size, chosen.half_life)
    hot = highest(score, found.area, float(found.area[found.hot].sum()))
    plain = Map(hot, found.area, found.count, found.earlier, found.unit)
    ours, theirs = (float(found.count[each].sum()) for each in (found.hot & ~hot, hot & ~found.hot))
    p = sign_test(ours, theirs)
    verdict = AS_GOOD if p >= 1 - chosen.level else BEATS if ours > theirs else WORSE
    return plain.scores(), p, str(verdict)
