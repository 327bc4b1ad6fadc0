"""A matter goes to another body of the district with a day for the answer; readers comment before it is sent."""

from __future__ import annotations

import pytest
from tests.trail import refusal

from samvirke.desks.meetings.commands.call import call
from samvirke.desks.meetings.commands.consult import comment, consult
from samvirke.desks.meetings.commands.forward import answer_matter, forward
from samvirke.desks.meetings.models import Consulted, Matter
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Words
from samvirke.registers.partners.models import Body
from samvirke.trust.identity.models import Account

pytestmark = pytest.mark.django_db


def send(table, town, in_days, **given):
    facts = {"title": Words(da="Lys på stien"), "text": "Kan det sættes op?", "answer_by": in_days(60)}
    return forward(table.tine, **{"body": table.body, "to_body": town, **facts, **given})


def test_a_matter_is_forwarded_and_answered_once(table, town, in_days):
    matter = send(table, town, in_days)
    with pytest.raises(Refused, match="empty"):
        answer_matter(table.tine, body=town, matter=matter, answer=" ")
    answer_matter(table.tine, body=town, matter=matter, answer="Ja, i maj.")
    with pytest.raises(Refused, match="answered already"):
        answer_matter(table.tine, body=town, matter=matter, answer="Nej.")
    matter.refresh_from_db()
    assert (matter.answer, str(matter.answered_on)) == ("Ja, i maj.", "2024-08-20")


def test_only_the_body_that_was_asked_answers(table, town, in_days):
    matter = send(table, town, in_days)
    with pytest.raises(Refused):
        answer_matter(table.tine, body=table.body, matter=matter, answer="Vi svarer selv.")
    with refusal("meetings.forward"):
        answer_matter(table.anne, body=town, matter=matter, answer="Ja.")


def test_what_cannot_be_forwarded_is_not(table, town, dale, in_days):
    wrong = [
        ({"to_body": table.body}, "itself"), ({"to_body": Body.objects.get(pk="kredsraad-dalkredsen")}, "another dist"),
        ({"answer_by": in_days(-1)}, "past"), ({"text": "  "}, "not said what is asked"),
    ]  # fmt: skip
    for given, says in wrong:
        with pytest.raises(Refused, match=says):
            send(table, town, in_days, **given)
    assert not Matter.objects.exists()


def test_what_comes_from_a_closed_item_stays_closed(drafted, town, in_days):
    item = drafted.item(5)
    item.is_open = False
    assert not send(drafted, town, in_days, item=item, is_open=True).is_open
    with pytest.raises(Refused, match="another body's agenda"):
        send(drafted, drafted.body, in_days, body=town, to_body=drafted.body, item=item)


@pytest.fixture
def asked(drafted, in_days):
    anne = Account.objects.get(pk=drafted.anne.key)
    consult(drafted.tine, meeting=drafted.meeting, accounts=[anne], answer_by=in_days(7))
    return drafted


def test_readers_are_asked_once_and_say_their_own(asked, in_days):
    anne = Account.objects.get(pk=asked.anne.key)
    assert consult(asked.tine, meeting=asked.meeting, accounts=[anne], answer_by=in_days(9)) == []
    row = Consulted.objects.get()
    with refusal("meetings.comment"):
        comment(asked.tine, consulted=row, remark="Fint.")
    comment(asked.anne, consulted=row, remark=" Tag natbusser med. ")
    row.refresh_from_db()
    assert (row.remark, row.answered_at is not None) == ("Tag natbusser med.", True)


def test_nobody_is_asked_until_a_day_that_is_past_and_somebody_is_chosen(drafted, in_days):
    anne = Account.objects.get(pk=drafted.anne.key)
    with pytest.raises(Refused, match="past"):
        consult(drafted.tine, meeting=drafted.meeting, accounts=[anne], answer_by=in_days(-1))
    with pytest.raises(Refused, match="Nobody is chosen"):
        consult(drafted.tine, meeting=drafted.meeting, accounts=[], answer_by=in_days(7))


def test_a_meeting_whose_day_is_past_is_not_called(called, in_days):
    with pytest.raises(Refused, match="called"):
        call(called.tine, meeting=called.meeting, version=called.again().version)
