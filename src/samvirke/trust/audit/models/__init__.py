"""The lines of the trail, their personal sides, whom they concern, and the head of the chain."""

from samvirke.trust.audit.models.line import ACT, READ, Head, Line, Side
from samvirke.trust.audit.models.subject import Subject

__all__ = ["ACT", "READ", "Head", "Line", "Side", "Subject"]
