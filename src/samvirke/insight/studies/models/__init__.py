"""The table of studies."""

from samvirke.insight.studies.models.study import Study

__all__ = ["Study"]
