"""The lines of the trail, their personal sides, and the head of the chain."""

from samvirke.trust.audit.models.line import Head, Line, Side

__all__ = ["Head", "Line", "Side"]
