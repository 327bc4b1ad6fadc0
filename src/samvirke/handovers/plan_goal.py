"""From the catalogue of indicators and the list of bodies to the plan desk: what a goal or measure names must exist."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from samvirke.desks.plan.commands.put_goal import put_goal
from samvirke.desks.plan.commands.put_measure import put_measure
from samvirke.desks.plan.engine.indicator_hints import hints
from samvirke.desks.plan.models import Goal, Measure, Plan, Section
from samvirke.foundation.fault import Fault, refuse_if_any
from samvirke.foundation.nearest import none_such
from samvirke.foundation.words import LANGUAGES, Said, Words, _, said
from samvirke.insight.indicators.every import every_indicator
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed
from samvirke.trust.identity.models import Agency

_A_GROUP = 3


def set_goal(
    actor: Actor,
    *,
    plan: Plan,
    section: Section,
    text: str,
    indicator: str = "",
    goal: Goal | None = None,
    version: int = 0,
    translated: Mapping[str, str] | None = None,
    fits: Collection[str] = (),
) -> Goal:
    """Put a goal of a section. Raises `Refused`, naming the nearest, for an indicator that there is not."""
    _refuse_unknown(indicator)
    with deed(actor):
        return put_goal(
            actor,
            plan=plan,
            section=section,
            text=text,
            indicator=indicator,
            goal=goal,
            version=version,
            translated=translated,
            fits=fits,
        )


def adopt_goal(actor: Actor, *, plan: Plan, section: Section, goal: Goal) -> Goal:
    """Make a goal of the council's plan one's own, in its words and with its indicator."""
    text = goal.words.text(plan.district.language)
    others = {language: words for language, words in goal.text.items() if language != plan.district.language}
    with deed(actor):
        return put_goal(
            actor,
            plan=plan,
            section=section,
            text=text,
            indicator=goal.indicator,
            adopted=goal.slug,
            translated=others,
        )


def set_measure(
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
    """Put a measure of a section. Raises `Refused` for owners or an indicator that there are not."""
    _refuse_unknown(str(facts.get("indicator", "")))
    known = dict(owners_here(plan.district))
    refuse_if_any(
        Fault(
            Said(_("There is no agency or body called “{owner}”."), {"owner": owner}),
            Said(_("Choose one from the list.")),
            key="owners",
        )
        for owner in facts.get("owners", ())
        if owner not in known
    )
    with deed(actor):
        return put_measure(
            actor,
            plan=plan,
            section=section,
            facts=facts,
            measure=measure,
            version=version,
            translated=translated,
            fits=fits,
        )


def owners_here(district: District) -> list[tuple[str, Words]]:
    """Who may own a measure in a district: its agencies, then its bodies, each with its name."""
    agencies = Agency.objects.filter(districts__district_id=district.pk).order_by("kind", "pk")
    bodies = Body.objects.filter(district=district).order_by("pk")
    return [*((one.pk, one.words) for one in agencies), *((one.pk, one.words) for one in bodies)]


def groups_here(plan: Plan) -> dict[str, frozenset[str]]:
    """Those who are spoken of as one when all of them are meant, under their name; a group of two is none."""
    agencies = plan.parties.filter(agency__kind="municipality").values_list("agency_id", flat=True)
    councils = Body.objects.filter(district=plan.district_id, kind="local-council").values_list("pk", flat=True)
    groups = {_("all municipalities"): frozenset(agencies), _("all local councils"): frozenset(councils)}
    return {name: ids for name, ids in groups.items() if len(ids) >= _A_GROUP}


def indicators_for(goal: Goal) -> list[str]:
    """Indicators whose field words a goal uses, none where no indicator counts what it speaks of; never a target."""
    words = " ".join((*goal.text.values(), *goal.older.get("text", {}).values()))
    told = {
        name: ([said(one.title).text(language) for language in LANGUAGES], one.field_words)
        for name, one in every_indicator().items()
    }
    return hints(words, told)


def _refuse_unknown(indicator: str) -> None:
    if indicator and indicator not in every_indicator():
        what = Said(_("There is no indicator called “{name}”."), {"name": indicator})
        raise none_such(what, indicator, list(every_indicator()))
