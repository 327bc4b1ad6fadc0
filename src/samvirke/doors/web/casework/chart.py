"""The chart of stages: which were reached and when, where the case is and how far into its time, what may follow."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from samvirke.desks.casework.engine.declaration import CaseType, Clock, FromConfiguration, Stage, Until
from samvirke.desks.casework.facts.type_standings import entered_periods
from samvirke.desks.casework.models import Case, Event
from samvirke.doors.web.casework.stages import amount_said
from samvirke.foundation.clock import today
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _


def chart(speech: Speech, case: Case, form: CaseType, moves: Iterable[Event]) -> list[dict[str, Any]]:
    """One entry for each stage in the order of the declaration; `state` is done, here, next or later."""
    reached = {form.first_stage.name: case.opened_on}
    for event in sorted(moves, key=lambda one: one.at):
        reached[event.facts.get("stage", "")] = event.on
    entered = entered_periods(case.district_id, case.type, case.owner_id)
    follows = form.stage(case.stage).leads_to if case.is_open else ()
    found = []
    for stage in form.stages:
        one = {"title": speech.say(stage.title), "state": "later", "under": "", "share": 0, "alt": ""}
        if stage.name == case.stage:
            one |= _here(speech, case, stage)
        elif stage.name in reached:
            one |= {"state": "done", "under": speech.day(reached[stage.name]), "alt": speech.say(_("reached"))}
        elif stage.name in follows:
            one |= {"state": "next", "under": lasts(speech, stage, form, entered(f"stage:{stage.name}"))}
            one["alt"] = speech.say(_("may follow"))
        found.append(one)
    return found


def lasts(speech: Speech, stage: Stage, form: CaseType, entered: int | None) -> str:
    """How long a stage may last, in words; empty where nothing says so."""
    match stage.clock:
        case Clock() as clock:
            return speech.say(_("within {time}"), time=amount_said(clock, speech))
        case FromConfiguration() if entered:
            return speech.say(_("within {time}"), time=amount_said(Clock(entered, "days", ""), speech))
        case Until(path=path):
            return speech.say(_("until “{question}”"), question=speech.say(form.question(path).label))
    return ""


def _here(speech: Speech, case: Case, stage: Stage) -> dict[str, Any]:
    if not case.is_open:
        outcome = next((speech.say(one.title) for one in stage.outcomes if one.name == case.outcome), "")
        closed = speech.day(case.closed_on or today(), year=True)
        return {"state": "ended", "under": f"{outcome}, {closed}" if outcome else closed, "alt": speech.say(_("ended"))}
    gone, whole = _days(case, today())
    said = speech.say(_("since {day}"), day=speech.day(case.stage_since))
    if whole:
        said = speech.say(_("day {gone} of {whole}"), gone=gone, whole=whole)
    share = min(100, round(100 * gone / whole)) if whole else 0
    return {"state": "here", "under": said, "share": share, "alt": speech.say(_("the case is here"))}


def _days(case: Case, day: date) -> tuple[int, int]:
    if case.due_on is None:
        return (day - case.stage_since).days, 0
    return (day - case.stage_since).days, max((case.due_on - case.stage_since).days, 0)
