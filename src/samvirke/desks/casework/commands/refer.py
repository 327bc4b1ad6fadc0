"""Hands a matter to another agency by a disclosure, which it accepts into a case of its own or declines."""

from __future__ import annotations

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.models import Case, Disclosure, Referral
from samvirke.desks.casework.models.referral import ACCEPTED, DECLINED, SENT
from samvirke.desks.casework.queries.membership import membership
from samvirke.desks.casework.queries.referrals import in_force, received
from samvirke.desks.casework.register import case_type
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Agency


@command("casework.refer", on="case")
def refer(actor: Actor, *, case: Case, disclosure: Disclosure, to_type: str) -> Referral:
    """Make one's own disclosure of this case a referral.

    Raises `Refused` where neither kind of case leads to the other, and for another agency's disclosure.
    """
    if disclosure.giver_id != membership(actor, case).agency_id:
        raise Refused.because(
            _("This is not your agency's to decide."), _("Each agency refers what it discloses itself.")
        )
    if to_type not in case_type(case.type).refers_to or disclosure.case_id != case.pk:
        raise Refused.because(_("Such a case is not referred there."), _("Choose one of those offered."))
    if disclosure.receiver.kind not in case_type(to_type).owner:
        raise Refused.because(_("That agency does not take such cases."), _("Choose another agency."))
    sent = Referral.objects.create(disclosure=disclosure, to_type=to_type, sent_at=now())
    happened(actor, case, "referred", (disclosure.giver_id,), to=disclosure.receiver_id, type=to_type)
    note(sent, to=disclosure.receiver_id, type=to_type)
    return sent


@command("casework.receive", on="agency")
def accept(actor: Actor, *, agency: Agency, referral: Referral, case: Case) -> None:
    """Take it on as one's own case; the sender gets a receipt and later the class of how it ended.

    Raises `Refused` for a case of another agency or another kind, and when it was answered or is not in force.
    """
    sent = _as_it_reached(actor, agency, referral)
    if case.owner_id != agency.pk or case.type != sent.to_type:
        raise Refused.because(_("Such a case is not referred there."), _("Choose one of those offered."))
    _answer(actor, sent, state=ACCEPTED, became=case)
    # Kept with the case, and not only with the referral: the sender's own case may be erased.
    case.came_under = sent.disclosure.label
    case.save(update_fields=["came_under"])
    happened(actor, sent.disclosure.case, "accepted", (sent.disclosure.giver_id,), by=agency.pk)
    note(sent, case)


@command("casework.receive", on="agency")
def turn_down(actor: Actor, *, agency: Agency, referral: Referral, reason: str) -> None:
    """Decline with a reason, which the sender reads."""
    if not reason.strip():
        raise Refused.because(_("It is not said why it is declined."), _("Write it in a sentence."))
    refuse_if_too_long(Referral, reason=reason)
    sent = _as_it_reached(actor, agency, referral)
    _answer(actor, sent, state=DECLINED, reason=reason.strip(), told="not-taken-up", told_at=now())
    happened(actor, sent.disclosure.case, "turned-down", (sent.disclosure.giver_id,), by=agency.pk)
    note(sent)


def _as_it_reached(actor: Actor, agency: Agency, referral: Referral) -> Referral:
    """Read again: what somebody holds a key of need not have reached their agency, nor be theirs to know of."""
    theirs = received(actor).filter(in_force(actor), pk=referral.pk, disclosure__receiver=agency)
    sent = theirs.select_related("disclosure__case").first()
    if sent is None:
        raise Refused.because(_("It was sent to another agency, or is not in force."), _("Reload the page."))
    return sent


def _answer(actor: Actor, sent: Referral, **values: object) -> None:
    open_ones = Referral.objects.filter(pk=sent.pk, state=SENT)
    if not open_ones.update(answered_at=now(), answered_by_id=actor.key, **values):
        raise Refused.because(_("It has been answered already."), _("Reload the page."))
