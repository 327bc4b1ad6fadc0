"""Somebody in every relation to a case: on it, off it, too close to it, from elsewhere, and not signed in at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.test import Client
from tests.desks.casework.conftest import World, account_of, again, in_days
from tests.desks.casework.shared_case import WHY, Shared, shared_case
from tests.trust.channels.searched import searched

from samvirke.desks.casework.commands.ask_for import ask_for
from samvirke.desks.casework.commands.assign import assign
from samvirke.desks.casework.commands.note_conflict import note_conflict
from samvirke.desks.casework.commands.seal import seal
from samvirke.desks.casework.models import Case, Disclosure, Involved, Member
from samvirke.foundation.clock import now
from samvirke.foundation.words import Said
from samvirke.handovers.case_alarms import break_in
from samvirke.handovers.case_referrals import send
from samvirke.registers.outbox.commands.post import post
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import NOBODY, Actor
from samvirke.trust.access.rules import decide
from samvirke.trust.identity.models import Agency

OPEN, SEALED = "open", "sealed"
# Who stands how to the open case; to the sealed one only Line, Karim and Birgit do.
_OF_THE_POLICE = {
    "on it, leads nothing": "caseworker",
    "was on it": "caseworker",
    "a colleague off it": "caseworker",
    "leads casework, off it": "case-leader",
    "broke the glass": "caseworker",
    "too close": "case-leader",
    "privacy officer": "privacy-officer",
    "secretary": "secretary",
    "chief": "chief",
}


@dataclass
class Standing:
    """The district, its people by how they stand to the case, and the things of each case by name."""

    world: World
    people: dict[str, Actor]
    things: dict[str, dict[str, Any]]

    @property
    def district(self) -> District:
        return self.world.district

    def may(self, who: str, verb: str, of: str, thing: str) -> bool:
        """What the one decision says of a thing of a case."""
        return decide(self.people[who], verb, self.things[of][thing]).permitted

    def client(self, who: str) -> Client:
        """Their browser, without a screen and in English."""
        client = Client()
        client.cookies["samvirke_language"] = "en"
        if self.people[who] is not NOBODY:
            client.force_login(account_of(self.people[who]))
        return client


def stood(world: World, elsewhere: District) -> Standing:
    """The two cases with everything that hangs on a case, and everybody."""
    told = shared_case(world)
    people = {"line": told.line, "karim": told.karim, "birgit": told.birgit}
    for who, role in _OF_THE_POLICE.items():
        people[who] = world.worker("police", role, who.replace(" ", "-").replace(",", ""))
    people["leads for the town, off it"] = world.worker("municipality", "case-leader", "tove")
    people["of the town, off it"] = world.worker("municipality", "caseworker", "ove")
    people["privacy officer of the town"] = world.worker("municipality", "privacy-officer", "pia")
    people["of another agency"] = world.worker("probation", "case-leader", "frida")
    neighbour = Agency.objects.filter(districts__district_id=elsewhere.pk, kind="police").first()
    assert neighbour is not None
    people["of another district"] = world.person("case-leader", neighbour.pk, "dan")
    things = {OPEN: _hung(told, people["broke the glass"])}
    _put_on(told, people)
    hidden = shared_case(world)
    things[SEALED] = _hung(hidden, people["broke the glass"])
    seal(again(told.line), case=hidden.case, reason="a threat against a colleague")
    hidden.case.refresh_from_db()
    return Standing(world, {who: again(one) for who, one in people.items()} | {"not signed in": NOBODY}, things)


def _put_on(told: Shared, people: dict[str, Actor]) -> None:
    """Some of the police work on the open case, or did."""
    for who in ("on it, leads nothing", "was on it"):
        account = account_of(people[who])
        assign(again(told.line), case=told.case, account=account, agency=told.police, reason="helps with it")
    member = Member.objects.filter(case=told.case, account=account_of(people["was on it"]))
    member.update(since=now() - timedelta(days=2), until=now() - timedelta(days=1))
    # Another leads it meanwhile, because nobody may note a conflict of the last one who does.
    note_conflict(again(told.line), case=told.case, account=account_of(people["too close"]), kind="household")


def _hung(told: Shared, breaker: Actor) -> dict[str, Any]:
    """Everything of a case that has an address of its own, by name."""
    case, line = told.case, told.line
    told.write(line, "enquiry", {"reason": "noise", "events": 6, "kind": "noise", "urgent": True}, 1)
    given = told.disclose(["enquiry.events"])
    sent = send(
        again(line), case=case, receiver=told.town, to_type="trial-house", fields=["enquiry.kind"],
        necessity=WHY, expires_at=in_days(30), confirmed=True,
    )  # fmt: skip
    asked = ask_for(again(told.karim), case=case, holder=told.police, section="enquiry", why="to know how often")
    waiting = _waiting(told)
    broken = break_in(again(breaker), case=case, reason="danger-to-life", text="He cannot wait for an answer.")
    broken.refresh_from_db()
    message = post(
        again(line), key=f"told:{case.pk}", to_kind="account", to_id=str(account_of(line).pk),
        subject=Said("A matter was referred to you"), body=Said("It waits."),
    )  # fmt: skip
    case.refresh_from_db()
    return {
        "case": Case.objects.get(pk=case.pk),
        "police": told.police,
        "given": Disclosure.objects.get(pk=given.pk),
        "waiting": waiting,
        "referral": sent,
        "receiver": told.town,
        "ask": asked,
        "broken": broken,
        **searched(told),
        "involved": Involved.objects.get(case=case, agency=told.police),
        "message": message,
        "district": told.world.district,
    }


def _waiting(told: Shared) -> Disclosure:
    """A disclosure about health, which waits for the second pair of eyes of the region."""
    told.write(told.birgit, "treatment", {"course": "a course of treatment"})
    found = told.disclose(["treatment.course"], by=told.birgit, to=told.police)
    assert found.state == "waiting"
    return found
