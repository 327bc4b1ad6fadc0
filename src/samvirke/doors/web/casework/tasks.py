"""Giving a task in a case and finishing one, from the page of the case."""

from __future__ import annotations

import uuid
from datetime import date

from samvirke.desks.casework.models import Case, TaskText
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.words import Said, _
from samvirke.handovers.case_tasks import finish, give
from samvirke.trust.identity.models import Agency


def done(request: Asked, case: Case) -> None:
    """What the form asked for. Raises `Refused` with the place in the form where something is missing."""
    if request.POST.get("deed") == "finish-task":
        return finish(request.actor, case=case, task=_task(request, case))
    agency = Agency.objects.filter(pk=request.POST.get("agency", "")).first()
    if agency is None:
        raise Refused.because(_("It is not said who is to do it."), _("Choose an agency."))
    given = {"text": request.POST.get("text", ""), "due": date_in(request, "due")}
    give(request.actor, case=case, agency=agency, **given)  # type: ignore[arg-type]  # a text and a date
    return None


def date_in(request: Asked, name: str) -> date:
    """The date that a field of the form holds. Raises `Refused` where it holds none."""
    try:
        return date.fromisoformat(request.POST.get(name, ""))
    except ValueError:
        what, remedy = Said(_("The date is missing or cannot be read.")), Said(_("Write a date, such as 2024-08-20."))
        raise Refused(Fault(what, remedy, key=name)) from None


def _task(request: Asked, case: Case) -> TaskText:
    try:
        wanted = uuid.UUID(request.POST.get("task", ""))
    except ValueError:
        wanted = uuid.UUID(int=0)
    found = TaskText.objects.filter(pk=wanted, case=case, agency__in=request.actor.agencies).first()
    if found is None:
        raise Refused.because(_("There is no such task."), _("Reload the page."))
    return found
