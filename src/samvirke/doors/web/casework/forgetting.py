"""How deletion stands: cases past their time, cases without a period, and what the archive still holds back."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samvirke.desks.casework.commands.forget import settle_archive
from samvirke.desks.casework.models import Case
from samvirke.desks.casework.models.case import DELIVERED, NOT_TO_PRESERVE, UNDECIDED
from samvirke.desks.casework.queries.due import forgetting
from samvirke.doors.web.casework.wording import agency_said, kind_said
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may

ARCHIVE_SAID = {
    UNDECIDED: _("It is not settled whether it is to be preserved"),
    DELIVERED: _("Delivered to the archive"),
    NOT_TO_PRESERVE: _("Not to be preserved"),
}


@page("casework.see-types")
def listed(request: Asked, district: District) -> HttpResponse:
    """By case number; neither name nor content, and only what the reader's own agency answers for."""
    found, say = forgetting(request.actor, district.pk), request.speech.say
    groups = [
        ("overdue", say(_("Past their time")), say(_("Nothing is past its time.")), found.overdue),
        (
            "without",
            say(_("Without a period")),
            say(_("Every closed case has a period.")),
            found.without_period,
        ),
        ("coming", say(_("Next to be deleted")), say(_("No closed case waits for its time.")), found.coming),
    ]
    context = {
        "district": district,
        "groups": [(name, title, none, [_row(request, one) for one in rows]) for name, title, none, rows in groups],
        "choices": [(name, say(ARCHIVE_SAID[name])) for name in (DELIVERED, NOT_TO_PRESERVE)],
    }
    return render(request, "web/cases_forgetting.html", context)


@require_POST
def _settle(request: Asked, district: District, case_id: uuid.UUID) -> HttpResponse:
    """The archive's answer for one case."""
    found = Case.objects.filter(pk=case_id, district=district).first()
    if found is None:
        raise Http404
    settle_archive(request.actor, case=found, archive=request.POST.get("archive", ""))
    return redirect("cases-forgetting", district_id=district.pk)


settle = page("casework.see-types")(_settle)


def _row(request: Asked, one: Case) -> dict[str, Any]:
    speech = request.speech
    late = (today() - one.keep_until).days if one.keep_until else 0
    return {
        "id": one.pk,
        "number": one.label,
        "kind": kind_said(one.type, speech),
        "owner": agency_said(one.owner, speech),
        "closed": speech.day(one.closed_on, year=True) if one.closed_on else "",
        "until": speech.day(one.keep_until, year=True) if one.keep_until else "",
        "late": Said(_("{count} day past its time"), {"count": late}, _("{count} days past its time")).text(
            speech.language
        )
        if late > 0
        else "",
        "archive": speech.say(ARCHIVE_SAID[one.archive]),
        "settles": one.archive == UNDECIDED and may(request.actor, "casework.settle-archive", one),
    }
