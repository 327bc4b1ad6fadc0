"""What has been released."""

from samvirke.insight.suppression.models.released import Released

__all__ = ["Released"]
