"""Opens a case that one does not work on, when it cannot wait; somebody looks at it afterwards."""

from __future__ import annotations

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.grounds import CASE_ROLES
from samvirke.desks.casework.models import BreakGlass, Case
from samvirke.desks.casework.models.break_glass import LONGEST, REASON_MISSING, VERDICTS, is_reasoned
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("casework.break-glass", on="case")
def break_glass(actor: Actor, *, case: Case, reason: str, text: str) -> BreakGlass:
    """Read the case for three hours. The owner's people and its data protection officer are told with the same deed.

    Raises `Refused` for an unknown reason, and without words of one's own.
    """
    if not is_reasoned(reason, text):
        raise Refused.because(*REASON_MISSING)
    refuse_if_too_long(BreakGlass, text=text)
    # The agency that they do casework for: what another agency of theirs may see of the case is not theirs to open.
    theirs = case.participants.filter(agency_id__in=actor.agencies_as(CASE_ROLES), until__isnull=True)
    agency = theirs.order_by("agency_id").values_list("agency_id")[0][0]
    moment = actor.moment
    broken = BreakGlass.objects.create(
        case=case,
        account_id=actor.key,
        agency_id=agency,
        reason=reason,
        text=text.strip(),
        since=moment,
        until=moment + LONGEST,
    )
    happened(actor, case, "broke-glass", by=agency)
    note(broken, reason=reason, personal={"text": text.strip()})
    return broken


@command("casework.review-glass", on="case")
def review_glass(actor: Actor, *, case: Case, broken: BreakGlass, verdict: str, said: str) -> None:
    """The data protection officer's judgement. Raises `Refused` for one's own, without words, or when it is done."""
    if verdict not in VERDICTS or not said.strip():
        raise Refused.because(_("The judgement is missing."), _("Choose one, and write why."))
    if broken.case_id != case.pk or broken.account_id == actor.account:
        raise Refused.because(_("Nobody judges what they did themselves."), _("Ask a colleague."))
    refuse_if_too_long(BreakGlass, said=said)
    done = BreakGlass.objects.filter(pk=broken.pk, reviewed_at__isnull=True).update(
        reviewed_at=now(), reviewed_by_id=actor.key, verdict=verdict, said=said.strip()
    )
    if not done:
        raise Refused.because(_("It has been judged already."), _("Reload the page."))
    note(broken, verdict=verdict)
