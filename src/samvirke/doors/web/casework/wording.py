"""What pages of cases say of a case without telling anything about anybody: its kind, its stage, its deadline."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from samvirke.desks.casework.facts.declared import declared_of
from samvirke.desks.casework.models import Case
from samvirke.desks.casework.register import case_types
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.insight.briefing.pack.page_one import days_late
from samvirke.trust.identity.models import Agency

AGENCIES = {
    "police": _("the police"),
    "municipality": _("a municipality"),
    "region": _("a region"),
    "probation": _("the Prison and Probation Service"),
    "association": _("an association or institution"),
    "other": _("another authority"),
}
# With so many days or fewer to go, a deadline is said with the sign of one that may be missed.
_NEAR = 7


def kind_said(name: str, speech: Speech) -> str:
    """The title of a kind of case; its name where none is declared under it any more."""
    found = case_types().get(name)
    return speech.say(found.title) if found else name


def agency_kinds(kinds: Iterable[str], speech: Speech) -> str:
    """Kinds of agency in a row; a dash where there is none."""
    return speech.listed([speech.say(AGENCIES[kind]) for kind in kinds]) or "–"


def agency_said(agency: Agency, speech: Speech) -> str:
    """The name of an agency."""
    return agency.words.text(speech.language)


def stage_said(case: Case, speech: Speech) -> str:
    """The stage of a case in the words that it was opened with, or how it ended."""
    declared = declared_of(case)
    stage = declared.stage(case.stage)
    ending = next((one for one in stage.outcomes if one.name == case.outcome), None)
    return speech.say(ending.title if ending else stage.title)


def deadline(case: Case, day: date, speech: Speech) -> dict[str, Any]:
    """The deadline of a case: its day, and its standing as a sign with a word, never as a colour alone."""
    if not case.is_open:
        return {"day": speech.day(case.closed_on, year=True) if case.closed_on else "", "closed": True}
    if case.due_on is None:
        return {"day": ""}
    late, left = case.days_late(day), (case.due_on - day).days
    if late:
        state, said = "overdue", days_late(late, speech)
    elif left <= _NEAR:
        state, said = "at-risk", days_left(left).text(speech.language)
    else:
        state, said = "waiting", ""
    return {"day": speech.day(case.due_on, year=True), "state": state, "said": said, "sign": sign(state)}


def days_left(days: int) -> Said:
    """“6 days left”."""
    if not days:
        return Said(_("the deadline is today"))
    return Said(_("{count} day left"), {"count": days}, _("{count} days left"))


def case_address(case: Case) -> str:
    """The page of a case."""
    return reverse("cases-case", args=[case.district_id, case.pk])


def reasons(refusal: Refused, speech: Speech) -> list[str]:
    """Why something could not be done, as a form shows it beside what was typed."""
    return [fault.text(speech.language) for fault in refusal.faults]
