"""How long things last where the law does not say: what the district has entered, and what still keeps a kind shut."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samvirke.desks.casework.commands.enter_period import enter_period
from samvirke.desks.casework.engine.clocks import configured
from samvirke.desks.casework.engine.declaration import CaseType
from samvirke.desks.casework.facts.searchable import SEARCH, may_hold_searches
from samvirke.desks.casework.facts.type_standings import TypeStanding, live_periods, type_standings
from samvirke.desks.casework.models import PeriodInUse
from samvirke.doors.web.casework.described import days_said
from samvirke.doors.web.casework.wording import kind_said, reasons
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District
from samvirke.trust.access.queries.basis_standings import Standing, basis_standings
from samvirke.trust.access.rules import may


@page("casework.see-types")
def periods(request: Asked, district: District) -> HttpResponse:
    """Kinds that something is missing for come first."""
    return _page(request, district, request.GET.get("period", ""))


@page("casework.enter-period")
def enter(request: Asked, district: District) -> HttpResponse:
    """Enter one period with who decided it. What was typed stays when it is refused."""
    if request.method != "POST":
        return redirect("cases-periods", district_id=district.pk)
    sent = request.POST
    kind, _slash, what = sent.get("period", "").partition("/")
    written = sent.get("days", "")
    try:
        enter_period(
            request.actor,
            district=district,
            case_type=kind,
            what=what,
            days=int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 0,
            reference=sent.get("reference", ""),
            invented=is_demo(),
        )
    except Refused as refusal:
        return _page(request, district, sent.get("period", ""), reasons(refusal, request.speech))
    return redirect(f"{reverse('cases-periods', args=[district.pk])}?period={kind}/{what}#k-{kind}")


def _page(request: Asked, district: District, chosen: str, wrong: list[str] | None = None) -> HttpResponse:
    speech = request.speech
    entered = {(one.case_type, one.what): one for one in live_periods(district.pk).filter(agency_id="")}
    shown = chosen.partition("/")[0]
    kinds = [_kind(request, one, entered, shown) for one in type_standings(district.pk).values()]
    kinds.sort(key=lambda one: (not one["missing"], str(one["title"])))
    context = {
        "district": district,
        "kinds": kinds,
        "choices": [
            (one["title"], [(row["value"], row["title"], row["value"] == chosen) for row in one["rows"]])
            for one in kinds
            if one["rows"]
        ],
        "bases": [_basis(one, speech) for one in basis_standings(district.pk).values()],
        "may_enter": may(request.actor, "casework.enter-period", district),
        "days": request.POST.get("days", ""),
        "reference": request.POST.get("reference", ""),
        "wrong": wrong or [],
    }
    return render(request, "web/cases_periods.html", context, status=422 if wrong else 200)


def _kind(
    request: Asked, standing: TypeStanding, entered: dict[tuple[str, str], PeriodInUse], shown: str
) -> dict[str, Any]:
    speech, declared = request.speech, standing.type
    needed = configured(declared)
    wanted = [*needed, *([] if "keep" in needed else ["keep"]), *([SEARCH] if may_hold_searches(declared) else [])]
    rows = [_row(declared, what, entered.get((declared.name, what)), what in needed, speech) for what in wanted]
    return {
        "name": declared.name,
        "title": kind_said(declared.name, speech),
        "rows": rows,
        "missing": sum(row["missing"] for row in rows),
        "unfolded": declared.name == shown or any(row["missing"] for row in rows),
        "in_use": standing.in_use,
    }


def _row(declared: CaseType, what: str, entered: PeriodInUse | None, needed: bool, speech: Speech) -> dict[str, Any]:
    said = {"title": period_said(declared, what).text(speech.language), "value": f"{declared.name}/{what}"}
    if entered is None:
        return {**said, "missing": needed, "days": ""}
    since = speech.day(entered.since.astimezone(COPENHAGEN).date(), year=True)
    return {
        **said,
        "missing": False,
        "days": days_said(entered.days, speech),
        "reference": entered.reference,
        "since": since,
    }


def period_said(declared: CaseType, what: str) -> Said:
    """What a period is about."""
    kind, _colon, name = what.partition(":")
    if kind == "stage":
        return Said(_("How long “{stage}” may last"), {"stage": Said(declared.stage(name).title)})
    if kind == SEARCH:
        return Said(_("How long the reports of a search are kept, when nobody ends it before"))
    return Said(_("How long such a case is kept after it is closed"))


def _basis(one: Standing, speech: Speech) -> dict[str, Any]:
    return {
        "name": one.basis.name,
        "title": speech.say(one.basis.title),
        "in_use": one.in_use,
        "because": one.because.text(speech.language),
    }
