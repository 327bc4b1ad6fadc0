"""The map of a district: choose what and when, see it, compare two periods, and read all of it as tables."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from samvirke.desks.designations.queries.places import places
from samvirke.doors.web.deployments.shown import line as sent
from samvirke.doors.web.map.asked import View, view_of
from samvirke.doors.web.map.drawn import frame_of, legend, said_title, script_facts
from samvirke.doors.web.map.shown import municipality_rows, square_groups, unknowns
from samvirke.doors.web.places.shown import line
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.words import _, said
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.tiles.layers.deployments import shown_on_the_map
from samvirke.registers.places.models import District
from samvirke.registers.places.queries.boundaries import boundaries


@page("incidents.count")
def room(request: Asked, district: District) -> HttpResponse:
    """The map and its tables; without figures, what to do next."""
    facts = Facts(request.actor, district)
    view = view_of(facts, request.GET)
    context = {"district": district} if view is None else {"district": district, **_shown(request, facts, view)}
    return render(request, "web/map.html", context)


def _shown(request: Asked, facts: Facts, view: View) -> dict[str, Any]:
    speech, district = request.speech, facts.district
    periods = [view.period, *([view.against] if view.against else [])]
    found = boundaries(list(facts.municipalities), district.crs)
    schematic = found is None or found.schematic
    return {
        "title": said_title(view, speech),
        "counted": speech.words(said(view.group.counted)),
        "source": speech.words(said(view.group.source)),
        "groups": [(one.name, speech.words(said(one.title)), one is view.group) for one in view.groups],
        "periods": [(str(one), speech.period(one), one == view.period) for one in view.tables.periods],
        "others": [
            (str(one), speech.period(one), one == view.against)
            for one in reversed(view.periods)
            if one != view.period
        ],
        "against": speech.period(view.against) if view.against else "",
        "layers": [
            {
                "name": one.name,
                "title": speech.words(said(one.title)),
                "note": speech.words(said(one.note)),
                "on": one in view.layers,
                "asks": one.single,
            }
            for one in view.offered
        ],
        "frames": [frame_of(facts, view, one, speech) for one in periods],
        "legend": legend(facts, view, speech),
        "script": script_facts(facts, view, speech),
        "slider": {"last": len(view.periods) - 1, "at": view.periods.index(view.period)},
        "rows": municipality_rows(facts, view, speech),
        "squares": square_groups(facts, view, speech),
        "places": [line(one, speech) for one in places(request.actor, district) if one.is_live],
        "deployments": [sent(one, speech) for one in shown_on_the_map(request.actor, district) if one.geometry],
        "unknowns": unknowns(view, schematic, speech),
        "period": speech.period(view.period),
        "few": view.group.few,
        "borders": speech.say(_("Schematic borders.")) if schematic or found is None else found.source,
        "frozen_on": speech.day(facts.store.frozen_on, year=True),
        "versions": ", ".join(f"{source} v{number}" for source, number in facts.store.stamp),
    }  # fmt: skip
