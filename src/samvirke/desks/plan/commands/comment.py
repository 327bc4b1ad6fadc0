"""Comments on a section of a draft, or settles a comment."""

from __future__ import annotations

from samvirke.desks.plan.models import Comment, Plan, Section
from samvirke.desks.plan.standing import RELOAD, own_agency
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("plan.comment", on="plan")
def comment(actor: Actor, *, plan: Plan, section: Section, text: str) -> Comment:
    """Say something about a section. Raises `Refused` when it is empty, too long, or the plan is in force."""
    if not plan.is_drafted_here or plan.editions.exists():
        raise Refused.because(_("The plan is no draft any more."), _("Write to the secretariat instead."))
    if not text.strip():
        raise Refused.because(_("The comment is empty."), _("Write what you think of the section."))
    refuse_if_too_long(Comment, text=text)
    written = Comment.objects.create(
        section=Section.objects.get(pk=section.pk, plan=plan),
        text=text.strip(),
        by_id=actor.key,
        agency=own_agency(plan.district, actor.agencies),
        at=now(),
    )
    note(written)
    return written


@command("plan.decide", on="plan")
def settle_comment(actor: Actor, *, plan: Plan, comment: Comment) -> None:
    """Put a comment aside as settled; it stays in the history."""
    found = Comment.objects.filter(pk=comment.pk, section__plan=plan, settled_at__isnull=True)
    if not found.update(settled_at=now()):
        raise Refused.because(_("It is settled already."), RELOAD)
    note(comment)
