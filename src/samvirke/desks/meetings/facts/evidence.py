"""How a duty names the meeting or the activity that fulfils it."""

from __future__ import annotations

from samvirke.desks.meetings.models import Learning, Meeting


def evidence_of_meeting(meeting: Meeting) -> str:
    """“meeting 2/2024”: the number of its body and year."""
    return f"meeting {meeting.number}/{meeting.year}"


def evidence_of_learning(learning: Learning) -> str:
    """The activity by its key."""
    return f"learning {learning.pk}"
