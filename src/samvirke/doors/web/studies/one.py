"""One study: how far it is, what it found, what is different since last time, and its files."""

from __future__ import annotations

import uuid
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.work import shown_job, shown_work
from samvirke.doors.web.studies.wording import about, method_of, parameters_said, question_of, title_of
from samvirke.foundation.tables import CSV_TYPE, XLSX_TYPE, as_csv, as_xlsx
from samvirke.insight.studies.commands.ask_study import ask_study
from samvirke.insight.studies.commands.stop_study import stop_study
from samvirke.insight.studies.engine.difference import difference
from samvirke.insight.studies.every import every_kind
from samvirke.insight.studies.formed import formed_again
from samvirke.insight.studies.map_file import MEDIA_TYPES, shapes_of, write_map_file
from samvirke.insight.studies.models import Study
from samvirke.insight.studies.queries.studies import studies
from samvirke.insight.studies.standing import is_outdated, work_of
from samvirke.registers.incidents.queries.store import open_store
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may

_ROWS_SHOWN = 500


@page("studies.read")
def read(request: Asked, district: District, study_id: uuid.UUID) -> HttpResponse:
    """The study, answered or on its way; a part of the page that has waited is told to show the whole."""
    study = _study(request, district, study_id)
    context = {
        "district": district,
        "study": study,
        "title": title_of(study, request.speech),
        "question": question_of(study.kind, request.speech),
        "about": about(study, district, request.speech),
        "again": reverse("studies-read", args=[district.pk, study.pk]),
        "back": reverse("studies", args=[district.pk]),
        "may_ask": may(request.actor, "studies.ask", district),
        "parameters": parameters_said(study, request.speech),
    }
    job = work_of(study)
    if study.is_answered and not request.htmx:  # type: ignore[attr-defined]  # django-htmx sets it
        return render(request, "web/study.html", {**context, **_answered(request, district, study)})
    if job is None:
        return render(request, "web/study_progress.html", {**context, "job": None}, status=422)
    return shown_work(request, job, "study_progress", {**context, "job": shown_job(request, job)})


def _answered(request: Asked, district: District, study: Study) -> dict[str, Any]:
    shown = _shown(study, request)
    head, *rows = shown["table"]
    declared = every_kind().get(study.kind)
    older = study.replaces
    newer = Study.objects.filter(replaces=study).first()
    return {
        "head": head,
        "rows": rows[:_ROWS_SHOWN],
        "more": max(len(rows) - _ROWS_SHOWN, 0),
        "notes": shown["notes"],
        "caution": shown["caution"],
        "method": method_of(study.kind, request.speech) if declared else "",
        "reference": declared.analysis.about.reference if declared else "",
        "finished": request.speech.day(study.finished_at.date(), year=True) if study.finished_at else "",
        "seconds": study.seconds,
        "sources": list(study.made_from["sources"].items()),
        "outdated": newer is None and is_outdated(study, open_store(request.actor, district)),
        "newer": newer,
        "older": older,
        "map_files": list(MEDIA_TYPES) if study.found.get("places") else [],
        "different": difference(_shown(older, request)["table"], shown["table"])
        if older is not None and older.is_answered
        else None,
    }


@page("studies.stop")
def stop(request: Asked, district: District, study_id: uuid.UUID) -> HttpResponse:
    """Stop it; nothing of it is kept."""
    study = _study(request, district, study_id)
    if request.method == "POST":
        stop_study(request.actor, study=study)
    return redirect("studies-read", district_id=district.pk, study_id=study.pk)


@page("studies.ask")
def again(request: Asked, district: District, study_id: uuid.UUID) -> HttpResponse:
    """Ask the same of the data as they are now."""
    study = _study(request, district, study_id)
    if request.method == "POST":
        study = ask_study(request.actor, district=district, study=formed_again(study))
    return redirect("studies-read", district_id=district.pk, study_id=study.pk)


@page("studies.read")
def chart(request: Asked, district: District, study_id: uuid.UUID) -> HttpResponse:
    """The picture of the answer."""
    drawing = _shown(_answered_study(request, district, study_id), request)["chart"]
    return HttpResponse(drawing, content_type="image/svg+xml")


@page("studies.read")
def answer(request: Asked, district: District, study_id: uuid.UUID) -> HttpResponse:
    """Everything that is needed to do it again, and what came of it, as JSON."""
    study = _answered_study(request, district, study_id)
    found = {
        "study": str(study.pk),
        "kind": study.kind,
        "method_version": study.method_version,
        "samvirke": study.program_version,
        "categories": study.categories,
        "area": study.area,
        "first": study.first,
        "after": study.after,
        "parameters": study.parameters,
        "seed": study.seed,
        "made_from": study.made_from,
        "digest": study.digest,
        "n": study.n,
        "seconds": study.seconds,
        "ran_on": study.ran_on,
        "result": study.found["result"],
    }
    response = JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="{study.kind}-{study.pk}.json"'
    return response


@page("studies.read")
def table(request: Asked, district: District, study_id: uuid.UUID, ending: str) -> HttpResponse:
    """The table of the answer as CSV or XLSX."""
    if ending not in ("csv", "xlsx"):
        raise Http404
    study = _answered_study(request, district, study_id)
    head, *rows = _shown(study, request)["table"]
    body = as_csv(head, rows) if ending == "csv" else as_xlsx(title_of(study, request.speech), head, rows)
    response = HttpResponse(body, content_type=CSV_TYPE if ending == "csv" else XLSX_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{study.kind}-{study.pk}.{ending}"'
    return response


@page("studies.read")
def places(request: Asked, district: District, study_id: uuid.UUID, ending: str) -> HttpResponse:
    """Where the answer is, as a file for maps."""
    kept = _answered_study(request, district, study_id).found.get("places")
    if ending not in MEDIA_TYPES or not kept:
        raise Http404
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"places.{ending}"
        write_map_file(path, shapes_of(kept), district.crs)
        response = HttpResponse(path.read_bytes(), content_type=MEDIA_TYPES[ending])
    response["Content-Disposition"] = f'attachment; filename="{study_id}.{ending}"'
    return response


def _shown(study: Study, request: Asked) -> dict[str, Any]:
    shown: dict[str, Any] = study.found["shown"][request.speech.language]
    return shown


def _study(request: Asked, district: District, study_id: uuid.UUID) -> Study:
    found = studies(request.actor, district).filter(pk=study_id).defer(None).select_related("replaces").first()
    if found is None:
        raise Http404
    return found


def _answered_study(request: Asked, district: District, study_id: uuid.UUID) -> Study:
    study = _study(request, district, study_id)
    if not study.is_answered:
        raise Http404
    return study
