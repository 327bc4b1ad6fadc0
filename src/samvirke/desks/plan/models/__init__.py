"""Plans and their parts, one table a file."""

from samvirke.desks.plan.models.approval import Approval
from samvirke.desks.plan.models.comment import Comment
from samvirke.desks.plan.models.consultation import Consultation
from samvirke.desks.plan.models.consulted import Consulted
from samvirke.desks.plan.models.edition import Edition
from samvirke.desks.plan.models.focus_area import FocusArea
from samvirke.desks.plan.models.goal import Goal
from samvirke.desks.plan.models.measure import Measure
from samvirke.desks.plan.models.party import Party
from samvirke.desks.plan.models.party_change import PartyChange
from samvirke.desks.plan.models.plan import Plan
from samvirke.desks.plan.models.read_item import ReadItem
from samvirke.desks.plan.models.section import Section
from samvirke.desks.plan.models.section_version import SectionVersion
from samvirke.desks.plan.models.series import Point, Series
from samvirke.desks.plan.models.suggestion import Suggestion

__all__ = [
    "Approval", "Comment", "Consultation", "Consulted", "Edition", "FocusArea", "Goal", "Measure", "Party",
    "PartyChange", "Plan", "Point", "ReadItem", "Section", "SectionVersion", "Series", "Suggestion",
]  # fmt: skip
