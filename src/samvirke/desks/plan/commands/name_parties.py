"""Names a party of a plan, or leaves one out, and keeps the reason."""

from __future__ import annotations

from samvirke.desks.plan.models import Party, PartyChange, Plan
from samvirke.desks.plan.standing import DECIDE, RELOAD, moved, open_text
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Agency


@command("plan.name-parties", on="plan")
def name_party(actor: Actor, *, plan: Plan, agency: Agency, why: str, version: int) -> Party:
    """Make an agency of the district a party: the plan then needs its approval too.

    Raises `Refused` when it is neither police nor municipality of the district, is one already, or no reason is given.
    """
    found = _open(plan, version, why)
    if agency.kind not in DECIDE or not agency.districts.filter(district_id=found.district_id).exists():
        what = Said(_("{agency} is neither police nor municipality of the district."), {"agency": agency.words})
        raise Refused.because(what, _("Ask others in a consultation."))
    party, made = Party.objects.get_or_create(plan=found, agency=agency)
    if not made:
        raise Refused.because(Said(_("{agency} is a party already."), {"agency": agency.words}), RELOAD)
    _kept(actor, found, agency, why, named=True)
    return party


@command("plan.name-parties", on="plan")
def leave_out_party(actor: Actor, *, plan: Plan, party: Party, why: str, version: int) -> None:
    """Let a plan go without the approval of a party. What it approved before goes with it; the reason stays.

    Raises `Refused` without a reason, and for the last that is left of police or municipalities.
    """
    found = _open(plan, version, why)
    one = found.parties.select_related("agency").filter(pk=party.pk).first()
    if one is None:
        raise Refused.because(_("That is no party of the plan any more."), RELOAD)
    if not found.parties.filter(agency__kind=one.agency.kind).exclude(pk=one.pk).exists():
        what = Said(
            _("A plan needs the approval of {agency}: no other of its sort is a party."),
            {
                "agency": one.agency.words,
            },
        )
        raise Refused.because(what, _("Name another first."))
    agency = one.agency
    one.delete()
    _kept(actor, found, agency, why, named=False)


def _open(plan: Plan, version: int, why: str) -> Plan:
    open_text(plan)
    if not why.strip():
        raise Refused.because(_("It is not said why."), _("Write a sentence; it is kept with the plan."))
    refuse_if_too_long(PartyChange, why=why)
    return moved(plan, version)


def _kept(actor: Actor, plan: Plan, agency: Agency, why: str, named: bool) -> None:
    PartyChange.objects.create(plan=plan, agency=agency, named=named, why=why.strip(), by_id=actor.key, at=now())
    Plan.objects.filter(pk=plan.pk).update(version=plan.version + 1)
    note(agency, named=named)
