"""How few dwellings carry half of the incidents that have one."""

from __future__ import annotations

from typing import Any

from samvirke.analysis.concentration import concentration
from samvirke.foundation.words import _
from samvirke.insight.studies.engine.kind import Kind, Part, read_whole, the_only
from samvirke.insight.studies.engine.scope import Piece, Scope


def _work(scope: Scope, parameters: Any, seed: int, _part: Part) -> Piece:
    return read_whole(concentration, scope, parameters, seed, "dwelling::VARCHAR AS place", "dwelling IS NOT NULL")


KIND = Kind(
    name="concentration",
    analysis=concentration,
    reads=_("The dwelling of each incident that has one, as a key without an address."),
    work=_work,
    whole=the_only,
    chooses_places=True,
)
