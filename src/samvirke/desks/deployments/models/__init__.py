"""The tables of deployments."""

from samvirke.desks.deployments.models.deployment import Deployment
from samvirke.desks.deployments.models.finding import Finding
from samvirke.desks.deployments.models.step_taken import StepTaken
from samvirke.desks.deployments.models.target import Target
from samvirke.desks.deployments.models.unit import Unit

__all__ = ["Deployment", "Finding", "StepTaken", "Target", "Unit"]
