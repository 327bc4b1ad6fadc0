"""Designs and what belongs to them, one table a file."""

from samvirke.insight.effects.models.change import Change
from samvirke.insight.effects.models.design import Design
from samvirke.insight.effects.models.estimate import Estimate

__all__ = ["Change", "Design", "Estimate"]
