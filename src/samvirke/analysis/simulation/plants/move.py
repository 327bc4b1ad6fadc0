"""What is planted by moving: ordinary incidents get another place, and perhaps another time, in the same quarter.

Nothing is added, so the counts of a municipality stay what chance made them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from samvirke.foundation.period import Period

Moments = NDArray[np.datetime64]
Points = NDArray[np.float64]


@dataclass(frozen=True)
class Scene:
    """Places (east, north) to move incidents to; `moments` are starts, ends and reports, or `None` to keep theirs."""

    points: Points
    moments: tuple[Moments, Moments, Moments] | None = None


class Move(Protocol):
    """A plant that moves incidents of some kinds within one municipality."""

    @property
    def name(self) -> str:
        """What the truth file calls it."""
        ...

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of incidents that it moves."""
        ...

    @property
    def municipality(self) -> int:
        """Where they are taken from and put."""
        ...

    def scene(self, quarter: Period, generator: np.random.Generator) -> Scene:
        """Where and when the moved incidents of a quarter are put."""
        ...

    def truth(self) -> dict[str, Any]:
        """The plant as the truth file tells it."""
        ...


def in_disc(number: int, radius: float, generator: np.random.Generator, nearest: float = 0.0) -> Points:
    """Steps in any direction, evenly over a disc, or over a ring when `nearest` is not 0."""
    angle = generator.uniform(0, 2 * np.pi, number)
    length = np.sqrt(generator.uniform(nearest**2, radius**2, number))
    return np.column_stack((length * np.cos(angle), length * np.sin(angle)))


def later_by(moments: Moments, minutes: NDArray[Any]) -> Moments:
    """Each moment so many minutes later."""
    return np.add(moments.astype("datetime64[m]"), minutes.astype(np.int64).astype("timedelta64[m]"))


def earlier_by(moments: Moments, minutes: NDArray[Any]) -> Moments:
    """Each moment so many minutes earlier."""
    return later_by(moments, -minutes)
