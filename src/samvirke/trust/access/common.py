"""Grounds that several rooms share."""

from __future__ import annotations

from samvirke.foundation.words import Said, _
from samvirke.trust.access.grounds import AgenciesAs, DistrictsAs, Ground, Has, In, OfActor

OPERATES_THE_MACHINE = Ground(
    Said(_("operates this installation at its own machine")), Has("roles", ("operator", "scheduler"))
)


def takes_part(fact: str) -> Ground:
    """The actor's agency takes part in the district that a fact of the thing names."""
    return Ground(Said(_("works in an agency that takes part in the district")), In(fact, OfActor("districts")))


def in_office(because: str, fact: str, *roles: str) -> Ground:
    """The actor has one of these roles in an agency of the district that a fact of the thing names."""
    return Ground(Said(because), In(fact, DistrictsAs(roles)))


def at_work(because: str, fact: str, *roles: str) -> Ground:
    """The actor has one of these roles in the agency that a fact of the thing names."""
    return Ground(Said(because), In(fact, AgenciesAs(roles)))
