"""A case on paper: only what the reader may see, and on every page who it was made for, when, and its number."""

from __future__ import annotations

import secrets
import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samvirke.desks.casework.queries.at_work import who_did
from samvirke.desks.casework.queries.course import steps
from samvirke.desks.casework.queries.printed import printed
from samvirke.doors.web.casework.chart import chart
from samvirke.doors.web.casework.course import course
from samvirke.doors.web.casework.people import people_shown
from samvirke.doors.web.casework.room import exists, frame
from samvirke.doors.web.casework.sections import sections
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.proof import proved
from samvirke.foundation.clock import COPENHAGEN, now
from samvirke.foundation.words import _
from samvirke.registers.places.models import District


@require_GET
@proved
def _paper(request: Asked, district: District, case_id: uuid.UUID) -> HttpResponse:
    """The print has a number of its own, which the trail keeps beside the name of the reader."""
    exists(district, case_id)
    copy = secrets.token_hex(4).upper()
    view, speech, moment = printed(request.actor, case_id, copy), request.speech, now().astimezone(COPENHAGEN)
    shown = frame(request, view)
    values = {
        "name": request.actor.name,
        "agency": shown["mine"],
        "day": speech.day(moment.date(), year=True),
        "time": f"{moment:%H.%M}",
        "copy": copy,
    }
    people = who_did(request.actor, view.case, view.events, view.mine.agency_id)
    context = shown | {
        "mark": speech.say(_("Printed for {name}, {agency}, {day} at {time}. Copy {copy}."), **values),
        "marks": range(12),
        "stages": chart(speech, view.case, view.form, steps(request.actor, view.case)),
        "sections": sections(speech, view),
        "people": people_shown(request, view),
        "tasks": [
            {"text": one.text, "due": speech.day(one.due_on, year=True), "done": one.done_on is not None}
            for one in view.tasks
        ],
        "course": course(speech, view, people, None, request.actor.id),
    }
    return render(request, "web/case_paper.html", context)


show = page("casework.see-types")(_paper)
