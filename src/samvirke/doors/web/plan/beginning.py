"""Beginning a plan: from last year's with what became of it, from one that is read from a file, or empty."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from samvirke.desks.plan.models import Plan
from samvirke.desks.plan.models.plan import COOPERATION
from samvirke.desks.plan.reading.limits import MOST_BYTES
from samvirke.desks.plan.reading.opened import refuse_large
from samvirke.desks.plan.reading.read import read_bytes
from samvirke.doors.web.plan.drafts import council_of, next_year
from samvirke.doors.web.plan.room import NOTHING_WRONG, Wrong, whole, wrong_in
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.handovers.plan_begin import before_of, begin
from samvirke.handovers.plan_handed_on import handed_on
from samvirke.insight.briefing.account.next_year import SUGGESTIONS, PlanDraft
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed, ask

LAST, READ, EMPTY = STARTS = ("last", "read", "empty")
_COUNTED = dict(
    zip(
        SUGGESTIONS,
        (
            (_("One measure is carried over."), _("{count} measures are carried over.")),
            (
                _("One that is done every year is promised again."),
                _("{count} that are done every year are promised again."),
            ),
            (_("One is left out: it is done or dropped."), _("{count} are left out: they are done or dropped.")),
        ),
        strict=True,
    )
)


@page("plan.see")
def start(request: Asked, district: District) -> HttpResponse:
    """Choose what the plan begins with, and begin it."""
    body = council_of(request, district)
    if body is None:
        raise Http404
    ask(request.actor, "plan.begin", body)
    if request.method != "POST":
        return render(request, "web/plan_begin.html", _shown(request, district, body, NOTHING_WRONG))
    try:
        plan = _begun(request, body)
    except NotAllowed:
        raise
    except Refused as refusal:
        context = _shown(request, district, body, wrong_in(request, refusal))
        return render(request, "web/plan_begin.html", context, status=422)
    return redirect("plan-read-items" if plan.read_from else "plan-draft", district.pk, plan.pk)


def _begun(request: Asked, body: Body) -> Plan:
    year, chosen = whole(request, "year"), request.POST.get("start", LAST)
    if not 1990 <= year <= 2100 or chosen not in STARTS:
        raise Refused.because(_("The years do not fit."), _("Write the year of the plan."))
    if chosen != READ:
        return begin(request.actor, body=body, year=year, empty=chosen == EMPTY)
    name, content = sent_file(request)
    draft = read_bytes(name, content)
    return begin(request.actor, body=body, year=year, read=draft, sha256=hashlib.sha256(content).hexdigest())


def sent_file(request: Asked) -> tuple[str, bytes]:
    """Name and bytes of the file that a form carries. Raises `Refused` without one, and for one that is too large."""
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        raise Refused.because(_("No file was chosen."), _("Choose one and try again."))
    name = Path(file.name or "file").name[-120:]
    refuse_large(name, file.size or 0)
    return name, file.read()


def _shown(request: Asked, district: District, body: Body, wrong: Wrong) -> dict[str, Any]:
    year = whole(request, "year") or next_year(request, district)
    before = before_of(body, COOPERATION, year)
    return {
        "district": district,
        "wrong": wrong,
        "year": year,
        "before": before,
        "start": wrong.typed.get("start", LAST if before else EMPTY),
        "handed": _handed(request, handed_on(request.actor, body, year)) if before else [],
        "most": MOST_BYTES // 1_000_000,
    }


def _handed(request: Asked, handed: PlanDraft | None) -> list[str]:
    """What the year hands on, in sentences."""
    if handed is None:
        return []
    measures = [one for section in handed.sections for one in section.measures]
    counts = {name: sum(one.suggestion == name for one in measures) for name in SUGGESTIONS}
    rows = [Said(one, {"count": counts[name]}, many) for name, (one, many) in _COUNTED.items() if counts[name]]
    if handed.loose:
        count = {"count": len(handed.loose)}
        loose = _("{count} commitments of the year belong to no section of the plan; the account lists them.")
        rows.append(
            Said(_("One commitment of the year belongs to no section of the plan; the account lists it."), count, loose)
        )
    if handed.duties_not_met:
        count = {"count": len(handed.duties_not_met)}
        many = _("{count} duties are not met; the plan may say how they will be.")
        rows.append(Said(_("One duty is not met; the plan may say how it will be."), count, many))
    return [request.speech.words(one) for one in rows]
