"""How far a piece of work is, as pages show it."""

from __future__ import annotations

from typing import Any

from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.fault import Fault
from samvirke.foundation.words import _
from samvirke.trust.jobs.models import Job

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
