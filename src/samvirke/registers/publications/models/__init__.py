"""Publications."""

from samvirke.registers.publications.models.publication import Publication

__all__ = ["Publication"]
