"""Cases, disclosures and people thrown at random: several agencies, several rows of each kind, times that touch."""

from __future__ import annotations

import random
from datetime import datetime
from typing import Any
from uuid import UUID

from tests.trust.oracle.cedar import Request
from tests.trust.oracle.worlds import (
    AGENCIES,
    MOMENTS,
    OF_AGENCY,
    OF_CASE,
    OF_DISCLOSURE,
    OF_SEARCH,
    ROLES,
    row,
    somebody,
)

from samvirke.trust.access.actor import Actor, system

ACCOUNTS = tuple(UUID(int=number) for number in range(1, 4))
_KINDS = (OF_CASE, OF_CASE, OF_DISCLOSURE, OF_DISCLOSURE, OF_SEARCH, OF_AGENCY)
STATES = ("waiting", "given", "given", "given", "rejected", "recalled")


def an_actor(dice: random.Random) -> Actor:
    """Somebody with up to three posts, seldom a part of the system, at one of the moments."""
    if dice.random() < 0.03:
        return system(dice.choice(("scheduler", "operator")))
    posts = [(dice.choice(ROLES), dice.choice(AGENCIES)) for _post in range(dice.choice((0, 1, 1, 2, 2, 3)))]
    return somebody(*posts, moment=dice.choice(MOMENTS), key=dice.choice(ACCOUNTS))


def a_case(dice: random.Random) -> dict[str, Any]:
    """A case of any agency, with up to a few rows of each kind."""
    owner = dice.choice(AGENCIES)

    def who() -> dict[str, Any]:
        return {"account_id": dice.choice(ACCOUNTS), "agency_id": dice.choice(AGENCIES)}

    members = [row(_span(dice), leads=dice.random() < 0.5, **who()) for _one in range(dice.choice((0, 1, 2, 3)))]
    others = [row(_span(dice, 0.6), agency_id=dice.choice(AGENCIES)) for _one in range(dice.choice((0, 1, 1, 2)))]
    return {
        "owner_id": owner,
        "participants": [row((min(MOMENTS), None), agency_id=owner), *others],
        "members": [one | {"of_owner": one["agency_id"] == owner} for one in members],
        "broken_glass": [row(_span(dice), **who()) for _one in range(dice.choice((0, 0, 1, 2)))],
        "conflicts": [{"account_id": one} for one in dice.sample(ACCOUNTS, dice.choice((0, 0, 1, 2)))],
        "seals": [
            {"agency_id": dice.choice(AGENCIES), "until": dice.choice((None, None, *MOMENTS))}
            for _one in range(dice.choice((0, 0, 0, 1, 2)))
        ],
    }


def a_disclosure(dice: random.Random, case: dict[str, Any]) -> dict[str, Any]:
    """What crosses from a case: given, waiting or gone."""
    giver, receiver = dice.sample(AGENCIES, 2)
    state = dice.choice(STATES)
    given = None if state in ("waiting", "rejected") else dice.choice(MOMENTS)
    return {
        "case": case,
        "giver_id": giver,
        "receiver_id": receiver,
        "state": state,
        "given_at": given,
        "expires_at": dice.choice(MOMENTS[1:]),
        "decided_by_id": dice.choice(ACCOUNTS),
    }


def a_request(dice: random.Random) -> Request:
    """Somebody, a verb, and a thing that it is asked of."""
    return a_request_to(dice, dice.choice(dice.choice(_KINDS)))


def a_request_to(dice: random.Random, verb: str) -> Request:
    """Somebody, and a thing that this verb is asked of."""
    if verb in OF_AGENCY:
        return an_actor(dice), verb, {"id": dice.choice(AGENCIES)}
    case = a_case(dice)
    if verb in OF_SEARCH:
        return an_actor(dice), verb, {"case": case, "agency_id": dice.choice(AGENCIES)}
    return an_actor(dice), verb, case if verb in OF_CASE else a_disclosure(dice, case)


def _span(dice: random.Random, open_ended: float = 0.0) -> tuple[datetime, datetime | None]:
    since = dice.choice(MOMENTS[:-1])
    later = [one for one in MOMENTS if one > since]
    return since, None if dice.random() < open_ended else dice.choice(later)
