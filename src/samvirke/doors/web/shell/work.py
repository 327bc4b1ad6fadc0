"""How far a piece of work is, as pages show it: the page asks again by itself until the work has ended."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django_htmx.http import HttpResponseClientRefresh

from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.fault import Fault
from samvirke.foundation.words import _
from samvirke.trust.jobs.models import Job
from samvirke.trust.jobs.models.job import FAILED

_STATES = {
    "waiting": _("Waiting for its turn"),
    "running": _("Under way"),
    "done": _("Done"),
    "failed": _("It could not be done"),
    "cancelled": _("Stopped"),
}


def shown_job(request: Asked, job: Job) -> dict[str, Any]:
    """State, share done, what it is busy with, and why it failed."""
    language = request.speech.language
    return {
        "id": job.pk,
        "state": job.state,
        "open": job.is_open,
        "said": request.speech.say(_STATES[job.state]),
        "percent": round(100 * job.progress),
        "doing": job.doing_said.text(language) if job.doing.get("message") else "",
        "faults": [Fault.of(one).text(language) for one in job.fault],
    }


def shown_work(
    request: Asked, job: Job, template: str, context: dict[str, Any], is_wrong: bool = False
) -> HttpResponse:
    """The page of a piece of work; 422 when what was given was wrong.

    A page that has waited in the browser asks for its part only. Once the work has ended it is told to load itself
    again, so that how it ended is a page like any other, with its own status.
    """
    if request.htmx:  # type: ignore[attr-defined]  # django-htmx sets it
        if job.is_open:
            return render(request, f"web/parts/{template}.html", context)
        return HttpResponseClientRefresh()
    wrong = is_wrong or job.state == FAILED
    return render(request, f"web/{template}.html", context, status=422 if wrong else 200)
