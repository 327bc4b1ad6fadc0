"""The course of a place as its page shows it: evidence, reviews, steps, what follows by itself, a restricted paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from samvirke.desks.designations.engine.kind import Kind
from samvirke.desks.designations.facts.digest import is_intact
from samvirke.desks.designations.models import Designation, Evidence, StepTaken
from samvirke.desks.designations.models.step_taken import ENDED, WITHDRAWN
from samvirke.desks.designations.queries.course import evidence_of, restricted_of, reviews_of, steps_of
from samvirke.doors.web.places.shown import CONCLUSIONS_SAID, LEVELS_SAID, period_said
from samvirke.doors.web.shell.page import Asked
from samvirke.doors.web.shell.sure import SURE
from samvirke.foundation.clock import today
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.insight.suppression.fewest import FEW_CASES
from samvirke.trust.access.rules import may

_SHORT = 12


def evidence_lines(request: Asked, found: Designation) -> list[dict[str, Any]]:
    """What was frozen. Small counts are hidden from those who only read: they could reveal somebody."""
    works = may(request.actor, "designations.freeze", found)
    return [_evidence(request.speech, one, works) for one in evidence_of(request.actor, found)]


def _evidence(speech: Speech, one: Evidence, works: bool) -> dict[str, Any]:
    counts = [
        (speech.say(title), _count(speech, value, works))
        for title, value in ((_("Police"), one.police_count), (_("Hospital"), one.hospital_count))
    ]
    given = one.police_count is not None or one.hospital_count is not None
    return {
        "says": one.says,
        "frozen": speech.day(one.frozen_on, year=True),
        "data": one.data,
        "period": period_said(one.data_from, one.data_until, speech),
        "analysis": one.analysis,
        "parameters": sorted(one.parameters.items()),
        "figures": [_figure(speech, each, works) for each in one.figures],
        "counts": counts if given else [],
        "baseline": one.is_baseline,
        "digest": one.digest[:_SHORT],
        "broken": not is_intact(one),
    }


def _figure(speech: Speech, one: Mapping[str, Any], works: bool) -> dict[str, str]:
    if one["sort"] == "count":
        return {"name": one["name"], "value": _count(speech, int(one["value"]), works), "n": "", "interval": ""}
    decimals = 0 if float(one["value"]).is_integer() else 1
    written = [speech.number(float(one[name]), decimals) for name in ("value", "low", "high")]
    unit = "\u00a0%" if one["sort"] == "share" else ""
    return {
        "name": one["name"],
        "value": written[0] + unit,
        "n": speech.number(one["n"]),
        "interval": f"{written[1]}–{written[2]}{unit}",
    }


def _count(speech: Speech, value: int | None, works: bool) -> str:
    if value is None:
        return speech.say(_("not given"))
    if 0 < value < FEW_CASES and not works:
        return speech.say(_("under {few}"), few=FEW_CASES)
    return speech.number(value)


def review_lines(request: Asked, found: Designation) -> list[dict[str, Any]]:
    """Who looked at it again, and what they found."""
    speech = request.speech
    return [
        {
            "on": speech.day(one.held_on, year=True),
            "due": speech.day(one.due, year=True) if one.held_on > one.due else "",
            "found": one.found,
            "conclusion": speech.say(CONCLUSIONS_SAID[one.conclusion]),
            "level": one.level,
            "level_said": speech.say(LEVELS_SAID[one.level]) if one.level else "",
            "by": one.by.name if one.by else "",
        }
        for one in reviews_of(request.actor, found)
    ]


def course(request: Asked, found: Designation, kind: Kind) -> list[dict[str, str]]:
    """Every step, the first first."""
    speech = request.speech
    proposed = {
        "on": speech.day(found.proposed_on, year=True),
        "title": speech.say(_("Proposed")),
        "said": "",
        "by": "",
    }
    if found.proposed_by:
        proposed["by"] = found.proposed_by.name
    return [proposed, *(_step(speech, kind, one) for one in steps_of(request.actor, found))]


def _step(speech: Speech, kind: Kind, one: StepTaken) -> dict[str, str]:
    stage = kind.stage(one.stage)
    otherwise = {ENDED: _("Ended"), WITHDRAWN: _("Withdrawn")}
    title = speech.say(stage.title) if stage else speech.say(otherwise.get(one.stage, one.stage))
    if stage and stage.names and one.term > 1:
        title = speech.say(_("{title}, period {term}"), title=title, term=one.term)
    outcome = dict(stage.outcomes).get(one.outcome, "") if stage else ""
    facts = one.facts
    period = _period(facts, speech) if "since" in facts else ""
    parts = [speech.say(outcome) if outcome else "", period, facts.get("decision", ""), one.said]
    return {
        "on": speech.day(one.on, year=True),
        "title": title,
        "said": " · ".join(part for part in parts if part),
        "by": one.by.name if one.by else "",
    }


def _period(facts: Mapping[str, str], speech: Speech) -> str:
    return period_said(date.fromisoformat(facts["since"]), date.fromisoformat(facts["until"]), speech)


def following(found: Designation, kind: Kind, speech: Speech) -> list[dict[str, str]]:
    """What follows by itself, from which day, and how sure that is."""
    rows = []
    for one in kind.follows:
        since = found.since + timedelta(days=one.days) if found.since else None
        words = _("from {day}") if since else _("{days} days after the first day")
        when = speech.say(words, day=speech.day(since, year=True) if since else "", days=one.days)
        rows.append({"said": speech.say(one.said), "when": when, "sure": speech.say(SURE[one.confidence])})
    return rows


def restricted_line(request: Asked, found: Designation) -> dict[str, str] | None:
    """The restricted paper, for the police of the district; nothing for anybody else."""
    kept = restricted_of(request.actor, found)
    if kept is None:
        return None
    speech = request.speech
    state = "overdue" if kept.review_by < today() else "met"
    return {
        "owner": speech.words(kept.owner.words),
        "where": kept.kept_where,
        "reviewed": speech.day(kept.reviewed_on, year=True),
        "again": speech.day(kept.review_by, year=True),
        "state": state,
        "sign": sign(state),
    }
