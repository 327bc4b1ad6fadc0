"""Meetings and what belongs to them, one table a file."""

from samvirke.desks.meetings.models.agenda_item import AgendaItem
from samvirke.desks.meetings.models.approval import Approval
from samvirke.desks.meetings.models.attendance import Attendance
from samvirke.desks.meetings.models.calendar_address import CalendarAddress
from samvirke.desks.meetings.models.conflict import Conflict
from samvirke.desks.meetings.models.consulted import Consulted
from samvirke.desks.meetings.models.correction import Correction
from samvirke.desks.meetings.models.decision import Decision
from samvirke.desks.meetings.models.learning import Learning, LearningPart, LearningPlace
from samvirke.desks.meetings.models.left_out import LeftOut
from samvirke.desks.meetings.models.made_public import MadePublic
from samvirke.desks.meetings.models.matter import Matter
from samvirke.desks.meetings.models.meeting import Meeting
from samvirke.desks.meetings.models.paper import Paper
from samvirke.desks.meetings.models.sent_agenda import SentAgenda
from samvirke.desks.meetings.models.vote import Vote

__all__ = [
    "AgendaItem", "Approval", "Attendance", "CalendarAddress", "Conflict", "Consulted", "Correction", "Decision",
    "Learning", "LearningPart", "LearningPlace", "LeftOut", "MadePublic", "Matter", "Meeting", "Paper", "SentAgenda",
    "Vote",
]  # fmt: skip
