"""Hands a matter to another agency by a disclosure, which it accepts into a case of its own or declines."""

from __future__ import annotations

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.facts.too_long import refuse_if_too_long
from samvirke.desks.casework.models import Case, Disclosure, Referral
from samvirke.desks.casework.models.disclosure import GIVEN
from samvirke.desks.casework.models.referral import ACCEPTED, DECLINED, SENT
from samvirke.desks.casework.queries.membership import membership
from samvirke.desks.casework.register import case_type
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


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
def accept(actor: Actor, *, agency: object, referral: Referral, case: Case) -> None:
    """Take it on as one's own case; the sender gets a receipt and later the class of how it ended.

    Raises `Refused` for a case of another agency or another kind, and when it was answered or is not in force.
    """
    if case.owner_id != referral.disclosure.receiver_id or case.type != referral.to_type:
        raise Refused.because(_("Such a case is not referred there."), _("Choose one of those offered."))
    _answer(actor, agency, referral, state=ACCEPTED, became=case)
    # Kept with the case, and not only with the referral: the sender's own case may be erased.
    case.came_under = referral.disclosure.label
    case.save(update_fields=["came_under"])
    happened(actor, referral.disclosure.case, "accepted", (referral.disclosure.giver_id,), by=case.owner_id)
    note(referral, case)


@command("casework.receive", on="agency")
def turn_down(actor: Actor, *, agency: object, referral: Referral, reason: str) -> None:
    """Decline with a reason, which the sender reads."""
    if not reason.strip():
        raise Refused.because(_("It is not said why it is declined."), _("Write it in a sentence."))
    refuse_if_too_long(Referral, reason=reason)
    _answer(actor, agency, referral, state=DECLINED, reason=reason.strip(), told="not-taken-up", told_at=now())
    giver = referral.disclosure.giver_id
    happened(actor, referral.disclosure.case, "turned-down", (giver,), by=referral.disclosure.receiver_id)
    note(referral)


def _answer(actor: Actor, agency: object, referral: Referral, **values: object) -> None:
    if getattr(agency, "pk", None) != referral.disclosure.receiver_id:
        raise Refused.because(_("It was sent to another agency."), _("Leave it to them."))
    # What waits for a second pair of eyes has reached nobody yet.
    if not Disclosure.objects.filter(pk=referral.disclosure_id, state=GIVEN).exists():
        raise Refused.because(_("It is not in force."), _("Reload the page."))
    open_ones = Referral.objects.filter(pk=referral.pk, state=SENT)
    if not open_ones.update(answered_at=now(), answered_by_id=actor.key, **values):
        raise Refused.because(_("It has been answered already."), _("Reload the page."))
