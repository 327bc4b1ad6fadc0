"""The net of squares: how large they are, which square lies in which, and what may be drawn by squares at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samvirke.insight.indicators.kit import Indicator

# Each divides the one before; they count from the origin of the district's own coordinate system, in metres.
SIZES = (8000, 4000, 2000)
SMALLEST = SIZES[-1]
# Of these a district shows municipalities only: where they happened is too near to whom.
SENSITIVE = frozenset(
    {
        "homicide", "close-relation-violence", "stalking-orders", "sexual-offence", "violence-and-sexual",
        "domestic-call", "welfare-call", "threats",
    }
)  # fmt: skip
# A share of incidents is without a known place; they are a part of their municipality like a square.
NOWHERE = 0


@dataclass(frozen=True, order=True)
class Square:
    """The part of a square that belongs to one municipality; `metres` of 0 is what has no known place."""

    municipality: int
    metres: int
    x: int = 0
    y: int = 0

    @property
    def above(self) -> tuple[Square, ...]:
        """The larger squares that it lies in, within the same municipality."""
        larger = [size for size in SIZES if size > self.metres > NOWHERE]
        return tuple(Square(self.municipality, size, self.x // size * size, self.y // size * size) for size in larger)

    @property
    def children(self) -> tuple[Square, ...]:
        """The four squares that it is divided into; the smallest are not divided."""
        if self.metres in (NOWHERE, SMALLEST):
            return ()
        half = self.metres // 2
        corners = ((self.x, self.y), (self.x + half, self.y), (self.x, self.y + half), (self.x + half, self.y + half))
        return tuple(Square(self.municipality, half, x, y) for x, y in corners)


def is_mapped(indicator: Indicator) -> bool:
    """Whether squares of it may be shown: plain counts of incidents that tell nobody's private life."""
    plain = indicator.kind == "count" and indicator.every == "month" and bool(indicator.categories)
    return plain and SENSITIVE.isdisjoint(indicator.categories)


def mapped(indicators: Iterable[Indicator]) -> list[Indicator]:
    """Those of which squares are shown. Where two count the same incidents only the first is: one from the other
    would tell of what lies between them."""
    found: list[Indicator] = []
    taken: set[str] = set()
    for one in indicators:
        if is_mapped(one) and taken.isdisjoint(one.categories):
            found.append(one)
            taken |= set(one.categories)
    return found
