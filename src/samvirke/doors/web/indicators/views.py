"""Every indicator, and one in full: definition, line, each municipality, where, and how it is worked out."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _, said
from samvirke.insight.briefing.chosen import chosen
from samvirke.insight.briefing.drawings.interval import axis
from samvirke.insight.briefing.drawings.marks import arrow
from samvirke.insight.briefing.drawn import row_interval
from samvirke.insight.briefing.figures import figures, latest_quarter
from samvirke.insight.briefing.pack.page_two import chart
from samvirke.insight.briefing.rows import Row, row
from samvirke.insight.briefing.where import map_of
from samvirke.insight.indicators.every import every_indicator, indicator_here
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.kit import Indicator, all_indicators
from samvirke.insight.suppression.release import COUNCIL
from samvirke.registers.places.models import District


@page("incidents.count")
def all_of_them(request: Asked, district: District) -> HttpResponse:
    """What can be followed, with its newest number for the whole district."""
    facts = Facts(request.actor, district)
    quarter = latest_quarter(facts)
    shown = []
    for found in _known(facts).values():
        line = {
            "name": found.name,
            "title": request.speech.words(said(found.title)),
            "counted": request.speech.words(said(found.counted)),
        }
        try:
            counted = figures(facts, found, quarter, COUNCIL) if quarter else None
        except Refused as refusal:
            counted, line["refused"] = None, refusal.text(request.speech.language)
        whole = row(facts, counted, DISTRICT, request.speech) if counted and counted.is_counted else None
        shown.append({**line, "row": whole})
    context = {"district": district, "quarter": request.speech.period(quarter) if quarter else "", "indicators": shown}
    return render(request, "web/indicators.html", context)


@page("incidents.count")
def one(request: Asked, district: District, name: str) -> HttpResponse:
    """One indicator, for the whole district or the municipality that `area` names."""
    facts = Facts(request.actor, district)
    known, quarter = _known(facts), latest_quarter(facts)
    if name not in known and name not in every_indicator():
        raise Http404
    found = known[name] if name in known else indicator_here(facts, name)
    area = _area(request, facts)
    context: dict[str, Any] = {"district": district, **_definition(request, found)}
    if quarter:
        counted = figures(facts, found, quarter, COUNCIL)
        rows = {code: row(facts, counted, code, request.speech) for code in (DISTRICT, *facts.municipalities)}
        context |= _shown(request, facts, found, rows, area)
        context["map"] = map_of(facts, found, quarter, area, COUNCIL, request.speech) if found.categories else None
    return render(request, "web/indicator.html", context)


def _known(facts: Facts) -> dict[str, Indicator]:
    """The declared ones, and in a district without a plan those of each category."""
    own = (
        {}
        if facts.store.is_empty
        else {found.name: found for found in chosen(facts, facts.store.last_day.year).indicators()}
    )
    return {**all_indicators(), **own}


def _area(request: Asked, facts: Facts) -> int:
    stated = request.GET.get("area", "0")
    return int(stated) if stated.isdecimal() and int(stated) in facts.municipalities else DISTRICT


def _definition(request: Asked, found: Indicator) -> dict[str, Any]:
    speech = request.speech
    return {
        "title": speech.words(said(found.title)),
        "counted": speech.words(said(found.counted)),
        "source": speech.words(said(found.source)),
        "version": found.version,
        "few": found.few,
        "breaks": [(speech.day(each.on, year=True), speech.say(each.why)) for each in found.breaks],
    }


def _shown(request: Asked, facts: Facts, found: Indicator, rows: dict[int, Row], area: int) -> dict[str, Any]:
    speech, here = request.speech, rows[area]
    place = facts.municipalities[area].name if area else speech.say(_("The whole district"))
    return {
        "place": place,
        "area": area,
        "areas": [
            (DISTRICT, speech.say(_("The whole district"))),
            *((code, each.name) for code, each in facts.municipalities.items()),
        ],
        "period": speech.period(here.period),
        "period_before": speech.period(here.before),
        "here": here,
        "chart": chart(here, speech),
        "arrow": arrow(here.change.state) if here.change.is_certain else "",
        "interval": row_interval(here) if found.kind == "count" else "",
        "axis": axis(),
        "rows": [
            {
                "name": facts.municipalities[code].name if code else speech.say(_("The whole district")),
                "row": each,
                "interval": row_interval(each) if found.kind == "count" else "",
            }
            for code, each in rows.items()
        ],
        "frozen_on": speech.day(facts.store.frozen_on, year=True),
        "versions": ", ".join(f"{source} v{number}" for source, number in facts.store.stamp),
    }
