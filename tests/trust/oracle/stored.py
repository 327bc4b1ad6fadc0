"""Worlds thrown at random as rows of a real database, as far as its constraints let them stand."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.trust.oracle.thrown import ACCOUNTS, a_case, a_disclosure
from tests.trust.oracle.worlds import AGENCIES, NOW

from samvirke.desks.casework.models import (
    BreakGlass,
    Case,
    Conflict,
    DeclaredType,
    Disclosure,
    Member,
    Participant,
    Seal,
)
from samvirke.registers.places.models import District
from samvirke.trust.identity.models import Account, Agency

_LONGEST_GLASS = timedelta(hours=3)


def put_ground() -> None:
    """What every case stands on: a district, its agencies and accounts, and a kind of case."""
    # The demo's cases may lie in this worker's database. Rolled back with the test.
    Case.objects.all().delete()
    DeclaredType.objects.all().delete()
    District.objects.create(id="fjord", name={"en": "Fjord"}, country="XX")
    for agency in AGENCIES:
        Agency.objects.create(id=agency, name={"en": agency}, kind="other")
    for key in ACCOUNTS:
        Account.objects.create(pk=key, username=f"account-{key.int}", name=f"Account {key.int}")
    DeclaredType.objects.create(name="trial", version=1, sha256="0", content={}, stored_at=NOW)


def put_cases(dice: random.Random, count: int) -> tuple[dict[UUID, dict[str, Any]], dict[UUID, dict[str, Any]]]:
    """So many cases with one disclosure each: by key, the facts of the cases and those of the disclosures."""
    cases, disclosures = dict[UUID, dict[str, Any]](), dict[UUID, dict[str, Any]]()
    for number in range(count):
        case = _lawful(a_case(dice))
        key = _put_case(case, number)
        crossing = a_disclosure(dice, case)
        crossing["expires_at"] = max(crossing["expires_at"], NOW - timedelta(hours=1))
        cases[key], disclosures[_put_disclosure(key, crossing, number)] = case, crossing
    return cases, disclosures


def _lawful(case: dict[str, Any]) -> dict[str, Any]:
    """The same without what the database would refuse: twice the same, two seals in force, hours of broken glass."""
    glass = [one for one in case["broken_glass"] if one["until"] - one["since"] <= _LONGEST_GLASS]
    members = {(one["account_id"], one["agency_id"]): one for one in case["members"]}
    parts = {(one["agency_id"], one["until"]): one for one in case["participants"]}
    seals = {one["until"] or "in force": one for one in case["seals"]}
    return case | {
        "broken_glass": glass,
        "members": list(members.values()),
        "participants": list(parts.values()),
        "seals": list(seals.values()),
    }


def _put_case(facts: dict[str, Any], number: int) -> UUID:
    case = Case.objects.create(
        district_id="fjord",
        owner_id=facts["owner_id"],
        type="trial",
        declared=DeclaredType.objects.get(),
        year=2024,
        number=number,
        stage="open",
        stage_since=NOW.date(),
        opened_on=NOW.date(),
        changed_at=NOW,
    )
    Participant.objects.bulk_create(Participant(case=case, **one) for one in facts["participants"])
    Member.objects.bulk_create(Member(case=case, reason="a test", **one) for one in facts["members"])
    broken = {"case": case, "reason": "other", "text": "A test has to see."}
    BreakGlass.objects.bulk_create(BreakGlass(**broken, **one) for one in facts["broken_glass"])
    Conflict.objects.bulk_create(Conflict(case=case, kind="self", at=NOW, **one) for one in facts["conflicts"])
    Seal.objects.bulk_create(_seal(case, one) for one in facts["seals"])
    return case.pk


def _seal(case: Case, facts: dict[str, Any]) -> Seal:
    opened = {"asked_by_id": ACCOUNTS[0], "opened_by_id": ACCOUNTS[1]} if facts["until"] else {}
    return Seal(case=case, reason="a test", since=NOW, **facts, **opened)


def _put_disclosure(case: UUID, facts: dict[str, Any], number: int) -> UUID:
    own = {name: value for name, value in facts.items() if name != "case"}
    recalled = {"recalled_at": NOW} if facts["state"] == "recalled" else {"content": {"a.b": "c"}}
    made = Disclosure.objects.create(
        case_id=case,
        number=number,
        act=UUID(int=number),
        stage="open",
        purpose="a-test",
        basis="a-test",
        basis_version=1,
        necessity="A test has to see.",
        fields=["a.b"],
        field_count=1,
        digest="0",
        label=[],
        not_for_investigation=True,
        decided_at=NOW - timedelta(days=1),
        **own,
        **recalled,
    )
    return made.pk
