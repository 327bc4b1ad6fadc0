"""Changes a design that was fixed, with the reason; what it said stays on its page."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.doors.web.effects.forms import as_it_stands, as_typed, form, wanted_in
from samvirke.doors.web.effects.new import PROPOSE
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, text_in, version_in, wrong_in
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Words
from samvirke.insight.effects.commands.change_design import change_design
from samvirke.insight.effects.models import Design
from samvirke.insight.effects.queries.designs import designs
from samvirke.insight.effects.queries.proposals import proposals
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed, ask


@require_http_methods(["GET", "HEAD", "POST"])
def _change(request: Asked, district: District, design_id: uuid.UUID) -> HttpResponse:
    """The form as the design stands, or what it asks for."""
    found = designs(request.actor, district).filter(pk=design_id).first()
    if found is None:
        raise Http404
    ask(request.actor, "effects.change", found)
    if request.method != "POST":
        return _form(request, found, as_it_stands(found))
    try:
        wanted = wanted_in(request, found.target, found.key)
        if text_in(request, "deed") == PROPOSE:
            rows = proposals(request.actor, district, wanted)
            return _form(request, found, as_typed(request.POST), proposed=rows)
        why = text_in(request, "why")
        change_design(request.actor, design=found, version=version_in(request), wanted=wanted, why=why)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _form(request, found, as_typed(request.POST), wrong=wrong_in(request, refusal), status=422)
    return redirect("effects-one", district.pk, found.pk)


show = page("effects.see")(_change)


def _form(
    request: Asked,
    found: Design,
    told: dict[str, Any],
    wrong: Wrong = NOTHING_WRONG,
    status: int = 200,
    proposed: Any = None,
) -> HttpResponse:
    context = {
        "district": request.district,
        "one": found,
        "title": request.speech.words(Words.of(found.title)),
        "wrong": wrong,
        **form(request, told, proposed),
    }
    return render(request, "web/effects_new.html", context, status=status)
