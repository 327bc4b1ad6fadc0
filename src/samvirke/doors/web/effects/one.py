"""One design: the answer with its interval and warnings, what was fixed, what was changed, and every estimate."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.doors.web.effects.answer import answer
from samvirke.doors.web.effects.earlier import changes, earlier
from samvirke.doors.web.effects.forms import wave_in
from samvirke.doors.web.effects.shown import facts, line
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, no_such_deed, text_in, version_in, wrong_in
from samvirke.foundation.fault import Refused
from samvirke.handovers.effect_to_place import PLACE, freeze_effect
from samvirke.insight.effects.commands.enter_survey import enter_survey
from samvirke.insight.effects.commands.estimate import estimate
from samvirke.insight.effects.every import all_targets
from samvirke.insight.effects.facts.card import newest_of
from samvirke.insight.effects.facts.waves import AFTER
from samvirke.insight.effects.models import Design
from samvirke.insight.effects.queries.designs import designs
from samvirke.insight.effects.queries.tried import tried_before
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may


@require_http_methods(["GET", "HEAD", "POST"])
def _one(request: Asked, district: District, design_id: uuid.UUID) -> HttpResponse:
    """The page, or what one of its forms asks for. What was typed stays when it is refused."""
    found = designs(request.actor, district).filter(pk=design_id).first()
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
    return redirect("effects-one", district.pk, found.pk)


show = page("effects.see")(_one)


def _deed(request: Asked, found: Design) -> None:
    deeds: dict[str, Callable[[], Any]] = {
        "estimate": lambda: estimate(request.actor, design=found),
        "freeze": lambda: freeze_effect(request.actor, found),
        "survey": lambda: enter_survey(
            request.actor, design=found, version=version_in(request), wave=wave_in(request, AFTER)
        ),
    }
    wanted = deeds.get(text_in(request, "deed"))
    if wanted is None:
        raise no_such_deed()
    wanted()


def _page(request: Asked, found: Design, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    actor, speech, newest = request.actor, request.speech, newest_of(found)
    target = all_targets()[found.target].find(actor, request.district, found.key)
    context = {
        "district": request.district,
        "one": found,
        "row": line(found, newest, speech),
        "answer": answer(request, found, newest) if newest else None,
        "facts": facts(found, speech),
        "about": target.address if target else None,
        "tried": [
            (speech.say(title), said.text(speech.language))
            for title, said in tried_before(actor, request.district, found.target, found.key)
        ],
        "changes": changes(request, found),
        "earlier": earlier(request, found),
        "fixed_on": speech.day(found.registered_on, year=True),
        "may_estimate": found.is_measured and may(actor, "effects.estimate", found),
        "awaits_survey": found.is_survey and AFTER not in found.survey and may(actor, "effects.enter-survey", found),
        "may_change": may(actor, "effects.change", found),
        "may_freeze": newest is not None and found.target == PLACE and may(actor, "effects.estimate", found),
        "wrong": wrong,
        "typed": wrong.typed,
    }
    return render(request, "web/effect.html", context, status=status)
