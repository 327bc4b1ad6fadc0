"""At which hours of the week incidents happen, when only a window is known."""

from __future__ import annotations

from typing import Any

from samvirke.analysis.aoristic import aoristic
from samvirke.foundation.words import _
from samvirke.insight.studies.engine.kind import Kind, Part, read_whole, the_only
from samvirke.insight.studies.engine.scope import Piece, Scope


def _work(scope: Scope, parameters: Any, seed: int, _part: Part) -> Piece:
    return read_whole(aoristic, scope, parameters, seed, 'starts AS "time", ends AS "end"')


KIND = Kind(
    name="aoristic",
    analysis=aoristic,
    reads=_("When each incident began and ended, as it was reported, by the clock on the wall."),
    work=_work,
    whole=the_only,
)
