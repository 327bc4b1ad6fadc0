"""How a plan stands: whether its text may still be changed, and what is missing before its next stage."""

from __future__ import annotations

from uuid import UUID

from samvirke.desks.plan.content import text_digest
from samvirke.desks.plan.models import Consulted, Party, Plan, ReadItem, Suggestion
from samvirke.desks.plan.models.read_item import WAITING
from samvirke.desks.plan.models.suggestion import OPEN
from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.identity.models import Agency

RELOAD = _("Reload the page.")
DECIDE = (POLICE, MUNICIPALITY) = ("police", "municipality")
_SEATED = ("chair", "vice-chair", "member")
_NONE_OF = {
    POLICE: _("The police are no party of the plan."),
    MUNICIPALITY: _("No municipality is a party of the plan."),
}


def as_it_is_now(plan: Plan) -> Plan:
    """The row as it stands, locked until the deed ends, so that nobody moves it meanwhile."""
    return Plan.objects.select_for_update().select_related("district").get(pk=plan.pk)


def open_text(plan: Plan) -> Plan:
    """The plan as it is now. Raises `Refused` when its text can no longer be changed."""
    found = as_it_is_now(plan)
    if not found.is_drafted_here:
        raise Refused.because(
            _("This plan came in as it was printed."), _("Begin the draft of a new plan, and change that.")
        )
    if not found.is_open:
        raise Refused.because(
            _("The text can no longer be changed: it has been sent for approval."),
            _("Take it back to the draft first; what was approved then needs a new approval."),
        )
    return found


def moved(plan: Plan, version: int) -> Plan:
    """The plan as it is now, when it is still the one that was read. Raises `Refused` when it has moved on."""
    found = as_it_is_now(plan)
    if found.version != version:
        raise Refused.because(_("The plan has moved on since you opened the page."), RELOAD)
    return found


def parties_without_approval(plan: Plan, digest: str = "") -> list[Party]:
    """The parties that have not approved the text as it reads now."""
    wanted = digest or text_digest(plan)
    return list(plan.parties.exclude(approvals__sha256=wanted).select_related("agency"))


def seated(body: Body) -> list[Agency]:
    """Police and municipalities with a seat of their own; a district's rules of procedure say who has one."""
    seats = body.seats.filter(role__in=_SEATED, agency__kind__in=DECIDE, closed_on__isnull=True)
    return list({seat.agency_id: seat.agency for seat in seats.select_related("agency") if seat.agency}.values())


def missing_parties(plan: Plan) -> list[Fault]:
    """Whose approval the plan must have and nobody has asked for: a seat that is no party, or no police, or no town."""
    parties = {party.agency_id: party.agency.kind for party in plan.parties.select_related("agency")}
    found = [
        Fault(Said(message), Said(_("Name one among the parties of the plan.")))
        for kind, message in _NONE_OF.items()
        if kind not in parties.values()
    ]
    newest = {change.agency_id: change.named for change in plan.party_changes.order_by("at", "pk")}
    return found + [
        Fault(
            Said(
                _("{agency} has a seat on {body}, and is no party of the plan."),
                {
                    "agency": agency.words,
                    "body": plan.body.words,
                },
            ),
            Said(_("Name it among the parties, or leave it out with the reason.")),
        )
        for agency in seated(plan.body)
        if agency.pk not in parties and newest.get(agency.pk, True)
    ]


def refuse_if_not_approved(plan: Plan) -> None:
    """Raises `Refused` with one reason for each party that is missing, or has not approved the text as it reads now."""
    refuse_if_any(missing_parties(plan))
    refuse_if_any(
        Fault(
            Said(_("{agency} has not approved the plan."), {"agency": party.agency.words}),
            Said(_("Ask them to approve it; everybody has to.")),
        )
        for party in parties_without_approval(plan)
    )


def left_out_by(plan: Plan, account: UUID | None) -> list[Agency]:
    """The agencies whose approval the plan goes without because this account left them out."""
    parties = set(plan.parties.values_list("agency_id", flat=True))
    changes = plan.party_changes.select_related("agency").order_by("at", "pk")
    newest = {change.agency_id: change for change in changes if change.agency_id not in parties}
    return [one.agency for one in newest.values() if not one.named and one.by_id == account]


def refuse_if_left_out_by(plan: Plan, account: UUID | None) -> None:
    """Raises `Refused` where whoever publishes has let the plan go without the approval of a party."""
    refuse_if_any(
        Fault(
            Said(
                _("You left out {agency} as a party of the plan, and cannot publish it yourself."),
                {"agency": one.words},
            ),
            Said(_("Ask somebody else who may publish: the chief, or another secretary.")),
        )
        for one in left_out_by(plan, account)
    )


def loose_ends(plan: Plan) -> list[Fault]:
    """What somebody has said about the text and nobody has answered."""
    found = []
    open_ones = Suggestion.objects.filter(section__plan=plan, state=OPEN).count()
    if open_ones:
        what = Said(
            _("One suggestion is not answered."), {"count": open_ones}, _("{count} suggestions are not answered.")
        )
        found.append(Fault(what, Said(_("Accept or decline it."))))
    unread = ReadItem.objects.filter(plan=plan, state=WAITING).count()
    if unread:
        what = Said(
            _("One item that was read is neither taken in nor left out."),
            {"count": unread},
            _("{count} items that were read are neither taken in nor left out."),
        )
        found.append(Fault(what, Said(_("Decide on each of them."))))
    answers = Consulted.objects.filter(consultation__plan=plan, outcome="").exclude(answer="")
    for one in answers:
        what = Said(_("It is not said how the answer of {name} was taken up."), {"name": one.name})
        found.append(Fault(what, Said(_("Write it on the page of the consultation."))))
    return found


def own_agency(district: District, agencies: frozenset[str]) -> Agency:
    """The agency of this district for which somebody speaks; the first by name when there are two."""
    here = Agency.objects.filter(pk__in=agencies, districts__district_id=district.pk).order_by("pk").first()
    if here is None:
        raise Refused.because(_("You work in no agency of this district."), _("Ask the secretariat of the district."))
    return here
