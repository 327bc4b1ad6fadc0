"""What is true in the invented district: what was planted, and which comparisons hold nothing but chance."""

from __future__ import annotations

from typing import Any

import numpy as np

from samvirke.analysis.simulation.counts import expected_counts
from samvirke.analysis.simulation.parameters import Parameters

DISTRICT = "district"


def declared_truths(parameters: Parameters) -> dict[str, Any]:
    """The truth file: JSON throughout; known from the parameters alone, whatever the seed."""
    latest = parameters.quarters[-1]
    return {
        "invented": True,
        "first_day": str(parameters.quarters[0].first),
        "last_day": str(latest.last),
        "seed": parameters.seed,
        "scale": parameters.scale,
        "focus": list(parameters.focus),
        "rate_changes": {each.name: each.truth() for each in parameters.rate_changes},
        "moves": {each.name: each.truth() for each in parameters.moves},
        "compared": {"quarter": str(latest), "before": str(latest.year_before())},
        "expected": _compared(parameters),
        "null": _null(parameters),
        "elsewhere": {"near_repeat": False, "night_cluster": False, "junction": False},
        "repeat_share": parameters.repeat_share,
        "young": dict(parameters.young),
    }


def _compared(parameters: Parameters) -> dict[str, dict[str, list[float]]]:
    """For each kind and body what was expected in the quarter a year before, and in the latest."""
    pairs = expected_counts(parameters)[:, :, [-5, -1]]
    pairs = np.concatenate((pairs, pairs.sum(axis=1, keepdims=True)), axis=1)
    bodies = [*map(str, parameters.municipalities), DISTRICT]
    return {
        kind.name: dict(zip(bodies, of_kind, strict=True))
        for kind, of_kind in zip(parameters.kinds, np.round(pairs, 6).tolist(), strict=True)
    }


def _null(parameters: Parameters) -> dict[str, list[str]]:
    """For each kind the bodies in which the latest quarter and that of the year before expect the same."""
    return {
        kind: [body for body, (before, after) in bodies.items() if before == after]
        for kind, bodies in _compared(parameters).items()
    }
