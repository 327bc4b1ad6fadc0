"""Who may know of a case and open it: those who work on it, for a time, and nobody who is too close."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from tests.desks.casework.conftest import World, account_of, again
from tests.desks.casework.shared_case import Shared, shared_case
from tests.trail import one_line, refusal

from samvirke.desks.casework.commands.assign import assign, release
from samvirke.desks.casework.commands.break_glass import break_glass, review_glass
from samvirke.desks.casework.commands.invite import invite, part
from samvirke.desks.casework.commands.note_conflict import note_conflict
from samvirke.desks.casework.commands.seal import ask_to_unseal, seal, unseal
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.models import BreakGlass, Case, Member, Seal
from samvirke.desks.casework.queries.case_view import case_view
from samvirke.desks.casework.queries.work_queue import work_queue
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.handovers.case_alarms import break_in
from samvirke.registers.outbox.models import Message
from samvirke.trust.access.actor import Actor, system
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.access.grounds import Is, OfActor, holds
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may, visible
from samvirke.trust.identity.models import Affiliation

_WORDS = "A call says that a child is alone in the flat."


@pytest.fixture
def shared(world: World) -> Shared:
    return shared_case(world)


def _knows(actor: Actor, case: Case) -> bool:
    """Whether somebody knows of a case; the question, the list and every view of the queue agree."""
    fresh = again(actor)
    case = Case.objects.get(pk=case.pk)
    listed = visible(fresh, "casework.know", Case.objects.all()).filter(pk=case.pk).exists()
    assert listed == may(fresh, "casework.know", case)
    counted = sum(work_queue(fresh, case.district_id).counts[view] for view in ("mine", "agency", "closed"))
    assert (counted > 0) == listed
    return listed


def test_a_colleague_who_does_not_work_on_it_does_not_know_of_it(shared: Shared):
    colleague = shared.world.worker("police", "caseworker", "colleague")
    assert not _knows(colleague, shared.case)
    with refusal("casework.open"):
        case_view(again(colleague), shared.case.pk)


def test_the_operator_and_the_scheduler_see_no_case(shared: Shared):
    for name in ("operator", "scheduler"):
        for verb in ("casework.know", "casework.open", "casework.write", "casework.move"):
            assert not may(system(name), verb, shared.case)
        assert not visible(system(name), "casework.know", Case.objects.all()).exists()


def test_a_leader_of_casework_knows_of_it_but_does_not_open_it(shared: Shared):
    leader = shared.world.worker("police", "case-leader", "leader")
    assert _knows(leader, shared.case)
    assert not may(again(leader), "casework.open", shared.case)
    assert not may(shared.world.worker("probation", "case-leader"), "casework.know", shared.case)


def test_reading_a_case_leaves_one_line(shared: Shared):
    with one_line("casework.open") as lines:
        case_view(again(shared.line), shared.case.pk)
    assert f"casework.case:{shared.case.pk}" in lines[0].things


def test_the_need_to_know_ends(shared: Shared):
    assert _knows(shared.karim, shared.case)
    Member.objects.filter(account_id=shared.karim.id).update(since=now() - timedelta(days=90), until=now())
    assert not may(again(shared.karim), "casework.open", shared.case)


def test_everything_ends_with_the_affiliation(shared: Shared):
    Affiliation.objects.filter(account_id=shared.karim.id).update(since=date(2020, 1, 1), until=date(2020, 1, 2))
    assert not _knows(shared.karim, shared.case)
    with pytest.raises(NotAllowed):
        write_section(again(shared.karim), case=shared.case, section="support", answers={}, version=0)


def test_an_agency_that_has_left_sees_nothing_and_may_come_back(shared: Shared):
    shared.disclose()
    part(again(shared.line), case=shared.case, agency=shared.town)
    assert not _knows(shared.karim, shared.case)
    invite(again(shared.line), case=shared.case, agency=shared.town)
    assert _knows(shared.karim, shared.case), "they lead casework there"
    assert not may(again(shared.karim), "casework.open", shared.case)


def test_each_agency_chooses_its_own_people_and_says_why(shared: Shared):
    other = shared.world.worker("municipality", "caseworker", "other")
    with pytest.raises(Refused, match="not your agency's"):
        assign(again(shared.line), case=shared.case, account=account_of(other), agency=shared.town, reason="help")
    with pytest.raises(Refused, match="do not work in your agency"):
        assign(
            again(shared.karim), case=shared.case, account=account_of(shared.line), agency=shared.town, reason="help"
        )
    with pytest.raises(Refused, match="why they need to know"):
        assign(again(shared.karim), case=shared.case, account=account_of(other), agency=shared.town, reason=" ")
    member = assign(
        again(shared.karim), case=shared.case, account=account_of(other), agency=shared.town, reason="visits"
    )
    assert may(again(other), "casework.write", shared.case)
    assert not may(again(other), "casework.move", shared.case)
    release(again(shared.karim), case=shared.case, member=member)
    assert not may(again(other), "casework.open", shared.case)


def test_the_last_who_leads_it_is_not_released(shared: Shared):
    (last,) = Member.objects.filter(case=shared.case, of_owner=True)
    with pytest.raises(Refused, match="Nobody else leads"):
        release(again(shared.line), case=shared.case, member=last)


def test_for_whoever_is_too_close_the_case_does_not_exist(shared: Shared):
    birgit = account_of(shared.birgit)
    with pytest.raises(Refused, match="Nobody else leads"):
        note_conflict(again(shared.line), case=shared.case, account=account_of(shared.line), kind="self")
    note_conflict(again(shared.line), case=shared.case, account=birgit, kind="household")
    assert not _knows(shared.birgit, shared.case)
    with pytest.raises(NotAllowed):
        break_glass(again(shared.birgit), case=shared.case, reason="child-at-risk", text=_WORDS)
    leader = shared.world.worker("region", "case-leader", "other-leader")
    with pytest.raises(Refused, match="too close"):
        assign(leader, case=shared.case, account=birgit, agency=shared.region, reason="help")


def test_whoever_breaks_the_glass_reads_three_hours_and_the_owner_is_told_with_the_deed(shared: Shared):
    duty = shared.world.worker("municipality", "duty-officer", "duty")
    officer = shared.world.worker("police", "privacy-officer", "officer")
    with pytest.raises(Refused, match="reason is missing"):
        break_in(again(duty), case=shared.case, reason="curious", text=_WORDS)
    assert not BreakGlass.objects.exists()
    broken = break_in(again(duty), case=shared.case, reason="child-at-risk", text=_WORDS)
    assert case_view(again(duty), shared.case.pk).mine.reads_only
    assert not may(again(duty), "casework.write", shared.case)
    assert not may(again(duty), "casework.disclose", shared.case)
    assert {(one.to_id, one.to_role) for one in Message.objects.all()} == {
        (shared.police.pk, "privacy-officer"),
        (shared.police.pk, "case-leader"),
    }
    with pytest.raises(NotAllowed):
        review_glass(again(shared.line), case=shared.case, broken=broken, verdict="justified", said="It was.")
    review_glass(again(officer), case=shared.case, broken=broken, verdict="justified", said="It was.")
    with pytest.raises(Refused, match="judged already"):
        review_glass(again(officer), case=shared.case, broken=broken, verdict="not-justified", said="It was not.")
    moment = now()
    BreakGlass.objects.update(since=moment - timedelta(hours=3), until=moment)
    with pytest.raises(NotAllowed):
        case_view(again(duty), shared.case.pk)


def test_the_database_keeps_the_glass_to_three_hours_and_its_judge_to_another(shared: Shared):
    duty = shared.world.worker("municipality", "duty-officer", "duty")
    broken = break_in(again(duty), case=shared.case, reason="child-at-risk", text=_WORDS)
    rows = BreakGlass.objects.filter(pk=broken.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(until=broken.since + timedelta(hours=3, seconds=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(reviewed_at=now(), reviewed_by=broken.account, verdict="justified")


def test_a_stranger_to_the_case_cannot_break_the_glass(shared: Shared):
    stranger = shared.world.worker("probation")
    with refusal("casework.break-glass"):
        break_glass(stranger, case=shared.case, reason="child-at-risk", text=_WORDS)


def test_a_sealed_case_exists_for_the_sealing_agency_alone_and_two_people_open_it(shared: Shared):
    given = shared.disclose()
    seal(again(shared.line), case=shared.case, reason="an officer is involved")
    assert _knows(shared.line, shared.case)
    assert not _knows(shared.karim, shared.case)
    duty = shared.world.worker("municipality", "duty-officer", "duty")
    with pytest.raises(NotAllowed):
        break_in(again(duty), case=shared.case, reason="child-at-risk", text=_WORDS)
    with pytest.raises(Refused, match="takes two people"):
        unseal(again(shared.line), case=shared.case)
    ask_to_unseal(again(shared.line), case=shared.case)
    with pytest.raises(Refused, match="takes two people"):
        unseal(again(shared.line), case=shared.case)
    unseal(shared.world.worker("police", "case-leader", "leader"), case=shared.case)
    assert _knows(shared.karim, shared.case)
    assert given.pk


def test_the_database_refuses_a_seal_that_one_person_opened(shared: Shared):
    made = seal(again(shared.line), case=shared.case, reason="an officer is involved")
    rows = Seal.objects.filter(pk=made.pk)
    for by in ({"opened_by_id": shared.line.key}, {"opened_by_id": shared.line.key, "asked_by_id": shared.line.key}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(until=now(), **by)


def test_a_key_held_as_text_is_the_same_key():
    mona = Actor(id=str(uuid4()), name="Mona")
    for held in (mona.id, UUID(mona.id)):
        assert holds(Is("by", OfActor("account")), {"by": held}, mona)
    assert not holds(Is("by", OfActor("account")), {"by": str(uuid4())}, mona)
    with pytest.raises(TypeError, match="nobody's account"):
        assert system("operator").key


def test_two_agencies_of_one_person_are_kept_apart(shared: Shared):
    put_account(
        system("operator"),
        username="line",
        name="line",
        agency=shared.town.pk,
        role="caseworker",
        since=date(2024, 1, 1),
    )
    shared.write(shared.karim, "support", {"home": "a flat"})
    view = case_view(again(shared.line), shared.case.pk)
    assert view.mine.agency_id == shared.police.pk
    assert {part.kind for part in view.parts if part.agency == shared.town.pk} == {"hidden"}
