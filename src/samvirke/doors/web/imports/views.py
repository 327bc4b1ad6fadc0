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

from samvirke.doors.web.shell.errors import refused
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.work import shown_job
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.engine.rules import REASONS
from samvirke.registers.incidents.jobs import uploads
from samvirke.registers.incidents.models import ImportRun
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
    speech = request.speech
    held = sources(request.actor).filter(district=district)
    context = {
        "district": district,
        "may_import": may(request.actor, "incidents.import", district),
        "sources": [
            {
                "name": one.pk,
                "title": one.words.text(speech.language),
                "mapping": mapping_of(one),
                "latest": one.versions.order_by("-number").first(),
            }
            for one in held
        ],
        "runs": [_run(request, one) for one in imports(request.actor).filter(source__in=held)[:50]],
    }
    return render(request, "web/imports.html", context)


@page("incidents.import")
def upload(request: Asked, district: District) -> HttpResponse:
    """Keep the file until its import has been seen through, and put that in the queue."""
    if request.method != "POST":
        return redirect("imports", district_id=district.pk)
    source = sources(request.actor).filter(district=district, pk=request.POST.get("source", "")).first()
    file = request.FILES.get("file")
    if source is None or not isinstance(file, UploadedFile):
        return refused(request, Refused.because(_("No file or no source was chosen."), _("Choose both and try again.")))
    folder, name = uuid.uuid4().hex, _UNSAFE.sub("_", Path(file.name or "file").name)[-120:]
    target = uploads() / folder
    target.mkdir(parents=True, mode=0o700)
    with (target / name).open("wb") as opened:
        for chunk in file.chunks():
            opened.write(chunk)
    arguments = {"source": source.pk, "upload": folder, "name": name, "dry": request.POST.get("dry") == "on"}
    job = enqueue(request.actor, "incidents.import", {**arguments, "language": request.speech.language})
    return redirect("imports-progress", district_id=district.pk, job_id=job.pk)


@page("incidents.look-at-imports")
def progress(request: Asked, district: District, job_id: uuid.UUID) -> HttpResponse:
    """How far the import is, and what came of it."""
    job = _job(request, district, job_id)
    context = {
        "district": district,
        "job": shown_job(request, job),
        "file": job.arguments["name"],
        "source": job.arguments["source"],
        "outcome": _outcome(request, job),
        "again": reverse("imports-progress", args=[district.pk, job.pk]),
        "back": reverse("imports", args=[district.pk]),
    }
    part = request.htmx  # type: ignore[attr-defined]  # django-htmx sets it
    return render(request, "web/parts/import_progress.html" if part else "web/import_progress.html", context)


@page("incidents.import")
def stop(request: Asked, district: District, job_id: uuid.UUID) -> HttpResponse:
    """Stop an import that waits or runs; the old version stays whole."""
    job = _job(request, district, job_id)
    if request.method == "POST":
        cancel(job)
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
    return {**job.result, "reasons": [_reason(request, one) for one in job.result["reasons"]]}


def _reason(request: Asked, one: dict[str, Any]) -> dict[str, Any]:
    reason = REASONS[one["code"]]
    language = request.speech.language
    return {
        **one,
        "what": Said(reason.what, {"value": one["value"]}).text(language),
        "remedy": Said(reason.remedy).text(language),
    }


def _run(request: Asked, run: ImportRun) -> dict[str, Any]:
    return {
        "run": run,
        "day": request.speech.day(run.finished_at.date(), year=True),
        "source": run.source.words.text(request.speech.language),
        "reasons": [_reason(request, one) for one in run.reasons[:5]],
    }
