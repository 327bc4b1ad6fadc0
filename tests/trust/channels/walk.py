"""Asks for every address as everybody, and says beforehand what the one decision makes of it."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, reverse
from tests.doors.web.places import routes
from tests.trust.channels.addresses import GET, POST, Address
from tests.trust.channels.standing import Standing

from samvirke.desks.casework.grounds import HAS_A_CONFLICT, IS_SEALED
from samvirke.trust.access.actor import NOBODY
from samvirke.trust.access.rules import decide

NO_PAGE = 404
ANSWERS = (200, 302, 422)
# Whoever asks for the address of a form is sent to the page that it stands on.
SENDS_BACK = ("cases-periods-enter",)
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
_SECTIONS = {"region": "treatment", "municipality": "support"}


@dataclass(frozen=True)
class Walked:
    """One request: who asks for which route of which case, and how."""

    who: str
    route: str
    of: str
    method: str


def verb_of(route: str) -> str:
    """The verb that a route names."""
    found = next(one for one in routes(get_resolver()) if one.name == route)
    return str(found.callback.verb)


def expected(standing: Standing, one: Walked, address: Address) -> tuple[int, ...]:
    """The statuses that may come, reasoned from the rules alone."""
    actor = standing.people[one.who]
    if actor is NOBODY:
        return (302,)
    if not decide(actor, verb_of(one.route), standing.district).permitted:
        return (NO_PAGE,)
    if address.is_absent:
        return (302, NO_PAGE, 405, 422)
    if one.method not in address.methods:
        return (405,)
    if address.asks is not None and not address.asks(_asker(standing, one), one.method):
        return (NO_PAGE,)
    return (200,) if one.method == GET and one.route not in SENDS_BACK else ANSWERS


def _asker(standing: Standing, one: Walked) -> Any:
    actor, things = standing.people[one.who], standing.things[one.of]
    police, town = standing.world.agency("police").pk, standing.world.agency("municipality").pk

    def may(verb: str, thing: str) -> bool:
        match verb:
            case "of":
                return police in actor.agencies
            case "of-two":
                return not actor.agencies.isdisjoint({police, town})
            case "is-forbidden":
                return any(ground.is_so(things["case"], actor) for ground in (HAS_A_CONFLICT, IS_SEALED))
        return decide(actor, verb if "." in verb else f"casework.{verb}", things[thing]).permitted

    return may


def ask(standing: Standing, client: Client, one: Walked, address: Address, absent: bool = False) -> HttpResponse:
    """Send it. `absent` asks for things that were never there, at addresses of the same form."""
    where = address_of(standing, one, address, absent)
    if one.method == GET:
        return client.get(where)
    return client.post(where, dict(address.sent, **dict(parse_qsl(urlsplit(where).query))))


def address_of(standing: Standing, one: Walked, address: Address, absent: bool = False) -> str:
    """The address with its parts filled in."""
    things, filled = standing.things[one.of], dict[str, Any]()
    for part, words in address.fills.items():
        thing = things.get(words.removesuffix(".pk")) if words.endswith(".pk") else None
        if thing is not None:
            filled[part] = uuid.uuid4() if absent else thing.pk
        else:
            filled[part] = words.format(section=_section(standing, one))
    wanted = address.query.format(wanted=_wanted(standing, one))
    return reverse(one.route, kwargs={"district_id": standing.district.pk, **filled}) + (f"?{wanted}" if wanted else "")


def bare(answer: HttpResponse, address: str) -> tuple[Any, ...]:
    """Everything of an answer that the asker did not send themselves and that is not drawn anew each time."""
    body = _TOKEN.sub(b"", answer.content).replace(address.replace("&", "&amp;").encode(), b"")
    kept = {name: {**one, "expires": ""} for name, one in answer.cookies.items()}  # a second may pass between the two
    cookies = sorted((name, sorted(one.items())) for name, one in kept.items())
    return answer.status_code, body.replace(address.encode(), b""), sorted(answer.headers.items()), cookies


def walks(people: Iterable[str], table: dict[str, Address], of: str) -> Iterator[tuple[Walked, Address]]:
    """These people at every address of the table, both ways, for one of the two cases."""
    for who in people:
        for route, address in table.items():
            for method in (GET, POST):
                yield Walked(who, route, of, method), address


def _section(standing: Standing, one: Walked) -> str:
    return _SECTIONS.get(_kind(standing, one), "enquiry")


def _wanted(standing: Standing, one: Walked) -> str:
    """A section of another agency that may be asked for."""
    kind = "municipality" if _kind(standing, one) == "police" else "police"
    return f"section={_SECTIONS.get(kind, 'enquiry')}&holder={standing.world.agency(kind).pk}"


def _kind(standing: Standing, one: Walked) -> str:
    actor = standing.people[one.who]
    kinds = ("police", "municipality", "region")
    return next((kind for kind in kinds if standing.world.agency(kind).pk in actor.agencies), "police")
