"""Which squares have more or fewer incidents around them than chance gives."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from samvirke.analysis.local import local
from samvirke.foundation.words import _
from samvirke.insight.studies.engine.homes import refuse_squares_of_one_home
from samvirke.insight.studies.engine.kind import Kind, Part, the_only
from samvirke.insight.studies.engine.scope import Piece, Scope, digest_of

_PLACED = "x IS NOT NULL"
# Half a kilometre, where nobody says how large a square is.
_SQUARE = 500.0


def _work(scope: Scope, parameters: Any, seed: int, _part: Part) -> Piece:
    cell = parameters.cell or _SQUARE
    refuse_squares_of_one_home(cell)
    keys = f"floor(x / {cell!r})::BIGINT AS column, floor(y / {cell!r})::BIGINT AS row"
    squares, hit = scope.of_every_category().counts(keys, _PLACED), scope.counts(keys, _PLACED)
    known = {key: at for at, key in enumerate(zip(squares["column"].tolist(), squares["row"].tolist(), strict=True))}
    count = np.zeros(len(known), np.int64)
    for column, row, many in zip(*(hit[name].tolist() for name in ("column", "row", "n")), strict=True):
        count[known[column, row]] = many
    x, y = ((squares[name] + 0.5) * cell for name in ("column", "row"))
    asked = replace(parameters, cell=cell)
    found = local(x, y, count, asked, generator=np.random.default_rng(seed))
    return Piece(int(count.sum()), digest_of({"x": x, "y": y, "count": count}), found)


KIND = Kind(
    name="local",
    analysis=local,
    reads=_(
        "How many incidents each square has had, of those squares in which anything has been reported in the period."
    ),
    work=_work,
    whole=the_only,
    chooses_places=True,
)
