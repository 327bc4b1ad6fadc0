"""Whether one incident leads to another nearby and soon, in the whole area at once: in batches of shuffles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np

from samvirke.analysis.near_repeat import NearRepeat, near_repeat
from samvirke.foundation.words import _
from samvirke.insight.studies.engine.kind import Kind, Part, read_whole
from samvirke.insight.studies.engine.scope import Piece, Scope

COLUMNS = "x, y, datediff('day', DATE '1970-01-01', starts::DATE) AS time"
_PLACED = "x IS NOT NULL"
# Sixteen rounds of the loops; and the incidents from which a batch takes a worker a tenth of a second or more.
_BATCH, _MANY = 1_023, 5_000


def _parts(scope: Scope, parameters: Any) -> Sequence[Part]:
    """The number of each batch and its shuffles: stopping early is one batch, and few incidents are soon done."""
    many = int(scope.counts("1 AS one", _PLACED)["n"].sum()) if parameters.shuffles > _BATCH else 0
    batches = 1 if parameters.stop_after or many < _MANY else -(-parameters.shuffles // _BATCH)
    ends = [parameters.shuffles * at // batches for at in range(batches + 1)]
    return [(at, after - before) for at, (before, after) in enumerate(pairwise(ends))]


def _work(scope: Scope, parameters: Any, seed: int, part: Part) -> Piece:
    batch, shuffles = part
    found = read_whole(near_repeat, scope, replace(parameters, shuffles=shuffles), seed, COLUMNS, _PLACED)
    # All batches are about the same incidents: they count once.
    return replace(found, n=0) if batch else found


def _whole(_scope: Scope, _parameters: Any, _parts: Sequence[Part], pieces: Sequence[Any]) -> NearRepeat:
    """All batches tell of the same incidents; how often chance met them is added up."""
    first: NearRepeat = pieces[0]
    if len(pieces) == 1:
        # Where shuffling was to stop early, p is not a share of all shuffles.
        return first
    shuffles = sum(each.shuffles for each in pieces)
    met = sum(np.rint(each.p * (each.shuffles + 1)) - 1 for each in pieces)
    return replace(first, shuffles=shuffles, p=(met + 1) / (shuffles + 1))


KIND = Kind(
    name="near-repeat",
    analysis=near_repeat,
    reads=_("The place and day of each incident with a known place."),
    work=_work,
    whole=_whole,
    parts=_parts,
    chooses_places=True,
)
