"""One meeting before it begins: its agenda being built, what offers itself for it, its readers, and calling it."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samvirke.desks.meetings.commands.consult import comment
from samvirke.desks.meetings.commands.leave_out import leave_out
from samvirke.desks.meetings.commands.open_meeting import open_meeting
from samvirke.desks.meetings.commands.order_items import move_item
from samvirke.desks.meetings.commands.put_item import Anatomy, add_item, take_away_item
from samvirke.desks.meetings.engine.template import template_of
from samvirke.desks.meetings.facts.since_sent import since_sent
from samvirke.desks.meetings.models import LeftOut, Meeting
from samvirke.desks.meetings.models.agenda_item import SIGNAL
from samvirke.desks.meetings.models.meeting import AGENDA, CALLED, PLANNED, RUNNING
from samvirke.desks.meetings.queries.proposals import Proposal
from samvirke.desks.meetings.queries.reached_otherwise import reached_otherwise
from samvirke.doors.web.meetings.agenda import agenda_shown, consulted_shown, papers_shown, works_here
from samvirke.doors.web.meetings.room import (
    KINDS,
    day_in,
    frame,
    moment_in,
    number_in,
    opened,
    own_item,
    reasons,
)
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.handovers.meeting_agenda import (
    begin_agenda,
    begin_meeting,
    call_meeting,
    consult_readers,
    proposed,
    send_changed,
    take_in,
)
from samvirke.handovers.meeting_year import cancel, move
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.identity.models import Account

_SOURCES = {
    "commitment": _("late commitment"),
    "duty": _("duty"),
    "matter": _("forwarded matter"),
    "signal": _("signal"),
}


@require_http_methods(["GET", "HEAD", "POST"])
def _one(request: Asked, district: District, meeting_id: uuid.UUID) -> HttpResponse:
    """The agenda, and every deed that builds it."""
    meeting = opened(request, district, meeting_id)
    if request.method != "POST":
        return _page(request, meeting)
    try:
        where = _deed(request, meeting)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, opened(request, district, meeting_id), reasons(request, refusal))
    return redirect(where or reverse("meetings-one", args=[district.pk, meeting.pk]))


show = page("meetings.see")(_one)


def _deed(request: Asked, meeting: Meeting) -> str:
    """What the button says; the address to go to afterwards, when it is another page."""
    actor, wanted, version = request.actor, request.POST.get("deed", ""), number_in(request, "version")
    if wanted == "draft":
        begin_agenda(actor, meeting=meeting, version=version)
    elif wanted in ("take-in", "leave-out"):
        _proposal_deed(request, meeting, wanted)
    elif wanted == "add":
        title = {request.speech.language: request.POST.get("title", "").strip()}
        minutes = number_in(request, "minutes") or None
        made = add_item(
            actor, meeting=meeting, anatomy=Anatomy(title=title, kind=request.POST.get("kind", ""), minutes=minutes)
        )
        return reverse("meetings-item", args=[request.district.pk, meeting.pk, made.pk])
    elif wanted in ("up", "down", "away"):
        _item_deed(request, meeting, wanted, version)
    elif wanted == "consult":
        readers = _readers(request)
        consult_readers(actor, meeting=meeting, accounts=readers, answer_by=day_in(request, "answer_by"))
    elif wanted == "comment":
        mine = next((one for one in meeting.consulted.all() if one.account_id == actor.account), None)
        if mine is None:
            raise Refused.because(_("Nobody has asked you to read the agenda."), _("Write to the secretariat."))
        comment(actor, consulted=mine, remark=request.POST.get("remark", ""))
    elif wanted in ("move", "cancel", "open", "shut"):
        _occasion_deed(request, meeting, wanted, version)
    elif wanted == "call":
        call_meeting(actor, meeting=meeting, version=version)
    elif wanted == "send":
        send_changed(actor, meeting=meeting, version=version)
    elif wanted == "begin":
        begin_meeting(actor, meeting=meeting)
        return reverse("meetings-minutes", args=[request.district.pk, meeting.pk])
    else:
        raise Refused.because(_("There is no such button."), _("Reload the page."))
    return ""


def _proposal_deed(request: Asked, meeting: Meeting, wanted: str) -> None:
    source, _slash, key = request.POST.get("proposal", "").partition("/")
    found = next((one for one in proposed(request.actor, meeting) if (one.source, one.key) == (source, key)), None)
    if found is None:
        raise Refused.because(_("It is not proposed any more."), _("Reload the page."))
    if wanted == "leave-out":
        why = request.POST.get("why", "")
        return leave_out(request.actor, meeting=meeting, source=source, source_key=key, title=found.title, why=why)
    take_in(request.actor, meeting=meeting, proposal=found)
    return None


def _item_deed(request: Asked, meeting: Meeting, wanted: str, version: int) -> None:
    item = own_item(meeting, number_in(request, "item"))
    if wanted == "away":
        return take_away_item(request.actor, meeting=meeting, item=item, version=version)
    to = item.number + (1 if wanted == "down" else -1)
    return move_item(request.actor, meeting=meeting, item=item, to=to, version=version)


def _occasion_deed(request: Asked, meeting: Meeting, wanted: str, version: int) -> None:
    """When and where, whether at all, and for whom."""
    actor, why = request.actor, request.POST.get("why", "")
    if wanted == "cancel":
        return cancel(actor, meeting=meeting, version=version, why=why)
    if wanted != "move":
        return open_meeting(actor, meeting=meeting, version=version, to_all=wanted == "open")
    day = day_in(request, "day")
    return move(
        actor,
        meeting=meeting,
        version=version,
        starts_at=moment_in(request, day, "from"),
        ends_at=moment_in(request, day, "to"),
        place=request.POST.get("place", ""),
        why=why,
    )


def _readers(request: Asked) -> list[Account]:
    """Those who are chosen, of those who work in the district."""
    here = {str(one.account_id): one.account for one in works_here(request.district.pk)}
    wanted = request.POST.getlist("reader")
    if unknown := set(wanted) - set(here):
        what = Said(
            _("{count} of those chosen does not work here."),
            {"count": len(unknown)},
            _("{count} of those chosen do not work here."),
        )
        raise Refused.because(what, _("Choose who reads the agenda."))
    return [here[one] for one in wanted]


def _page(request: Asked, meeting: Meeting, wrong: list[str] | None = None) -> HttpResponse:
    context = frame(request, meeting, "one")
    speech, keeps = request.speech, context["keeps"]
    preparing = keeps and meeting.state in (AGENDA, CALLED)
    context |= agenda_shown(request, meeting, context["reads_closed"])
    changes = [one.text(speech) for one in since_sent(meeting)]
    context |= {
        "wrong": wrong or [],
        "kinds": [(name, speech.say(words)) for name, words in KINDS.items()],
        "may_draft": keeps and meeting.state == PLANNED and meeting.starts_at is not None,
        "may_change": preparing,
        "may_move": keeps and meeting.is_ahead,
        "may_call": keeps and meeting.state == AGENDA,
        "may_take_off": keeps and meeting.state in (AGENDA, CALLED),
        "changes": changes,
        "may_send": bool(changes) and keeps and meeting.state in (CALLED, RUNNING),
        "may_begin": keeps and meeting.state == CALLED,
        "proposals": [_proposal(request, one) for one in proposed(request.actor, meeting)] if preparing else [],
        "left_out": [_left_out(request, one) for one in meeting.left_out.exclude(why="")] if keeps else [],
        "attendees": meeting.attendances.filter(account__isnull=False).count(),
        "elsewhere": reached_otherwise(request.actor, meeting) if preparing else [],
        "papers": papers_shown(request, meeting, context["reads_closed"]),
        **consulted_shown(request, meeting, keeps),
        "days_to_comment": template_of(meeting.body).days_to_comment,
        "typed": request.POST,
        "date": meeting.starts.date().isoformat() if meeting.starts else "",
        "from": f"{meeting.starts:%H:%M}" if meeting.starts else "09:00",
        "to": f"{meeting.ends:%H:%M}" if meeting.ends else "11:00",
        "today": today().isoformat(),
    }
    return render(request, "web/meeting.html", context, status=422 if wrong else 200)


def _proposal(request: Asked, one: Proposal) -> dict[str, Any]:
    speech = request.speech
    return {
        "value": f"{one.source}/{one.key}",
        "title": speech.words(one.title),
        "why": one.why.text(speech.language),
        "source": speech.say(_SOURCES[one.source]),
        "text": one.summary if one.has_figures else "",
        "needs_reason": one.source == SIGNAL,
    }


def _left_out(request: Asked, one: LeftOut) -> dict[str, str]:
    return {"title": request.speech.words(one.title) if one.title else "", "why": one.why}
