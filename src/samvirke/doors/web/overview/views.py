"""The district in ten seconds, and one municipality on a phone."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from samvirke.desks.meetings.queries.meetings import coming, meetings, next_meeting
from samvirke.doors.web.overview.shown import commitment_lines, meeting_lines, needs
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.insight.briefing.drawings.interval import axis
from samvirke.insight.briefing.duty_figures import duty_conditions
from samvirke.insight.briefing.figures import latest_quarter
from samvirke.insight.briefing.overview import (
    council_of,
    duty_lines,
    focus_without_rows,
    shown_rows,
    standings_of,
)
from samvirke.insight.briefing.pack.occasion import Occasion
from samvirke.insight.briefing.where import rates_map
from samvirke.insight.indicators.facts import Facts
from samvirke.registers.commitments.queries.commitments import commitments_of, overdue
from samvirke.registers.commitments.queries.duty_standings import duty_standings
from samvirke.registers.partners.models import Body
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.places.models import District


@page("places.see")
def overview(request: Asked, district: District) -> HttpResponse:
    """What waits, what moved and how sure it is, where, the next meetings, the duties."""
    council = council_of(request.actor, district.pk)
    if council is None:
        raise Http404
    standings = standings_of(request.actor, district.pk)
    year = meetings(request.actor, district.pk, today().year)
    context = {
        "district": district,
        "today": request.speech.full_day(today()),
        "needs": needs(request, council, standings),
        "meetings": meeting_lines(request, coming(year)[:6]),
        "duties": duty_lines(standings, request.speech),
        "councils": bodies(request.actor).filter(district=district, kind="local-council").order_by("id"),
        **_figures(request, council, request.GET.get("map", "")),
    }
    return render(request, "web/overview.html", context)


@page("places.see")
def municipality(request: Asked, district: District, code: int) -> HttpResponse:
    """One municipality through its local council: next meeting, what needs it, focus areas, map, duties."""
    council = (
        bodies(request.actor).filter(district=district, kind="local-council", covers__municipality_id=code).first()
    )
    if council is None:
        raise Http404
    rows = commitments_of(request.actor, council)
    standings = duty_standings(request.actor, [council], today().year, duty_conditions(request.actor, [council]))
    upcoming = next_meeting(request.actor, council)
    context = {
        "district": district,
        "council": council,
        "name": council.words.text(request.speech.language),
        "today": request.speech.full_day(today()),
        "next": meeting_lines(request, [upcoming])[0] if upcoming else None,
        "late": commitment_lines(request, overdue(rows)),
        "open_count": rows.filter(state="open").count(),
        "duties": duty_lines(standings, request.speech),
        **_figures(request, council, "", chosen=code),
    }
    return render(request, "web/municipality.html", context)


def _figures(request: Asked, council: Body, mapped: str, chosen: int = 0) -> dict[str, Any]:
    """What is shown of the latest quarter; without figures only what the plan follows."""
    facts = Facts(request.actor, council.district)
    quarter = latest_quarter(facts)
    if quarter is None:
        return {"quarter": None}
    occasion = Occasion(request.actor, council, quarter, request.speech.language)
    mappable = [one for one in occasion.chosen.indicators() if one.name in occasion.rows and one.per]
    shown = next((one for one in mappable if one.name == mapped), None)
    shown = shown or next((one for one in mappable if one.per == "dwellings"), mappable[0] if mappable else None)
    drawn = (
        rates_map(facts, shown, quarter, occasion.audience, request.speech, chosen, 348 if not chosen else 240)
        if shown
        else None
    )
    return {
        "quarter": request.speech.period(quarter),
        "quarter_only": request.speech.quarter(quarter),
        "year_before": quarter.year - 1,
        "first_month": request.speech.period(quarter.back(8)[0].within("month")[0]),
        "last_month": request.speech.period(quarter.within("month")[-1]),
        "last_day": request.speech.day(facts.store.last_day),
        "frozen_on": request.speech.day(facts.store.frozen_on),
        "invented": any(held.invented for held in facts.store.held),
        "rows": shown_rows(occasion),
        "without": focus_without_rows(occasion),
        "axis": axis(),
        "map": drawn,
        "map_choices": [(one.name, occasion.rows[one.name].title, one is shown) for one in mappable],
    }
