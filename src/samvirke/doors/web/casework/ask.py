"""Asking another agency for something out of a section of theirs; nobody can fetch it."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samvirke.desks.casework.commands.ask_for import ask_for
from samvirke.desks.casework.facts.parts import DISCLOSED, HIDDEN
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.doors.web.casework.room import NOTHING_WRONG, Wrong, frame, opened, wrong_in
from samvirke.doors.web.casework.sections import need_not_say_why
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed


@require_http_methods(["GET", "HEAD", "POST"])
def _ask(request: Asked, district: District, case_id: uuid.UUID) -> HttpResponse:
    """What is wanted and why; the holder answers by disclosing, or declines."""
    view = opened(request, district, case_id)
    sent = request.POST if request.method == "POST" else request.GET
    section, holder = sent.get("section", ""), sent.get("holder", "")
    known = any(
        part.section.name == section and part.agency == holder and part.kind in (DISCLOSED, HIDDEN)
        for part in view.parts
    )
    if not known or not view.case.is_open or view.mine.reads_only:
        raise Http404
    if request.method != "POST":
        return _form(request, view, section, holder)
    try:
        why = request.POST.get("why", "")
        ask_for(request.actor, case=view.case, holder=view.agencies[holder], section=section, why=why)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _form(request, view, section, holder, wrong_in(request, refusal), status=422)
    return redirect(f"{reverse('cases-case', args=[district.pk, case_id])}#s-{section}-{holder}")


show = page("casework.see-types")(_ask)


def _form(
    request: Asked, view: CaseView, section: str, holder: str, wrong: Wrong = NOTHING_WRONG, status: int = 200
) -> HttpResponse:
    speech = request.speech
    context = frame(request, view) | {
        "wrong": wrong,
        "title": speech.say(view.form.section(section).title),
        "section": section,
        "holder": holder,
        "agency": speech.words(view.agencies[holder].words),
        "no_reason": need_not_say_why(speech, view),
    }
    return render(request, "web/case_ask.html", context, status=status)
