"""Meetings and agenda items, one table a file."""

from samvirke.desks.meetings.models.agenda_item import AgendaItem
from samvirke.desks.meetings.models.meeting import Meeting

__all__ = ["AgendaItem", "Meeting"]
