"""A district whose kinds of case can all be opened, and the cast that works on cases there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from samvirke.desks.casework import types
from samvirke.desks.casework.commands.begin import begin
from samvirke.desks.casework.commands.store_types import store_types
from samvirke.desks.casework.engine.clocks import configured
from samvirke.desks.casework.models import Case, PeriodInUse, Tally
from samvirke.desks.casework.register import case_types
from samvirke.foundation.clock import now
from samvirke.registers.persons.models import Person
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor, actor_of, system
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.access.models import BasisInUse
from samvirke.trust.access.queries.basis_standings import basis_standings
from samvirke.trust.identity.models import Account, Agency, AgencyDistrict

_AGENCIES = {
    "fjord-region": "region",
    "fjord-probation": "probation",
    "fjord-association": "association",
    "fjord-others": "other",
}


@dataclass(frozen=True)
class World:
    """A district with one agency of each kind, and the way to its people."""

    district: District
    person: Callable[..., Actor]

    def agency(self, kind: str) -> Agency:
        """The first agency of a kind, by name."""
        found = Agency.objects.filter(kind=kind, districts__district_id=self.district.pk).order_by("pk").first()
        assert found is not None
        return found

    def worker(self, kind: str, role: str = "caseworker", username: str = "") -> Actor:
        """Somebody who works with cases in the agency of a kind."""
        return self.person(role, self.agency(kind).pk, username)

    def begin(self, actor: Actor, case_type: str, kind: str = "") -> Case:
        """A new case of the agency of a kind (the first that opens such)."""
        kind = kind or case_types()[case_type].owner[0]
        return begin(
            actor,
            agency=self.agency(kind),
            district=self.district,
            case_type=case_type,
            reason="takes the calls of the day",
        )


def account_of(actor: Actor) -> Account:
    """The account behind an actor."""
    return Account.objects.get(pk=actor.id)


def again(actor: Actor) -> Actor:
    """The same person as they are now."""
    return actor_of(account_of(actor))


def in_days(days: int):
    """An instant so many days ahead."""
    return now() + timedelta(days=days)


@pytest.fixture
def person(db: None) -> Callable[..., Actor]:
    """Somebody in a role of an agency; each name is an account of its own."""

    def named(role: str, agency: str, username: str = "") -> Actor:
        username = username or f"{role}-{agency}"
        account = put_account(
            system("operator"), username=username, name=username, agency=agency, role=role, since=date(2024, 1, 1)
        )
        return actor_of(account)

    return named


@pytest.fixture
def trial_kinds() -> Iterator[None]:
    """The kinds of case in `kinds/` are declared as well while a test runs."""
    types.__path__.append(str(Path(__file__).parent / "kinds"))
    case_types.cache_clear()
    yield
    types.__path__.pop()
    case_types.cache_clear()


@pytest.fixture
def world(fjord: District, person: Callable[..., Actor], trial_kinds: None) -> World:
    """The Fjord District with every kind of case in use."""
    for name, kind in _AGENCIES.items():
        agency, _made = Agency.objects.get_or_create(id=name, defaults={"name": {"en": name}, "kind": kind})
        AgencyDistrict.objects.get_or_create(agency=agency, district_id=fjord.pk)
    # The demo's cases may lie in this worker's database; what a test counts is its own. Rolled back with the test.
    Case.objects.filter(invented=True).delete()
    for table in (Person, Tally):
        table.objects.filter(invented=True).delete()
    operator = system("operator")
    store_types(operator)
    # Written at once: a deed for each of a hundred would be most of what a test costs.
    BasisInUse.objects.bulk_create(
        BasisInUse(
            district_id=fjord.pk,
            basis=name,
            version=standing.basis.version,
            reference="a test",
            assessment="a test",
            since=now(),
        )
        for name, standing in basis_standings(fjord.pk).items()
        if not standing.in_use
    )
    PeriodInUse.objects.bulk_create(
        PeriodInUse(district_id=fjord.pk, case_type=declared.name, what=what, days=30, reference="a test", since=now())
        for declared in case_types().values()
        for what in configured(declared)
    )
    return World(fjord, person)
