"""Bodies, their seats, and who sits on them over time; one table a file."""

from samvirke.registers.partners.models.body import Body, BodyMunicipality
from samvirke.registers.partners.models.contact_point import ContactPoint
from samvirke.registers.partners.models.cover import Cover
from samvirke.registers.partners.models.election import Election
from samvirke.registers.partners.models.membership import Membership
from samvirke.registers.partners.models.seat import Seat
from samvirke.registers.partners.models.seat_holder import SeatHolder

__all__ = ["Body", "BodyMunicipality", "ContactPoint", "Cover", "Election", "Membership", "Seat", "SeatHolder"]
