"""The people of a case: naming somebody in a part of it, taking them out, and a CPR number that is shown once."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samvirke.desks.casework.engine.declaration import Role
from samvirke.desks.casework.engine.ready import age_on
from samvirke.desks.casework.facts.parts import people_through
from samvirke.desks.casework.models import Involved
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.doors.web.casework.room import NOTHING_WRONG, Wrong, frame, opened, wrong_in
from samvirke.doors.web.casework.tasks import date_in
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.handovers.case_people import correct_named, name_person, take_out
from samvirke.registers.persons.queries.show_cpr import show_cpr
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed


@require_http_methods(["GET", "HEAD", "POST"])
def _people(request: Asked, district: District, case_id: uuid.UUID) -> HttpResponse:
    """Who is named, by whom; and the form for one more."""
    view = opened(request, district, case_id)
    if request.method != "POST":
        return _page(request, view)
    try:
        _deed(request, view)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, view, wrong_in(request, refusal), status=422)
    return redirect("cases-people", district.pk, case_id)


show = page("casework.see-types")(_people)


@require_http_methods(["POST"])
def _number(request: Asked, district: District, case_id: uuid.UUID, involved_id: uuid.UUID) -> HttpResponse:
    """One CPR number in clear, in this answer alone; the look stands in the trail."""
    view = opened(request, district, case_id)
    one = _involved(view, str(involved_id))
    context = frame(request, view) | {
        "number": show_cpr(request.actor, person=one.person),
        "person": one.person.name,
    }
    parts = request.headers.get("HX-Request") == "true"
    return render(request, "web/parts/case_number.html" if parts else "web/case_number.html", context)


number = page("casework.see-types")(_number)


def people_shown(request: Asked, view: CaseView) -> list[dict[str, Any]]:
    """One's own first, then those who were disclosed, with through what."""
    speech = request.speech
    own = [
        {
            "id": one.pk,
            "key": str(one.pk),
            "name": one.person.name,
            "role": _title(speech, view, one.role),
            "born": _born(speech, one.person.born),
            "born_on": one.person.born.isoformat() if one.person.born else "",
            "protected": one.person.protected,
            "has_cpr": bool(one.person.cpr_sealed),
            "show": reverse("cases-number", args=[view.case.district_id, view.case.pk, one.pk]),
            "through": "",
        }
        for one in view.involved
    ]
    return own + [
        {
            "name": name,
            "role": _title(speech, view, role),
            "through": speech.say(
                _("through {number} from {agency}"), number=one.label_said, agency=_giver(speech, view, one.giver_id)
            ),
        }
        for role, name, one in people_through(view.received)
    ]


def _deed(request: Asked, view: CaseView) -> None:
    if request.POST.get("deed") == "take-out":
        return take_out(request.actor, case=view.case, involved=_involved(view, request.POST.get("involved", "")))
    sent = request.POST
    if sent.get("deed") == "correct":
        one = _involved(view, sent.get("involved", ""))
        born = date_in(request, "born") if sent.get("born") else None
        return correct_named(request.actor, case=view.case, involved=one, name=sent.get("name", ""), born=born)
    name_person(
        request.actor,
        case=view.case,
        agency=view.agencies[view.mine.agency_id],
        role=sent.get("role", ""),
        name=sent.get("name", ""),
        born=date_in(request, "born") if sent.get("born") else None,
        cpr=sent.get("cpr", ""),
        protected=bool(sent.get("protected")),
    )
    return None


def _page(request: Asked, view: CaseView, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    roles = [(one.name, request.speech.say(one.title), _of_age(request.speech, one)) for one in view.form.people]
    context = frame(request, view) | {
        "wrong": wrong,
        "people": people_shown(request, view),
        "roles": roles,
        "may_write": view.case.is_open and not view.mine.reads_only,
    }
    return render(request, "web/case_people.html", context, status=status)


def _involved(view: CaseView, wanted: str) -> Involved:
    found = next((one for one in view.involved if str(one.pk) == wanted), None)
    if found is None:
        raise Http404
    return found


def _of_age(speech: Speech, role: Role) -> str:
    if role.ages is None:
        return ""
    return speech.say(_("{youngest} to {oldest} years"), youngest=role.ages[0], oldest=role.ages[1])


def _born(speech: Speech, born: date | None) -> str:
    if born is None:
        return speech.say(_("age not known"))
    return speech.say(_("born {day}, {age} years"), day=speech.day(born, year=True), age=age_on(born, today()))


def _title(speech: Speech, view: CaseView, role: str) -> str:
    return next((speech.say(one.title) for one in view.form.people if one.name == role), role)


def _giver(speech: Speech, view: CaseView, agency: str) -> str:
    return speech.words(view.agencies[agency].words) if agency in view.agencies else agency
