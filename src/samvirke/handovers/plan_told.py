"""From the plan desk to the inboxes: who is asked, who has to approve, and whose suggestion was answered, is told."""

from __future__ import annotations

from datetime import date

from samvirke.desks.plan.commands.consult import open_consultation
from samvirke.desks.plan.commands.decide import accept, decline
from samvirke.desks.plan.commands.move import send_for_approval
from samvirke.desks.plan.models import Consultation, Plan, Section, Suggestion
from samvirke.desks.plan.models.plan import COOPERATION
from samvirke.foundation.words import Said, _
from samvirke.registers.outbox.commands.post import post
from samvirke.registers.outbox.models.message import TO_ACCOUNT, TO_AGENCY
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed
from samvirke.trust.identity.models import Agency

_APPROVE = {"police": ("chief",), "municipality": ("mayor",)}
_APPROVE_LOCALLY = {"police": ("chief", "director"), "municipality": ("mayor", "director")}


def send_out(
    actor: Actor, *, plan: Plan, agencies: list[Agency], others: list[str], until: date, version: int
) -> Consultation:
    """Open a consultation, and tell each agency that is asked until when. Others have to be written to."""
    with deed(actor):
        opened = open_consultation(actor, plan=plan, agencies=agencies, others=others, until=until, version=version)
        for agency in agencies:
            post(
                actor,
                key=f"consultation {opened.pk} {agency.pk}",
                to_kind=TO_AGENCY,
                to_id=agency.pk,
                subject=Said(_("A plan is in consultation")),
                body=Said(_("{title} {year}: answer by {day}."), {**_of(plan), "day": until}),
                link=_page(plan, "consultation"),
            )
        return opened


def ask_for_approval(actor: Actor, *, plan: Plan, version: int) -> None:
    """Close the text, and ask those who can approve it for each party."""
    roles = _APPROVE if plan.kind == COOPERATION else _APPROVE_LOCALLY
    with deed(actor):
        send_for_approval(actor, plan=plan, version=version)
        for party in plan.parties.select_related("agency"):
            for role in roles[party.agency.kind]:
                post(
                    actor,
                    key=f"approve {plan.pk} {version} {party.agency_id} {role}",
                    to_kind=TO_AGENCY,
                    to_id=party.agency_id,
                    to_role=role,
                    subject=Said(_("A plan waits for your approval")),
                    body=Said(_("{title} {year}: read it, and approve it for your authority."), _of(plan)),
                    link=_page(plan, "approval"),
                )


def accept_suggestion(actor: Actor, *, plan: Plan, suggestion: Suggestion) -> Section:
    """Put a suggestion into the text, and tell whoever wrote it."""
    with deed(actor):
        section = accept(actor, plan=plan, suggestion=suggestion)
        _tell(actor, plan, suggestion, Said(_("Your suggestion was accepted")))
        return section


def decline_suggestion(actor: Actor, *, plan: Plan, suggestion: Suggestion, answer: str) -> None:
    """Leave the text as it is, and tell whoever wrote the suggestion; why stands on the page of the section."""
    with deed(actor):
        decline(actor, plan=plan, suggestion=suggestion, answer=answer)
        _tell(actor, plan, suggestion, Said(_("Your suggestion was not accepted")))


def _tell(actor: Actor, plan: Plan, suggestion: Suggestion, subject: Said) -> None:
    """Nobody is told of what they did themselves."""
    if suggestion.by_id == actor.key:
        return
    post(
        actor,
        key=f"suggestion {suggestion.pk}",
        to_kind=TO_ACCOUNT,
        to_id=str(suggestion.by_id),
        subject=subject,
        body=Said(_("{title} {year}: the answer stands in the history of the section."), _of(plan)),
        link=_page(plan, f"sections/{suggestion.section_id}/history"),
    )


def _of(plan: Plan) -> dict[str, object]:
    return {"title": plan.words, "year": plan.year}


def _page(plan: Plan, page: str) -> str:
    return f"/districts/{plan.district_id}/plan/drafts/{plan.pk}/{page}/"
