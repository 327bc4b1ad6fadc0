"""Asks another agency for something; the holder discloses, or declines and owes no reason."""

from __future__ import annotations

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.facts.declared import todays_section
from samvirke.desks.casework.facts.proposal import words_fault
from samvirke.desks.casework.models import Ask, Case
from samvirke.desks.casework.models.ask import DECLINED, OPEN
from samvirke.desks.casework.queries.membership import membership
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Agency


@command("casework.ask", on="case")
def ask_for(actor: Actor, *, case: Case, holder: Agency, section: str, why: str) -> Ask:
    """Ask for something out of a section of theirs. Nobody can fetch it.

    Raises `Refused` for an agency that takes no part, a section that is not theirs or is hidden, no reason,
    a closed case, and a stage at which nothing crosses.
    """
    mine = membership(actor, case)
    there = todays_section(case, section)
    if not case.takes_part(holder.pk) or holder.pk == mine.agency_id:
        raise Refused.because(_("This agency takes no part in the case."), _("Choose another."))
    if there is None or holder.kind not in there.by or there.hidden or there.confidential:
        raise Refused.because(_("There is nothing to ask for there."), _("Choose a section of theirs."))
    if (silent := words_fault(case)) is not None:
        raise Refused(silent)
    if not why.strip():
        raise Refused.because(_("It is not said why you ask."), _("Write in a sentence what it is needed for."))
    refuse_if_too_long(Ask, why=why)
    asked = Ask.objects.create(
        case=case,
        asker_id=mine.agency_id,
        holder=holder,
        asked_by_id=actor.key,
        section=section,
        why=why.strip(),
        asked_at=now(),
    )
    happened(actor, case, "asked", (mine.agency_id, holder.pk), of=holder.pk, section=section)
    note(asked, of=holder.pk)
    return asked


@command("casework.decline", on="case")
def decline(actor: Actor, *, case: Case, ask: Ask) -> None:
    """Say no for the agency that was asked. No reason is owed, and none is stored."""
    mine = membership(actor, case)
    if ask.case_id != case.pk or ask.holder_id != mine.agency_id:
        raise Refused.because(_("Nothing is asked of your agency here."), _("Reload the page."))
    if not Ask.objects.filter(pk=ask.pk, state=OPEN).update(state=DECLINED, answered_at=now()):
        raise Refused.because(_("It has been answered already."), _("Reload the page."))
    happened(actor, case, "declined", (ask.asker_id, ask.holder_id), by=ask.holder_id)
    note(ask)
