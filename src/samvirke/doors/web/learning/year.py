"""The learning of a year: what is ahead, what was held, and how it reached each municipality and each agency."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from samvirke.desks.meetings.learning_kinds import LEARNING_KINDS
from samvirke.desks.meetings.models import Learning
from samvirke.desks.meetings.models.learning import HELD, PLANNED
from samvirke.desks.meetings.queries.learning import Reached, came_from, learning, reached
from samvirke.doors.web.bodies.wording import number_said
from samvirke.doors.web.learning.shown import day_said, kind_said, places_said
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may

_EARLIEST, _LATEST = 1990, 2199


@page("meetings.see")
def year(request: Asked, district: District) -> HttpResponse:
    """This year, or the one that the address names."""
    named = request.GET.get("year", "")
    asked = int(named) if named.isascii() and named.isdigit() and len(named) == 4 else today().year
    chosen = min(max(asked, _EARLIEST), _LATEST)
    found = list(learning(request.actor, district, chosen))
    rows = reached(request.actor, district, found)
    kinds = [one for one in LEARNING_KINDS if any(one in {**row.held, **row.planned} for row in rows)]
    context = {
        "district": district,
        "year": chosen,
        "before": chosen - 1,
        "after": chosen + 1,
        "ahead": [_line(request, one) for one in sorted(found, key=_by_day) if one.state == PLANNED],
        "held": [_line(request, one) for one in reversed(found) if one.state == HELD],
        "kinds": [kind_said(one, request.speech) for one in kinds],
        "coverage": [_covered(request, one, kinds) for one in rows],
        "agencies": [
            {
                "name": request.speech.words(one.agency.words),
                "activities": one.activities,
                "people": request.speech.number(one.people),
            }
            for one in came_from(request.actor, found)
        ],
        "may_plan": may(request.actor, "meetings.plan-learning", district),
    }
    return render(request, "web/learning.html", context)


def _by_day(one: Learning) -> tuple[bool, Any]:
    return (one.day is None, one.day)


def _line(request: Asked, one: Learning) -> dict[str, Any]:
    people = sum(part.people for part in one.parts.all())
    return {
        "id": one.pk,
        "subject": one.subject,
        "kind": kind_said(one.kind, request.speech),
        "day": day_said(one, request.speech),
        "host": request.speech.words(one.host.words),
        "places": places_said(one, request.speech),
        "people": number_said(people, request.speech) if people else "",
    }


def _covered(request: Asked, row: Reached, kinds: list[str]) -> dict[str, Any]:
    speech = request.speech
    return {
        "name": row.municipality.name,
        "cells": [(kind_said(kind, speech), _cell(request, row, kind)) for kind in kinds],
        "latest": speech.day(row.latest) if row.latest else "",
        "nothing": not (row.held or row.planned),
    }


def _cell(request: Asked, row: Reached, kind: str) -> str:
    held, planned = row.held.get(kind, 0), row.planned.get(kind, 0)
    if held and planned:
        return request.speech.say(_("{held} held, {planned} planned"), held=held, planned=planned)
    if held:
        return request.speech.say(_("{held} held"), held=held)
    return request.speech.say(_("{planned} planned"), planned=planned) if planned else "–"
