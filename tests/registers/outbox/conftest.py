"""People with inboxes, and a way to send them something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samvirke.foundation.words import Said
from samvirke.registers.outbox.commands.post import post
from samvirke.registers.outbox.models import Message
from samvirke.trust.access.actor import Actor

HERE, THERE = "fjordby-kommune", "fjordkredsens-politi"
Send = Callable[..., Message]


@pytest.fixture
def people(fjord: object, person: Callable[..., Actor]) -> dict[str, Actor]:
    """Three of the municipality, and one of the police."""
    return {
        "rikke": person("caseworker", HERE, "rikke"),
        "eva": person("case-leader", HERE, "eva"),
        "soeren": person("mayor", HERE, "soeren"),
        "tine": person("caseworker", THERE, "tine-p"),
    }


@pytest.fixture
def send(people: dict[str, Actor]) -> Send:
    """Send something as the caseworker of the police."""

    def sent(key: str, **facts: object) -> Message:
        words = {"subject": Said("A referral has come"), "body": Said("Answer it within {days} days.", {"days": 14})}
        to = {"to_kind": "agency", "to_id": HERE}
        return post(people["tine"], **{"key": key, "link": "/districts/fjordkredsen/", **words, **to, **facts})

    return sent
