"""The duties of a year, body by body: how far, by when, and the forms that note what was done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samvirke.doors.web.commitments.forms import NOTHING_WRONG, Wrong, day_in, number_in, wrong_in
from samvirke.doors.web.commitments.wording import ways
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.marks import boxes, sign
from samvirke.insight.briefing.duty_figures import duty_conditions
from samvirke.insight.briefing.high_rates import BesideDistrict, rates_beside_district
from samvirke.insight.briefing.overview import at_risk
from samvirke.insight.briefing.pack.page_one import standing_said
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.suppression.release import COUNCIL
from samvirke.registers.commitments.commands.enter_cadence import enter_cadence
from samvirke.registers.commitments.commands.fulfil import fulfil
from samvirke.registers.commitments.facts.units import Units, owed_for, units_of
from samvirke.registers.commitments.queries.duty_standings import Conditions, Standing, duty_standings
from samvirke.registers.commitments.register import MEETING, SCHOOL, Duty, all_duties
from samvirke.registers.partners.models import Body
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may

_YEARS = range(1990, 2101)


@require_http_methods(["GET", "HEAD", "POST"])
def _duties(request: Asked, district: District, year: int | None = None) -> HttpResponse:
    """All bodies that owe something; `body` in the address shows one alone."""
    chosen = year if year is not None else today().year
    if chosen not in _YEARS:
        raise Http404
    if request.method != "POST":
        return _page(request, district, chosen)
    body = bodies(request.actor).filter(district=district, pk=request.POST.get("body", "")).first()
    name = request.POST.get("duty", "")
    if body is None or name not in body.duties or name not in all_duties():
        raise Http404
    try:
        _done(request, body, all_duties()[name], chosen)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, district, chosen, wrong_in(request, refusal, f"{body.pk}/{name}"), status=422)
    there = reverse("commitments-duties-year", args=[district.pk, chosen])
    return redirect(f"{there}#d-{body.pk}-{name}")


duties = page("commitments.see")(_duties)


def _done(request: Asked, body: Body, owed: Duty, year: int) -> None:
    sent = request.POST
    if sent.get("deed") == "cadence":
        enter_cadence(
            request.actor,
            body=body,
            duty_name=owed.name,
            times=number_in(request, "times"),
            reference=sent.get("reference", ""),
            invented=is_demo(),
        )
        return
    evidence, on = sent.get("evidence", "").strip()[:200], day_in(request, "on")
    if not evidence:
        raise Refused.because(_("Nothing shows it."), _("Write where one can see it, such as the minutes."))
    if on is None:
        raise Refused.because(_("The day is missing."), _("Write the day it took place, or is to."))
    fulfil(
        request.actor,
        body=body,
        duty_name=owed.name,
        year=year,
        evidence=evidence,
        on=on,
        planned=on > today(),
        unit=sent.get("unit", ""),
    )


def _page(
    request: Asked, district: District, year: int, wrong: Wrong = NOTHING_WRONG, status: int = 200
) -> HttpResponse:
    wanted = bodies(request.actor).filter(district=district).prefetch_related("covers")
    if request.GET.get("body"):
        wanted = wanted.filter(pk=request.GET["body"])
    owing = sorted((one for one in wanted if one.duties), key=_rank)
    conditions = duty_conditions(request.actor, owing) if year == today().year else {}
    standings, units = duty_standings(request.actor, owing, year, conditions), units_of(owing)
    may_note = {one.pk: may(request.actor, "commitments.fulfil", one) for one in owing}
    beside = _beside(request, district, [one for one in owing if may_note[one.pk]])
    groups: list[dict[str, Any]] = []
    for body in owing:
        lines = [
            _line(request, one, units, may_note[body.pk]) | {"figures": _figures(request, body, one.duty, beside)}
            for one in standings
            if one.body.pk == body.pk
        ]
        groups.append(
            {
                "id": body.pk,
                "name": body.words.text(request.speech.language),
                "lines": lines,
                "waiting": _waiting(request, body, standings, beside, conditions) if may_note[body.pk] else [],
            }
        )
    context = {
        **ways(request),
        "year": year,
        "years": [year - 1, year + 1],
        "groups": groups,
        "wrong": wrong,
        "risky": [_risk(request, one) for one in at_risk(standings)],
        "may_note": any(may_note.values()),
        "today": today().isoformat(),
    }
    return render(request, "web/commitments_duties.html", context, status=status)


def _risk(request: Asked, one: Standing) -> dict[str, str]:
    return {
        "body": one.body.pk,
        "name": one.duty.name,
        "whose": one.body.words.text(request.speech.language),
        "title": request.speech.say(one.duty.title),
        "state": one.state,
        "sign": sign(one.state),
        "said": standing_said(one, request.speech),
    }


def _rank(body: Body) -> tuple[int, str]:
    order = {"district-council": 0, "local-council": 1}
    return order.get(body.kind, 2), body.pk


def _line(request: Asked, one: Standing, units: Units, may_note: bool) -> dict[str, Any]:
    speech, owed = request.speech, one.duty
    return {
        "name": owed.name,
        "key": f"{one.body.pk}/{owed.name}",
        "title": speech.say(owed.title),
        "source": speech.say(owed.source),
        "by": speech.say(owed.by) if owed.by else "",
        "boxes": boxes(one.done, one.planned, one.required),
        "count": _count(request, one),
        "uncovered": speech.listed(list(one.uncovered[:6])) if one.covered else "",
        "more": max(len(one.uncovered) - 6, 0) if one.covered else 0,
        "state": one.state,
        "sign": sign(one.state),
        "said": standing_said(one, speech),
        "optional": owed.optional,
        "may_note": may_note and owed.where != MEETING and not (owed.per == SCHOOL and not one.places),
        "may_set": may_note and owed.times is None,
        "schools": owed.per == SCHOOL and may_note,
        "units": sorted(owed_for(units, one.body, owed).items(), key=lambda pair: pair[1]) if owed.per else [],
        "unset": one.is_unset,
    }


def _count(request: Asked, one: Standing) -> str:
    speech = request.speech
    if one.duty.per and one.places:
        words = _("{done} of {places} municipalities") if one.duty.per != SCHOOL else _("{done} of {places} schools")
        return speech.say(words, done=one.covered, places=one.places)
    if one.is_unset:
        return speech.say(_("{done} so far"), done=one.done)
    return speech.say(_("{done} of {required}"), done=one.done, required=one.required)


def _waiting(
    request: Asked,
    body: Body,
    standings: Iterable[Standing],
    beside: dict[str, dict[int, BesideDistrict]],
    conditions: Conditions,
) -> list[dict[str, Any]]:
    """Duties with a condition that is not met here, or of which nobody can tell, each with its figures."""
    there = {one.duty.name for one in standings if one.body.pk == body.pk}
    owed = [all_duties()[name] for name in body.duties if name not in there]
    say = request.speech.say
    return [
        {
            "name": one.name,
            "key": f"{body.pk}/{one.name}",
            "title": say(one.title),
            "where": say(one.only_where),
            "not_owed": conditions.get((body.pk, one.name)) is False,
            "figures": _figures(request, body, one, beside),
        }
        for one in owed
        if one.only_where
    ]


def _figures(request: Asked, body: Body, owed: Duty, beside: dict[str, dict[int, BesideDistrict]]) -> str:
    """The rates that a measured condition is about, in the body's municipalities."""
    places = [one.municipality_id for one in body.covers.all()]
    known = beside.get(owed.indicator, {}) if owed.measured else {}
    return "; ".join(found.said(request.speech) for code, found in known.items() if code in places)


def _beside(request: Asked, district: District, owing: list[Body]) -> dict[str, dict[int, BesideDistrict]]:
    """The rates that conditions are about, by indicator and municipality; counted only where somebody owes such."""
    owed = [all_duties()[name] for body in owing for name in body.duties]
    names = {one.indicator for one in owed if one.measured}
    facts = Facts(request.actor, district)
    return {name: rates_beside_district(facts, name, COUNCIL) for name in sorted(names)}
