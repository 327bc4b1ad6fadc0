"""Invites another agency to take part in a case, and ends its part."""

from __future__ import annotations

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.facts.as_it_is_now import as_it_is_now
from samvirke.desks.casework.models import BreakGlass, Case, Member, Participant
from samvirke.desks.casework.register import case_type
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Agency


@command("casework.invite", on="case")
def invite(actor: Actor, *, case: Case, agency: Agency) -> Participant:
    """Let an agency take part; its own leader of casework chooses who. It sees nothing until something is disclosed.

    Raises `Refused` when the kind of case is not for that kind of agency, or the agency is not of the district.
    """
    declared = case_type(case.type)
    if agency.kind not in declared.joined_by or not agency.districts.filter(district_id=case.district_id).exists():
        raise Refused.because(_("This agency does not take part in this kind of case."), _("Choose another."))
    if not case.is_open:
        raise Refused.because(_("The case is closed."), _("Nobody is invited any more."))
    joined, made = Participant.objects.get_or_create(
        case=case, agency=agency, until__isnull=True, defaults={"since": actor.moment}
    )
    if made:
        happened(actor, case, "invited", agency=agency.pk)
    note(joined, agency=agency.pk)
    return joined


@command("casework.invite", on="case")
def part(actor: Actor, *, case: Case, agency: Agency) -> None:
    """End an agency's part: its people see the case no more; what it contributed stays its own."""
    if agency.pk == case.owner_id:
        raise Refused.because(_("The agency that owns the case cannot leave it."), _("Close the case instead."))
    # Locked first, so that nobody is let in by the agency while its part is being ended.
    case, moment = as_it_is_now(case), now()
    if not Participant.objects.filter(case=case, agency=agency, until__isnull=True).update(until=moment):
        raise Refused.because(_("This agency takes no part."), _("Reload the page."))
    for reading in (Member, BreakGlass):
        reading.objects.filter(case=case, agency=agency, until__gt=moment).update(until=moment)
    happened(actor, case, "parted", agency=agency.pk)
    note(agency=agency.pk)
