"""Decisions: a number that is never used twice, votes of those who sit there, and words that stay as approved."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from tests.desks.meetings.conftest import anatomy
from tests.trail import refusal

from samvirke.desks.meetings.commands.approve import approve_minutes, ask_approval
from samvirke.desks.meetings.commands.attend import attend
from samvirke.desks.meetings.commands.close import close
from samvirke.desks.meetings.commands.correct import correct
from samvirke.desks.meetings.commands.put_item import add_item
from samvirke.desks.meetings.commands.run import finish_item, start_item
from samvirke.desks.meetings.commands.vote import note_conflict, vote
from samvirke.desks.meetings.commands.write_item import Written, write_item
from samvirke.desks.meetings.facts.as_it_is_now import MovedOn
from samvirke.desks.meetings.models import Decision, Vote
from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused

pytestmark = pytest.mark.django_db


def numbers(body):
    return list(Decision.objects.filter(body=body).order_by("number").values_list("year", "number"))


def test_a_decision_gets_the_next_number_with_its_first_word_and_keeps_it(running):
    add_item(running.tine, meeting=running.meeting, anatomy=anatomy("Vold"))
    running.write(6, decision="Vi")
    running.write(5, outcome="approved", decision="Tiltrådt.")
    running.write(6, decision="Vi venter.")
    assert numbers(running.body) == [(2024, 1), (2024, 2)]
    assert running.item(6).decision.number == 1
    assert running.item(6).decision.label == "2024/1"


def test_an_item_of_which_only_the_talk_is_written_gets_no_number(running):
    running.write(4, text="Rådet drøftede udviklingen.")
    assert numbers(running.body) == []


def test_each_body_and_each_year_counts_from_one(running, town):
    running.write(5, decision="Et")
    meeting = town.meetings.create(year=2024, number=1, state="held", starts_at="2024-08-01T09:00Z")
    item = meeting.items.create(number=1, title={"da": "X"}, kind="decision")
    _item, made = write_item(
        running.tine, meeting=meeting, item=item, written=Written(True, "approved", "Ja."), version=1
    )
    assert made.number == 1


def test_the_database_refuses_a_number_that_is_taken(running):
    running.write(5, decision="Et")
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(item=running.item(4), body=running.body, year=2024, number=1)


def test_what_two_write_at_once_is_never_overwritten_silently(running):
    item = running.item(5)
    first, second = Written(True, "approved", "Den ene."), Written(True, "rejected", "Den anden.")
    write_item(running.tine, meeting=running.meeting, item=item, written=first, version=item.version)
    with pytest.raises(MovedOn) as found:
        write_item(running.tine, meeting=running.meeting, item=item, written=second, version=item.version)
    assert found.value.current.decision.text == "Den ene."
    decision = running.item(5).decision
    assert (decision.outcome, decision.text) == ("approved", "Den ene.")


def test_an_unknown_outcome_stores_nothing(running):
    with pytest.raises(Refused, match="no such outcome"):
        running.write(5, outcome="danced", decision="x")
    assert numbers(running.body) == []
    assert running.item(5).version == 1


def test_members_who_came_vote_and_the_majority_carries_it(running):
    running.write(5, outcome="approved", decision="Tiltrådt.")
    attend(running.tine, meeting=running.meeting, attendance=running.who("Hans"), state="present")
    given = {running.who("Ellen").pk: "for", running.who("Anne").pk: "against", running.who("Hans").pk: "against"}
    vote(running.tine, meeting=running.meeting, item=running.item(5), choices=given)
    start_item(running.tine, meeting=running.meeting, item=running.item(5))
    with pytest.raises(Refused, match="1 voted for and 2 against under item 5"):
        finish_item(running.tine, meeting=running.meeting, item=running.item(5))
    running.write(5, outcome="rejected", decision="Ikke tiltrådt.")
    finish_item(running.tine, meeting=running.meeting, item=running.item(5))
    assert running.item(5).state == "done"


@pytest.mark.parametrize(("name", "says"), [("Gert", "Gert may not vote"), ("Hans", "Hans may not"), ("Ida", "Ida")])
def test_nobody_votes_who_does_not_sit_there_that_day_and_no_other_vote_is_stored(running, name, says):
    running.write(5, decision="Tiltrådt.")
    choices = {running.who("Ellen").pk: "for", running.who(name).pk: "for"}
    with pytest.raises(Refused, match=says):
        vote(running.tine, meeting=running.meeting, item=running.item(5), choices=choices)
    assert not Vote.objects.exists()


def test_a_stand_in_votes_for_the_member_who_is_not_there(running):
    running.write(5, decision="Tiltrådt.")
    ida = running.who("Ida")
    attend(running.tine, meeting=running.meeting, attendance=ida, state="present", stands_in_for=running.who("Hans"))
    vote(running.tine, meeting=running.meeting, item=running.item(5), choices={ida.pk: "abstains"})
    assert [one.choice for one in Vote.objects.all()] == ["abstains"]


def test_whoever_has_a_conflict_takes_no_part_and_a_vote_they_gave_is_gone(running):
    running.write(5, decision="Tiltrådt.")
    given = {"meeting": running.meeting, "item": running.item(5)}
    vote(running.tine, choices={running.who("Anne").pk: "for"}, **given)
    note_conflict(running.tine, attendance=running.who("Anne"), why="ejer grunden", **given)
    assert not Vote.objects.exists()
    with pytest.raises(Refused, match="takes no part"):
        vote(running.tine, choices={running.who("Anne").pk: "for"}, **given)
    with pytest.raises(Refused, match="not said in a sentence why"):
        note_conflict(running.tine, attendance=running.who("Ellen"), why=" ", **given)


def test_votes_want_something_to_vote_on_and_a_vote_that_exists(running):
    with pytest.raises(Refused, match="Nothing is decided"):
        vote(running.tine, meeting=running.meeting, item=running.item(5), choices={})
    running.write(5, decision="Tiltrådt.")
    with pytest.raises(Refused, match="no vote of Ellen"):
        vote(running.tine, meeting=running.meeting, item=running.item(5), choices={running.who("Ellen").pk: "hum"})


@pytest.fixture
def approved(running, in_days):
    running.run_through()
    close(running.ellen, meeting=running.meeting, version=running.again().version)
    ask_approval(running.tine, meeting=running.meeting, version=running.again().version, by=in_days(5))
    with standing_on(in_days(6)):
        approve_minutes(running.tine, meeting=running.meeting, version=running.again().version)
    return running


def test_an_approved_decision_is_changed_neither_by_the_program_nor_in_the_database(approved):
    with pytest.raises(Refused, match="minutes approved"):
        approved.write(5, outcome="rejected", decision="Noget andet.")
    with pytest.raises(DatabaseError, match="approved"), transaction.atomic():
        Decision.objects.filter(item=approved.item(5)).update(text="Noget andet.")
    assert approved.item(5).decision.text == "Tiltrådt."


def test_a_correction_is_a_note_beside_the_decision(approved):
    decision = approved.item(5).decision
    with pytest.raises(Refused, match="empty"):
        correct(approved.tine, decision=decision, text=" ")
    correct(approved.tine, decision=decision, text="Fristen er 1. maj.")
    with refusal("meetings.correct"):
        correct(approved.anne, decision=decision, text="Nej.")
    assert [one.text for one in decision.corrections.all()] == ["Fristen er 1. maj."]


def test_before_that_a_correction_is_made_in_the_minutes(running):
    running.write(5, decision="Tiltrådt.")
    with pytest.raises(Refused, match="not approved yet"):
        correct(running.tine, decision=running.item(5).decision, text="x")
