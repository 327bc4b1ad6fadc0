"""The bodies of a district that owe one of some duties."""

from __future__ import annotations

from collections.abc import Collection

from samvirke.registers.partners.models import Body
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor


def owing(actor: Actor, district: District, duties: Collection[str]) -> list[tuple[Body, str]]:
    """Each body with each of these duties that it owes, by the id of the body."""
    found = bodies(actor).filter(district=district).order_by("pk")
    return [(body, name) for body in found for name in body.duties if name in duties]
