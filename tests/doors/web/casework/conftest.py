"""A district where every kind of case can be opened, and its people in browsers without a screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from lxml.html import HtmlElement
from tests.desks.casework.conftest import World, account_of, again, in_days, person, trial_kinds, world

from samvirke.desks.casework.commands.assign import assign
from samvirke.desks.casework.commands.invite import invite
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.models import Case, Referral
from samvirke.handovers.case_people import name_person
from samvirke.handovers.case_referrals import send
from samvirke.trust.access.actor import Actor

__all__ = ["person", "trial_kinds", "world"]

Browse = Callable[..., Client]


@pytest.fixture
def browse(world: World) -> Browse:
    """The browser of an actor, in English: `browse(line)`."""

    def signed_in(actor: Actor) -> Client:
        client = Client()
        client.force_login(account_of(actor))
        client.cookies["samvirke_language"] = "en"
        return client

    return signed_in


@pytest.fixture
def shared(world: World) -> Callable[..., Case]:
    """A case of the police at its third stage, with a grown citizen, a municipality that takes part and works on it."""

    def told(line: Actor, karim: Actor, born: str = "1990-01-01") -> Case:
        case = world.begin(line, "trial-psp")
        invite(line, case=case, agency=world.agency("municipality"))
        police = world.agency("police")
        name_person(line, case=case, agency=police, role="citizen", name="Mads Mikkelsen Holt", born=_day(born), cpr="")
        answers = {"reason": "noise at night", "events": 6, "urgent": True}
        write_section(line, case=case, section="enquiry", answers=answers, version=0)
        move(line, case=case, to="filtered", version=1)
        case.refresh_from_db()
        move(line, case=case, to="shared", version=2)
        case.refresh_from_db()
        town = world.agency("municipality")
        assign(again(karim), case=case, account=account_of(karim), agency=town, reason="social psychiatry", leads=True)
        return case

    return told


@pytest.fixture
def referred(world: World, shared: Callable[..., Case]) -> Callable[..., Referral]:
    """What the police have referred to the municipality out of a case of theirs."""

    def told(line: Actor, karim: Actor) -> Referral:
        case = shared(line, karim)
        return send(
            line,
            case=case,
            receiver=world.agency("municipality"),
            to_type="trial-house",
            fields=["enquiry.reason"],
            necessity="The flat is theirs to help with.",
            expires_at=in_days(30),
            confirmed=True,
        )

    return told


def words(element: HtmlElement) -> str:
    """What stands in an element, its parts apart, on one line."""
    return " ".join(" ".join(element.itertext()).split())


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
