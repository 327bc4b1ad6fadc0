"""An area of a design: a whole municipality, or an outline or circle drawn in one."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

MUNICIPALITY, POLYGON, CIRCLE = SHAPES = ("municipality", "polygon", "circle")


@dataclass(frozen=True)
class Area:
    """`geometry` is the outline as GeoJSON in WGS84, of a circle too (`radius` in metres says that it is one).

    `since` is the day on which it began there, where areas begin one after another. `homes` is how many homes lie
    there, where somebody drew it for a design.
    """

    name: str
    shape: str
    municipality: int
    geometry: str = ""
    radius: int | None = None
    homes: int | None = None
    since: date | None = None

    def stored(self) -> dict[str, Any]:
        """As a row keeps it."""
        return asdict(self) | {"since": self.since.isoformat() if self.since else None}

    @classmethod
    def of(cls, stored: dict[str, Any]) -> Area:
        """From its row."""
        since = stored.get("since")
        return cls(**{**stored, "since": date.fromisoformat(since) if since else None})
