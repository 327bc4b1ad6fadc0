"""A matter is handed over by a disclosure; the sender gets a receipt and the class of outcome, and no content."""

from __future__ import annotations

from typing import Any

import pytest
from tests.desks.casework.conftest import World, again, in_days
from tests.desks.casework.shared_case import WHY, Shared, shared_case

from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.refer import turn_down
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.models import Case, Referral
from samvirke.desks.casework.queries.work_queue import waiting_for
from samvirke.foundation.fault import Refused
from samvirke.handovers.case_referrals import send, take_on
from samvirke.trust.access.guard import NotAllowed


@pytest.fixture
def shared(world: World) -> Shared:
    return shared_case(world)


def _send(shared: Shared, **changes: Any) -> Referral:
    given = {"to_type": "trial-house", "fields": ["enquiry.reason"], "receiver": shared.town} | changes
    return send(again(shared.line), case=shared.case, necessity=WHY, expires_at=in_days(30), confirmed=True, **given)


def test_what_is_referred_becomes_a_case_of_the_receivers_own_and_the_sender_learns_the_class(shared: Shared):
    sent = _send(shared)
    assert waiting_for(again(shared.karim), shared.world.district.pk).referrals == [sent]
    case = take_on(again(shared.karim), referral=sent, agency=shared.town, reason="we take it")
    assert (case.owner_id, case.type) == (shared.town.pk, "trial-house")
    with pytest.raises(Refused, match="answered already"):
        take_on(again(shared.karim), referral=sent, agency=shared.town, reason="again")
    move(again(shared.karim), case=case, to="closed", version=1, outcome="known")
    sent.refresh_from_db()
    assert (sent.state, sent.told) == ("accepted", "already-known")
    assert Case.objects.filter(type="trial-house").count() == 1


def test_what_was_learnt_by_a_referral_sticks_to_what_is_written_in_the_new_case(shared: Shared):
    case = take_on(again(shared.karim), referral=_send(shared), agency=shared.town, reason="we take it")
    written = write_section(again(shared.karim), case=case, section="matter", answers={"text": "seen"}, version=0)
    assert written.label == ["justice-act-115-psp"]


def test_a_referral_is_declined_with_a_reason_that_the_sender_reads(shared: Shared):
    sent = _send(shared)
    with pytest.raises(Refused, match="why it is declined"):
        turn_down(again(shared.karim), agency=shared.town, referral=sent, reason="")
    turn_down(again(shared.karim), agency=shared.town, referral=sent, reason="lives elsewhere")
    sent.refresh_from_db()
    assert (sent.state, sent.reason, sent.told) == ("declined", "lives elsewhere", "not-taken-up")
    with pytest.raises(Refused, match="answered already"):
        turn_down(again(shared.karim), agency=shared.town, referral=sent, reason="twice")


def test_another_agency_cannot_answer_it(shared: Shared):
    sent = _send(shared)
    with pytest.raises(Refused, match="sent to another agency"):
        turn_down(again(shared.birgit), agency=shared.region, referral=sent, reason="not ours")
    with pytest.raises(NotAllowed):
        turn_down(again(shared.birgit), agency=shared.town, referral=sent, reason="not ours")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"to_type": "trial-psp"}, "not referred there"),
        ({"to_type": "mediation"}, "not referred there"),
        ({"fields": []}, "Choose what to disclose"),
    ],
)
def test_a_referral_that_leads_nowhere_is_not_sent_and_nothing_is_disclosed(
    shared: Shared, changes: dict[str, Any], said: str
):
    with pytest.raises(Refused, match=said):
        _send(shared, **changes)
    assert not shared.case.disclosures.exists()
    assert not Referral.objects.exists()


def test_the_label_sticks_when_the_senders_own_case_is_erased(shared: Shared):
    case = take_on(again(shared.karim), referral=_send(shared), agency=shared.town, reason="we take it")
    shared.case.refresh_from_db()
    move(again(shared.line), case=shared.case, to="closed", version=shared.case.version, outcome="below")
    case = Case.objects.get(pk=case.pk)
    written = write_section(again(shared.karim), case=case, section="matter", answers={"text": "seen"}, version=0)
    assert written.label == ["justice-act-115-psp"]
