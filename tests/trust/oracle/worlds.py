"""Small worlds of cases and people: every one that a few choices give, and others thrown at random."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any
from uuid import UUID

from tests.trust.oracle.cedar import Request

from samvirke.trust.access.actor import NOBODY, Actor, system

AGENCIES = ("police", "town", "region")
ROLES = ("caseworker", "case-leader", "coordinator", "duty-officer", "privacy-officer", "secretary")
ME, OTHER = UUID(int=1), UUID(int=2)
NOW = datetime(2024, 8, 20, 12, tzinfo=UTC)
MOMENTS = tuple(NOW + timedelta(minutes=by) for by in (-120, -60, -1, 0, 1, 60))
_HOUR, _BIT = timedelta(hours=1), timedelta(microseconds=1)
# To the microsecond: what begins now has begun, what ends now has ended.
SPANS = {"now": (NOW, NOW + _BIT), "over": (NOW - _HOUR, NOW), "coming": (NOW + _BIT, NOW + _HOUR)}
_OPEN_ENDED = (NOW - _HOUR, None)
OF_CASE = tuple(
    f"casework.{deed}"
    for deed in (
        "know", "open", "saw", "write", "involve", "move", "invite", "assign", "disclose", "ask", "decline", "refer",
        "give-task", "finish-task", "note-conflict", "break-glass", "review-glass", "seal", "ask-to-unseal", "unseal",
        "settle-archive", "see-forgetting", "begin-search",
    )
)  # fmt: skip
OF_DISCLOSURE = tuple(f"casework.{deed}" for deed in ("read-disclosure", "approve", "recall", "acknowledge"))
OF_SEARCH = tuple(
    f"casework.{deed}"
    for deed in ("read-search", "bring-reports", "match-reports", "choose-certainty", "judge-pair", "end-search")
)
OF_AGENCY = ("casework.begin", "casework.receive")
_STATES = (
    ("waiting", None, NOW + _HOUR),
    ("given", NOW, NOW + _BIT),
    ("given", NOW + _BIT, NOW + _HOUR),
    ("given", NOW - _HOUR, NOW),
    ("rejected", None, NOW + _HOUR),
    ("recalled", NOW - _HOUR, NOW + _HOUR),
)


def somebody(*posts: tuple[str, str], moment: datetime = NOW, key: UUID = ME) -> Actor:
    """An account with these roles in these agencies."""
    agencies, roles = frozenset(agency for _role, agency in posts), frozenset(role for role, _agency in posts)
    return Actor(id=str(key), name="", agencies=agencies, roles=roles, posts=frozenset(posts), moment=moment)


ACTORS = (
    somebody(),
    *(somebody((role, agency)) for role in ROLES if role != "coordinator" for agency in AGENCIES),
    somebody(("coordinator", "town")),
    somebody(("caseworker", "police"), ("secretary", "town")),
    somebody(("case-leader", "police"), ("caseworker", "town")),
    somebody(("secretary", "police"), ("case-leader", "town")),
    system("scheduler"),
    NOBODY,
)


def row(span: tuple[datetime, datetime | None], **facts: Any) -> dict[str, Any]:
    """Something that lasts from one moment until another."""
    return {"since": span[0], "until": span[1], **facts}


def member(agency: str, span: tuple[datetime, datetime | None], leads: bool, account: UUID = ME) -> dict[str, Any]:
    """Somebody who works on a case that the police own."""
    return row(span, account_id=account, agency_id=agency, leads=leads, of_owner=agency == "police")


def _cases(glass: Iterable[Any], joined: Iterable[Any], seals: Iterable[Any]) -> list[dict[str, Any]]:
    """One case for each choice of who works on it, broke the glass, takes part, is too close, has sealed it."""
    members = [None, *product(AGENCIES, SPANS, (False, True))]
    return [
        {
            "owner_id": "police",
            "participants": [row(_OPEN_ENDED, agency_id="police"), *([row(part, agency_id="town")] if part else [])],
            "members": [member(one[0], SPANS[one[1]], one[2])] if one else [],
            "broken_glass": [row(SPANS[broken[1]], account_id=ME, agency_id=broken[0])] if broken else [],
            "conflicts": [{"account_id": close}],
            "seals": [{"agency_id": sealed[0], "until": sealed[1]}] if sealed else [],
        }
        for one, broken, part, close, sealed in product(members, glass, joined, (ME, OTHER), seals)
    ]


def _disclosures() -> list[dict[str, Any]]:
    cases = _cases(
        (None, ("town", "now"), ("police", "now")), (None, _OPEN_ENDED), (None, ("police", None), ("town", None))
    )
    ways = (("police", "town"), ("town", "police"))
    return [
        {
            "case": case,
            "giver_id": giver,
            "receiver_id": receiver,
            "state": state,
            "given_at": given,
            "expires_at": expires,
            "decided_by_id": decided,
        }
        for case, (giver, receiver), (state, given, expires), decided in product(cases, ways, _STATES, (ME, OTHER))
    ]


def _searches() -> list[dict[str, Any]]:
    """Searches of the case's owner, and of an agency that no search can be of."""
    cases = _cases((None, ("police", "now")), (None, _OPEN_ENDED), (None, ("police", None), ("town", None)))
    return [{"case": case, "agency_id": agency} for case, agency in product(cases, ("police", "town"))]


def enumerated() -> list[tuple[tuple[str, ...], list[dict[str, Any]]]]:
    """The verbs of each kind of thing, and every thing of that kind."""
    glass = (None, *product(("police", "town"), ("now", "over")))
    seals = (None, ("police", None), ("town", None), ("police", NOW))
    return [
        (OF_CASE, _cases(glass, (None, _OPEN_ENDED, SPANS["over"], SPANS["coming"]), seals)),
        (OF_DISCLOSURE, _disclosures()),
        (OF_SEARCH, _searches()),
        (OF_AGENCY, [{"id": agency} for agency in AGENCIES]),
    ]


def every() -> Iterator[Request]:
    """Everybody, with every verb, on everything."""
    for verbs, things in enumerated():
        for thing, actor, verb in product(things, ACTORS, verbs):
            yield actor, verb, thing


def some(dice: random.Random, count: int) -> list[Request]:
    """Some of them, as many on cases as on disclosures."""
    kinds = enumerated()
    chosen = [kinds[dice.choice((0, 0, 0, 1, 1, 1, 2, 3))] for _request in range(count)]
    return [(dice.choice(ACTORS), dice.choice(verbs), dice.choice(things)) for verbs, things in chosen]
