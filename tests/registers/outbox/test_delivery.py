"""Waiting messages are brought out, each with one effect, without content, and what goes wrong is said."""

from __future__ import annotations

import email
import os
from email import policy
from pathlib import Path

import pytest
from tests.registers.outbox.conftest import HERE
from tests.trail import refusal

from samvirke.foundation.words import Said
from samvirke.registers.outbox.commands.settle import settle
from samvirke.registers.outbox.jobs import deliver
from samvirke.registers.outbox.models import Message
from samvirke.registers.outbox.queries.inbox import inbox
from samvirke.registers.outbox.queries.waiting import waiting
from samvirke.trust.access.actor import system
from samvirke.trust.identity.models import Account
from samvirke.trust.jobs.declared import by_the_clock
from samvirke.trust.jobs.models import Job

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SCHEDULER = system("scheduler")


def run():
    return deliver(SCHEDULER, lambda *_: None)["handled"]


def read(file: Path) -> email.message.EmailMessage:
    return email.message_from_bytes(file.read_bytes(), policy=policy.default)


@pytest.fixture
def maildrop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "drop"
    folder.mkdir()
    monkeypatch.setenv("SAMVIRKE_MAILDROP", str(folder))
    return folder


def test_without_a_mail_drop_the_inbox_is_the_delivery(people, send, monkeypatch):
    monkeypatch.delenv("SAMVIRKE_MAILDROP", raising=False)
    message = send("k")
    assert inbox(people["eva"]).get() == message  # told at once, before any worker has looked
    assert (run(), run()) == (1, 0)
    message.refresh_from_db()
    assert (message.state, message.attempts, message.delivered_at is not None) == ("delivered", 1, True)
    assert inbox(people["eva"]).get() == message


def test_a_file_is_dropped_that_says_nothing_but_that_there_is_a_message(people, send, maildrop, monkeypatch):
    monkeypatch.setenv("SAMVIRKE_ADDRESS", "https://samvirke.example/")
    message = send("k", to_role="case-leader", link="/districts/fjordkredsen/inbox/")
    assert run() == 1
    (file,) = maildrop.iterdir()
    letter = read(file)
    assert file.name == f"{message.pk}.eml"
    assert str(message.pk) in letter["Message-ID"]
    assert letter["X-Samvirke-To"] == f"agency {HERE} case-leader"
    assert "https://samvirke.example/districts/fjordkredsen/inbox/" in letter.get_content()
    assert "referral" not in file.read_text(encoding="utf-8")


def test_the_file_speaks_the_language_of_the_account(people, send, maildrop):
    Account.objects.filter(pk=people["rikke"].id).update(language="en")
    send("k", to_kind="account", to_id=people["rikke"].id)
    run()
    (file,) = maildrop.iterdir()
    assert read(file)["Subject"] == "You have a message in Samvirke"


def test_a_crash_between_the_file_and_the_mark_leaves_one_file(send, maildrop):
    message = send("k")
    run()
    (before,) = maildrop.iterdir()
    os.utime(before, (1, 1))
    Message.objects.update(state="waiting", delivered_at=None)  # as if the mark had never been written
    assert run() == 1
    assert [(one.name, one.stat().st_mtime) for one in maildrop.iterdir()] == [(f"{message.pk}.eml", 1.0)]


def test_a_drop_that_cannot_be_written_is_tried_five_times_and_then_has_failed_and_says_why(
    send, tmp_path, monkeypatch, people
):
    monkeypatch.setenv("SAMVIRKE_MAILDROP", str(tmp_path / "nowhere"))
    message = send("k")
    for attempt in range(1, 6):
        assert run() == 1
        message.refresh_from_db()
        assert (message.attempts, message.state) == (attempt, "failed" if attempt == 5 else "waiting")
        assert "No such file" in Said.of(message.said_wrong).text()
    assert run() == 0
    assert Job.objects.filter(name="outbox.deliver").count() == 5  # the first, and four times again
    assert inbox(people["eva"]).exists()  # what the mail could not bring lies in the inbox all the same


def test_one_that_fails_holds_no_other_up(send, maildrop):
    first, second = sorted((send("a"), send("b")), key=lambda one: one.pk)
    (maildrop / f".{first.pk}.{os.getpid()}.part").mkdir()
    run()
    assert dict(Message.objects.values_list("pk", "state")) == {first.pk: "waiting", second.pk: "delivered"}


def test_a_message_that_is_settled_is_not_settled_again(send):
    message = send("k")
    run()
    settle(SCHEDULER, outcomes={message.pk: Said("Too late.")})
    message.refresh_from_db()
    assert (message.state, message.attempts, message.said_wrong) == ("delivered", 1, [])


def test_only_the_machine_delivers(people, send):
    message = send("k")
    assert list(waiting(people["tine"])) == []
    with refusal("outbox.deliver"):
        settle(people["tine"], outcomes={message.pk: None})


def test_every_night_brings_out_what_was_left():
    assert "outbox.deliver" in {one.name for one in by_the_clock()}
