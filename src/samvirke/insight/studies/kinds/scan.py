"""Whether there is a cluster, where and when: incidents in squares of half a kilometre, by day."""

from __future__ import annotations

from typing import Any

import numpy as np

from samvirke.analysis.scan import scan
from samvirke.foundation.words import _
from samvirke.insight.studies.engine.kind import Kind, Part, the_only
from samvirke.insight.studies.engine.scope import Piece, Scope, digest_of

_SQUARE = 500.0
_KEYS = (
    f"floor(x / {_SQUARE!r})::BIGINT AS column, floor(y / {_SQUARE!r})::BIGINT AS row, "
    "datediff('day', DATE '1970-01-01', starts::DATE) AS day"
)


def _work(scope: Scope, parameters: Any, seed: int, _part: Part) -> Piece:
    read = scope.counts(_KEYS, "x IS NOT NULL")
    x, y = ((read[name] + 0.5) * _SQUARE for name in ("column", "row"))
    found = scan(x, y, read["day"], read["n"], parameters=parameters, generator=np.random.default_rng(seed))
    return Piece(int(read["n"].sum()), digest_of(read), found)


KIND = Kind(
    name="scan",
    analysis=scan,
    reads=_("How many incidents each square of half a kilometre has had on each day."),
    work=_work,
    whole=the_only,
    chooses_places=True,
)
