"""Readers of the staff's pages: the demo cast and people of the test's own, each in a browser without a screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from samvirke.trust.access.actor import system
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.identity.models import Account
from samvirke.trust.jobs import child, worker
from samvirke.trust.jobs.models import Job

SignIn = Callable[..., Client]


@pytest.fixture
def cast(demo: str, db: None) -> SignIn:
    """Somebody of the demo cast, signed in: `cast("tine")`."""

    def signed_in(username: str, **options: bool) -> Client:
        client = Client(**options)
        client.force_login(Account.objects.get(username=username))
        return client

    return signed_in


@pytest.fixture
def reader(cast: SignIn) -> Client:
    """The secretary's browser, in English."""
    client = cast("tine")
    client.cookies["samvirke_language"] = "en"
    return client


@pytest.fixture
def hired(db: None) -> SignIn:
    """Somebody who works in an agency, signed in: `hired("secretary", "oestjyllands-politi")`."""

    def signed_in(role: str, agency: str) -> Client:
        name = f"{role}-{agency}"
        account = put_account(
            system("operator"), username=name, name=name, agency=agency, role=role, since=date(2024, 1, 1)
        )
        client = Client()
        client.force_login(account)
        return client

    return signed_in


@pytest.fixture
def work_off() -> Callable[[], Job]:
    """Does the work that waits as a worker would, but in this process: its databases are the test's own."""

    def worked() -> Job:
        job = worker.claim()
        assert job is not None, "nothing waits"
        child.run(str(job.pk))
        job.refresh_from_db()
        return job

    return worked
