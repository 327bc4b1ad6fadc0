"""A message is written with the deed it tells of, once for its key, and read by those it was sent to alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.registers.outbox.conftest import HERE, THERE
from tests.trail import one_line, refusal

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, Words
from samvirke.registers.outbox.commands.mark_read import mark_read
from samvirke.registers.outbox.models import Message
from samvirke.registers.outbox.queries.inbox import already_read, inbox, sent_to
from samvirke.trust.access.actor import NOBODY, system
from samvirke.trust.access.guard import deed
from samvirke.trust.access.rules import may
from samvirke.trust.jobs.models import Job

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def keys(rows):
    return {one.key for one in rows}


def readers(people):
    return {name for name, actor in people.items() if inbox(actor).exists()}


def test_a_message_to_an_account_is_read_by_that_account_alone(people, send):
    message = send("k", to_kind="account", to_id=people["rikke"].id)
    assert readers(people) == {"rikke"}
    assert message.subject_said.text() == "A referral has come"
    assert message.body_said.text() == "Answer it within 14 days."


def test_a_message_to_an_agency_is_for_everybody_there(people, send):
    send("k")
    assert readers(people) == {"rikke", "eva", "soeren"}


def test_a_message_to_a_post_is_for_those_who_hold_it_in_that_agency(people, send):
    send("k", to_role="case-leader")
    assert readers(people) == {"eva"}
    send("other", to_role="caseworker", to_id=THERE)
    assert keys(inbox(people["tine"])) == {"other"}
    assert not inbox(people["rikke"]).exists()


def test_the_list_and_the_question_agree_for_everybody(people, send):
    send("a", to_kind="account", to_id=people["rikke"].id)
    send("b")
    send("c", to_role="mayor")
    send("d", to_id=THERE, to_role="caseworker")
    for actor in (*people.values(), NOBODY, system("operator")):
        wanted = {one.key for one in Message.objects.all() if may(actor, "outbox.read", one)}
        assert keys(inbox(actor)) == wanted, actor.name
        assert {one.key for one in Message.objects.all() if sent_to(actor, one.pk)} == wanted
    assert not inbox(NOBODY).exists()
    assert not already_read(system("operator")).exists()


def test_read_by_one_it_is_still_unread_for_the_others(people, send):
    message = send("k")
    with one_line("outbox.mark-read") as lines:
        mark_read(people["rikke"], message=message)
    assert lines[0].things == [f"outbox.message:{message.pk}"]
    mark_read(people["rikke"], message=message)
    assert readers(people) == {"eva", "soeren"}
    assert (keys(already_read(people["rikke"])), keys(already_read(people["eva"]))) == ({"k"}, set())


def test_nobody_marks_what_was_sent_to_others(people, send):
    message = send("k", to_role="case-leader")
    for stranger in ("rikke", "tine"):
        with refusal("outbox.mark-read"):
            mark_read(people[stranger], message=message)
    assert not message.readings.exists()


@pytest.mark.parametrize("copies", range(1, 6))
def test_the_same_key_is_one_message_as_it_was_first_written(send, copies):
    rows = {send("k", link=f"/districts/{number}/").pk for number in range(copies)}
    assert len(rows) == 1
    assert Message.objects.get().link == "/districts/0/"
    assert Job.objects.filter(name="outbox.deliver").count() == 1


def test_it_is_written_with_the_deed_or_not_at_all(people, send):
    def fail():
        with deed(people["tine"]):
            send("lost")
            raise Refused.because("It cannot be.", "Leave it.")

    with pytest.raises(Refused):
        fail()
    assert not Message.objects.exists()
    assert not Job.objects.exists()
    with deed(people["tine"]):
        send("one")
        send("two")
    assert keys(Message.objects.all()) == {"one", "two"}


def test_its_line_of_the_trail_names_the_message_and_no_content(send):
    with one_line("outbox.post") as lines:
        message = send("k")
    assert (lines[0].things, lines[0].facts) == ([f"outbox.message:{message.pk}"], {"new": True})


def test_delivery_comes_due_soon_and_once_for_messages_of_the_same_moment(send):
    before = now()
    send("k")
    (due,) = Job.objects.filter(name="outbox.deliver").values_list("due", flat=True)
    assert timedelta(seconds=10) < due - before <= timedelta(seconds=21)


@pytest.mark.parametrize(
    "value", ["Sofie Opdigtet", ["Sofie"], Said("For {who}", {"who": "Sofie"}), None, {"name": "Sofie"}]
)
def test_free_text_is_no_part_of_a_message(send, value):
    for part in ("subject", "body"):
        with pytest.raises(TypeError, match="free text"):
            send("k", **{part: Said("About {x}", {"x": value})})
    assert not Message.objects.exists()


def test_numbers_dates_names_in_languages_and_sentences_of_these_are(send):
    agency = Words(da="Fjordby Kommune", en="Fjordby Municipality")
    inner = Said("no later than {day}", {"day": date(2024, 9, 3)})
    message = send("k", body=Said("{agency} asks {count} {when}", {"agency": agency, "count": 2, "when": inner}))
    message.refresh_from_db()
    assert message.body_said.text("da") == "Fjordby Kommune asks 2 no later than 2024-09-03"


def test_a_post_that_nobody_can_hold_and_an_account_that_is_none_are_faults(send):
    with pytest.raises(LookupError, match="burgomaster"):
        send("k", to_role="burgomaster")
    with pytest.raises(ValueError, match="UUID"):
        send("k", to_kind="account", to_id="rikke")


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": ""},
        {"to_kind": "world"},
        {"to_kind": "account", "to_role": "mayor"},
        {"state": "lost"},
        {"state": "delivered"},
        {"delivered_at": now()},
        {"link": "https://elsewhere.example/"},
        {"link": "//elsewhere.example/"},
    ],
)
def test_the_database_refuses_a_message_that_cannot_be(wrong):
    facts = {"key": "k", "to_kind": "agency", "to_id": HERE, "subject": ["x", {}], "body": ["x", {}]}
    with pytest.raises(IntegrityError, match="message_"), transaction.atomic():
        Message.objects.create(**facts | wrong)
