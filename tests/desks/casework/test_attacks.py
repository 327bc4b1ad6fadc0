"""Attempts to bring something across between agencies, or to harm one, past the rules of disclosure."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desks.casework.conftest import World, account_of, again, in_days
from tests.desks.casework.shared_case import WHY, Shared, shared_case

from samvirke.desks.casework.commands.approve import approve
from samvirke.desks.casework.commands.ask_for import ask_for
from samvirke.desks.casework.commands.assign import assign, release
from samvirke.desks.casework.commands.invite import part
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.note_conflict import note_conflict
from samvirke.desks.casework.commands.refer import accept
from samvirke.desks.casework.models import Case, Referral
from samvirke.desks.casework.queries.referrals import referrals_received
from samvirke.foundation.fault import Refused
from samvirke.handovers.case_referrals import send
from samvirke.handovers.case_tasks import give
from samvirke.registers.outbox.models import Message
from samvirke.registers.persons.commands.forget_person import forget_person
from samvirke.trust.access.actor import system
from samvirke.trust.retention import ledger
from samvirke.trust.retention.commands.replay import replay


@pytest.fixture
def shared(world: World) -> Shared:
    return shared_case(world)


def _refer(shared: Shared) -> Referral:
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


def test_what_waits_is_not_given_to_an_agency_that_has_left(world: World):
    shared = shared_case(world, born=date(2010, 1, 1))
    waiting = shared.disclose()
    part(again(shared.line), case=shared.case, agency=shared.town)
    with pytest.raises(Refused, match="takes no part"):
        approve(world.worker("police", "case-leader", "leader"), disclosure=waiting)


def test_a_case_that_was_closed_since_it_was_opened_discloses_nothing(shared: Shared):
    old = Case.objects.get(pk=shared.case.pk)
    move(again(shared.line), case=shared.case, to="closed", version=3, outcome="taken_off")
    from samvirke.desks.casework.commands.disclose import disclose

    with pytest.raises(Refused, match="closed"):
        disclose(
            again(shared.line),
            case=old,
            receivers=[shared.town],
            fields=["enquiry.events"],
            necessity=WHY,
            expires_at=in_days(3),
            confirmed=True,
        )


def test_p3_minor(world: World):
    shared = shared_case(world, born=date(2010, 1, 1))
    shared.write(shared.karim, "support", {"home": "a flat", "contact": True})
    d = shared.disclose(["support.contact"], by=shared.karim, to=shared.region)
    assert d.state == "waiting"


def test_p4_ask(shared: Shared):
    asked = ask_for(again(shared.line), case=shared.case, holder=shared.town, section="support", why="Is a home lost?")
    shared.write(shared.karim, "support", {"home": "a flat", "contact": True})
    with pytest.raises(Refused):
        shared.disclose(["support.contact"], by=shared.karim, to=shared.region, ask=asked)


def test_p5_conflict(shared: Shared):
    other = shared.world.worker("police", "case-leader", "leader")
    assign(other, case=shared.case, account=account_of(other), agency=shared.police, reason="r", leads=True)
    with pytest.raises(Refused):
        note_conflict(again(shared.karim), case=shared.case, account=account_of(shared.line), kind="other")


def test_p6_forget(shared: Shared):
    before = ledger.last()
    person = shared.case.involved.get().person
    with pytest.raises(Refused):
        forget_person(again(shared.line), person=person)
    print(replay(system("operator")))
    assert ledger.last() == before


def test_p7_accept(shared: Shared):
    sent = _refer(shared)
    with pytest.raises(Refused):
        accept(again(shared.karim), agency=shared.town, referral=sent, case=shared.case)


def test_p8_release(shared: Shared):
    other = shared.world.begin(shared.line, "trial-psp")
    bob = shared.world.worker("police", "caseworker", "bob")
    m = assign(again(shared.line), case=other, account=account_of(bob), agency=shared.police, reason="r")
    with pytest.raises(Refused):
        release(again(shared.line), case=shared.case, member=m)


@pytest.mark.parametrize("stage", ["screened", "filtered"])
def test_p9_words(world: World, stage: str):
    shared = shared_case(world, stage)
    ok = []
    try:
        ask_for(again(shared.line), case=shared.case, holder=shared.town, section="support", why="Mads drinks")
        ok.append("ask")
    except Refused as r:
        print(r)
    try:
        give(again(shared.line), case=shared.case, agency=shared.town, text="Mads drinks", due=date(2030, 1, 1))
        ok.append("task")
    except Refused as r:
        print(r)
    assert not ok


def test_p9_closed(shared: Shared):
    move(again(shared.line), case=shared.case, to="closed", version=3, outcome="helped")
    shared.case.refresh_from_db()
    ok = []
    try:
        ask_for(again(shared.line), case=shared.case, holder=shared.town, section="support", why="Mads drinks")
        ok.append("ask")
    except Refused as r:
        print(r)
    try:
        give(again(shared.line), case=shared.case, agency=shared.town, text="Mads drinks", due=date(2030, 1, 1))
        ok.append("task")
    except Refused as r:
        print(r)
    assert not ok


def test_p17_referral_waits(world: World):
    shared = shared_case(world, born=date(2010, 1, 1))
    sent = _refer(shared)
    assert sent.disclosure.state == "waiting"
    print(Message.objects.values_list("key", flat=True))
    assert not referrals_received(again(shared.karim), world.district.pk).exists()
    assert not Message.objects.filter(key__startswith="referral").exists()
