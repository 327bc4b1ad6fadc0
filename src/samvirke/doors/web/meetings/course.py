"""How far a meeting has come: each item with its time and sign, whether the plan holds, and who is there."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from samvirke.desks.meetings.content import OUTCOMES
from samvirke.desks.meetings.facts.quorum import quorum
from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.desks.meetings.models.agenda_item import DONE, POSTPONED, RUNNING
from samvirke.desks.meetings.models.attendance import APOLOGIES, GUEST, PRESENT, SECRETARY
from samvirke.desks.meetings.models.meeting import RUNNING as IN_PROGRESS
from samvirke.doors.web.meetings.room import clock, title_of
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.clock import now
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.drawings.marks import sign


def course(request: Asked, meeting: Meeting, items: list[AgendaItem], here: AgendaItem, inside: bool) -> dict[str, Any]:
    """The agenda beside the item at hand; what is still to come is timed from now by the minutes set aside."""
    at = _next_begins(meeting, items)
    rows, following = [], ""
    for item in items:
        begins = item.began_at or at
        rows.append(_row(request, item, inside) | {"at": clock(request, begins), "here": item.pk == here.pk})
        if not item.is_over and item.state != RUNNING:
            if item.number > here.number and not following:
                following = request.speech.say(
                    _("Next: item {number} at {time}"), number=item.number, time=clock(request, begins)
                )
            at = at + timedelta(minutes=item.minutes or 0) if at else None
    return {"course": rows, "following": following, "pace": _pace(request, meeting, at)}


def here_now(request: Asked, meeting: Meeting) -> dict[str, Any]:
    """Who came, who chairs, who stands in, and who sent apologies."""
    rows = list(meeting.attendances.select_related("stands_in_for"))
    members = [one for one in rows if one.role not in (GUEST, SECRETARY, "substitute")]
    came = [one for one in rows if one.state == PRESENT]
    seats = sum(one.may_vote for one in came)
    speech = request.speech
    names = []
    for one in came:
        if one.chairs:
            names.append(speech.say(_("{name} (chair)"), name=one.name))
        elif one.stands_in_for:
            names.append(speech.say(_("{name} (for {member})"), name=one.name, member=one.stands_in_for.name))
        elif one.role == GUEST:
            names.append(speech.say(_("{name} (guest)"), name=one.name))
        else:
            names.append(one.name)
    return {
        "count": speech.say(_("Present {here} of {all}"), here=seats, all=len(members)),
        "names": ", ".join(names),
        **_quorum(meeting, speech),
        "apologies": ", ".join(one.name for one in rows if one.state == APOLOGIES),
    }


def _quorum(meeting: Meeting, speech: Speech) -> dict[str, Any]:
    """Whether the body can decide; that nobody checks it, where its rules are not known."""
    found = quorum(meeting)
    if found.least is None:
        return {"quorum": speech.say(_("Quorum is not checked: no rule is entered for the body.")), "short": False}
    if found.is_missing:
        said = _("No quorum: {here} of at least {least}. What is decided now cannot be ended.")
        return {"quorum": speech.say(said, here=found.here, least=found.least), "short": True}
    return {"quorum": speech.say(_("Quorum: at least {least}"), least=found.least), "short": False}


def _row(request: Asked, item: AgendaItem, inside: bool) -> dict[str, Any]:
    decision = getattr(item, "decision", None)
    speech, state, said = request.speech, "", ""
    minutes = round(item.seconds / 60)
    if item.state in (DONE, POSTPONED):
        state = "met" if item.state == DONE else "waiting"
        outcome = OUTCOMES.get(decision.outcome if decision and (item.is_open or inside) else "", _("Dealt with"))
        words = OUTCOMES["postponed"] if item.state == POSTPONED else outcome
        said = speech.say(_("{what} · {minutes} min"), what=speech.say(words), minutes=minutes)
    elif item.state == RUNNING:
        state, said = "on-course", speech.say(_("Under way"))
    return {
        "number": item.number,
        "title": title_of(request, item, inside),
        "is_open": item.is_open,
        "state": state,
        "sign": sign(state) if state else "",
        "said": said,
    }


def _next_begins(meeting: Meeting, items: list[AgendaItem]) -> datetime | None:
    """When what waits can begin: after what is under way, or now, or where the plan says."""
    if meeting.state != IN_PROGRESS:
        return meeting.starts_at
    running = next((one for one in items if one.state == RUNNING and one.resumed_at), None)
    if running is None or running.resumed_at is None:
        return now()
    left = timedelta(minutes=running.minutes or 0) - timedelta(seconds=running.seconds)
    return max(running.resumed_at + left, now())


def _pace(request: Asked, meeting: Meeting, ends: datetime | None) -> str:
    """Whether the plan holds, measured against how long the meeting was to last."""
    if meeting.state != IN_PROGRESS or not (ends and meeting.ends_at and meeting.starts_at and meeting.began_at):
        return ""
    planned = meeting.began_at + (meeting.ends_at - meeting.starts_at)
    minutes = round((ends - planned).total_seconds() / 60)
    language = request.speech.language
    count = {"count": abs(minutes), "time": clock(request, ends)}
    if minutes > 0:
        words = (
            _("The plan is {count} minute behind. Expected to end at {time}."),
            _("The plan is {count} minutes behind. Expected to end at {time}."),
        )
    elif minutes < 0:
        words = (
            _("The plan is {count} minute ahead. Expected to end at {time}."),
            _("The plan is {count} minutes ahead. Expected to end at {time}."),
        )
    else:
        return request.speech.say(_("The plan holds. Expected to end at {time}."), time=count["time"])
    return Said(words[0], count, words[1]).text(language)
