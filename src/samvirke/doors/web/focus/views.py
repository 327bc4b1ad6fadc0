"""The focus areas, those of the plan in force first, and one brief for one council."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from samvirke.desks.plan.queries.plans import plan_in_force
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.interval import axis
from samvirke.insight.briefing.figures import latest_quarter
from samvirke.insight.briefing.focus.asked import AskedBrief, asked_for
from samvirke.insight.briefing.focus.fill import filled
from samvirke.insight.briefing.focus.numbers import NumberLine, numbers
from samvirke.insight.briefing.focus.register import all_briefs, briefs_of
from samvirke.insight.briefing.pack.occasion import WITH_PAPERS
from samvirke.insight.indicators.facts import Facts
from samvirke.registers.partners.models import Body
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may

_SURE = {
    "H": _("read in the source itself"),
    "M": _("one secondary source"),
    "L": _("a weak source"),
    "mem": _("not confirmed by any source"),
}


@page("incidents.count")
def room(request: Asked, district: District) -> HttpResponse:
    """Every brief once: under the plan's focus area that it belongs to, or among the others."""
    councils = _councils(request, district)
    body = _chosen(request, councils)
    speech, facts = request.speech, Facts(request.actor, district)
    quarter = latest_quarter(facts)
    plan = plan_in_force(request.actor, district.pk)
    areas = plan.focus_areas.select_related("section").order_by("section__order") if plan else ()
    in_plan: list[dict[str, Any]] = []
    used: set[str] = set()
    for area in areas:
        briefs = briefs_of(area)
        used |= {one.name for one in briefs}
        rows = [_row(asked_for(one, body, facts, quarter, speech), area.indicators) for one in briefs] if body else []
        in_plan.append({"title": speech.words(area.words), "section": area.section.number, "rows": rows})
    others = [one for name, one in all_briefs().items() if name not in used]
    context = {
        **_frame(request, district, councils, body),
        "plan": speech.words(plan.words) if plan else "",
        "in_plan": in_plan,
        "others": sorted(
            (
                {"name": one.name, "title": speech.say(one.title), "question": speech.say(one.question)}
                for one in others
            ),
            key=lambda row: row["title"],
        ),
    }
    return render(request, "web/focus.html", context)


@page("incidents.count")
def one(request: Asked, district: District, name: str) -> HttpResponse:
    """One brief, for the district council or the body that `body` names."""
    brief = all_briefs().get(name)
    councils = _councils(request, district)
    body = _chosen(request, councils)
    if brief is None or body is None:
        raise Http404
    facts = Facts(request.actor, district)
    asked = asked_for(brief, body, facts, latest_quarter(facts), request.speech)
    found = filled(asked)
    context = {
        **_frame(request, district, councils, body),
        "found": found,
        "sure": request.speech.say(_SURE[found.confidence]),
        "axis": axis(),
        "may_bring": may(request.actor, "incidents.look-at-imports", district),
        "has_figures": asked.quarter is not None,
        "is_large": found.smallest == "district",
    }
    return render(request, "web/focus_one.html", context)


def _row(asked: AskedBrief, followed: Sequence[str]) -> dict[str, Any]:
    """A brief in the list, with the finding of the first indicator that the plan's focus area follows too."""
    speech, brief = asked.speech, asked.brief
    names = [name for name in followed if name in brief.indicators] or brief.indicators
    lines = numbers(asked, names=names[:1]).lines if names else ()
    first: NumberLine | None = next(iter(lines), None)
    return {
        "name": brief.name,
        "title": speech.say(brief.title),
        "question": speech.say(brief.question),
        "first": first,
    }


def _councils(request: Asked, district: District) -> list[Body]:
    """The bodies that have papers, the district council first."""
    rows = bodies(request.actor).filter(district=district, kind__in=WITH_PAPERS).prefetch_related("covers")
    return sorted(rows, key=lambda body: (body.is_local_council, body.words.text(request.speech.language)))


def _chosen(request: Asked, councils: list[Body]) -> Body | None:
    """The one that the address names, or the first; one that is not there is no page."""
    wanted = request.GET.get("body", "")
    found = next((body for body in councils if body.pk == wanted), None) if wanted else next(iter(councils), None)
    if wanted and found is None:
        raise Http404
    return found


def _frame(request: Asked, district: District, councils: list[Body], body: Body | None) -> dict[str, Any]:
    return {
        "district": district,
        "body": body.pk if body else "",
        "body_name": request.speech.words(body.words) if body else "",
        "councils": [(one.pk, request.speech.words(one.words), one == body) for one in councils],
    }
