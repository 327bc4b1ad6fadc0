"""One learning activity: planned, changed, held or called off; what it counts for follows in the same deed."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.meetings.learning_kinds import LEARNING_KINDS
from samvirke.desks.meetings.models import Learning
from samvirke.desks.meetings.models.learning import PLANNED
from samvirke.doors.web.bodies.wording import number_said
from samvirke.doors.web.learning.shown import STATES, day_said, kind_said, places_said
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import (
    NOTHING_WRONG,
    Wrong,
    day_in,
    no_such_deed,
    perhaps_day_in,
    text_in,
    version_in,
    wrong_in,
)
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.foundation.words import Said, _
from samvirke.handovers import learning_duties
from samvirke.registers.commitments.register import all_duties
from samvirke.registers.partners.queries.agencies import agencies_of
from samvirke.registers.partners.queries.owing import owing
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may, visible
from samvirke.trust.identity.models import Agency

_MOST_FIGURES = 6


@require_http_methods(["GET", "HEAD", "POST"])
def _new(request: Asked, district: District) -> HttpResponse:
    """The form of a new activity. What was typed stays when it is refused."""
    if request.method != "POST":
        return _form(request, district)
    try:
        made = learning_duties.plan(request.actor, district=district, facts=_facts(request, district))
    except NotAllowed:
        raise
    except Refused as refusal:
        return _form(request, district, wrong_in(request, refusal), status=422)
    return redirect("bodies-learning-one", district.pk, made.pk)


new = page("meetings.plan-learning")(_new)


@require_http_methods(["GET", "HEAD", "POST"])
def _one(request: Asked, district: District, learning_id: uuid.UUID) -> HttpResponse:
    """What it is about, who came, and the forms of whoever keeps the calendar."""
    rows = visible(request.actor, "meetings.see", Learning.objects.filter(district=district, pk=learning_id))
    rows = rows.select_related("district", "host", "body__district").prefetch_related("places__municipality")
    found = rows.first()
    if found is None:
        raise Http404
    if request.method != "POST":
        return _page(request, found)
    try:
        _deed(request, found)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, found, wrong_in(request, refusal), status=422)
    return redirect("bodies-learning-one", district.pk, found.pk)


show = page("meetings.see")(_one)


def _deed(request: Asked, found: Learning) -> None:
    actor, version = request.actor, version_in(request)
    deeds: dict[str, Callable[[], Any]] = {
        "change": lambda: learning_duties.change(
            actor, learning=found, version=version, facts=_facts(request, found.district)
        ),
        "hold": lambda: learning_duties.hold(
            actor,
            learning=found,
            version=version,
            day=day_in(request, "day"),
            municipalities=_codes(request),
            people=_people(request, found.district),
        ),
        "cancel": lambda: learning_duties.cancel(actor, learning=found, version=version),
    }
    wanted = deeds.get(text_in(request, "deed"))
    if wanted is None:
        raise no_such_deed()
    wanted()


def _facts(request: Asked, district: District) -> dict[str, Any]:
    host = agencies_of(request.actor, district).filter(pk=text_in(request, "host")).first()
    if host is None:
        raise Refused.because(_("It is not said who hosts it."), _("Choose an agency of the district."))
    named = text_in(request, "counts")
    body, duty = next(
        ((body, duty) for body, duty in _owed(request, district) if f"{body.pk}/{duty}" == named), (None, "")
    )
    if named and body is None:
        raise no_such_deed()
    return {
        "kind": text_in(request, "kind"),
        "subject": text_in(request, "subject"),
        "about": text_in(request, "about"),
        "host": host,
        "day": perhaps_day_in(request, "day"),
        "place": text_in(request, "place"),
        "municipalities": _codes(request),
        "body": body,
        "duty": duty,
        "invented": is_demo(),
    }


def _codes(request: Asked) -> list[int]:
    sent = request.POST.getlist("municipality")
    return [int(one) for one in sent if one.isascii() and one.isdigit() and len(one) < _MOST_FIGURES]


def _people(request: Asked, district: District) -> dict[Agency, int]:
    """The numbers that were written beside agencies; an empty field is no participant."""
    found = {}
    for agency in agencies_of(request.actor, district):
        written = text_in(request, f"people-{agency.pk}")
        if not written:
            continue
        if not (written.isascii() and written.isdigit() and len(written) <= _MOST_FIGURES):
            what = Said(_("“{written}” is no number of people."), {"written": written[:20]})
            raise Refused.because(what, _("Write a whole number, or leave it empty."))
        if int(written):
            found[agency] = int(written)
    return found


def _owed(request: Asked, district: District) -> list[Any]:
    countable = {duty for kind in LEARNING_KINDS.values() for duty in kind.fulfils}
    return owing(request.actor, district, countable)


def _choices(request: Asked, district: District) -> dict[str, Any]:
    """What the form offers to choose from."""
    speech, duties = request.speech, all_duties()
    return {
        "kinds": [(one.name, speech.say(one.title)) for one in LEARNING_KINDS.values()],
        "agencies": [(one.pk, speech.words(one.words)) for one in agencies_of(request.actor, district)],
        "municipalities": list(district.municipalities.order_by("name").values_list("code", "name")),
        "owed": [
            (f"{body.pk}/{duty}", f"{speech.words(body.words)}: {speech.say(duties[duty].title)}")
            for body, duty in _owed(request, district)
        ],
        "today": today().isoformat(),
    }


def _form(request: Asked, district: District, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    context = {
        "district": district,
        "wrong": wrong,
        "told": wrong.typed,
        "chosen": _codes(request) if wrong.reasons else [],
        **_choices(request, district),
    }
    return render(request, "web/learning_new.html", context, status=status)


def _page(request: Asked, found: Learning, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    speech, district = request.speech, request.district
    may_plan = may(request.actor, "meetings.plan-learning", district) and found.state == PLANNED
    changing = wrong.form == "change"
    parts = [(speech.words(one.agency.words), one.people) for one in found.parts.select_related("agency")]
    context = {
        "district": district,
        "one": found,
        "kind": kind_said(found.kind, speech),
        "state": speech.say(STATES[found.state]),
        "day": day_said(found, speech),
        "host": speech.words(found.host.words),
        "places": places_said(found, speech),
        "counts": speech.say(all_duties()[found.duty].title) if found.duty in all_duties() else "",
        "counts_for": speech.words(found.body.words) if found.body else "",
        "parts": parts,
        "total": number_said(sum(count for _name, count in parts), speech) if parts else "",
        "may_plan": may_plan,
        "is_ahead": found.day is not None and found.day > today(),
        "wrong": wrong,
        "told": wrong.typed if changing else _as_typed(found),
        "chosen": _codes(request) if wrong.reasons else [place.municipality_id for place in found.places.all()],
        **(_choices(request, district) if may_plan else {}),
    }
    return render(request, "web/learning_one.html", context, status=status)


def _as_typed(found: Learning) -> dict[str, str]:
    """The activity as the form would have sent it."""
    return {
        "kind": found.kind,
        "subject": found.subject,
        "about": found.about,
        "host": found.host_id,
        "day": found.day.isoformat() if found.day else "",
        "place": found.place,
        "counts": f"{found.body_id}/{found.duty}" if found.body_id else "",
    }
