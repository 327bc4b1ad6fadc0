"""The sites that a study proposes, on the map and in a table, and the choice that people make among them."""

from __future__ import annotations

import uuid
from typing import Any

import shapely
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.designations.commands.choose_sites import choose_sites
from samvirke.desks.designations.facts.geometry import in_degrees
from samvirke.desks.designations.models import Placement
from samvirke.desks.designations.queries.placements import placement_of
from samvirke.desks.designations.register import all_kinds
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, text_in, wrong_of
from samvirke.doors.web.siting.room import STUDY, choice_said, reached_said
from samvirke.doors.web.studies.wording import about, title_of
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.drawings.sites import Site, site_map
from samvirke.insight.studies.models import Study
from samvirke.insight.studies.queries.studies import studies
from samvirke.registers.places.models import District
from samvirke.registers.places.queries.boundaries import boundaries
from samvirke.trust.access.rules import may


@require_http_methods(["GET", "HEAD", "POST"])
def _one(request: Asked, district: District, study_id: uuid.UUID) -> HttpResponse:
    """The proposed sites of an answered study; one on its way is followed on its own page."""
    found = studies(request.actor, district).filter(pk=study_id, kind=STUDY).defer(None).first()
    if found is None:
        raise Http404
    if not found.is_answered:
        return redirect("studies-read", district.pk, found.pk)
    if request.method != "POST":
        return _shown(request, found)
    wrong = wrong_of(request, lambda: _choose(request, found))
    if wrong is not None:
        return _shown(request, found, wrong, status=422)
    return redirect("siting-one", district.pk, found.pk)


show = page("designations.see")(_one)


def _choose(request: Asked, study: Study) -> None:
    choose_sites(
        request.actor,
        district=request.district,
        kind=study.beside.get("for", ""),
        study=study.pk,
        sites=_where(study),
        taken=[int(one) for one in request.POST.getlist("taken") if one.isascii() and one.isdigit()],
        reason=text_in(request, "reason"),
        figures=_figures(study),
    )


def _where(study: Study) -> list[tuple[float, float]]:
    result = study.found["result"]
    return in_degrees(study.district, list(zip(result["x"], result["y"], strict=True)))


def _figures(study: Study) -> dict[str, Any]:
    result = study.found["result"]
    present = result["present"] or {}
    return {
        **{name: result[name] for name in ("k", "share", "mean_distance", "gap")},
        "n": study.n,
        "present_share": present.get("share"),
        "present_distance": present.get("mean_distance"),
    }


def _shown(request: Asked, study: Study, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    speech, district = request.speech, request.district
    chosen = placement_of(request.actor, district, study.pk)
    kind = all_kinds().get(study.beside.get("for", ""))
    context = {
        "district": district,
        "study": study,
        "title": title_of(study, speech),
        "about": about(study, district, speech),
        "kind": kind.name if kind else "",
        "map": _map(study, chosen, speech),
        "reached": reached_said(_figures(study), speech),
        "notes": study.found["shown"][speech.language]["notes"],
        "caution": study.found["shown"][speech.language]["caution"],
        "sites": _rows(request, study, chosen, wrong),
        "chosen": choice_said(chosen, speech) if chosen else None,
        "may_choose": chosen is None and bool(kind) and may(request.actor, "designations.choose-sites", district),
        "wrong": wrong,
    }
    return render(request, "web/siting_one.html", context, status=status)


def _rows(request: Asked, study: Study, chosen: Placement | None, wrong: Wrong) -> list[dict[str, Any]]:
    """The sites by number; all are ticked until somebody takes one out."""
    typed = set(request.POST.getlist("taken")) if wrong.reasons else None
    taken = {one["number"]: one["taken"] for one in chosen.sites} if chosen else {}
    return [
        {
            "number": number,
            "where": f"{latitude:.5f}, {longitude:.5f}",
            "taken": taken.get(number, typed is None or str(number) in typed),
        }
        for number, (longitude, latitude) in enumerate(_where(study), start=1)
    ]


def _map(study: Study, chosen: Placement | None, speech: Speech) -> dict[str, str] | None:
    """The proposed sites by number; those of today are dots without one."""
    district, result = study.district, study.found["result"]
    rows = district.municipalities.filter(pk=study.area) if study.area else district.municipalities.all()
    names = dict(rows.values_list("code", "name"))
    known = boundaries(list(names), district.crs)
    if known is None or not names:
        return None
    taken = {one["number"]: one["taken"] for one in chosen.sites} if chosen else {}
    proposed = [
        Site(str(number), shapely.Point(x, y), taken.get(number, True))
        for number, (x, y) in enumerate(zip(result["x"], result["y"], strict=True), start=1)
    ]
    today = [Site("", shapely.Point(x, y), False) for x, y in study.beside.get("standing", ())]
    alt = Said(
        _("Map with {count} proposed sites and {today} of today."), {"count": len(proposed), "today": len(today)}
    )
    outlines = {names[code]: shape for code, shape in known.shapes.items()}
    schematic = _("Schematic borders: they do not say on which side of one a place lies.")
    return {
        "drawing": site_map(outlines, [*today, *proposed], alt.text(speech.language)),
        "note": speech.say(schematic) if known.schematic else known.source,
    }
