"""What the map keeps, one table a file."""

from samvirke.insight.tiles.models.locked import Locked

__all__ = ["Locked"]
