"""Districts, municipalities, named areas, boundaries and denominators, one table a file."""

from samvirke.registers.places.models.area import Area, Town
from samvirke.registers.places.models.boundary import Boundary, BoundaryVersion
from samvirke.registers.places.models.denominator import Denominator
from samvirke.registers.places.models.district import District
from samvirke.registers.places.models.municipality import Municipality

__all__ = ["Area", "Boundary", "BoundaryVersion", "Denominator", "District", "Municipality", "Town"]
