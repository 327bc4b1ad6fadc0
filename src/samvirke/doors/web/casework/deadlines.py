"""The strip of deadlines: what has to be done by when, what lies ahead, and what ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from samvirke.desks.casework.engine.declaration import Clock
from samvirke.desks.casework.engine.questions import Day
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.doors.web.casework.wording import days_left
from samvirke.foundation.clock import COPENHAGEN, now, today
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.insight.briefing.pack.page_one import days_late

SOON, SHOWN, ENDS_SOON = 7, 6, 14


def deadlines(speech: Speech, view: CaseView) -> list[dict[str, Any]]:
    """The stage's own first, then by date."""
    if not view.case.is_open:
        return []
    rest = sorted([*_tasks(speech, view), *_days_ahead(speech, view)], key=lambda one: one[0])
    shown = [*_of_stage(speech, view), *rest][:SHOWN]
    return [_shown(speech, *one) for one in shown] + list(_endings(speech, view))


def late_said(speech: Speech, day: date) -> tuple[str, str]:
    """A state and its words for a deadline on that day."""
    left = (day - today()).days
    if left < 0:
        return "overdue", days_late(-left, speech)
    return ("at-risk" if left <= SOON else "on-course"), days_left(left).text(speech.language)


def _of_stage(speech: Speech, view: CaseView) -> Iterator[tuple[date, str, bool]]:
    if view.case.due_on is None:
        return
    stage = view.form.stage(view.case.stage)
    title, day = speech.say(stage.title), speech.day(view.case.due_on)
    soft = isinstance(stage.clock, Clock) and stage.clock.soft
    words = (
        _("“{stage}” should, as far as possible, be over by {day}") if soft else _("“{stage}” is to be over by {day}")
    )
    yield view.case.due_on, speech.say(words, stage=title, day=day), True


def _tasks(speech: Speech, view: CaseView) -> Iterator[tuple[date, str, bool]]:
    for one in view.tasks:
        if one.done_on is None and one.agency_id == view.mine.agency_id:
            yield one.due_on, speech.say(_("{task}, by {day}"), task=one.text, day=speech.day(one.due_on)), True


def _days_ahead(speech: Speech, view: CaseView) -> Iterator[tuple[date, str, bool]]:
    """Days that the form names and that have not come yet; what has passed is history, not a deadline."""
    seen = set()
    for part in view.parts:
        for one in part.fields:
            if isinstance(one.question, Day) and one.value and one.path not in seen:
                day = date.fromisoformat(str(one.value))
                if day >= today():
                    seen.add(one.path)
                    yield day, f"{speech.say(one.question.label)}: {speech.day(day)}", False


def _shown(speech: Speech, day: date, words: str, binds: bool) -> dict[str, Any]:
    state, said = late_said(speech, day)
    state = state if binds or state == "overdue" else "on-course"
    return {"state": state, "sign": sign(state), "said": said, "words": words}


def _endings(speech: Speech, view: CaseView) -> Iterator[dict[str, Any]]:
    """What ends within two weeks of the real time: one's own access, and what one sees of others."""
    member = view.mine.member
    found = [(member.until, speech.say(_("Your access to the case ends unless it is renewed")))] if member else []
    found += [
        (one.expires_at, speech.say(_("What you see through {number} is gone then"), number=one.label_said))
        for one in view.received
    ]
    for until, words in sorted(found, key=lambda one: one[0]):
        left = (until - now()).days
        if left <= ENDS_SOON:
            day = speech.day(until.astimezone(COPENHAGEN).date(), year=True)
            yield {"state": "waiting", "sign": sign("waiting"), "said": day, "words": words}
