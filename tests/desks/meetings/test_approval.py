"""Minutes are approved by the members who were there, or by the day when nobody objects any more."""

from __future__ import annotations

import pytest
from tests.trail import refusal

from samvirke.desks.meetings.commands.approve import (
    answer_minutes,
    approve_minutes,
    ask_approval,
    enter_answer,
    settle_objection,
)
from samvirke.desks.meetings.commands.attend import attend
from samvirke.desks.meetings.commands.close import close
from samvirke.desks.meetings.models import Approval
from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(running):
    running.run_through()
    close(running.ellen, meeting=running.meeting, version=running.again().version)
    return running


@pytest.fixture
def asked(held, in_days):
    ask_approval(held.tine, meeting=held.meeting, version=held.again().version, by=in_days(14))
    return held


def approval(table, name):
    return Approval.objects.select_related("attendance__meeting__body").get(attendance__name=name)


def approve(table):
    approve_minutes(table.tine, meeting=table.meeting, version=table.again().version)


def test_those_who_were_there_and_may_vote_are_asked_and_guests_are_not(asked):
    assert {one.attendance.name for one in Approval.objects.all()} == {"Ellen", "Anne"}
    assert asked.again().state == "held"


def test_the_minutes_are_approved_at_once_when_everybody_has_answered(asked):
    answer_minutes(asked.ellen, approval=approval(asked, "Ellen"))
    with pytest.raises(Refused, match=r"Anne may answer until 24.September 2024"):
        approve(asked)
    answer_minutes(asked.anne, approval=approval(asked, "Anne"))
    approve(asked)
    assert (asked.again().state, str(asked.again().approved_on)) == ("approved", "2024-09-10")
    assert str(asked.item(5).decision.sealed_on) == "2024-09-10"


def test_who_is_silent_until_the_day_is_over_agrees(asked, in_days):
    with standing_on(in_days(14)), pytest.raises(Refused, match="may answer"):
        approve(asked)
    with standing_on(in_days(15)):
        approve(asked)
    assert asked.again().state == "approved"


def test_an_objection_stands_in_the_way_until_it_is_met_and_may_be_made_again(asked, in_days):
    answer_minutes(asked.anne, approval=approval(asked, "Anne"), objection="Punkt 5 er gengivet forkert.")
    with standing_on(in_days(15)), pytest.raises(Refused, match="Anne objects"):
        approve(asked)
    with pytest.raises(Refused, match="not said how"):
        settle_objection(asked.tine, meeting=asked.meeting, approval=approval(asked, "Anne"), how=" ")
    asked.write(5, outcome="amended", decision="Tiltrådt med ændring.")
    settle_objection(asked.tine, meeting=asked.meeting, approval=approval(asked, "Anne"), how="Rettet i punkt 5.")
    with pytest.raises(Refused, match="does not stand any more"):
        settle_objection(asked.tine, meeting=asked.meeting, approval=approval(asked, "Anne"), how="Igen.")
    answer_minutes(asked.anne, approval=approval(asked, "Anne"), objection="Stadig forkert.")
    with standing_on(in_days(15)), pytest.raises(Refused, match="Anne objects"):
        approve(asked)


@pytest.fixture
def hans_asked(running, in_days):
    """Hans, who does not sign in here, was there as well and is asked."""
    attend(running.tine, meeting=running.meeting, attendance=running.who("Hans"), state="present")
    running.run_through()
    close(running.ellen, meeting=running.meeting, version=running.again().version)
    ask_approval(running.tine, meeting=running.meeting, version=running.again().version, by=in_days(14))
    return running


def test_a_member_without_an_account_is_waited_for_and_the_answer_is_entered_with_how_it_came(hans_asked):
    table = hans_asked
    answer_minutes(table.ellen, approval=approval(table, "Ellen"))
    answer_minutes(table.anne, approval=approval(table, "Anne"))
    with pytest.raises(Refused, match="Hans may answer until"):
        approve(table)
    hans = {"meeting": table.meeting, "approval": approval(table, "Hans")}
    with pytest.raises(Refused, match="not said how the answer was received"):
        enter_answer(table.tine, **hans, received_how=" ")
    enter_answer(table.tine, **hans, received_how="Brev af 12. september.", objection="Punkt 5 er forkert.")
    with pytest.raises(Refused, match="Hans objects"):
        approve(table)
    enter_answer(table.tine, **hans, received_how="Ringede 13. september.")
    approve(table)
    found = approval(table, "Hans")
    assert (table.again().state, found.received_how) == ("approved", "Ringede 13. september.")


def test_the_answer_of_a_member_who_signs_in_is_not_entered_for_them(hans_asked):
    with pytest.raises(Refused, match="answers here in person"):
        enter_answer(
            hans_asked.tine, meeting=hans_asked.meeting, approval=approval(hans_asked, "Anne"), received_how="Ringede."
        )
    with refusal("meetings.record"):
        enter_answer(
            hans_asked.anne, meeting=hans_asked.meeting, approval=approval(hans_asked, "Hans"), received_how="Ringede."
        )


def test_a_member_who_is_put_on_the_list_after_the_minutes_were_sent_is_waited_for(asked):
    for name, who in (("Ellen", asked.ellen), ("Anne", asked.anne)):
        answer_minutes(who, approval=approval(asked, name))
    attend(asked.tine, meeting=asked.meeting, attendance=asked.who("Hans"), state="present")
    with pytest.raises(Refused, match="Hans may answer"):
        approve(asked)


def test_nobody_answers_for_another(asked):
    with refusal("meetings.approve"):
        answer_minutes(asked.anne, approval=approval(asked, "Ellen"))
    with refusal("meetings.approve"):
        answer_minutes(asked.tine, approval=approval(asked, "Ellen"))


def test_minutes_that_nobody_has_been_asked_about_are_not_approved(held):
    with pytest.raises(Refused, match="Nobody has been asked"):
        approve(held)


def test_a_day_that_is_past_gives_nobody_time(held, in_days):
    with pytest.raises(Refused, match="past"):
        ask_approval(held.tine, meeting=held.meeting, version=held.again().version, by=in_days(-1))
    assert not Approval.objects.exists()


def test_a_decision_that_was_emptied_meanwhile_is_not_sealed(asked, in_days):
    asked.write(5, outcome="", decision="")
    with standing_on(in_days(15)), pytest.raises(Refused, match="Nothing is decided"):
        approve(asked)
    assert asked.again().state == "held"


def test_approved_minutes_are_not_written_in_and_answers_come_too_late(asked, in_days):
    with standing_on(in_days(15)):
        approve(asked)
    with pytest.raises(Refused, match="minutes approved"):
        asked.write(4, text="Senere.")
    with pytest.raises(Refused, match="minutes approved"):
        answer_minutes(asked.anne, approval=approval(asked, "Anne"), objection="For sent.")
