"""Suggests how a section should read."""

from __future__ import annotations

from samvirke.desks.plan.models import Plan, Section, Suggestion
from samvirke.desks.plan.standing import open_text, own_agency
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_LONGEST = 20_000


@command("plan.suggest", on="plan")
def suggest(actor: Actor, *, plan: Plan, section: Section, text: str, why: str = "") -> Suggestion:
    """Propose another text of a section, against the text as it reads now.

    Raises `Refused` when the text is closed, or the proposal is empty, too long or changes nothing.
    """
    plan = open_text(plan)
    found, language = Section.objects.get(pk=section.pk, plan=plan), plan.district.language
    wanted = "\n".join(line.rstrip() for line in text.strip().splitlines())
    if not wanted:
        raise Refused.because(_("The suggestion is empty."), _("Write how the section should read."))
    if wanted == found.summary.get(language, ""):
        raise Refused.because(_("The suggestion changes nothing."), _("Change the text, or write a comment."))
    if len(wanted) > _LONGEST:
        what = Said(_("The text is too long: {count} characters."), {"count": len(wanted)})
        raise Refused.because(what, Said(_("Keep it below {count}."), {"count": _LONGEST}))
    refuse_if_too_long(Suggestion, why=why)
    written = Suggestion.objects.create(
        section=found,
        text={language: wanted},
        against=found.summary,
        against_version=found.version,
        why=why.strip(),
        by_id=actor.key,
        agency=own_agency(plan.district, actor.agencies),
        at=now(),
    )
    note(written, version=found.version)
    return written
