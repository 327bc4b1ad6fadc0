"""Whether a week was out of the ordinary, in any municipality: weeks from Monday, whole ones only."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.surveil import surveil
from samvirke.foundation.words import _
from samvirke.insight.studies.engine.kind import Kind, Part, the_only
from samvirke.insight.studies.engine.scope import Piece, Scope, digest_of


def _mondays(scope: Scope) -> tuple[date, int]:
    """The first Monday of the period, and how many whole weeks follow."""
    first = scope.first + timedelta(days=-scope.first.weekday() % 7)
    return first, max((scope.after - first).days // 7, 0)


def _work(scope: Scope, parameters: Any, _seed: int, _part: Part) -> Piece:
    first, weeks = _mondays(scope)
    refuse_unless(weeks > 0, _("The period holds no whole week."), _("Choose a longer period."), key="after")
    keys = f"municipality AS place, (datediff('day', DATE '{first}', starts::DATE) // 7)::BIGINT AS week"
    read = scope.counts(keys, "municipality IS NOT NULL AND starts >= ?", first)
    codes = scope.municipalities if scope.municipality is None else (scope.municipality,)
    series = {str(code): np.zeros(weeks, np.int64) for code in codes}
    for place, week, many in zip(*(read[name].tolist() for name in ("place", "week", "n")), strict=True):
        if str(place) in series and week < weeks:
            series[str(place)][week] = many
    dates = np.datetime64(first) + 7 * np.arange(weeks)
    total = sum(int(each.sum()) for each in series.values())
    return Piece(total, digest_of(series), surveil(series, dates, parameters=parameters))


KIND = Kind(
    name="surveil",
    analysis=surveil,
    reads=_("How many incidents each municipality has had in each whole week from Monday; some years are needed."),
    work=_work,
    whole=the_only,
)
