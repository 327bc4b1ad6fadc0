"""Who is expected at a meeting and who came: members, stand-ins and guests, and who chairs."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.meetings.commands.attend import Person, attend, chair, expect
from samvirke.desks.meetings.models import Attendance, Meeting
from samvirke.desks.meetings.models.attendance import GUEST, MEMBER, SECRETARY, SIT_THERE, SUBSTITUTE
from samvirke.desks.meetings.models.meeting import AGENDA, CALLED, HELD, PLANNED, RUNNING
from samvirke.desks.meetings.queries.expected import expected
from samvirke.doors.web.meetings.agenda import works_here
from samvirke.doors.web.meetings.room import frame, ids_in, opened, reasons
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed, deed

_ROLES = {
    "chair": _("Chair"),
    "vice-chair": _("Vice-chair"),
    MEMBER: _("Member"),
    SUBSTITUTE: _("Substitute"),
    SECRETARY: _("Secretary"),
    GUEST: _("Guest"),
}
_STATES = {"expected": _("Expected"), "present": _("Present"), "apologies": _("Apologies")}
_ADDED_AS = (MEMBER, SUBSTITUTE, SECRETARY, GUEST, "chair")


@require_http_methods(["GET", "HEAD", "POST"])
def _attendance(request: Asked, district: District, meeting_id: uuid.UUID) -> HttpResponse:
    """The list, for everybody who may see the meeting; the forms for those who keep it."""
    meeting = opened(request, district, meeting_id)
    if request.method != "POST":
        return _page(request, meeting)
    try:
        _deed(request, meeting)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, meeting, reasons(request, refusal))
    return redirect("meetings-attendance", district.pk, meeting.pk)


show = page("meetings.see")(_attendance)


def _deed(request: Asked, meeting: Meeting) -> None:
    sent, actor, wanted = request.POST, request.actor, request.POST.get("deed", "")
    if wanted == "add":
        if (role := sent.get("role", "")) not in _ADDED_AS:
            raise Refused.because(_("It is not said in which role they attend."), _("Choose one."))
        expect(actor, meeting=meeting, people=[_person(request, role)])
    elif wanted == "members":
        expect(actor, meeting=meeting, people=expected(actor, meeting))
    elif wanted == "chair":
        chair(actor, meeting=meeting, attendance=_own(meeting, sent.get("who", "")))
    elif wanted == "came":
        # All of them in one deed of several rows, so that the list is stored as it stands or not at all.
        _came(request, meeting)
    else:
        raise Refused.because(_("There is no such button."), _("Reload the page."))


def _person(request: Asked, role: str) -> Person:
    """Somebody who works in the district and signs in here, or a name alone."""
    wanted = request.POST.get("account", "")
    if not wanted:
        return Person(name=request.POST.get("name", ""), role=role)
    found = next((one for one in works_here(request.district.pk) if str(one.account_id) == wanted), None)
    if found is None:
        raise Refused.because(_("Nobody who works in the district is known by that key."), _("Choose from the list."))
    return Person(found.account.name, role, found.account_id, found.agency_id)


def _came(request: Asked, meeting: Meeting) -> None:
    from_form = request.POST
    rows = list(meeting.attendances.all())
    if {*ids_in(request, "state-"), *ids_in(request, "for-")} - {one.pk for one in rows}:
        raise _nobody()
    # Those who do not come first, so that somebody may stand in for them.
    rows.sort(key=lambda one: from_form.get(f"state-{one.pk}") == "present")
    with deed(request.actor):
        for one in rows:
            state = from_form.get(f"state-{one.pk}", one.state)
            for_whom = from_form.get(f"for-{one.pk}", "")
            member = _own(meeting, for_whom) if for_whom else None
            if (state, member) != (one.state, one.stands_in_for):
                attend(request.actor, meeting=meeting, attendance=one, state=state, stands_in_for=member)


def _own(meeting: Meeting, wanted: str) -> Attendance:
    found = next((one for one in meeting.attendances.all() if str(one.pk) == wanted), None)
    if found is None:
        raise _nobody()
    return found


def _nobody() -> Refused:
    return Refused.because(
        _("The form speaks of somebody who is not on the list of this meeting."), _("Reload the page.")
    )


def _page(request: Asked, meeting: Meeting, wrong: list[str] | None = None) -> HttpResponse:
    context = frame(request, meeting, "attendance")
    rows = list(meeting.attendances.select_related("agency", "stands_in_for"))
    say = request.speech.say
    context |= {
        "rows": [_row(request, one, rows) for one in rows],
        "may_mark": context["keeps"] and meeting.state in (CALLED, RUNNING, HELD),
        "may_add": context["keeps"] and meeting.state in (PLANNED, AGENDA, CALLED, RUNNING, HELD),
        "may_chair": context["keeps"] and meeting.state in (AGENDA, CALLED, RUNNING),
        "roles": [(name, say(_ROLES[name])) for name in _ADDED_AS],
        "accounts": [
            (one.account_id, one.account.name, request.speech.words(one.agency.words))
            for one in works_here(request.district.pk)
        ]
        if context["keeps"]
        else [],
        "typed": request.POST,
        "wrong": wrong or [],
    }
    return render(request, "web/meeting_attendance.html", context, status=422 if wrong else 200)


def _agency(request: Asked, one: Attendance) -> str:
    """The agency, where the office does not say it already: some seats are an agency's as such."""
    name = request.speech.words(one.agency.words) if one.agency else ""
    office = request.speech.words(one.words) if one.words else ""
    return "" if name == office else name


def _row(request: Asked, one: Attendance, rows: list[Attendance]) -> dict[str, Any]:
    say = request.speech.say
    return {
        "pk": one.pk,
        "name": one.name,
        "office": request.speech.words(one.words) if one.words else "",
        "agency": _agency(request, one),
        "role": say(_ROLES[one.role]),
        "chairs": one.chairs,
        "state": say(_STATES[one.state]),
        "states": [(name, say(words), name == one.state) for name, words in _STATES.items()],
        "stands_in": one.stands_in_for.name if one.stands_in_for else "",
        "may_stand_in": one.role == SUBSTITUTE,
        "members": [
            (other.pk, other.name, other.pk == one.stands_in_for_id)
            for other in rows
            if other.role in SIT_THERE and other.pk != one.pk
        ],
        "may_chair": not one.chairs and (one.role in SIT_THERE or one.stands_in_for_id is not None),
    }
