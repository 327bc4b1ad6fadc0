"""Bodies and seats, one table a file."""

from samvirke.registers.partners.models.body import Body, BodyMunicipality
from samvirke.registers.partners.models.seat import Seat

__all__ = ["Body", "BodyMunicipality", "Seat"]
