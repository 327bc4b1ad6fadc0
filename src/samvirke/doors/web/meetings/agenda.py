"""An agenda as its page shows it: items with their times, papers open and closed, and what readers have said."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.urls import reverse

from samvirke.desks.meetings.models import AgendaItem, Meeting, Paper
from samvirke.doors.web.meetings.room import KINDS, clock, title_of
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.clock import COPENHAGEN, now
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.pack.content import PACK
from samvirke.trust.identity.models import Affiliation

_READERS = ("chief", "director", "mayor", "coordinator", "secretary")


def agenda_shown(request: Asked, meeting: Meeting, inside: bool) -> dict[str, Any]:
    """The items in order, each with the time at which it begins by the plan."""
    at, rows = meeting.starts, []
    items = list(meeting.items.order_by("number"))
    for item in items:
        rows.append(anatomy(request, meeting, item, inside) | {"at": clock(request, at), "last": item is items[-1]})
        at = at + timedelta(minutes=item.minutes or 0) if at else None
    planned = sum(item.minutes or 0 for item in items)
    room = int((meeting.ends - meeting.starts).total_seconds() // 60) if meeting.ends and meeting.starts else 0
    minutes = Said(_("{count} minute planned"), {"count": planned}, _("{count} minutes planned"))
    return {
        "items": rows,
        "planned": minutes.text(request.speech.language) if items else "",
        "too_long": planned - room if room and planned > room else 0,
    }


def anatomy(request: Asked, meeting: Meeting, item: AgendaItem, inside: bool) -> dict[str, Any]:
    """What one item says; a closed one keeps everything but its number from those who may not read it."""
    readable = item.is_open or inside
    speech = request.speech
    return {
        "pk": item.pk,
        "number": item.number,
        "title": title_of(request, item, inside),
        "kind": speech.say(KINDS[item.kind]),
        "minutes": item.minutes,
        "is_open": item.is_open,
        "readable": readable,
        "summary": item.summary if readable else "",
        "recommendation": speech.words(item.recommendation) if readable and item.recommendation else "",
        "background": item.background if readable else "",
        "consequences": item.consequences if readable else "",
        "address": reverse("meetings-item", args=[request.district.pk, meeting.pk, item.pk]),
        "annexes": annexes_shown(request, meeting, item, inside),
    }


def works_here(district_id: str) -> list[Affiliation]:
    """Those who work in an agency of the district today and sign in here, by name, each once."""
    day = now().astimezone(COPENHAGEN).date()
    rows = Affiliation.objects.filter(account__is_active=True, agency__districts__district_id=district_id)
    found: dict[object, Affiliation] = {}
    for one in rows.select_related("account", "agency").order_by("account__name"):
        if one.holds_on(day):
            found.setdefault(one.account_id, one)
    return list(found.values())


def papers_shown(request: Asked, meeting: Meeting, inside: bool) -> list[dict[str, Any]]:
    """The papers of the meeting, the closed ones for those who may read them; annexes after them, by item."""
    rows = meeting.papers.select_related("document", "item").order_by("item__number", "-is_open", "document__made_at")
    found = sorted(rows, key=lambda one: (one.item is not None, one.item.number if one.item else 0))
    return [_paper(request, meeting, one) for one in found if one.may_all_read or inside]


def annexes_shown(request: Asked, meeting: Meeting, item: AgendaItem, inside: bool) -> list[dict[str, Any]]:
    """The annexes of one item, for those who may read it."""
    rows = item.papers.select_related("document", "item").order_by("document__made_at")
    return [_paper(request, meeting, one) for one in rows if one.may_all_read or inside]


def _paper(request: Asked, meeting: Meeting, one: Paper) -> dict[str, Any]:
    name = one.document.file_name
    return {
        "pk": one.pk,
        "title": one.document.words.text(request.speech.language),
        "type": name.rpartition(".")[2].upper(),
        "size": request.speech.say(_("{size} kB"), size=request.speech.number(max(1, one.document.size // 1000))),
        "item": one.item.number if one.item else 0,
        "is_open": one.may_all_read,
        "address": _address(request, meeting, one),
    }


def _address(request: Asked, meeting: Meeting, one: Paper) -> str:
    """A pack has a page of its own among the packs; everything else is fetched as it was kept."""
    if one.document.kind == PACK:
        return reverse("packs-read", args=[request.district.pk, one.document_id])
    return reverse("meetings-paper", args=[request.district.pk, meeting.pk, one.pk])


def consulted_shown(request: Asked, meeting: Meeting, keeps: bool) -> dict[str, Any]:
    """Who was asked to read the agenda and what they said; for a reader, their own."""
    rows = list(meeting.consulted.select_related("account"))
    mine = next((one for one in rows if one.account_id == request.actor.account), None)
    speech = request.speech
    shown = [
        {
            "name": one.account.name,
            "by": speech.day(one.answer_by),
            "answered": one.answered_at is not None,
            "remark": one.remark,
        }
        for one in rows
    ]
    asked = {one.account_id for one in rows}
    return {
        "consulted": shown if keeps else [],
        "my_comment": {"remark": mine.remark, "by": speech.day(mine.answer_by)} if mine else None,
        "readers": [
            (str(one.account_id), one.account.name)
            for one in works_here(request.district.pk)
            if one.role in _READERS and one.account_id not in asked
        ]
        if keeps
        else [],
    }
