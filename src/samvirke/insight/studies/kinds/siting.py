"""Where so many should stand to be near most of what is reported, beside where they stand today."""

from __future__ import annotations

from typing import Any

import numpy as np

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.siting import siting
from samvirke.foundation.words import _
from samvirke.insight.studies.engine.kind import Kind, Part, the_only
from samvirke.insight.studies.engine.scope import Piece, Scope, digest_of

# No home is a square, and a person with a van or a mast does not choose more finely.
_SQUARE = 250.0
# One incident is no reason to stand somewhere; and more sites than these change nothing but the time it takes.
_FEWEST, _MOST = 2, 1_000


def _work(scope: Scope, parameters: Any, _seed: int, _part: Part) -> Piece:
    keys = f"floor(x / {_SQUARE!r})::BIGINT AS column, floor(y / {_SQUARE!r})::BIGINT AS row"
    read = scope.counts(keys, "x IS NOT NULL")
    refuse_unless(read["n"].size > 0, _("There are no incidents."), _("Choose a longer period or a larger area."))
    x, y = ((read[name] + 0.5) * _SQUARE for name in ("column", "row"))
    sites = _sites(read["n"])
    refuse_unless(
        parameters.k <= sites.size,
        _("{k} are to be placed, but only {sites} squares have had two incidents or more."),
        _("Place fewer, or choose a longer period or more categories."),
        key="k",
        k=parameters.k,
        sites=int(sites.size),
    )
    stands = np.array(scope.standing, float).reshape(-1, 2)
    today = {"present_x": stands[:, 0], "present_y": stands[:, 1]} if len(stands) else {}
    found = siting(x[sites], y[sites], x, y, read["n"], **today, parameters=parameters)
    return Piece(int(read["n"].sum()), digest_of({"x": x, "y": y, "n": read["n"], "standing": stands}), found)


def _sites(count: Any) -> Any:
    """Rows of the squares to choose from: those with the most incidents, in the order of the map."""
    busy = np.flatnonzero(count >= _FEWEST)
    most = busy[np.argsort(-count[busy], kind="stable")[:_MOST]]
    return np.sort(most)


KIND = Kind(
    name="siting",
    analysis=siting,
    reads=_(
        "How many incidents each square of a quarter of a kilometre has had. The squares with two or more, at most the "
        "thousand busiest, are the sites to choose from."
    ),
    work=_work,
    whole=the_only,
    chooses_places=True,
)
