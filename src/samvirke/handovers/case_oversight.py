"""The supervisors' list with what casework knows: who was found too close to a case, and then read about its people."""

from __future__ import annotations

from samvirke.desks.casework.facts.close_ones import close_ones
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.oversight.queries.review import Flagged, review


def review_with_cases(actor: Actor, district: District) -> list[Flagged]:
    """The list of `review`; somebody is close to whom their agency has named in a case that they may not see."""
    return review(actor, district, close=close_ones(actor.agencies_as(("privacy-officer",))))
