"""The people whom cases are about, in one table."""

from samvirke.registers.persons.models.person import Person

__all__ = ["Person"]
