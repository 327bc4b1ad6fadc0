"""The supervisors' review: readings with a reason to look at them, and a place to say what was found."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.home import is_casework_on
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible
from samvirke.trust.audit.models import Line
from samvirke.trust.oversight.commands.mark_reviewed import mark_reviewed
from samvirke.trust.oversight.queries.review import Flagged, review
from samvirke.trust.oversight.thresholds import thresholds

_SHOWN = 100


@page("audit.review")
def listed(request: Asked, district: District) -> HttpResponse:
    """What waits for somebody to look at it, and what has been looked at."""
    found, said = _flagged(request.actor, district), thresholds()
    waiting = [one for one in found if one.reviewed is None]
    done = [one for one in found if one.reviewed is not None]
    context = {
        "district": district,
        "waiting": [_shown(request, one) for one in waiting[:_SHOWN]],
        "more": _more(request, len(waiting)),
        "done": [_shown(request, one) for one in done[:_SHOWN]],
        "told": request.speech.say(
            _(
                "Shown are readings of the last {days} days about a person whom at least {accounts} accounts have read"
                " about, readings that the reader did nothing about within {follow_up} days, readings about somebody"
                " whom the reader is known to be close to, readings outside {opens}–{closes} on working days, and by"
                " lot one in {one_in} of all others."
            ),
            days=said.days,
            accounts=said.accounts,
            follow_up=said.follow_up_days,
            opens=said.opens,
            closes=said.closes,
            one_in=said.one_in,
        ),
    }
    return render(request, "web/audit.html", context)


def _flagged(actor: Actor, district: District) -> list[Flagged]:
    if not is_casework_on():
        return review(actor, district)
    # Only then is the wing installed.
    from samvirke.handovers.case_oversight import review_with_cases

    return review_with_cases(actor, district)


@require_POST
def _mark(request: Asked, district: District, seq: int) -> HttpResponse:
    line = visible(request.actor, "audit.review-deed", Line.objects.filter(pk=seq)).first()
    if line is None:
        raise Http404
    mark_reviewed(request.actor, line=line, said=request.POST.get("note", ""))
    return redirect(f"{reverse('audit', args=[district.pk])}#l-{seq}")


mark = page("audit.review")(_mark)


def _more(request: Asked, count: int) -> str:
    if count <= _SHOWN:
        return ""
    return str(request.speech.say(_("The newest {shown} of {count} are shown."), shown=_SHOWN, count=count))


def _shown(request: Asked, one: Flagged) -> dict[str, Any]:
    speech, at = request.speech, one.line.at.astimezone(COPENHAGEN)
    forgotten = Said(_("forgotten"))
    return {
        "seq": one.line.seq,
        "day": speech.day(at.date(), year=True),
        "time": f"{at:%H:%M}",
        "name": one.name or forgotten.text(speech.language),
        "agency": one.line.agency,
        "action": one.line.action,
        "ground": one.line.ground,
        "purpose": one.line.purpose,
        "things": one.line.things[:3],
        "reasons": [reason.text(speech.language) for reason in one.reasons],
        "note": one.reviewed.note if one.reviewed else "",
        "reviewed": speech.day(one.reviewed.at.astimezone(COPENHAGEN).date(), year=True) if one.reviewed else "",
    }
