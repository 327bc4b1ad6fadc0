"""A draft in the Fjord District, and the people of its desk in browsers without a screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.desks.plan.conftest import Desk, council, desk

from samvirke.trust.access.actor import Actor
from samvirke.trust.identity.models import Account

__all__ = ["council", "desk"]


@pytest.fixture
def browse(db: None) -> Callable[[Actor], Client]:
    """The browser of an actor, in English."""

    def signed_in(actor: Actor) -> Client:
        client = Client()
        client.force_login(Account.objects.get(pk=actor.id))
        client.cookies["samvirke_language"] = "en"
        return client

    return signed_in


@pytest.fixture
def address(desk: Desk) -> Callable[[str], str]:
    """The address of a page of the draft."""
    return lambda path="": f"/districts/fjordkredsen/plan/drafts/{desk.plan.pk}/{path}"
