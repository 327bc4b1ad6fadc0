"""The tables of emerging signals."""

from samvirke.insight.emerging.models.budget import Budget
from samvirke.insight.emerging.models.look import Look
from samvirke.insight.emerging.models.sighting import Sighting
from samvirke.insight.emerging.models.signal import Signal

__all__ = ["Budget", "Look", "Sighting", "Signal"]
