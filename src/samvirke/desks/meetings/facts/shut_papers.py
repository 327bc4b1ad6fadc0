"""An item that is closed after the call takes the frozen open agendas with it: they still say what it was about."""

from __future__ import annotations

from samvirke.desks.meetings.models import AgendaItem, Meeting

AGENDA_PAPER = "meeting-agenda"


def shut_papers(meeting: Meeting, item: AgendaItem, is_open: bool) -> None:
    """Where the item is closed now, only those who read what is closed read the agendas that were frozen before."""
    if item.is_open and not is_open:
        meeting.papers.filter(item=None, is_open=True, document__kind=AGENDA_PAPER).update(is_open=False)
