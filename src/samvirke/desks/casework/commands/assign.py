"""Lets a colleague work on a case, for a reason and for a time; or lets them no longer."""

from __future__ import annotations

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.facts.as_it_is_now import as_it_is_now
from samvirke.desks.casework.facts.at_work import works_on
from samvirke.desks.casework.grounds import LEADERS
from samvirke.desks.casework.models import Case, Conflict, Member
from samvirke.desks.casework.models.member import NEED_TO_KNOW
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Account, Agency
from samvirke.trust.identity.queries.live_affiliations import live_affiliations


@command("casework.assign", on="case")
def assign(actor: Actor, *, case: Case, account: Account, agency: Agency, reason: str, leads: bool = False) -> Member:
    """Add a colleague of one's own agency, or renew their ninety days. Raises `Refused` for anybody else's."""
    # Locked first, so that an agency whose part is just being ended gets nobody new.
    _own(actor, as_it_is_now(case), agency)
    if not any(one.agency_id == agency.pk for one in live_affiliations(account)):
        raise Refused.because(_("They do not work in your agency."), _("Choose a colleague."))
    if Conflict.objects.filter(case=case, account=account).exists():
        raise Refused.because(_("They are too close to the case."), _("Choose another colleague."))
    if not reason.strip():
        raise Refused.because(_("It is not said why they need to know."), _("Write it in a sentence."))
    refuse_if_too_long(Member, reason=reason)
    moment = actor.moment
    anew = {
        "leads": leads,
        "of_owner": agency.pk == case.owner_id,
        "reason": reason.strip(),
        "until": moment + NEED_TO_KNOW,
    }
    member, _made = Member.objects.update_or_create(
        case=case, account=account, agency=agency, defaults=anew, create_defaults={**anew, "since": moment}
    )
    happened(actor, case, "assigned", (agency.pk,))
    note(member)
    return member


@command("casework.assign", on="case")
def release(actor: Actor, *, case: Case, member: Member) -> None:
    """End a colleague's work on the case now. The last one who leads it for the owner stays."""
    _own(actor, case, member.agency)
    if member.case_id != case.pk:
        raise Refused.because(_("They do not work on this case."), _("Reload the page."))
    # Locked, and only then asked who leads it, so that two cannot release each other at once.
    case = as_it_is_now(case)
    leads = Member.objects.filter(case=case, leads=True, of_owner=True, until__gt=now())
    if member.of_owner and case.is_open and [one.pk for one in leads] == [member.pk]:
        raise Refused.because(_("Nobody else leads the case."), _("Let a colleague lead it first."))
    Member.objects.filter(pk=member.pk).update(until=now())
    happened(actor, case, "released", (member.agency_id,))
    note(member)


def _own(actor: Actor, case: Case, agency: Agency) -> None:
    leads = works_on(actor).filter(case=case, agency=agency, leads=True).exists() or agency.pk in actor.agencies_as(
        LEADERS
    )
    if agency.pk not in actor.agencies or not case.takes_part(agency.pk) or not leads:
        raise Refused.because(_("This is not your agency's to decide."), _("Each agency chooses its own people."))
