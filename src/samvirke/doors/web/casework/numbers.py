"""Cases in numbers: how many entered and ended, how long it took and how they stood at the end, with nobody in it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from samvirke.desks.casework.queries.tallies import days_counted
from samvirke.desks.casework.register import case_type
from samvirke.doors.web.casework.described import days_said
from samvirke.doors.web.casework.wording import kind_said
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.period import Period
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.case_answers import Answers, Days, FirstAction, case_answers, days_to_end, first_actions
from samvirke.insight.briefing.case_counts import CaseCount, case_counts
from samvirke.insight.briefing.names import names_of
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.of_cases import what_is_counted
from samvirke.insight.studies.stays import StageAge, stays
from samvirke.insight.suppression.cells import FEW, Cell
from samvirke.insight.suppression.fewest import FEW_CASES, FEW_OF_SENSITIVE
from samvirke.insight.suppression.release import COUNCIL
from samvirke.registers.places.models import District

# Columns of a table: more are on the page of the single count.
_PERIODS = 4


@page("casework.count")
def numbers(request: Asked, district: District) -> HttpResponse:
    """Each kind that has been counted, for the whole district or the municipality that `area` names."""
    facts, speech = Facts(request.actor, district), request.speech
    area, days = _area(request, facts), days_counted(request.actor, district)
    counts = case_counts(facts, COUNCIL)
    ages = stays(request.actor, district, COUNCIL)
    context = {
        "district": district,
        "area": area,
        "areas": [
            (DISTRICT, speech.say(_("The whole district"))),
            *((code, one.name) for code, one in facts.municipalities.items()),
        ],
        "kinds": [_kind(name, list(rows), area, days, speech) for name, rows in groupby(counts, lambda one: one.kind)],
        "ages": _ages(ages, speech),
        "answers": [_answers(one, speech) for one in case_answers(facts, COUNCIL)],
        "first": [_first(one, speech) for one in first_actions(facts, days, COUNCIL)],
        "few": FEW_CASES,
        "few_of_sensitive": FEW_OF_SENSITIVE,
    }
    return render(request, "web/cases_numbers.html", context)


def _area(request: Asked, facts: Facts) -> int:
    stated = request.GET.get("area", "0")
    return int(stated) if stated.isdecimal() and int(stated) in facts.municipalities else DISTRICT


def _kind(name: str, rows: list[CaseCount], area: int, days: Days, speech: Speech) -> dict[str, Any]:
    tables = [_table(list(each), area, days, speech) for _every, each in groupby(rows, lambda one: one.indicator.every)]
    return {
        "name": name,
        "title": kind_said(name, speech),
        "since": speech.period(Period(rows[0].began.year, rows[0].began.month, "month")),
        "sensitive": case_type(name).sensitive,
        "tables": [table for table in tables if table["periods"]],
    }


def _table(rows: list[CaseCount], area: int, days: Days, speech: Speech) -> dict[str, Any]:
    periods = sorted({period for one in rows for period in one.periods})[-_PERIODS:]
    breaks = [each for one in rows for each in one.indicator.breaks if periods and each.on > periods[0].first]
    return {
        "periods": [speech.period(one) for one in periods],
        "rows": [
            {
                "name": one.indicator.name,
                "title": speech.say(what_is_counted(case_type(one.kind), one.what)),
                "ends": one.ends,
                "cells": [cell_said(one.cell(period, area), one.indicator.few, speech) for period in periods],
                "days": _days_said(one, days, speech) if one.ends and area == DISTRICT else "",
                "source": speech.words(one.indicator.source),
            }
            for one in rows
        ],
        "breaks": [f"{speech.day(each.on, year=True)}: {speech.say(each.why)}" for each in breaks],
    }


def cell_said(cell: Cell | None, few: int, speech: Speech) -> str:
    """A number, or why there is none."""
    if cell is None:
        return speech.say(_("not counted"))
    if cell.value is None:
        return f"1–{few - 1}" if cell.hidden == FEW else speech.say(_("hidden"))
    return speech.number(cell.value) if cell.value else speech.say(_("none"))


def _days_said(one: CaseCount, days: Days, speech: Speech) -> str:
    found = days_to_end(one, days)
    if found is None:
        return speech.say(_("too few to say"))
    n, middle = found
    return speech.say(_("{days}, n {n}"), days=days_said(round(middle), speech), n=speech.number(n))


def _ages(found: Iterable[StageAge], speech: Speech) -> list[dict[str, Any]]:
    ages = list(found)
    names = names_of(sorted({one.agency for one in ages}))
    return [
        {
            "kind": kind_said(one.kind, speech),
            "stage": speech.say(case_type(one.kind).stage(one.stage).title),
            "agency": speech.words(names[one.agency]) if one.agency in names else one.agency,
            "shown": one.is_shown,
            "about": speech.number(one.about),
            "half": _day_said(one.half, speech),
            "quartiles": f"{_day_said(one.quarter, speech)} – {_day_said(one.three_quarters, speech)}",
            "within": "" if one.within is None else speech.percent(100 * one.within),
        }
        for one in ages
    ]


def _day_said(days: float | None, speech: Speech) -> str:
    return speech.say(_("not known yet")) if days is None else days_said(round(days), speech)


def _answers(one: Answers, speech: Speech) -> dict[str, Any]:
    declared = case_type(one.kind)
    few = FEW_OF_SENSITIVE if declared.sensitive else FEW_CASES
    return {
        "kind": kind_said(one.kind, speech),
        "asked": speech.say(declared.question(one.path).label),
        "year": speech.period(one.year),
        "answers": [(speech.say(title), cell_said(cell, few, speech)) for title, cell in one.answers],
        "n": cell_said(one.n, few, speech),
    }


def _first(one: FirstAction, speech: Speech) -> dict[str, Any]:
    few = FEW_OF_SENSITIVE if case_type(one.kind).sensitive else FEW_CASES
    return {
        "kind": kind_said(one.kind, speech),
        "year": speech.period(one.year),
        "days": speech.say(_("too few to say")) if one.days is None else days_said(round(one.days), speech),
        "n": cell_said(one.n, few, speech),
    }
