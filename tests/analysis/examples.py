"""One example of each analysis, small enough to run often, for what must hold of every analysis."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from samvirke.analysis import analyses
from samvirke.analysis.accuracy import Parameters as MapScores
from samvirke.analysis.black_spots import Parameters as RoadRule
from samvirke.analysis.effect import Parameters as Intervention
from samvirke.analysis.harm import Parameters as HarmWeights
from samvirke.analysis.local import Parameters as LocalPlaces
from samvirke.analysis.scan import Parameters as ScanParameters
from samvirke.analysis.siting import Parameters as Sites

ROWS = 300
ANALYSES = analyses()

Arguments = dict[str, Any]


def _of_kind() -> dict[str, Callable[[np.random.Generator], Any]]:
    """What each input looks like; coordinates are eighths of a metre, so that they can be moved without rounding."""
    somewhere = {
        name: lambda rng: rng.integers(0, 16_000, ROWS) / 8
        for name in (
            "test_x",
            "test_y",
            "history_x",
            "history_y",
            "site_x",
            "site_y",
            "demand_x",
            "demand_y",
            "present_x",
            "present_y",
        )
    }
    return somewhere | {
        "x": lambda rng: rng.integers(0, 16_000, ROWS) / 8,
        "y": lambda rng: rng.integers(0, 16_000, ROWS) / 8,
        "time": lambda rng: rng.integers(0, 365, ROWS),
        "count": lambda rng: rng.poisson(2, ROWS),
        "weight": lambda rng: rng.exponential(5, ROWS),
        "population": lambda rng: rng.integers(100, 900, ROWS),
        "controls": lambda rng: rng.poisson(3, ROWS),
        "place": lambda rng: rng.choice(["Havnegade", "Torvet", "Åboulevarden"], ROWS),
        "offence": lambda rng: rng.choice(["burglary", "theft"], ROWS),
        "minutes": lambda rng: rng.gamma(3, 4, ROWS),
        "series": lambda rng: rng.choice(["from the call", "from the car"], ROWS),
        "answer": lambda rng: rng.integers(0, 2, ROWS),
        "strata": lambda rng: rng.choice(["north", "south"], ROWS),
        "score": lambda rng: rng.exponential(1, ROWS),
        "cell_x": lambda _rng: np.arange(ROWS) % 20 * 100.0,
        "cell_y": lambda _rng: np.arange(ROWS) // 20 * 100.0,
        "area": lambda rng: rng.integers(5_000, 10_000, ROWS),
        "earlier": lambda rng: rng.poisson(2, ROWS),
        "history_time": lambda rng: rng.integers(0, 365, ROWS),
        "position": lambda rng: rng.integers(0, 9_000, ROWS) / 2,
        "injured": lambda rng: rng.integers(0, 3, ROWS),
        "before": lambda _rng: 96,
        "after": lambda _rng: 61,
    }


# Parameters without which an analysis cannot be asked.
_PARAMETERS: dict[str, Any] = {
    "effect": Intervention(intervention="1050"),
    "local": LocalPlaces(contiguity="distance:200"),
    "accuracy": MapScores(share=0.1),
    "black-spots": RoadRule(years=5, least=4, metres=500),
    "siting": Sites(k=5, radius=300),
    "scan": ScanParameters(when="prospective", max_km=0.4, shuffles=99),
    "harm": HarmWeights({"burglary": 273.5, "theft": 2.0}, "days of imprisonment", "England and Wales"),
}
# Inputs that look different in one analysis: there the hour counts, not only the day.
_OF_ONE: dict[str, dict[str, Callable[[np.random.Generator], Any]]] = {
    "aoristic": {
        "time": lambda rng: np.datetime64("2024-01-01T00:00") + rng.integers(0, 525_600, ROWS),
        "end": lambda rng: np.datetime64("2024-01-01T00:00") + rng.integers(0, 525_600, ROWS),
    },
    "effect": {"time": lambda _rng: np.arange(ROWS) * 7},
    "series": {
        "time": lambda rng: np.datetime64("2024-01-01T00:00") + rng.integers(0, 525_600, ROWS),
        "end": lambda rng: np.datetime64("2025-01-01T00:00") + rng.integers(0, 600, ROWS),
        "manner": lambda rng: {"entry": rng.choice(["window", "door"], ROWS).tolist()},
        "incident": lambda _rng: np.arange(ROWS),
        "series": lambda rng: np.where(np.arange(ROWS) < 40, rng.choice(["a", "b", "c"], ROWS), "").astype(object),
    },
}
# Of inputs that exclude each other the example gives one.
_WITHOUT = {
    "concentration": {"count"},
    "responses": {"time", "end"},
    "scan": {"place", "population", "controls"},
    "surveil": {"time", "series"},
    "survey": {"stratum_size"},
    "accuracy": {"count"},
    "black-spots": {"count", "traffic", "length", "expected"},
}


def arguments(name: str, seed: int = 1) -> Arguments:
    """What an analysis is called with: every input it reads, and its parameters where it has no defaults."""
    rng, kinds = np.random.default_rng(seed), _of_kind() | _OF_ONE.get(name, {})
    given = {each: kinds[each](rng) for each in ANALYSES[name].needs if each not in _WITHOUT.get(name, set())}
    return given | {"parameters": _PARAMETERS.get(name)}


def answer(name: str, given: Arguments, seed: int = 1) -> Any:
    """The result, with chance begun at `seed` where the analysis draws."""
    chance = {"generator": np.random.default_rng(seed)} if ANALYSES[name].draws else {}
    return ANALYSES[name](**given, **chance)


def as_lists(result: Any) -> dict[str, Any]:
    """Everything that a result holds, arrays as well, for comparing two of them exactly."""
    return {key: value.tolist() if isinstance(value, np.ndarray) else value for key, value in vars(result).items()}
