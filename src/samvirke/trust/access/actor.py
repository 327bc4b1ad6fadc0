"""Somebody who acts: a signed-in person through live affiliations, or a named part of the system."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from uuid import UUID

from samvirke.foundation.clock import now
from samvirke.trust.identity.models import Account
from samvirke.trust.identity.queries.live_affiliations import live_affiliations


@dataclass(frozen=True)
class Actor:
    """What a rule may know of whoever asks.

    `districts` are those in which the agencies take part; `offices` pair a role with such a district, `posts` a role
    with its agency. `moment` is when it was asked: what lasts until a time is compared with it.
    """

    id: str
    name: str
    kind: str = "account"
    agencies: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()
    offices: frozenset[tuple[str, str]] = frozenset()
    posts: frozenset[tuple[str, str]] = frozenset()
    moment: datetime = field(default_factory=now, compare=False)

    @cached_property
    def account(self) -> UUID | None:
        """The key of the account, as rows hold it; nothing for a part of the system."""
        return UUID(self.id) if self.kind == "account" else None

    @property
    def key(self) -> UUID:
        """The account's key, for rows that say who did it; `TypeError` for a part of the system."""
        if self.account is None:
            raise TypeError(f"{self.id} is nobody's account")
        return self.account

    @property
    def agency(self) -> str:
        """The agency that stands in the trail; the first by name when somebody works in two."""
        return min(self.agencies, default="")

    def districts_as(self, roles: tuple[str, ...]) -> frozenset[str]:
        """The districts in which somebody has one of these roles."""
        return self._among("offices", roles)

    def agencies_as(self, roles: tuple[str, ...]) -> frozenset[str]:
        """The agencies in which somebody has one of these roles."""
        return self._among("posts", roles)

    def _among(self, pairs: str, roles: tuple[str, ...]) -> frozenset[str]:
        found = self._found.get((pairs, roles))
        if found is None:
            found = frozenset(where for role, where in getattr(self, pairs) if role in roles)
            self._found[pairs, roles] = found
        return found

    @cached_property
    def _found(self) -> dict[tuple[str, tuple[str, ...]], frozenset[str]]:
        """An actor never changes, and rules ask the same of them many times."""
        return {}


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
        posts=frozenset((one.role, one.agency_id) for one in live),
    )


def system(name: str) -> Actor:
    """A named part of the system, such as the scheduler or the operator at this machine's own command line."""
    return Actor(id=f"system:{name}", name=name, kind="system", roles=frozenset({name}))


NOBODY = Actor(id="nobody", name="", kind="nobody")
