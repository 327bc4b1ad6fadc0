"""Designations and what belongs to them, one table a file."""

from samvirke.desks.designations.models.designation import Designation
from samvirke.desks.designations.models.evidence import Evidence
from samvirke.desks.designations.models.placement import Placement
from samvirke.desks.designations.models.practice import Practice
from samvirke.desks.designations.models.problem import Problem
from samvirke.desks.designations.models.problem_link import ProblemLink
from samvirke.desks.designations.models.problem_note import ProblemNote
from samvirke.desks.designations.models.restricted_plan import RestrictedPlan
from samvirke.desks.designations.models.review import Review
from samvirke.desks.designations.models.step_taken import StepTaken

__all__ = [
    "Designation",
    "Evidence",
    "Placement",
    "Practice",
    "Problem",
    "ProblemLink",
    "ProblemNote",
    "RestrictedPlan",
    "Review",
    "StepTaken",
]
