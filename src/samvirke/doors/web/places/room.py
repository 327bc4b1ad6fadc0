"""The list of places by kind, with a quiet map, what needs somebody, and what plans name without a decision here."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from samvirke.desks.designations.engine.kind import Kind
from samvirke.desks.designations.models import Designation
from samvirke.desks.designations.models.designation import IN_FORCE
from samvirke.desks.designations.queries.places import due_places, places
from samvirke.desks.designations.register import all_kinds
from samvirke.doors.web.places.map import drawn_map
from samvirke.doors.web.places.shown import line, titles
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.words import _
from samvirke.registers.places.models import Area, District
from samvirke.trust.access.rules import may, visible
from samvirke.trust.access.theirs import is_theirs

_AHEAD = timedelta(days=30)


@page("designations.see")
def room(request: Asked, district: District) -> HttpResponse:
    """All kinds, or the one that the address names; ended places stand at the end."""
    actor, speech = request.actor, request.speech
    chosen = all_kinds().get(request.GET.get("kind", ""))
    seen = [one for one in places(actor, district) if chosen is None or one.kind == chosen.name]
    live = [one for one in seen if one.is_live]
    proposable = _proposable(request, district)
    groups, numbered = _groups(request, district, live, chosen, {name for name, _title in proposable})
    due = [line(one, speech) for one in due_places(actor, district, today() + _AHEAD)]
    context = {
        "district": district,
        "kinds": [(kind.name, title, kind is chosen) for kind, title in titles(speech)],
        "due": due,
        "groups": groups,
        "map": drawn_map(district, numbered, speech) if numbered else None,
        "over": [line(one, speech) for one in seen if not one.is_live],
        "proposable": proposable,
    }
    return render(request, "web/places.html", context)


def _groups(
    request: Asked, district: District, live: Sequence[Designation], chosen: Kind | None, proposable: Collection[str]
) -> tuple[list[dict[str, Any]], list[tuple[int, Designation]]]:
    """The places under their kinds, numbered as on the map."""
    groups: list[dict[str, Any]] = []
    numbered: list[tuple[int, Designation]] = []
    named = _named_in_plans(request, district)
    for kind, title in titles(request.speech):
        if chosen is not None and kind is not chosen:
            continue
        rows = [(len(numbered) + step, one) for step, one in enumerate(_of(kind, live), start=1)]
        numbered += rows
        plan = [one for one in named if one.kind == kind.area_kind]
        if rows or plan or chosen:
            groups.append(_group(request, kind, title, rows, plan) | {"may_propose": kind.name in proposable})
    return groups, numbered


def _of(kind: Kind, live: Sequence[Designation]) -> list[Designation]:
    return [one for one in live if one.kind == kind.name]


def _group(
    request: Asked, kind: Kind, title: str, rows: Sequence[tuple[int, Designation]], plan: Sequence[Area]
) -> dict[str, Any]:
    speech = request.speech
    notes = dict.fromkeys(speech.words(one.note) for one in plan if one.note)
    return {
        "name": kind.name,
        "title": title,
        "about": speech.say(kind.about),
        "rows": [(number, line(one, speech)) for number, one in rows],
        "plan": speech.listed([speech.words(one.words) for one in plan]),
        "notes": list(notes),
        "target": _target_said(request, kind, [one for _number, one in rows]),
    }


def _target_said(request: Asked, kind: Kind, rows: Sequence[Designation]) -> str:
    """How many there are beside how many there should be, where the kind has a target."""
    if kind.target is None:
        return ""
    count = sum(one.state == IN_FORCE for one in rows)
    return request.speech.say(_("In force: {count}. The target is {target}."), count=count, target=kind.target)


def _named_in_plans(request: Asked, district: District) -> list[Area]:
    """What a plan names and nobody has tied to a place here."""
    seen = visible(request.actor, "places.see", District.objects.filter(pk=district.pk))
    tied = places(request.actor, district).filter(area__isnull=False).values("area_id")
    return list(Area.objects.filter(district__in=seen).exclude(pk__in=tied))


def _proposable(request: Asked, district: District) -> list[tuple[str, str]]:
    """The kinds that somebody's agency may propose, by title."""
    if not may(request.actor, "designations.propose", district):
        return []
    return [
        (kind.name, title)
        for kind, title in titles(request.speech)
        if is_theirs(request.actor, district.pk, kind.proposed_by)
    ]
