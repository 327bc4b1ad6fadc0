"""Carries a study out: divides it, has its parts worked out, and puts their answers together."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.analysis.kit import Result
from samvirke.foundation.words import Said, _
from samvirke.insight.studies.engine.kind import Kind
from samvirke.insight.studies.engine.scope import Scope, digest_together
from samvirke.insight.studies.engine.spread import Spread

Tell = Callable[[float, Said], None]


@dataclass(frozen=True)
class Carried:
    """What came of it, of how many incidents with which digest, in how many seconds, and where."""

    result: Result
    n: int
    digest: str
    seconds: float
    ran_on: str


def carry_out(kind: Kind, scope: Scope, parameters: Any, seed: int, spread: Spread, tell: Tell) -> Carried:
    """Work out a study. The same scope, parameters and seed give the same answer wherever it is done."""
    began = time.perf_counter()
    parts = list(kind.parts(scope, parameters))
    seeds = [int(each.generate_state(1, np.uint64)[0]) for each in np.random.SeedSequence(seed).spawn(len(parts))]

    def done(count: int) -> None:
        words = Said(_("{done} of {parts} parts"), {"done": count, "parts": len(parts)})
        tell(0.05 + 0.9 * count / len(parts), words)

    tell(0.05, Said(_("Reading the incidents")))
    given = [(scope, parameters, own, part) for own, part in zip(seeds, parts, strict=True)]
    pieces = spread.each(kind.work, given, done)
    result = kind.whole(scope, parameters, parts, [piece.found for piece in pieces])
    total = sum(piece.n for piece in pieces)
    return Carried(
        result, total, digest_together(piece.digest for piece in pieces), time.perf_counter() - began, spread.where
    )
