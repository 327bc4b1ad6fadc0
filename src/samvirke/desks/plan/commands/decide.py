"""Accepts a suggestion into the text, or declines it with a reason."""

from __future__ import annotations

from samvirke.desks.plan.models import Plan, Section, SectionVersion, Suggestion
from samvirke.desks.plan.models.suggestion import ACCEPTED, DECLINED, OPEN
from samvirke.desks.plan.standing import RELOAD, open_text
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("plan.decide", on="plan")
def accept(actor: Actor, *, plan: Plan, suggestion: Suggestion, answer: str = "") -> Section:
    """Put the proposed text in the place of the present one.

    Raises `Refused` when the section has been changed since the suggestion was written: accepting it would take that
    change out again without anybody seeing it.
    """
    plan = open_text(plan)
    found = _open_one(plan, suggestion)
    section = Section.objects.get(pk=found.section_id)
    if section.version != found.against_version:
        raise Refused.because(
            _("The section has been changed since this was suggested."),
            _("Put the suggestion into the text by hand, and then decline it with that as the reason."),
        )
    if not section.versions.exists():
        SectionVersion.objects.create(
            section=section, version=section.version, heading=section.heading, text=section.summary, at=now()
        )
    changed = Section.objects.filter(pk=section.pk, version=section.version)
    if not changed.update(summary={**section.summary, **found.text}, has_body=True, version=section.version + 1):
        raise Refused.because(_("Somebody else has changed this section since you opened it."), RELOAD)
    section.refresh_from_db()
    SectionVersion.objects.create(
        section=section,
        version=section.version,
        heading=section.heading,
        text=section.summary,
        by_id=actor.account,
        suggested_by=found.by,
        at=now(),
    )
    _decided(actor, found, ACCEPTED, answer)
    return section


@command("plan.decide", on="plan")
def decline(actor: Actor, *, plan: Plan, suggestion: Suggestion, answer: str) -> None:
    """Leave the text as it is, and say why."""
    found = _open_one(plan, suggestion)
    if not answer.strip():
        raise Refused.because(_("It is not said why."), _("Write a sentence to whoever suggested it."))
    _decided(actor, found, DECLINED, answer)


def _open_one(plan: Plan, suggestion: Suggestion) -> Suggestion:
    found = Suggestion.objects.filter(pk=suggestion.pk, section__plan=plan, state=OPEN).first()
    if found is None:
        raise Refused.because(_("It is answered already."), RELOAD)
    return found


def _decided(actor: Actor, suggestion: Suggestion, state: str, answer: str) -> None:
    refuse_if_too_long(Suggestion, answer=answer)
    anew = {"state": state, "decided_by_id": actor.account, "decided_at": now(), "answer": answer.strip()}
    if not Suggestion.objects.filter(pk=suggestion.pk, state=OPEN).update(**anew):
        raise Refused.because(_("It is answered already."), RELOAD)
    note(suggestion, state=state)
