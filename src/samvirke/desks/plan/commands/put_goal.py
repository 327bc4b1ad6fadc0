"""Puts a goal into a draft, changes it, or takes it out."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from samvirke.desks.plan.engine.slug import free_slug
from samvirke.desks.plan.engine.translations import rewritten
from samvirke.desks.plan.models import Goal, Plan, Section
from samvirke.desks.plan.standing import RELOAD, open_text
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_LONGEST = 1000
_CHANGED = _("Somebody else has changed this goal since you opened it.")


@command("plan.set-goal", on="plan")
def put_goal(
    actor: Actor,
    *,
    plan: Plan,
    section: Section,
    text: str,
    indicator: str = "",
    adopted: str = "",
    goal: Goal | None = None,
    version: int = 0,
    translated: Mapping[str, str] | None = None,
    fits: Collection[str] = (),
) -> Goal:
    """A goal of a section, bound to an indicator by name or to none; then it is an intention, not measurable.

    Whether the indicator exists is asked upstairs. `adopted` names the council's goal that is made one's own.
    `translated` holds the goal in other languages, `fits` those that a person says still fit; what is not given is kept
    for another look. Raises `Refused` when the text is closed or empty, or when somebody else changed the goal after
    `version`.
    """
    plan = open_text(plan)
    section = Section.objects.get(pk=section.pk, plan=plan)
    if not text.strip():
        raise Refused.because(_("The goal says nothing."), _("Write what is to be reached."))
    longest = max(len(one) for one in (text, *(translated or {}).values()))
    if longest > _LONGEST:
        what = Said(_("The text is too long: {count} characters."), {"count": longest})
        raise Refused.because(what, Said(_("Keep it below {count}."), {"count": _LONGEST}))
    language = plan.district.language
    old, older = (goal.text, goal.older.get("text", {})) if goal else ({}, {})
    words, kept = rewritten(old, older, (language, text.strip()), translated or {}, fits)
    if goal is None:
        taken = set(plan.goals.values_list("slug", flat=True))
        written = Goal.objects.create(
            plan=plan,
            section=section,
            slug=free_slug(text, taken),
            text=words,
            measurable=bool(indicator),
            indicator=indicator,
            adopted=adopted,
        )
        note(written, indicator=indicator)
        return written
    same = goal.text.get(language) == text.strip()
    values = {
        "section": section,
        "text": words,
        "older": {"text": kept} if kept else {},
        "measurable": bool(indicator),
        "indicator": indicator,
        "why_not": goal.why_not if same and not indicator else {},
        "version": version + 1,
    }
    if not Goal.objects.filter(pk=goal.pk, plan=plan, version=version).update(**values):
        raise Refused.because(_CHANGED, RELOAD)
    note(goal, indicator=indicator)
    return Goal.objects.get(pk=goal.pk)


@command("plan.set-goal", on="plan")
def drop_goal(actor: Actor, *, plan: Plan, goal: Goal, version: int) -> None:
    """Take a goal out. Raises `Refused` when somebody else changed it after `version`."""
    plan = open_text(plan)
    if not Goal.objects.filter(pk=goal.pk, plan=plan, version=version).delete()[0]:
        raise Refused.because(_CHANGED, RELOAD)
    note(goal=goal.slug)
