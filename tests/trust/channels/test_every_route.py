"""Every address answers everybody as the one decision says; what is forbidden and what never was look the same."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from django.test import override_settings
from django.urls import get_resolver
from tests.doors.web.places import FOR_EVERYBODY, OF_ONESELF, routes
from tests.evidence import evidence
from tests.trust.channels.addresses import EVERY, OF_CASES, Address
from tests.trust.channels.standing import OPEN, SEALED, Standing
from tests.trust.channels.walk import NO_PAGE, Walked, address_of, ask, bare, expected, walks

from samvirke.desks.casework.queries.work_queue import VIEWS
from samvirke.trust.access.rules import decide

Found = tuple[Counter[str], list[str]]
_FEW = ("broke the glass", "a colleague off it", "too close", "of another agency", "not signed in")
_WITH_A_THING = {route: address for route, address in OF_CASES.items() if address.has_a_thing}
_LINK = re.compile(rb"/cases/([0-9a-f-]{36})/")


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Every refusal is logged, and here there are thousands."""
    logger = logging.getLogger("django.request")
    before, logger.level = logger.level, logging.CRITICAL
    yield
    logger.setLevel(before)


def walked(standing: Standing, asked: Iterable[tuple[Walked, Address]]) -> Found:
    """How many answers there were of each kind, and each that differs from the rules or from what never was."""
    clients, seen, wrong = {who: standing.client(who) for who in standing.people}, Counter[str](), []
    for client in clients.values():
        client.get("/")  # the first page of a session gives out its cookie
    for one, address in asked:
        answer, wanted = ask(standing, clients[one.who], one, address), expected(standing, one, address)
        seen["answers"] += 1
        if answer.status_code not in wanted:
            wrong.append(f"{one}: {answer.status_code}, and the rules say {wanted}")
        if wanted == (NO_PAGE,) and address.has_a_thing:
            seen["compared"] += 1
            there, never = Sent(standing, one, address), Sent(standing, one, address, absent=True)
            # Once a minute an answer also renews the session: what differs then does not differ again.
            if all(there.bare(clients[one.who]) != never.bare(clients[one.who]) for _time in range(2)):
                wrong.append(f"{one}: forbidden looks otherwise than absent")
    return seen, wrong


class Sent:
    """A request at a thing that is there, or at one of the same form that never was."""

    def __init__(self, standing: Standing, one: Walked, address: Address, absent: bool = False) -> None:
        self.where = address_of(standing, one, address, absent)
        self.form = address.sent
        self.method = one.method.lower()

    def bare(self, client) -> tuple:
        """The answer without what the asker sent themselves."""
        return bare(getattr(client, self.method)(self.where, self.form if self.method == "post" else None), self.where)


def test_every_route_has_its_place_in_this_walk():
    named = {route.name for route in routes(get_resolver())}
    assert named == EVERY.keys() | FOR_EVERYBODY | OF_ONESELF


def test_whoever_may_not_know_of_a_case_finds_at_its_addresses_what_they_find_where_nothing_is(standing):
    seen, wrong = walked(standing, [*walks(_FEW, _WITH_A_THING, OPEN), *walks(["karim"], _WITH_A_THING, SEALED)])
    assert wrong == []
    assert seen["compared"] > 100


@override_settings(ROOT_URLCONF="tests.trust.channels.careless_urls")
def test_a_page_that_forgets_to_ask_about_the_case_is_found(standing):
    _seen, wrong = walked(standing, walks(["too close"], {"cases-case": OF_CASES["cases-case"]}, OPEN))
    assert [one.rpartition(": ")[2] for one in wrong if "GET" in one] == [
        "200, and the rules say (404,)",
        "forbidden looks otherwise than absent",
    ]


@pytest.mark.parametrize("who", ["line", "karim", "leads casework, off it", "too close", "of another agency"])
def test_the_queue_lists_and_counts_exactly_what_the_decision_lets_somebody_know(standing, who):
    client, actor, listed = standing.client(who), standing.people[who], set()
    for view in VIEWS:
        page = client.get(f"/districts/{standing.district.pk}/cases/?view={view}").content
        listed |= {found.decode() for found in _LINK.findall(page)}
    known = {
        str(one["case"].pk) for one in standing.things.values() if decide(actor, "casework.know", one["case"]).permitted
    }
    assert listed == known


@pytest.mark.parametrize(("who", "of"), [("of another agency", OPEN), ("too close", OPEN), ("karim", SEALED)])
def test_an_emergency_does_not_tell_whether_a_number_that_may_not_be_opened_is_that_of_a_case(standing, who, of):
    client, case = standing.client(who), standing.things[of]["case"]
    where, form = f"/districts/{standing.district.pk}/cases/emergencies/open", {"agency": case.owner_id}
    form |= {"reason": "danger-to-life", "text": "It cannot wait until he is reached."}
    client.get("/")
    numbers = (case.label, f"{case.year}-{case.number + 900:04}")
    there, never = (client.post(where, form | {"number": number}) for number in numbers)
    assert there.status_code == 422
    assert bare(there, numbers[0]) == bare(never, numbers[1])


@pytest.mark.slow
def test_everybody_gets_from_every_address_what_the_rules_say(standing):
    everybody = tuple(standing.people)
    seen, wrong = walked(standing, [*walks(everybody, EVERY, OPEN), *walks(everybody, OF_CASES, SEALED)])
    assert wrong == []
    evidence(
        "T3",
        what="every address of the staff's pages answers as the rules say, and what is forbidden like nothing",
        count=seen["answers"],
        seed="–",
        result=f"0 others, {len(EVERY)} routes, {len(everybody)} people, {seen['compared']:,} compared with nothing",
        control="a page without its rule is found",
    )
