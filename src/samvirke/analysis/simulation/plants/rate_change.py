"""A planted change of how much is reported: a fall, a rise, a code that did not exist before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samvirke.foundation.period import Period


@dataclass(frozen=True)
class RateChange:
    """What is expected is multiplied by a factor in the quarters named, and by `otherwise` in all others.

    `power` is how often the change from 2023Q2 to 2024Q2 is certain (exact 95 % interval) where it is declared
    to be found; 0 promises nothing.
    """

    name: str
    kind: str
    municipalities: tuple[int, ...]
    factors: Mapping[str, float]
    because: str
    otherwise: float = 1.0
    power: float = 0.0

    def factor(self, quarter: Period) -> float:
        """How much more (or less) than usual is expected in a quarter."""
        return self.factors.get(str(quarter), self.otherwise)

    def truth(self) -> dict[str, Any]:
        """The plant as the truth file tells it."""
        return {
            "name": self.name,
            "type": "rate-change",
            "kind": self.kind,
            "municipalities": list(self.municipalities),
            "factors": dict(self.factors),
            "otherwise": self.otherwise,
            "because": self.because,
            "power": self.power,
        }
