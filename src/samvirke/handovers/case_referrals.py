"""A matter that one agency hands to another: sent through a disclosure, taken on as a case of the receiver's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from samvirke.desks.casework.commands.approve import approve
from samvirke.desks.casework.commands.begin import begin
from samvirke.desks.casework.commands.disclose import disclose
from samvirke.desks.casework.commands.refer import accept, refer
from samvirke.desks.casework.models import Case, Disclosure, Referral
from samvirke.desks.casework.models.disclosure import GIVEN
from samvirke.foundation.words import Said, _
from samvirke.registers.outbox.commands.post import post
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed
from samvirke.trust.identity.models import Agency


def send(
    actor: Actor,
    *,
    case: Case,
    receiver: Agency,
    to_type: str,
    fields: Sequence[str],
    necessity: str,
    expires_at: datetime,
    confirmed: bool,
) -> Referral:
    """Disclose what it takes and send it, in one deed.

    The receiver is told without content: at once, or where it waits for a second pair of eyes once that has approved.
    """
    with deed(actor):
        made = disclose(
            actor,
            case=case,
            receivers=[receiver],
            fields=fields,
            necessity=necessity,
            expires_at=expires_at,
            confirmed=confirmed,
            refers=True,
        )
        sent = refer(actor, case=case, disclosure=made[0], to_type=to_type)
        if made[0].state == GIVEN:
            _tell(actor, sent)
        return sent


def approve_and_tell(actor: Actor, *, disclosure: Disclosure) -> None:
    """Approve it and, where it carries a referral, tell its receiver, in one deed."""
    with deed(actor):
        approve(actor, disclosure=disclosure)
        sent = Referral.objects.filter(disclosure=disclosure).first()
        if sent is not None:
            _tell(actor, sent)


def _tell(actor: Actor, sent: Referral) -> None:
    post(
        actor,
        key=f"referral:{sent.pk}",
        to_kind="agency",
        to_id=sent.disclosure.receiver_id,
        to_role="case-leader",
        subject=Said(_("A matter was referred to you")),
        body=Said(_("It waits among the referrals, to be taken on or declined.")),
        link=f"/districts/{sent.disclosure.case.district_id}/cases/referrals/",
    )


def take_on(actor: Actor, *, referral: Referral, agency: Agency, reason: str) -> Case:
    """Open the receiver's own case and answer the sender, in one deed."""
    sender = referral.disclosure.case
    with deed(actor):
        case = begin(
            actor,
            agency=agency,
            district=sender.district,
            case_type=referral.to_type,
            municipality=sender.municipality,
            reason=reason,
            invented=sender.invented,
        )
        accept(actor, agency=agency, referral=referral, case=case)
        return case
