"""A case at a meeting: for one's own eyes who sees what, and for the wall only what all in the room may see."""

from __future__ import annotations

import uuid
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samvirke.desks.casework.facts.parts import OWN
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.desks.casework.queries.shared_screen import Shared, SharedScreen, shared_screen
from samvirke.doors.web.casework.content import answer_said
from samvirke.doors.web.casework.deadlines import deadlines
from samvirke.doors.web.casework.people import people_shown
from samvirke.doors.web.casework.room import exists, frame, opened
from samvirke.doors.web.casework.sections import sections
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import now
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.registers.places.models import District


@require_GET
def _meeting(request: Asked, district: District, case_id: uuid.UUID) -> HttpResponse:
    """What the signed-in one may see, with who else sees each answer of their own: so nobody tells too much aloud."""
    view = opened(request, district, case_id)
    context = frame(request, view) | {
        "sections": sections(request.speech, view),
        "own": [_spoken(request.speech, view, one.section.name) for one in view.parts if one.kind == OWN],
        "people": people_shown(request, view),
        "deadlines": deadlines(request.speech, view),
        "agencies": [request.speech.words(one.words) for one in view.agencies.values()],
    }
    return render(request, "web/case_meeting.html", context)


show = page("casework.see-types")(_meeting)


@require_GET
def _shared(request: Asked, district: District, case_id: uuid.UUID) -> HttpResponse:
    """For the wall. Without the menu, and without a word that one agency in the room might not see."""
    exists(district, case_id)
    screen, speech = shared_screen(request.actor, case_id), request.speech
    context = {
        "district": district,
        "case": screen.case,
        "label": screen.case.label,
        "kind": speech.say(screen.form.title),
        "stage": speech.say(screen.form.stage(screen.case.stage).title),
        "agencies": [speech.words(one.words) for one in screen.agencies.values()],
        "groups": [_group(speech, screen, list(found)) for _key, found in _by_section(screen.fields)],
    }
    return render(request, "web/case_shared.html", context)


shared = page("casework.see-types")(_shared)


def _spoken(speech: Speech, view: CaseView, section: str) -> dict[str, Any]:
    """One's own answers of a section, each with the agencies that see it now."""
    part = next(one for one in view.parts if one.kind == OWN and one.section.name == section)
    given = [one for one in view.given if one.expires_at > now()]
    rows = []
    for one in part.fields:
        if one.value not in (None, "", []):
            names = {
                view.agencies[to.receiver_id]
                for to in given
                if one.path in to.fields and to.receiver_id in view.agencies
            }
            seen = speech.listed(sorted(speech.words(agency.words) for agency in names))
            said = (
                speech.say(_("Seen by {agencies}"), agencies=seen)
                if seen
                else speech.say(_("Seen by your agency alone"))
            )
            value = answer_said(one.question, one.value, speech)
            rows.append({"label": speech.say(one.question.label), "value": value, "said": said, "alone": not seen})
    return {"title": speech.say(part.section.title), "rows": rows}


def _by_section(fields: list[Shared]) -> Any:
    return groupby(fields, key=lambda one: (one.group, one.giver))


def _group(speech: Speech, screen: SharedScreen, found: list[Shared]) -> dict[str, Any]:
    first = found[0]
    section = next((one for one in screen.form.sections if one.name == first.group), None)
    return {
        "title": speech.say(section.title if section else _("People")),
        "owner": speech.words(screen.agencies[first.giver].words),
        "fields": [(one.label.text(speech.language), _value(speech, screen, one)) for one in found],
    }


def _value(speech: Speech, screen: SharedScreen, one: Shared) -> str:
    if one.path.startswith("people."):
        return speech.listed([person["name"] for person in one.value])
    return answer_said(screen.form.question(one.path), one.value, speech)
