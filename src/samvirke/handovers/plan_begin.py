"""From last year to next year's plan: begins a draft that says what became of each goal and each promise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samvirke.desks.plan.commands.begin_plan import begin_plan
from samvirke.desks.plan.models import Plan, Section
from samvirke.desks.plan.models.plan import ACTION, COOPERATION, IN_FORCE, SSP
from samvirke.desks.plan.reading.draft import Draft
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.period import Period
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import LANGUAGES, Said, Words, _, said
from samvirke.handovers.effect_to_plan import tried_of
from samvirke.handovers.plan_handed_on import handed_on, owed_again
from samvirke.insight.briefing.figures import figures, latest_quarter
from samvirke.insight.briefing.rows import row
from samvirke.insight.indicators.every import every_indicator, indicator_here
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.suppression.release import PUBLIC
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import DONE, DROPPED
from samvirke.registers.commitments.queries.commitments import commitments
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask, deed

_TITLES = {
    COOPERATION: _("Cooperation plan"),
    ACTION: _("Action plan"),
    SSP: _("SSP plan"),
}
SSP_DUTY = "ssp-plan-approved"


def begin(
    actor: Actor,
    *,
    body: Body,
    year: int,
    kind: str = COOPERATION,
    until: int | None = None,
    read: Draft | None = None,
    sha256: str = "",
    empty: bool = False,
    invented: bool = False,
) -> Plan:
    """The new draft: from the latest plan in force of the same kind and body, if there is one, with what became of it.

    From a file that was `read` (`sha256` is the file's) it takes the items that people then decide on one by one;
    `empty` it takes nothing. Raises `Refused` for an SSP plan of a body whose own rules do not have it approved there.
    """
    ask(actor, "plan.begin", body)
    if kind == SSP and SSP_DUTY not in body.duties:
        what = Said(_("{body} does not approve the SSP plan."), {"body": body.words})
        raise Refused.because(what, _("Where its rules say so, enter the duty “ssp-plan-approved” for it."))
    if kind != COOPERATION and not body.is_local_council:
        raise Refused.because(_("Only a local council has a plan of this kind."), _("Choose a local council."))
    before = before_of(body, kind, year)
    carries = before is not None and read is None and not empty
    with deed(actor):
        results = _results(actor, before) if before and carries else {}
        handed = handed_on(actor, body, year) if before and carries and kind == COOPERATION else None
        title = before.title if before else _title(body, kind)
        return begin_plan(
            actor,
            body=body,
            year=year,
            title=title,
            kind=kind,
            until=until,
            before=before,
            looking_back=results,
            owed_again=owed_again(handed) if handed and before and handed.from_plan == before.pk else None,
            read=read,
            sha256=sha256,
            empty=empty,
            invented=invented,
        )


def before_of(body: Body, kind: str, year: int) -> Plan | None:
    """The latest plan in force of the same kind and body before a year."""
    return Plan.objects.filter(body=body, kind=kind, year__lt=year, stage__in=IN_FORCE).first()


def _title(body: Body, kind: str) -> dict[str, str]:
    name = body.district.words if kind == COOPERATION else body.words
    whose = Said(_("{kind}, {name}"), {"kind": Said(_TITLES[kind]), "name": name})
    return {language: whose.text(language) for language in LANGUAGES}


def _results(actor: Actor, before: Plan) -> dict[int, list[dict[str, Any]]]:
    """By section of the plan before: what became of its goals, focus areas and promises, as it can be published."""
    facts = Facts(actor, before.district)
    quarter = latest_quarter(facts)
    promised = list(commitments(actor, before.district_id).filter(plan_id=before.pk))
    found = {}
    for section in before.sections.prefetch_related("goals").select_related("focus_area"):
        rows = [*_of_goals(facts, quarter, section), *_of_focus(facts, quarter, section)]
        for one in promised:
            if section.holds(one.origin):
                rows.append(_of_promise(one))
                measured = _counted(facts, quarter, one.indicator, "measured", one.words) if one.indicator else {}
                rows += [measured] if measured.get("state") == "counted" else []
                rows += [_tried(one, words) for words in tried_of(actor, one)]
        found[section.pk] = rows
    return found


def _of_goals(facts: Facts, quarter: Period | None, section: Section) -> Iterator[dict[str, Any]]:
    for goal in section.goals.all():
        if goal.indicator:
            yield _counted(facts, quarter, goal.indicator, "goal", goal.words)
        else:
            yield _row("goal", goal.words, "unmeasured", Said(_("Not measured: the goal named no indicator.")))


def _of_focus(facts: Facts, quarter: Period | None, section: Section) -> Iterator[dict[str, Any]]:
    focus = getattr(section, "focus_area", None)
    followed = {goal.indicator for goal in section.goals.all()}
    for name in focus.indicators if focus else ():
        if name not in followed and name in every_indicator():
            yield _counted(facts, quarter, name, "indicator", said(every_indicator()[name].title))


def _counted(facts: Facts, quarter: Period | None, name: str, kind: str, what: Words | Said) -> dict[str, Any]:
    """The newest figures of the whole district against those of a year before; none that a pack would hide."""
    nothing = _row(kind, what, "no-figures", Said(_("No figures yet.")))
    if quarter is None or name not in every_indicator():
        return nothing
    try:
        # The plan will be public. What the packs hide from the councils stays hidden here, and the other way round.
        counted = figures(facts, indicator_here(facts, name), quarter, PUBLIC)
    except Refused:
        return nothing
    if not counted.is_counted:
        return nothing
    told = {}
    for language in LANGUAGES:
        speech = Speech(language)
        line = row(facts, counted, DISTRICT, speech)
        values = {
            "now": f"{line.now} ({line.note})" if line.note else line.now,
            "past": line.past,
            "period": speech.period(line.period),
            "before": speech.period(line.before),
        }
        numbers = speech.say(_("{now} in {period}, {past} in {before}"), **values)
        change = ", ".join(part for part in (line.change.headline, line.change.detail) if part)
        title = "" if kind == "indicator" else line.title
        told[language] = " · ".join(part for part in (title, numbers, change, line.source) if part)
    return {"kind": kind, "what": _stored(what), "state": "counted", "said": told}


def _of_promise(one: Commitment) -> dict[str, Any]:
    if one.state == DONE:
        told = Said(_("Done: {evidence}"), {"evidence": one.evidence})
        return _row("commitment", one.words, "done", told)
    if one.state == DROPPED:
        return _row("commitment", one.words, "dropped", Said(_("Dropped: {evidence}"), {"evidence": one.evidence}))
    late = one.days_overdue(today())
    if late:
        told = Said(_("Not done: one day past its date"), {"count": late}, _("Not done: {count} days past its date"))
        return _row("commitment", one.words, "overdue", told)
    return _row("commitment", one.words, "open", Said(_("Under way; it is not said what came of it")))


def _tried(one: Commitment, told: Said) -> dict[str, Any]:
    return _row("effect", one.words, "tried", told)


def _row(kind: str, what: Words | Said, state: str, told: Said) -> dict[str, Any]:
    return {"kind": kind, "what": _stored(what), "state": state, "said": _stored(told)}


def _stored(words: Words | Said) -> dict[str, str]:
    return {language: words.text(language) for language in LANGUAGES}
