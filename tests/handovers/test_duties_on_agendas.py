"""A duty stands on an agenda as what is to be done, and one that is met or on another agenda is not offered again."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desks.meetings.conftest import *  # noqa: F403  the council and its people are the same

from samvirke.desks.meetings.commands.draft_agenda import draft_agenda
from samvirke.desks.meetings.commands.plan_year import plan_year
from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.foundation.clock import standing_on
from samvirke.foundation.words import Said
from samvirke.handovers.meeting_agenda import proposed, take_in
from samvirke.registers.commitments.commands.fulfil import fulfil
from samvirke.registers.commitments.commands.record import record
from samvirke.registers.commitments.queries.to_escalate import to_escalate
from samvirke.registers.commitments.register import AGENDA, all_duties
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import system

OPERATOR, TERMS, LATER = system("operator"), "strategic-psp-terms", date(2025, 3, 20)
_AS_IF_DONE = ("approved", "published", "held", "designated", "given", "discussed", "godkendt", "offentliggjort")


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_duty_on_an_agenda_is_titled_as_if_it_were_done(language):
    for one in all_duties().values():
        if one.where == AGENDA:
            assert not Said(one.title).text(language).endswith(_AS_IF_DONE), one.name


@pytest.fixture
def forum(town):
    Body.objects.filter(pk=town.pk).update(duties=[TERMS])
    return Body.objects.select_related("district").get(pk=town.pk)


def promised(body, slug=TERMS):
    facts = {
        "slug": slug, "title": {"da": "Kommissorium"}, "text": {"da": "Et kommissorium."}, "owners": [body.pk],
        "kind": "one-off", "measurable": True, "due": date(2024, 12, 31), "plan_id": "samarbejdsplan-fjordkredsen-2030",
    }  # fmt: skip
    return record(OPERATOR, district=body.district, commitments=[facts])[0]


def agenda(table, body, day):
    (made,) = plan_year(table.tine, body=body, days=[day])
    draft_agenda(table.tine, meeting=made, version=1)
    return Meeting.objects.select_related("body__district").get(pk=made.pk)


def offered(table, meeting):
    return [(one.source, one.key) for one in proposed(table.tine, meeting)]


@pytest.mark.django_db
def test_what_the_plan_promises_and_a_duty_owes_once_is_offered_once_and_not_when_it_is_met(table, forum):
    promise, other = promised(forum), promised(forum, "another-promise")
    with standing_on(LATER):
        assert offered(table, agenda(table, forum, date(2025, 4, 1))) == [
            ("commitment", str(other.pk)),
            ("duty", TERMS),
        ]
        assert list(to_escalate(OPERATOR, forum)) == [other]
        assert set(to_escalate(OPERATOR, table.body)) == {promise, other}
        fulfil(OPERATOR, body=forum, duty_name=TERMS, year=2024, evidence="Møde 1", on=date(2024, 11, 1))
        assert offered(table, agenda(table, forum, date(2025, 9, 1))) == [("commitment", str(other.pk))]
        assert list(to_escalate(OPERATOR, table.body)) == [other]


@pytest.mark.django_db
def test_a_promise_that_no_plan_made_is_late_whatever_it_is_called(table, forum):
    promise = promised(forum)
    type(promise).objects.filter(pk=promise.pk).update(plan_id="")
    with standing_on(LATER):
        assert list(to_escalate(OPERATOR, forum)) == [promise]


@pytest.mark.django_db
def test_a_duty_on_the_agenda_of_a_coming_meeting_is_not_offered_to_the_next_until_it_is_postponed(table, forum):
    first, second = (agenda(table, forum, date(2024, month, 3)) for month in (10, 11))
    [one] = proposed(table.tine, first)
    item = take_in(table.tine, meeting=first, proposal=one)
    assert offered(table, second) == []
    AgendaItem.objects.filter(pk=item.pk).update(state="postponed")
    assert offered(table, second) == [("duty", TERMS)]
    AgendaItem.objects.filter(pk=item.pk).update(state="waiting")
    Meeting.objects.filter(pk=first.pk).update(state="cancelled")
    assert offered(table, second) == [("duty", TERMS)]
