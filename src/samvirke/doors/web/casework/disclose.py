"""Disclosing from a case, and referring it: the form, the preview by the rule that decides, and the deed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.casework.commands.disclose import disclose
from samvirke.desks.casework.models import Ask, Case
from samvirke.desks.casework.models.ask import OPEN
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.desks.casework.queries.disclosable import disclosable
from samvirke.desks.casework.queries.preview import preview
from samvirke.desks.casework.register import case_type, case_types
from samvirke.doors.web.casework.panel import consequences, day_typed, end_of_day, panel
from samvirke.doors.web.casework.room import NOTHING_WRONG, Wrong, exists, frame, opened, wrong_in
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.proof import recently_proved
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.handovers.case_referrals import send
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.identity.models import Agency


@require_http_methods(["GET", "HEAD", "POST"])
def _disclose(request: Asked, district: District, case_id: uuid.UUID) -> HttpResponse:
    """The form; sent, the preview where that was asked for, otherwise the deed. What was typed stays."""
    view = opened(request, district, case_id)
    if request.method != "POST":
        return _form(request, view, _proposed(request, view))
    if request.POST.get("deed") == "preview":
        return _form(request, view, request.POST, with_preview=True)
    try:
        _send(request, view)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _form(request, view, request.POST, wrong_in(request, refusal), with_preview=True, status=422)
    return redirect("cases-case", district.pk, case_id)


show = page("casework.see-types")(_disclose)


@require_http_methods(["POST"])
def _preview(request: Asked, district: District, case_id: uuid.UUID) -> HttpResponse:
    """Only “What happens when you send”, for the page that has the form open."""
    case = exists(district, case_id)
    return render(request, "web/parts/case_consequences.html", _seen(request, case, request.POST))


foresee = page("casework.see-types")(_preview)


def _form(
    request: Asked,
    view: CaseView,
    typed: Mapping[str, Any],
    wrong: Wrong = NOTHING_WRONG,
    with_preview: bool = False,
    status: int = 200,
) -> HttpResponse:
    found = disclosable(request.actor, view)
    if found is None:
        raise Http404
    types = [(name, request.speech.say(case_types()[name].title)) for name in _refers(view)]
    context = frame(request, view) | {
        "wrong": wrong,
        "panel": panel(request, view, found, typed),
        "question": _question(view, typed),
        "types": types,
        "refers": "refer" in typed,
        "whole_page": True,
        **(_seen(request, view.case, typed) if with_preview else {}),
    }
    return render(request, "web/case_disclose.html", context, status=status)


def _seen(request: Asked, case: Case, typed: Mapping[str, Any]) -> dict[str, Any]:
    sent = typed if isinstance(typed, QueryDict) else QueryDict()
    confirmed = bool(sent.get("confirmed"))
    necessity = sent.get("necessity", "")
    drawn = preview(request.actor, case, sent.getlist("receivers"), sent.getlist("fields"), necessity, confirmed)
    return {"seen": consequences(request, drawn, day_typed(sent)), "refers": bool(sent.get("refer"))}


def _send(request: Asked, view: CaseView) -> None:
    if not recently_proved(request):
        raise Refused.because(
            _("It is more than ten minutes since you proved who you are."),
            _("Do so in another window with the link below; what you have written stays here. Then send again."),
        )
    sent, until = request.POST, day_typed(request.POST)
    if until is None:
        raise Refused.because(_("Write until when."), _("Choose a day that lies ahead."))
    receivers = [one for name, one in view.agencies.items() if name in sent.getlist("receivers")]
    what: dict[str, Any] = {
        "fields": list(dict.fromkeys(sent.getlist("fields"))),
        "necessity": sent.get("necessity", ""),
        "expires_at": end_of_day(until),
        "confirmed": bool(sent.get("confirmed")),
    }
    if sent.get("refer"):
        send(request.actor, case=view.case, receiver=_only(receivers), to_type=sent["refer"], **what)
    else:
        asked = _asked(view, sent.get("ask", ""))
        disclose(request.actor, case=view.case, receivers=receivers, ask=asked, **what)


def _only(receivers: list[Agency]) -> Agency:
    if len(receivers) != 1:
        raise Refused.because(_("A matter is referred to one agency at a time."), _("Choose one."))
    return receivers[0]


def _asked(view: CaseView, ask: str) -> Ask | None:
    return next((one for one in view.asks if str(one.pk) == ask and one.state == OPEN), None)


def _question(view: CaseView, typed: Mapping[str, Any]) -> str:
    found = _asked(view, str(typed.get("ask", "")))
    return found.why if found else ""


def _proposed(request: Asked, view: CaseView) -> dict[str, Any]:
    """What the form holds at first: who asked, or the kind of case that it is referred to. No field is chosen ahead."""
    asked = _asked(view, request.GET.get("ask", ""))
    if asked is not None and asked.holder_id == view.mine.agency_id:
        return {"ask": str(asked.pk), "receivers": [asked.asker_id]}
    return {"refer": request.GET["refer"]} if "refer" in request.GET and _refers(view) else {}


def _refers(view: CaseView) -> list[str]:
    return [name for name in case_type(view.case.type).refers_to if view.mine.leads]
