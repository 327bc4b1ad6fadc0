"""Imports: choose a file, see what would happen, let it happen, and fetch what was rejected and why."""

from __future__ import annotations

import re
import uuid
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.work import shown_job, shown_work
from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.engine.opened import open_file
from samvirke.registers.incidents.engine.outcome import none_taken
from samvirke.registers.incidents.engine.rules import REASONS
from samvirke.registers.incidents.engine.uploads import forget_upload, keep_upload
from samvirke.registers.incidents.models import ImportRun, Source
from samvirke.registers.incidents.queries.imports import imports, sources
from samvirke.registers.incidents.queries.mapping_of import mapping_of
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may
from samvirke.trust.jobs.commands.cancel import cancel
from samvirke.trust.jobs.commands.enqueue import enqueue
from samvirke.trust.jobs.models import Job

_UNSAFE = re.compile(r"[^\w.\-æøåÆØÅ ]+")


@page("incidents.look-at-imports")
def imports_of(request: Asked, district: District) -> HttpResponse:
    """The form, the sources, and what has been imported."""
    return _imports(request, district)


def _imports(request: Asked, district: District, faults: tuple[Fault, ...] = (), chosen: str = "") -> HttpResponse:
    speech = request.speech
    held = sources(request.actor).filter(district=district)
    context = {
        "district": district,
        "faults": [one.text(speech.language) for one in faults],
        "chosen": chosen,
        "may_import": may(request.actor, "incidents.import", district),
        "sources": [
            {
                "name": one.pk,
                "title": one.words.text(speech.language),
                "mapping": mapping_of(one),
                "latest": _latest(request, one),
            }
            for one in held
        ],
        "runs": [_run(request, one) for one in imports(request.actor).filter(source__in=held)[:50]],
    }
    return render(request, "web/imports.html", context, status=422 if faults else 200)


@page("incidents.import")
def upload(request: Asked, district: District) -> HttpResponse:
    """Look at the file; refuse it at once, or keep it until its import has been seen through."""
    if request.method != "POST":
        return redirect("imports", district_id=district.pk)
    name = request.POST.get("source", "")
    try:
        job = _accepted(request, district, name)
    except Refused as refusal:
        return _imports(request, district, refusal.faults, name)
    return redirect("imports-progress", district_id=district.pk, job_id=job.pk)


def _accepted(request: Asked, district: District, source_name: str) -> Job:
    source = sources(request.actor).filter(district=district, pk=source_name).first()
    file = request.FILES.get("file")
    if source is None or not isinstance(file, UploadedFile):
        raise Refused.because(_("No file or no source was chosen."), _("Choose both and try again."))
    name = _UNSAFE.sub("_", Path(file.name or "file").name)[-120:]
    kept = keep_upload(name, file.chunks())
    folder = kept.parent.name
    try:
        open_file(kept, mapping_of(source))
    except Refused:
        forget_upload(folder)
        raise
    arguments = {"source": source.pk, "upload": folder, "name": name, "dry": request.POST.get("dry") == "on"}
    return enqueue(request.actor, "incidents.import", {**arguments, "language": request.speech.language})


@page("incidents.look-at-imports")
def progress(request: Asked, district: District, job_id: uuid.UUID) -> HttpResponse:
    """How far the import is, and what came of it. A part of the page that has waited is told to show the whole."""
    job = _job(request, district, job_id)
    outcome = _outcome(request, job)
    context = {
        "district": district,
        "job": shown_job(request, job),
        "file": job.arguments["name"],
        "source": job.arguments["source"],
        "outcome": outcome,
        "again": reverse("imports-progress", args=[district.pk, job.pk]),
        "back": reverse("imports", args=[district.pk]),
    }
    return shown_work(request, job, "import_progress", context, bool(outcome and outcome["fault"]))


@page("incidents.import")
def stop(request: Asked, district: District, job_id: uuid.UUID) -> HttpResponse:
    """Stop an import that waits or runs; the old version stays whole."""
    job = _job(request, district, job_id)
    if request.method == "POST" and cancel(job):
        forget_upload(job.arguments["upload"])
    return redirect("imports-progress", district_id=district.pk, job_id=job.pk)


@page("incidents.look-at-imports")
def rejected(request: Asked, district: District, job_id: uuid.UUID) -> HttpResponseBase:
    """The file of rejected rows, while it is kept."""
    named = _job(request, district, job_id).result.get("rejected_file")
    if not named or not Path(named).is_file():
        raise Http404
    return FileResponse(Path(named).open("rb"), as_attachment=True, filename="rejected.csv", content_type="text/csv")


def _job(request: Asked, district: District, job_id: uuid.UUID) -> Job:
    job = Job.objects.filter(pk=job_id, name="incidents.import").first()
    mine = sources(request.actor).filter(district=district).values_list("pk", flat=True)
    if job is None or job.arguments["source"] not in set(mine):
        raise Http404
    return job


def _outcome(request: Asked, job: Job) -> dict[str, Any] | None:
    if not job.result:
        return None
    told = job.result
    fault = none_taken(job.arguments["name"], told["rows_in"], told["rejected"])
    return {
        **told,
        "reasons": [_reason(request, one) for one in told["reasons"]],
        "fault": fault.text(request.speech.language) if fault else "",
    }


def _reason(request: Asked, one: dict[str, Any]) -> dict[str, Any]:
    reason = REASONS[one["code"]]
    language = request.speech.language
    return {
        **one,
        "what": Said(reason.what, {"value": one["value"]}).text(language),
        "remedy": Said(reason.remedy).text(language),
    }


def _latest(request: Asked, source: Source) -> dict[str, Any] | None:
    latest, speech = source.versions.order_by("-number").first(), request.speech
    if latest is None:
        return None
    return {
        "number": latest.number,
        "rows": latest.rows,
        "first_day": speech.day(latest.first_day, year=True),
        "last_day": speech.day(latest.last_day, year=True),
        "frozen_on": speech.day(latest.frozen_on, year=True),
    }


def _run(request: Asked, run: ImportRun) -> dict[str, Any]:
    return {
        "run": run,
        "day": request.speech.day(run.finished_at.date(), year=True),
        "source": run.source.words.text(request.speech.language),
        "reasons": [_reason(request, one) for one in run.reasons[:5]],
    }
