"""Whether one incident leads to another nearby and soon, in the whole area at once."""

from __future__ import annotations

from typing import Any

from samvirke.analysis.near_repeat import near_repeat
from samvirke.foundation.words import _
from samvirke.insight.studies.engine.kind import Kind, Part, read_whole, the_only
from samvirke.insight.studies.engine.scope import Piece, Scope

COLUMNS = "x, y, datediff('day', DATE '1970-01-01', starts::DATE) AS time"


def _work(scope: Scope, parameters: Any, seed: int, _part: Part) -> Piece:
    return read_whole(near_repeat, scope, parameters, seed, COLUMNS, "x IS NOT NULL")


KIND = Kind(
    name="near-repeat",
    analysis=near_repeat,
    reads=_("The place and day of each incident with a known place."),
    work=_work,
    whole=the_only,
)
