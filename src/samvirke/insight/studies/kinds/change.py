"""Whether the period had more or fewer incidents than the same number of days before it."""

from __future__ import annotations

from typing import Any

from samvirke.analysis.change import change
from samvirke.foundation.words import _
from samvirke.insight.studies.engine.kind import Kind, Part, the_only
from samvirke.insight.studies.engine.scope import Piece, Scope, digest_of


def _work(scope: Scope, parameters: Any, _seed: int, _part: Part) -> Piece:
    earlier, later = (each.counts("starts::DATE AS day") for each in (scope.before(), scope))
    before, after = int(earlier["n"].sum()), int(later["n"].sum())
    read = {f"{name} {when}": column for when, part in (("1", earlier), ("2", later)) for name, column in part.items()}
    return Piece(before + after, digest_of(read), change(before, after, parameters))


KIND = Kind(
    name="change",
    analysis=change,
    reads=_("How many incidents began in the period, and in as many days before it."),
    work=_work,
    whole=the_only,
)
