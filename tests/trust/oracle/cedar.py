"""Asks Cedar the questions that the rules of casework answer, over the same facts laid out in Cedar's way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import cedarpy

from samvirke.trust.access.actor import Actor

Request = tuple[Actor, str, dict[str, Any]]

POLICIES = cedarpy.PolicySet.from_str((Path(__file__).parent / "cases.cedar").read_text(encoding="utf-8"))
_CASEWORK = {"caseworker", "case-leader", "coordinator", "mediator", "licensing-clerk", "duty-officer"}
_NAMED = ("case-leader", "coordinator", "privacy-officer")
_AT_ONCE = 20_000


def answers(requests: Sequence[Request]) -> list[bool]:
    """What Cedar says to each of them."""
    found: list[bool] = []
    for start in range(0, len(requests), _AT_ONCE):
        asked, entities = laid_out(requests[start : start + _AT_ONCE])
        for one in cedarpy.is_authorized_batch(asked, POLICIES, entities):
            # Cedar passes over a rule that it cannot apply; here that would be a mistake in the translation.
            assert not one.diagnostics.errors, one.diagnostics.errors
            found.append(one.allowed)
    return found


def laid_out(requests: Sequence[Request]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The questions as Cedar takes them, and everybody and everything that they are about."""
    entities: dict[tuple[str, str], dict[str, Any]] = {}
    return [_asked(one, entities) for one in requests], list(entities.values())


def _asked(request: Request, entities: dict[tuple[str, str], dict[str, Any]]) -> dict[str, Any]:
    actor, verb, thing = request
    who = ("Account" if actor.account else "System", f"{actor.id} {id(actor)}")
    kind = next((kind for known, kind in _TOLD_BY.items() if known in thing), "Agency")
    what = (kind, f"{id(thing)} {actor.moment}")
    if who not in entities:
        entities[who] = _entity(who, _account(actor) if actor.account else {})
    if what not in entities:
        entities[what] = _entity(what, _FACTS[kind](thing, actor.moment))
    return {"principal": _uid(who), "action": {"type": "Action", "id": verb}, "resource": _uid(what), "context": {}}


def _uid(name: tuple[str, str]) -> dict[str, str]:
    return {"type": name[0], "id": name[1]}


def _entity(name: tuple[str, str], attrs: dict[str, Any]) -> dict[str, Any]:
    return {"uid": _uid(name), "attrs": attrs, "parents": []}


def _account(actor: Actor) -> dict[str, Any]:
    return {
        "account": actor.id,
        "agencies": sorted(actor.agencies),
        "hats": [_hat(actor.id, agency) for agency in sorted(actor.agencies)],
        "posts": {role: sorted(where for held, where in actor.posts if held == role) for role in _NAMED},
        "casework": sorted({where for held, where in actor.posts if held in _CASEWORK}),
    }


def _case(case: dict[str, Any], moment: datetime) -> dict[str, Any]:
    members = _now(case["members"], moment)
    return {
        "owner": case["owner_id"],
        "taking_part": sorted({one["agency_id"] for one in _now(case["participants"], moment)}),
        "working": _hats(members),
        "working_for_owner": _hats(one for one in members if one["of_owner"]),
        "leading": _hats(one for one in members if one["leads"]),
        "leading_for_owner": _hats(one for one in members if one["leads"] and one["of_owner"]),
        "broke_glass": _hats(_now(case["broken_glass"], moment)),
        "conflicts": sorted({str(one["account_id"]) for one in case["conflicts"]}),
        "sealed_by": sorted({one["agency_id"] for one in case["seals"] if one["until"] is None}),
    }


def _disclosure(one: dict[str, Any], moment: datetime) -> dict[str, Any]:
    return _case(one["case"], moment) | {
        "giver": one["giver_id"],
        "receiver": one["receiver_id"],
        "state": one["state"],
        "decided_by": str(one["decided_by_id"]),
        "given": one["given_at"] is not None and one["given_at"] <= moment,
        "lasting": moment < one["expires_at"],
    }


def _search(one: dict[str, Any], moment: datetime) -> dict[str, Any]:
    return _case(one["case"], moment) | {"agency": one["agency_id"]}


# Which fact tells what kind of thing it is.
_TOLD_BY = {"giver_id": "Disclosure", "members": "Case", "case": "Search"}
_FACTS = {
    "Case": _case,
    "Disclosure": _disclosure,
    "Search": _search,
    "Agency": lambda agency, _moment: {"name": agency["id"]},
}


def _now(rows: Iterable[dict[str, Any]], moment: datetime) -> list[dict[str, Any]]:
    return [one for one in rows if one["since"] <= moment and (one["until"] is None or moment < one["until"])]


def _hats(rows: Iterable[dict[str, Any]]) -> list[dict[str, str]]:
    return [_hat(str(one["account_id"]), one["agency_id"]) for one in rows]


def _hat(account: str, agency: str) -> dict[str, str]:
    return {"account": account, "agency": agency}
