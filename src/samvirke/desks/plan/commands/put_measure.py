"""Puts a measure into a draft, changes it, or takes it out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from samvirke.desks.plan.engine.slug import free_slug
from samvirke.desks.plan.engine.translations import rewritten
from samvirke.desks.plan.models import Measure, Plan, Section
from samvirke.desks.plan.standing import RELOAD, open_text
from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.registers.commitments.models.commitment import KINDS, PREVENTIONS
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_CHANGED = _("Somebody else has changed this measure since you opened it.")
_NO_MEASURE = {
    "en": "Neither how often, by when nor an indicator is said.",
    "da": "Der står hverken hvor tit, hvornår eller en indikator.",
}
_PERS = ("week", "month", "quarter", "year")


@command("plan.set-measure", on="plan")
def put_measure(
    actor: Actor,
    *,
    plan: Plan,
    section: Section,
    facts: Mapping[str, Any],
    measure: Measure | None = None,
    version: int = 0,
    translated: Mapping[str, Mapping[str, str]] | None = None,
    fits: Collection[str] = (),
) -> Measure:
    """A measure of a section. `facts` are named as the columns of `Measure`; `title` and `text` are plain text.

    `translated` holds, for `title` and `text`, the words in other languages, `fits` the languages that a person says
    still fit; what is not given is kept for another look. Raises `Refused` with every fault of the form, when the text
    is closed, or when somebody else changed the measure after `version`. Whether owners and the indicator exist is
    asked upstairs.
    """
    plan = open_text(plan)
    section = Section.objects.get(pk=section.pk, plan=plan)
    refuse_if_any(_faults(plan, facts))
    refuse_if_too_long(Measure, **{name: str(facts.get(name, "")) for name in ("area", "dose", "audience")})
    language = plan.district.language
    values: dict[str, Any] = {**facts, "section": section}
    values["older"] = {}
    for name in ("title", "text"):
        old, older = (getattr(measure, name), measure.older.get(name, {})) if measure else ({}, {})
        given = (translated or {}).get(name, {})
        values[name], kept = rewritten(old, older, (language, str(facts[name]).strip()), given, fits)
        values["older"] |= {name: kept} if kept else {}
    slug = (
        measure.slug if measure else free_slug(str(facts["title"]), set(plan.measures.values_list("slug", flat=True)))
    )
    written = Measure(plan=plan, slug=slug, **values)
    written.why_not = {} if _could_be_seen(written) else _NO_MEASURE
    if measure is None:
        written.save()
        note(written)
        return written
    changed = {**values, "why_not": written.why_not, "version": version + 1}
    if not Measure.objects.filter(pk=measure.pk, plan=plan, version=version).update(**changed):
        raise Refused.because(_CHANGED, RELOAD)
    note(measure)
    return Measure.objects.get(pk=measure.pk)


@command("plan.set-measure", on="plan")
def drop_measure(actor: Actor, *, plan: Plan, measure: Measure, version: int) -> None:
    """Take a measure out. Raises `Refused` when somebody else changed it after `version`."""
    plan = open_text(plan)
    if not Measure.objects.filter(pk=measure.pk, plan=plan, version=version).delete()[0]:
        raise Refused.because(_CHANGED, RELOAD)
    note(measure=measure.slug)


def _could_be_seen(one: Measure) -> bool:
    """How often, by when, or by an indicator."""
    return bool((one.times and one.per) or one.due or one.indicator)


def _faults(plan: Plan, facts: Mapping[str, Any]) -> list[Fault]:
    found = []

    def wrong(key: str, what: str, remedy: str) -> None:
        found.append(Fault(Said(what), Said(remedy), key=key))

    if not str(facts.get("title", "")).strip():
        wrong("title", _("The measure has no name."), _("Write one."))
    if not str(facts.get("text", "")).strip():
        wrong("text", _("It is not said what will be done."), _("Write it in a sentence."))
    if not facts.get("owners"):
        wrong("owners", _("The measure has no owner."), _("Choose who will do it."))
    if facts.get("kind") not in KINDS:
        wrong("kind", _("It is not said what sort of measure it is."), _("Choose one."))
    if facts.get("kind") == "cadence" and not (facts.get("times") and facts.get("per") in _PERS):
        wrong("times", _("It is not said how often."), _("Write how many times, and choose per what."))
    if facts.get("prevention", "") not in ("", *PREVENTIONS):
        wrong("prevention", _("Prevention is early or late."), _("Choose one."))
    begins, due = facts.get("begins"), facts.get("due")
    if begins and due and begins > due:
        wrong("due", _("The measure ends before it begins."), _("Correct the dates."))
    if due and not plan.year <= due.year <= plan.last_year + 1:
        wrong("due", _("The date lies outside the years of the plan."), _("Correct the dates."))
    return found
