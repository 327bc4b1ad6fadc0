"""Plans and their parts, one table a file."""

from samvirke.desks.plan.models.edition import Edition
from samvirke.desks.plan.models.focus_area import FocusArea
from samvirke.desks.plan.models.goal import Goal
from samvirke.desks.plan.models.plan import Plan
from samvirke.desks.plan.models.section import Section
from samvirke.desks.plan.models.series import Point, Series

__all__ = ["Edition", "FocusArea", "Goal", "Plan", "Point", "Section", "Series"]
