"""The calendar of deployments, by month or week: day by day, with a quiet map and what waits for somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from samvirke.desks.deployments.models import Deployment
from samvirke.desks.deployments.models.deployment import DONE
from samvirke.desks.deployments.queries.deployments import between, requested, units, unwritten
from samvirke.desks.deployments.register import all_kinds
from samvirke.doors.web.deployments.shown import line, titles, week_said
from samvirke.doors.web.shell import quiet_map
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.speech import Speech, month_year
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may
from samvirke.trust.access.theirs import is_theirs

WEEK, MONTH = "week", "month"


@dataclass(frozen=True)
class Span:
    """A week or a month of the calendar: its first day, and the first day after it."""

    kind: str
    first: date
    after: date

    @property
    def before(self) -> date:
        """A day of the one before."""
        return self.first - timedelta(days=1)

    def said(self, speech: Speech) -> str:
        """“August 2024” or “week 33, 2024”."""
        if self.kind == MONTH:
            return speech.capital(month_year(self.first, speech.language))
        year = self.first.isocalendar().year
        return f"{speech.capital(week_said(self.first, speech))}, {year}"


def span_of(kind: str, written: str) -> Span:
    """The week or month in which a written day lies; today's for what is no day."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = today()
    if not date(1990, 1, 1) <= day <= date(2199, 1, 1):
        day = today()
    if kind == WEEK:
        monday = day - timedelta(days=day.weekday())
        return Span(WEEK, monday, monday + timedelta(days=7))
    first = day.replace(day=1)
    return Span(MONTH, first, (first + timedelta(days=32)).replace(day=1))


@page("deployments.see")
def room(request: Asked, district: District) -> HttpResponse:
    """The calendar of the span that the address names, of all kinds or one."""
    actor, speech = request.actor, request.speech
    span = span_of(request.GET.get("by", MONTH), request.GET.get("on", ""))
    chosen = all_kinds().get(request.GET.get("kind", ""))
    rows = [
        one for one in between(actor, district, span.first, span.after) if chosen is None or one.kind == chosen.name
    ]
    numbered = list(enumerate(rows, start=1))
    drawn = [(number, one) for number, one in numbered if one.geometry]
    other = MONTH if span.kind == WEEK else WEEK
    context = {
        "district": district,
        "kinds": [(kind.name, title, kind is chosen) for kind, title in titles(speech)],
        "chosen": chosen.name if chosen else "",
        "span": span,
        "span_said": span.said(speech),
        "other": other,
        "other_said": speech.say(_("Show the week") if other == WEEK else _("Show the month")),
        "here": (today() if span.first <= today() < span.after else span.first).isoformat(),
        "before": span.before.isoformat(),
        "next": span.after.isoformat(),
        "days": _days(span, numbered, speech),
        "map": _map(district, drawn, speech) if drawn else None,
        "asked": [line(one, speech) for one in requested(actor, district)],
        "unwritten": [line(one, speech) for one in unwritten(actor, district, today())],
        "askable": _askable(request, district),
        "has_units": units(actor, district).exists(),
        "may_weigh": may(actor, "deployments.weigh", district),
    }
    return render(request, "web/deployments.html", context)


def _days(span: Span, rows: Sequence[tuple[int, Deployment]], speech: Speech) -> list[dict[str, Any]]:
    """The days that have something; of a week all seven."""
    count = (span.after - span.first).days
    days = [span.first + timedelta(days=step) for step in range(count)]
    found = []
    for day in days:
        own = [(number, line(one, speech)) for number, one in rows if one.day == day]
        if own or span.kind == WEEK:
            said = speech.full_day(day)
            found.append({"said": said, "rows": own, "today": day == today(), "iso": day.isoformat()})
    return found


def _map(district: District, rows: Sequence[tuple[int, Deployment]], speech: Speech) -> dict[str, Any] | None:
    marks = [
        quiet_map.Marked(number, one.name, one.geometry, one.municipality_id, one.state == DONE) for number, one in rows
    ]
    return quiet_map.drawn_map(district, marks, speech, 340)


def _askable(request: Asked, district: District) -> list[tuple[str, str]]:
    """The kinds that somebody's agency may ask for, by title."""
    if not may(request.actor, "deployments.request", district):
        return []
    return [
        (kind.name, title)
        for kind, title in titles(request.speech)
        if is_theirs(request.actor, district.pk, kind.requested_by)
    ]
