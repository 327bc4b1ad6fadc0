"""What has changed among the commitments of somebody's bodies since they were last here."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samvirke.doors.web.commitments.course import line
from samvirke.doors.web.commitments.wording import names_in, row, ways
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import now
from samvirke.registers.commitments.commands.mark_seen import mark_seen
from samvirke.registers.commitments.models import StatusReport, Step
from samvirke.registers.commitments.queries.since_last_visit import own_bodies, since_last_visit
from samvirke.registers.places.models import District


@page("commitments.see")
def since(request: Asked, district: District) -> HttpResponse:
    """The newest first, under the commitment that it is about."""
    found, speech = since_last_visit(request.actor, district), request.speech
    turns: dict[str, list[StatusReport | Step]] = {}
    for turn in found.changes:
        turns.setdefault(str(turn.commitment_id), []).append(turn)
    about = [changed[0].commitment for changed in turns.values()]
    names = names_in([*about, *found.became_late], speech)
    context = {
        **ways(request),
        "on": speech.day(found.on, year=True) if found.on else "",
        "until": found.until.isoformat(),
        "bodies": [one.words.text(speech.language) for one in own_bodies(request.actor, district.pk)],
        "late": [row(one, names) for one in found.became_late],
        "count": len(found.changes),
        "changed": [(row(one, names), [line(turn, speech) for turn in turns[str(one.pk)]]) for one in about],
    }
    return render(request, "web/commitments_since.html", context)


@require_POST
def _seen(request: Asked, district: District) -> HttpResponse:
    try:
        until = datetime.fromisoformat(request.POST.get("until", ""))
    except ValueError:
        until = now()
    mark_seen(request.actor, district=district, until=until if until.tzinfo else now())
    return redirect("commitments-since", district.pk)


seen = page("commitments.mark-seen")(_seen)
