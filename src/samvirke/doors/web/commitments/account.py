"""The yearly account: made with one click, kept in both its forms, and read here."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samvirke.doors.web.commitments.forms import number_in
from samvirke.doors.web.commitments.wording import ways
from samvirke.doors.web.shell.kept import kept_article, kept_document, kept_file, made_beside
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.work import shown_job, shown_work
from samvirke.foundation.clock import today
from samvirke.insight.briefing.account.content import ACCOUNT
from samvirke.insight.briefing.account.year import Year
from samvirke.insight.briefing.overview import council_of
from samvirke.insight.briefing.pack.content import HTML
from samvirke.registers.documents.models import Document
from samvirke.registers.documents.queries.documents import documents
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may
from samvirke.trust.jobs.commands.enqueue import enqueue
from samvirke.trust.jobs.models import Job

_YEARS_BACK = 6


@page("documents.read")
def accounts(request: Asked, district: District) -> HttpResponse:
    """Those that were made, and the form that makes one."""
    speech = request.speech
    made = documents(request.actor, ACCOUNT).filter(body__district=district, media_type=HTML)
    context = {
        **ways(request),
        "may_make": may(request.actor, "documents.keep", district) and council_of(request.actor, district.pk),
        "years": [today().year - back for back in range(_YEARS_BACK)],
        "made": [
            {
                "id": one.pk,
                "title": one.words.text(one.language),
                "day": speech.day(one.made_at.date(), year=True),
                "pdf": _pdf_of(request, one),
            }
            for one in made[:60]
        ],
    }
    return render(request, "web/accounts.html", context)


@page("documents.keep")
def make(request: Asked, district: District) -> HttpResponse:
    """Put the making of an account in the queue, and show how far it is."""
    council = council_of(request.actor, district.pk)
    if request.method != "POST" or council is None:
        return redirect("commitments-accounts", district_id=district.pk)
    year, language = number_in(request, "year"), request.speech.language
    Year(request.actor, council, year, language)  # refuses here and now a year that has not begun
    job = enqueue(request.actor, "account.make", {"body": council.pk, "year": year, "language": language})
    return redirect("commitments-account-progress", district_id=district.pk, job_id=job.pk)


@page("documents.keep")
def progress(request: Asked, district: District, job_id: uuid.UUID) -> HttpResponse:
    """How far it is; its page asks again until it is done."""
    job = Job.objects.filter(pk=job_id, name="account.make", asked_by=request.actor.id).first()
    if job is None:
        raise Http404
    kept = job.result.get("documents", {})
    names = {"html": "commitments-account-read", "pdf": "commitments-account-fetch"}
    context = {
        "district": district,
        "job": shown_job(request, job),
        "again": reverse("commitments-account-progress", args=[district.pk, job.pk]),
        "back": reverse("commitments-accounts", args=[district.pk]),
        "links": {kind: reverse(names[kind], args=[district.pk, key]) for kind, key in kept.items()},
    }
    return shown_work(request, job, "account_progress", context)


@page("documents.read")
def read(request: Asked, district: District, document_id: uuid.UUID) -> HttpResponse:
    """An account as a page of ours: the part between the body tags of the kept page."""
    document = kept_document(request, district, ACCOUNT, document_id)
    if document.media_type != HTML:
        return redirect("commitments-account-fetch", district_id=district.pk, document_id=document.pk)
    context = {
        "district": district,
        "title": document.words.text(document.language),
        "article": kept_article(request, document),
        "pdf": _pdf_of(request, document),
        "made": request.speech.day(document.made_at.date(), year=True),
    }
    return render(request, "web/account.html", context)


@page("documents.read")
def fetch(request: Asked, district: District, document_id: uuid.UUID) -> HttpResponse:
    """An account as a file."""
    return kept_file(request, kept_document(request, district, ACCOUNT, document_id))


def _pdf_of(request: Asked, page_of: Document) -> str:
    found = made_beside(request, page_of)
    return reverse("commitments-account-fetch", args=[page_of.body.district_id, found.pk]) if found else ""
