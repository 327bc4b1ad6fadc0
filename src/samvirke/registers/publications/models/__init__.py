"""The table of what has been published."""

from samvirke.registers.publications.models.publication import Publication

__all__ = ["Publication"]
