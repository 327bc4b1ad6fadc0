"""Nothing crosses between agencies but by a disclosure that is lawful, complete, and ends."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.desks.casework.conftest import World, again, in_days
from tests.desks.casework.shared_case import WHY, Shared, shared_case
from tests.trail import one_line

from samvirke.desks.casework.commands.approve import approve, reject
from samvirke.desks.casework.commands.ask_for import ask_for, decline
from samvirke.desks.casework.commands.disclose import disclose
from samvirke.desks.casework.commands.empty_ended import empty_ended
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.recall import acknowledge, recall
from samvirke.desks.casework.models import Ask, Disclosure
from samvirke.desks.casework.queries.case_view import case_view
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.trust.access.actor import system
from samvirke.trust.access.guard import NotAllowed


@pytest.fixture
def shared(world: World) -> Shared:
    return shared_case(world)


def _seen(shared: Shared, by: Any) -> dict[str, Any]:
    """Everything of the police's that somebody sees on the case's page."""
    view = case_view(again(by), shared.case.pk)
    return {field.path: field.value for part in view.parts if part.agency == shared.police.pk for field in part.fields}


def test_the_receiver_sees_exactly_what_was_disclosed_and_another_agency_nothing(shared: Shared):
    given = shared.disclose(["enquiry.events", "enquiry.urgent"])
    assert (given.state, given.purpose, given.basis) == ("given", "psp", "justice-act-115-psp")
    assert _seen(shared, shared.karim) == {"enquiry.events": 6, "enquiry.urgent": True}
    assert _seen(shared, shared.birgit) == {}


def test_what_was_disclosed_stays_as_it_was_when_the_giver_writes_on(shared: Shared):
    shared.disclose()
    shared.write(shared.line, "enquiry", {"reason": "noise", "events": 99}, version=1)
    assert _seen(shared, shared.karim) == {"enquiry.events": 6}


def test_a_disclosure_leaves_one_line_that_says_to_whom_for_what_and_on_which_basis(shared: Shared):
    with one_line("casework.disclose") as lines:
        shared.disclose()
    line = lines[0]
    assert (line.purpose, line.basis) == ("psp", "justice-act-115-psp")
    assert line.facts["to"] == [shared.town.pk]
    assert line.facts["fields"] == ["enquiry.events"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"necessity": "  "}, "why the disclosure is necessary", id="no necessity"),
        pytest.param({"confirmed": False}, "not disclosed for the investigation", id="not confirmed"),
        pytest.param({"fields": []}, "Choose what to disclose", id="no field"),
        pytest.param({"fields": ["support.home"]}, "nothing written", id="another agency's field"),
        pytest.param({"fields": ["enquiry.kind"]}, "nothing written", id="an empty field"),
        pytest.param({"fields": ["talks.said"]}, "confidential", id="a confidential field"),
        pytest.param({"fields": ["enquiry.nonsense"]}, "no such field", id="an unknown field"),
        pytest.param({"expires_at": now() - timedelta(days=1)}, "within a year", id="ended already"),
        pytest.param({"expires_at": now() + timedelta(days=366)}, "within a year", id="too long"),
    ],
)
def test_what_is_not_lawful_or_not_complete_is_refused_and_not_stored(
    shared: Shared, changes: dict[str, Any], said: str
):
    with pytest.raises(Refused, match=said):
        shared.disclose(**changes)
    assert not Disclosure.objects.exists()


def test_an_agency_that_takes_no_part_receives_nothing(shared: Shared):
    with pytest.raises(Refused, match="takes no part"):
        shared.disclose(to=shared.world.agency("probation"))


@pytest.mark.parametrize(("stage", "fields"), [("screened", ["enquiry.events"]), ("filtered", ["enquiry.reason"])])
def test_a_stage_decides_what_may_cross(world: World, stage: str, fields: list[str]):
    shared = shared_case(world, stage)
    with pytest.raises(Refused, match="at this stage"):
        shared.disclose(fields)


def test_nobody_is_named_at_a_stage_of_unnamed_facts_but_a_number_crosses(world: World):
    shared = shared_case(world, "filtered")
    with pytest.raises(Refused, match="Nobody is named"):
        shared.disclose(["people.citizen"])
    assert shared.disclose(["enquiry.events"]).state == "given"


def test_a_person_is_seen_by_name_through_a_disclosure_only(shared: Shared):
    assert case_view(again(shared.karim), shared.case.pk).involved == []
    given = shared.disclose(["people.citizen"])
    assert given.content == {"people.citizen": [{"name": "Mads Lund", "born": "1990-01-01"}]}


def test_an_ended_disclosure_is_seen_no_more(shared: Shared):
    given = shared.disclose()
    Disclosure.objects.filter(pk=given.pk).update(decided_at=now() - timedelta(days=2), expires_at=now())
    assert _seen(shared, shared.karim) == {}


def test_a_recalled_disclosure_is_emptied_and_the_receiver_confirms(shared: Shared):
    given = shared.disclose()
    with pytest.raises(Refused, match="why it is called back"):
        recall(again(shared.line), disclosure=given, reason=" ")
    with pytest.raises(NotAllowed):
        recall(again(shared.karim), disclosure=given, reason="not mine to recall")
    recall(again(shared.line), disclosure=given, reason="it was the neighbour")
    assert _seen(shared, shared.karim) == {}
    given.refresh_from_db()
    assert (given.state, given.content) == ("recalled", None)
    with pytest.raises(NotAllowed):
        acknowledge(again(shared.birgit), disclosure=given)
    acknowledge(again(shared.karim), disclosure=given)
    with pytest.raises(Refused, match="nothing to confirm"):
        acknowledge(again(shared.karim), disclosure=given)
    with pytest.raises(Refused, match="not in force"):
        recall(again(shared.line), disclosure=given, reason="again")


def test_about_a_child_a_second_person_decides(world: World):
    shared = shared_case(world, born=date(2010, 1, 1))
    waiting = shared.disclose()
    assert (waiting.state, waiting.why_four_eyes) == ("waiting", "minor")
    assert _seen(shared, shared.karim) == {}
    with pytest.raises(NotAllowed):
        approve(again(shared.line), disclosure=waiting)
    leader = world.worker("police", "case-leader", "leader")
    approve(leader, disclosure=waiting)
    assert _seen(shared, shared.karim) == {"enquiry.events": 6}
    with pytest.raises(NotAllowed):
        approve(again(leader), disclosure=Disclosure.objects.get(pk=waiting.pk))


def test_a_leader_of_casework_does_not_approve_what_they_decided_themselves(world: World):
    shared = shared_case(world)
    waiting = shared.disclose(["treatment.course"], by=_with_health(shared), to=shared.town)
    assert waiting.why_four_eyes == "health"
    with pytest.raises(NotAllowed):
        approve(again(shared.birgit), disclosure=waiting)
    other = world.worker("region", "case-leader", "other-leader")
    reject(other, disclosure=waiting)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.content) == ("rejected", None)
    with pytest.raises(NotAllowed):
        approve(again(other), disclosure=waiting)


def _with_health(shared: Shared) -> Any:
    shared.write(shared.birgit, "treatment", {"course": "admitted in May"})
    return shared.birgit


def test_what_was_written_with_knowledge_of_something_carries_its_label(shared: Shared):
    shared.disclose()
    shared.write(shared.karim, "support", {"home": "a flat", "contact": True})
    onward = shared.disclose(["support.contact"], by=shared.karim, to=shared.region)
    assert onward.label == ["justice-act-115-psp"]
    assert shared.case.contributions.get(section="support").label == ["justice-act-115-psp"]
    assert shared.case.contributions.get(section="enquiry").label == []


def test_an_agency_may_ask_and_the_holder_declines_without_a_reason(shared: Shared):
    asked = ask_for(again(shared.line), case=shared.case, holder=shared.town, section="support", why="Is a home lost?")
    with pytest.raises(Refused, match="Nothing is asked"):
        decline(again(shared.birgit), case=shared.case, ask=asked)
    with one_line("casework.decline") as lines:
        decline(again(shared.karim), case=shared.case, ask=asked)
    assert "why" not in lines[0].facts
    asked.refresh_from_db()
    assert asked.state == "declined"


def test_an_answer_to_what_was_asked_is_a_disclosure(shared: Shared):
    asked = ask_for(again(shared.line), case=shared.case, holder=shared.town, section="support", why="Is a home lost?")
    shared.write(shared.karim, "support", {"home": "a flat", "contact": True})
    shared.disclose(["people.citizen"])
    shared.disclose(["support.contact"], by=shared.karim, to=shared.police, ask=asked)
    asked.refresh_from_db()
    assert (asked.state, asked.answers.count()) == ("answered", 1)


@pytest.mark.parametrize("section", ["own_notes", "talks", "enquiry", "nothing"])
def test_nobody_asks_for_what_is_hidden_confidential_or_not_theirs(shared: Shared, section: str):
    with pytest.raises(Refused, match="nothing to ask for"):
        ask_for(again(shared.line), case=shared.case, holder=shared.region, section=section, why="We are curious.")
    assert not Ask.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"necessity": ""},
        {"purpose": ""},
        {"basis": ""},
        {"digest": ""},
        {"field_count": 0},
        {"purpose": "investigation"},
        {"state": "sent"},
        {"given_at": None},
        {"expires_at": now() - timedelta(days=900)},
        {"expires_at": None},
        {"giver_id": None},
        {"receiver_id": None},
        {"decided_by_id": None},
        {"why_four_eyes": "health"},
        {"state": "recalled"},
        {"recalled_at": now()},
        {"acknowledged_at": now()},
    ],
    ids="-".join,
)
def test_the_database_itself_refuses_an_incomplete_disclosure(shared: Shared, changes: dict[str, Any]):
    given = shared.disclose()
    with pytest.raises(IntegrityError), transaction.atomic():
        Disclosure.objects.filter(pk=given.pk).update(**changes)


def test_the_database_refuses_a_disclosure_to_oneself_and_one_approved_by_whoever_decided_it(shared: Shared):
    given = shared.disclose()
    rows = Disclosure.objects.filter(pk=given.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(receiver=given.giver)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(why_four_eyes="minor", approved_by=given.decided_by)


def test_each_disclosure_of_a_case_has_its_own_number_and_what_is_sent_at_once_is_one_act(shared: Shared):
    first = shared.disclose()
    two = disclose(
        again(shared.line),
        case=shared.case,
        receivers=[shared.town, shared.region],
        fields=["enquiry.urgent"],
        necessity=WHY,
        expires_at=in_days(5),
        confirmed=True,
    )
    assert [first.number, *(one.number for one in two)] == [1, 2, 3]
    assert len({one.act for one in two}) == 1


@pytest.mark.parametrize(("to", "outcome"), [("closed", "helped"), ("shared", "")])
def test_what_waits_is_not_given_once_the_case_has_moved_on(world: World, to: str, outcome: str):
    shared = shared_case(world, "filtered", born=date(2010, 1, 1))
    waiting = shared.disclose(["enquiry.events"])
    leader = world.worker("police", "case-leader", "leader")
    move(again(shared.line), case=shared.case, to=to, version=shared.case.version, outcome=outcome)
    waiting = Disclosure.objects.get(pk=waiting.pk)
    with pytest.raises((Refused, NotAllowed)):
        approve(leader, disclosure=waiting)
    assert Disclosure.objects.get(pk=waiting.pk).given_at is None
    assert _seen(shared, shared.karim) == {}


def test_what_has_ended_is_emptied_and_what_is_in_force_stays(shared: Shared):
    ended, lasting = shared.disclose(), shared.disclose(["enquiry.urgent"])
    Disclosure.objects.filter(pk=ended.pk).update(
        decided_at=now() - timedelta(days=2), expires_at=now() - timedelta(hours=1)
    )
    assert empty_ended(system("scheduler")) == 1
    ended.refresh_from_db()
    lasting.refresh_from_db()
    assert (ended.content, ended.label) == (None, ["justice-act-115-psp"])
    assert lasting.content == {"enquiry.urgent": True}
    with pytest.raises(NotAllowed):
        empty_ended(again(shared.line))
