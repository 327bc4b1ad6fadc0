"""Moves a case to its next stage, or ends it with an outcome."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import F

from samvirke.desks.casework.commands.called_back import call_back, withdraw_waiting
from samvirke.desks.casework.commands.happened import counted, happened
from samvirke.desks.casework.engine.clocks import due_on, end_of
from samvirke.desks.casework.engine.counted_words import left
from samvirke.desks.casework.engine.declaration import CaseType, Clock, Outcome, Stage
from samvirke.desks.casework.facts.as_it_is_now import as_it_is_now
from samvirke.desks.casework.facts.declared import declared_of
from samvirke.desks.casework.facts.held import known_to
from samvirke.desks.casework.facts.obstacles import obstacles_to
from samvirke.desks.casework.facts.type_standings import entered_periods
from samvirke.desks.casework.models import Case, Referral
from samvirke.desks.casework.queries.closing_facts import clock_agency, closing_facts
from samvirke.foundation.clock import now, today
from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.retention.commands.erase import erase


@command("casework.move", on="case")
def move(actor: Actor, *, case: Case, to: str, version: int, outcome: str = "") -> None:
    """Go to the stage `to`; a last stage asks for an outcome and closes the case.

    Raises `Refused` with everything that stands in the way, or when somebody else moved it in between. Closing never
    waits for a period of retention: where none is entered the case is kept and shown as without one.
    """
    # So that no answer changes between being looked at and the move.
    as_it_is_now(case)
    declared = declared_of(case)
    stage = _next_stage(case, declared, to)
    answers = known_to(case, case.owner_id)
    refuse_if_any(Fault(what, Said(_("Put it in order first."))) for what in obstacles_to(case, stage))
    ending = _outcome(stage, outcome)
    day = today()
    values = {"stage": to, "stage_since": day, "version": F("version") + 1, "due_on": None}
    if ending is None:
        entered = entered_periods(case.district_id, case.type, case.owner_id)
        values["due_on"] = due_on(declared, to, day, answers, entered)
    else:
        values |= {"closed_on": day, "outcome": ending.name, "keep_until": _keep_until(case, declared, ending, day)}
    if not Case.objects.filter(pk=case.pk, version=version, closed_on__isnull=True).update(**values):
        raise Refused.because(_("Somebody else has moved the case since you opened it."), _("Reload the page."))
    _count(case, declared, to, ending, answers)
    happened(actor, case, "closed" if ending else "moved", stage=to, outcome=outcome)
    if ending is not None:
        Referral.objects.filter(became=case).update(told=ending.told, told_at=now())
        withdraw_waiting(case)
        if ending.recalls:
            call_back(actor, case, f"{declared.name}: {ending.name}")
        if ending.erases:
            erase(Case.objects.filter(pk=case.pk), f"{case.type}: {ending.name}")
    note(stage=to, outcome=outcome)


def _count(case: Case, declared: CaseType, to: str, ending: Outcome | None, answers: dict[str, Any]) -> None:
    """What stays when the case is gone. Below the threshold nothing does but the ending itself."""
    day = today()
    lasted = (day - (case.opened_on if ending else case.stage_since)).days
    for what in (to, f"{to}: {ending.name}" if ending else ""):
        if what in declared.counts:
            counted(case, what, lasted)
    stayed = (day - case.stage_since).days
    counted(case, left(case.stage, case.due_on, day), stayed, clock_agency(case, declared.stage(case.stage)))
    if ending is None or ending.erases:
        return
    for what, days in closing_facts(case, declared, answers):
        counted(case, what, days)


def _next_stage(case: Case, declared: CaseType, to: str) -> Stage:
    if not case.is_open:
        raise Refused.because(_("The case is closed."), _("Open a new one if there is something new."))
    if to not in declared.stage(case.stage).leads_to:
        raise Refused.because(_("The case cannot go there from its present stage."), _("Choose a stage that follows."))
    return declared.stage(to)


def _outcome(stage: Stage, name: str) -> Outcome | None:
    if not stage.outcomes:
        return None
    found = next((one for one in stage.outcomes if one.name == name), None)
    if found is None:
        raise Refused.because(_("It is not said how the case ended."), _("Choose an outcome."))
    return found


def _keep_until(case: Case, declared: CaseType, ending: Outcome, day: date) -> date | None:
    entered = entered_periods(case.district_id, case.type, case.owner_id)
    days = entered(f"keep:{ending.name}") or entered("keep")
    if days:
        return day + timedelta(days=days)
    return end_of(declared.keep, day) if isinstance(declared.keep, Clock) else None
