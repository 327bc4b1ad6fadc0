"""Whoever works in two agencies, broke the glass or has left reaches no further than their own part of a case."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desks.casework.conftest import World, account_of, again, in_days
from tests.desks.casework.shared_case import WHY, Shared, shared_case

from samvirke.desks.casework.commands.ask_for import ask_for
from samvirke.desks.casework.commands.assign import assign
from samvirke.desks.casework.commands.invite import part
from samvirke.desks.casework.commands.note_conflict import note_conflict
from samvirke.desks.casework.commands.recall import acknowledge, recall
from samvirke.desks.casework.commands.refer import refer, turn_down
from samvirke.desks.casework.commands.seal import ask_to_unseal, seal, unseal
from samvirke.desks.casework.models import Referral
from samvirke.desks.casework.queries.case_view import case_view
from samvirke.desks.casework.queries.referrals import referral_to_answer, referrals_received
from samvirke.desks.casework.queries.work_queue import waiting_for
from samvirke.foundation.fault import Refused
from samvirke.handovers.case_alarms import break_in
from samvirke.handovers.case_referrals import send, take_on
from samvirke.trust.access.actor import Actor, system
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may

_WORDS = "A call says that a child is alone in the flat."


@pytest.fixture
def shared(world: World) -> Shared:
    return shared_case(world)


def _sent(shared: Shared) -> Referral:
    return send(
        again(shared.line),
        case=shared.case,
        receiver=shared.town,
        to_type="trial-house",
        fields=["enquiry.events"],
        necessity=WHY,
        expires_at=in_days(30),
        confirmed=True,
    )


def _also(actor: Actor, agency: str, role: str) -> Actor:
    """The same person with a second post."""
    put_account(
        system("operator"), username=actor.name, name=actor.name, agency=agency, role=role, since=date(2024, 1, 1)
    )
    return again(actor)


def test_whoever_broke_the_glass_recalls_nothing_and_confirms_nothing(shared: Shared):
    given = shared.disclose()
    duty = shared.world.worker("police", "duty-officer", "duty")
    break_in(duty, case=shared.case, reason="child-at-risk", text=_WORDS)
    assert not may(again(duty), "casework.recall", given)
    with pytest.raises(NotAllowed):
        recall(again(duty), disclosure=given, reason="It was too much.")
    there = shared.world.worker("municipality", "duty-officer", "there")
    break_in(there, case=shared.case, reason="child-at-risk", text=_WORDS)
    assert case_view(again(there), shared.case.pk).received == [given]
    recall(again(shared.line), disclosure=given, reason="It was too much.")
    with pytest.raises(NotAllowed):
        acknowledge(again(there), disclosure=given)
    acknowledge(again(shared.karim), disclosure=given)


def test_whoever_is_too_close_or_sealed_out_reaches_no_disclosure(shared: Shared):
    given = shared.disclose()
    recall(again(shared.line), disclosure=given, reason="It was too much.")
    note_conflict(again(shared.line), case=shared.case, account=account_of(shared.karim), kind="household")
    leader = shared.world.worker("municipality", "case-leader", "leader")
    assert may(leader, "casework.acknowledge", given)
    assert not may(again(shared.karim), "casework.acknowledge", given)
    seal(again(shared.line), case=shared.case, reason="an officer is involved")
    with pytest.raises(NotAllowed):
        acknowledge(again(leader), disclosure=given)


def test_what_waits_for_another_agency_of_theirs_is_neither_shown_nor_done(shared: Shared):
    """Line works on it for the police, and has a post in the municipality whose leader works on it there."""
    given, district = shared.disclose(), shared.world.district.pk
    ask_for(again(shared.line), case=shared.case, holder=shared.town, section="support", why="Is a home lost?")
    recall(again(shared.line), disclosure=given, reason="It was too much.")
    both = _also(shared.line, shared.town.pk, "caseworker")
    waits = waiting_for(both, district)
    assert (waits.recalls, waits.asks) == ([], [])
    assert [len(one) for one in (waiting_for(again(shared.karim), district).recalls,
                                 waiting_for(again(shared.karim), district).asks)] == [1, 1]  # fmt: skip
    with pytest.raises(Refused, match="not your agency's"):
        acknowledge(both, disclosure=given)
    given.refresh_from_db()
    assert given.acknowledged_at is None
    acknowledge(again(shared.karim), disclosure=given)


def test_a_referral_is_answered_neither_by_whom_it_is_hidden_from_nor_while_the_sender_has_sealed_it(shared: Shared):
    sent = _sent(shared)
    note_conflict(again(shared.line), case=shared.case, account=account_of(shared.karim), kind="household")
    with pytest.raises(Refused, match="not in force"):
        turn_down(again(shared.karim), agency=shared.town, referral=sent, reason="not ours")
    leader = shared.world.worker("municipality", "case-leader", "leader")
    seal(again(shared.line), case=shared.case, reason="an officer is involved")
    with pytest.raises(Refused, match="not in force"):
        take_on(again(leader), agency=shared.town, referral=sent, reason="ours")
    sent.refresh_from_db()
    assert (sent.state, sent.became) == ("sent", None)
    ask_to_unseal(again(shared.line), case=shared.case)
    unseal(shared.world.worker("police", "case-leader", "opener"), case=shared.case)
    assert take_on(again(leader), agency=shared.town, referral=sent, reason="ours").owner == shared.town


def test_the_glass_is_broken_for_the_agency_that_one_does_casework_for(shared: Shared):
    duty = _also(shared.world.worker("region", "duty-officer", "duty"), shared.police.pk, "secretary")
    assert shared.police.pk in duty.agencies
    assert break_in(duty, case=shared.case, reason="child-at-risk", text=_WORDS).agency_id == shared.region.pk


def test_what_was_broken_open_is_shut_when_the_agency_leaves(shared: Shared):
    duty = shared.world.worker("municipality", "duty-officer", "duty")
    break_in(duty, case=shared.case, reason="child-at-risk", text=_WORDS)
    assert case_view(again(duty), shared.case.pk)
    part(again(shared.line), case=shared.case, agency=shared.town)
    with pytest.raises(NotAllowed):
        case_view(again(duty), shared.case.pk)


def test_a_leader_in_one_agency_chooses_nobody_in_another_where_they_do_something_else(shared: Shared):
    karim = _also(shared.karim, shared.region.pk, "secretary")
    rita = shared.world.worker("region", "caseworker", "rita")
    with pytest.raises(Refused, match="not your agency's"):
        assign(karim, case=shared.case, account=account_of(rita), agency=shared.region, reason="help")


def test_only_the_agency_that_disclosed_refers(shared: Shared):
    given = shared.disclose()
    with pytest.raises(Refused, match="not your agency's"):
        refer(again(shared.birgit), case=shared.case, disclosure=given, to_type="trial-house")
    assert refer(again(shared.line), case=shared.case, disclosure=given, to_type="trial-house").pk


def test_a_referral_out_of_a_sealed_case_is_not_there_until_it_is_opened(shared: Shared):
    sent = _sent(shared)
    district = shared.world.district.pk
    assert list(referrals_received(again(shared.karim), district)) == [sent]
    seal(again(shared.line), case=shared.case, reason="an officer is involved")
    assert not referrals_received(again(shared.karim), district).exists()
    with pytest.raises(Referral.DoesNotExist):
        referral_to_answer(again(shared.karim), district, sent.pk)
    ask_to_unseal(again(shared.line), case=shared.case)
    unseal(shared.world.worker("police", "case-leader", "leader"), case=shared.case)
    assert referral_to_answer(again(shared.karim), district, sent.pk) == sent


def test_a_seal_is_not_opened_by_a_leader_of_another_agency(shared: Shared):
    seal(again(shared.line), case=shared.case, reason="an officer is involved")
    ask_to_unseal(again(shared.line), case=shared.case)
    leader = _also(shared.world.worker("municipality", "case-leader", "leader"), shared.police.pk, "secretary")
    with pytest.raises(NotAllowed):
        unseal(leader, case=shared.case)
