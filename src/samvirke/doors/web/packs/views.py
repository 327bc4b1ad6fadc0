"""Meeting packs: one click makes one, and both forms of it are kept."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samvirke.doors.web.shell.kept import kept_article, kept_document, kept_file, made_beside
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.work import shown_job, shown_work
from samvirke.foundation.period import Period, read_period
from samvirke.foundation.words import LANGUAGES
from samvirke.insight.briefing.figures import latest_quarter
from samvirke.insight.briefing.pack.content import HTML, PACK
from samvirke.insight.briefing.pack.occasion import WITH_PAPERS, Occasion
from samvirke.insight.indicators.facts import Facts
from samvirke.registers.documents.models import Document
from samvirke.registers.documents.queries.documents import documents
from samvirke.registers.partners.queries.bodies import bodies, body_called
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may
from samvirke.trust.jobs.commands.enqueue import enqueue
from samvirke.trust.jobs.models import Job

_QUARTERS_BACK = 12


@page("documents.read")
def packs(request: Asked, district: District) -> HttpResponse:
    """Those that were made, and the form that makes one."""
    facts = Facts(request.actor, district)
    made = documents(request.actor, PACK).filter(body__district=district)
    context = {
        "district": district,
        "may_make": may(request.actor, "documents.keep", district),
        "bodies": [
            (one.pk, one.words.text(request.speech.language), one.pk == request.GET.get("body"))
            for one in bodies(request.actor).filter(district=district, kind__in=WITH_PAPERS).order_by("kind", "id")
        ],
        "quarters": [(str(one), request.speech.period(one)) for one in _quarters(facts)],
        "packs": _by_pack(request, list(made[:200])),
    }
    return render(request, "web/packs.html", context)


@page("documents.keep")
def make(request: Asked, district: District) -> HttpResponse:
    """Put the making of a pack in the queue, and show how far it is."""
    if request.method != "POST":
        return redirect("packs", district_id=district.pk)
    body = body_called(request.actor, request.POST.get("body", ""))
    if body.district_id != district.pk:
        raise Http404
    quarter = read_period(request.POST.get("quarter", ""), "quarter")
    language = request.POST.get("language", request.speech.language)
    spoken = language if language in LANGUAGES else request.speech.language
    Occasion(request.actor, body, quarter, spoken)  # refuses here and now what has no pack
    job = enqueue(request.actor, "packs.make", {"body": body.pk, "quarter": str(quarter), "language": spoken})
    return redirect("packs-progress", district_id=district.pk, job_id=job.pk)


@page("documents.keep")
def progress(request: Asked, district: District, job_id: uuid.UUID) -> HttpResponse:
    """How far the pack is; its page asks again until it is done."""
    job = Job.objects.filter(pk=job_id, name="packs.make", asked_by=request.actor.id).first()
    if job is None:
        raise Http404
    kept = job.result.get("documents", {})
    context = {
        "district": district,
        "job": shown_job(request, job),
        "again": reverse("packs-progress", args=[district.pk, job.pk]),
        "back": reverse("packs", args=[district.pk]),
        "links": {
            kind: reverse(f"packs-{'read' if kind == 'html' else 'fetch'}", args=[district.pk, key])
            for kind, key in kept.items()
        },
    }
    return shown_work(request, job, "pack_progress", context)


@page("documents.read")
def read(request: Asked, district: District, document_id: uuid.UUID) -> HttpResponse:
    """A pack as a page of ours: the part between the body tags of the kept page."""
    document = kept_document(request, district, PACK, document_id)
    if document.media_type != HTML:
        return redirect("packs-fetch", district_id=district.pk, document_id=document.pk)
    pdf = made_beside(request, document)
    context = {
        "district": district,
        "title": document.words.text(document.language),
        "article": kept_article(request, document),
        "pdf": reverse("packs-fetch", args=[district.pk, pdf.pk]) if pdf else "",
        "made": request.speech.day(document.made_at.date(), year=True),
    }
    return render(request, "web/pack.html", context)


@page("documents.read")
def fetch(request: Asked, district: District, document_id: uuid.UUID) -> HttpResponse:
    """A pack as a file."""
    return kept_file(request, kept_document(request, district, PACK, document_id))


def _quarters(facts: Facts) -> list[Period]:
    latest = latest_quarter(facts)
    return [one for one in reversed(latest.back(_QUARTERS_BACK)) if facts.store.covers(one)] if latest else []


def _by_pack(request: Asked, made: list[Document]) -> list[dict[str, Any]]:
    """One line a pack: its page and its file were kept together."""
    speech = request.speech
    lines: dict[tuple[object, ...], dict[str, Any]] = {}
    for one in made:
        key = (one.body_id, one.period, one.language, one.made_at.replace(microsecond=0, second=0))
        line = lines.setdefault(
            key,
            {
                "title": one.words.text(one.language),
                "body": one.body.words.text(speech.language),
                "made": speech.day(one.made_at.date(), year=True),
                "language": one.language,
            },
        )
        line["read" if one.media_type == HTML else "fetch"] = one.pk
    return list(lines.values())
