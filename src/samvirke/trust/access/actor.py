"""Somebody who acts: a signed-in person through live affiliations, or a named part of the system."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.trust.identity.models import Account
from samvirke.trust.identity.queries.live_affiliations import live_affiliations


@dataclass(frozen=True)
class Actor:
    """What a rule may know of whoever asks.

    `districts` are those in which the agencies take part; `offices` pair a role with such a district.
    """

    id: str
    name: str
    kind: str = "account"
    agencies: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()
    offices: frozenset[tuple[str, str]] = frozenset()

    @property
    def agency(self) -> str:
        """The agency that stands in the trail; the first by name when somebody works in two."""
        return min(self.agencies, default="")

    def districts_as(self, roles: tuple[str, ...]) -> frozenset[str]:
        """The districts in which somebody has one of these roles."""
        return frozenset(district for role, district in self.offices if role in roles)


def actor_of(account: Account) -> Actor:
    """The actor that an account is at this moment."""
    live = live_affiliations(account)
    pairs = [(one.role, district.district_id) for one in live for district in one.agency.districts.all()]
    return Actor(
        id=str(account.pk),
        name=account.name,
        agencies=frozenset(one.agency_id for one in live),
        roles=frozenset(one.role for one in live),
        districts=frozenset(district for _role, district in pairs),
        offices=frozenset(pairs),
    )


def system(name: str) -> Actor:
    """A named part of the system, such as the scheduler or the operator at this machine's own command line."""
    return Actor(id=f"system:{name}", name=name, kind="system", roles=frozenset({name}))


NOBODY = Actor(id="nobody", name="", kind="nobody")
