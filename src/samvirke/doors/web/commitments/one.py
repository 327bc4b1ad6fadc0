"""One commitment: where it came from, what became of it, and the forms that report on it or change it."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.doors.web.commitments.course import course_shown
from samvirke.doors.web.commitments.forms import (
    NOTHING_WRONG,
    Wrong,
    facts_in,
    number_in,
    owners_to_choose,
    wrong_in,
)
from samvirke.doors.web.commitments.wording import PREVENTIONS, REPORTED, SORTS, names_in, row, standing
from samvirke.doors.web.effects.beside import beside
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import how_often
from samvirke.foundation.words import _
from samvirke.registers.commitments.commands.change import change
from samvirke.registers.commitments.commands.report import report
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import OPEN
from samvirke.registers.commitments.queries.answering import can_answer
from samvirke.registers.commitments.queries.commitments import commitments
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may


@require_http_methods(["GET", "HEAD", "POST"])
def _one(request: Asked, district: District, commitment_id: uuid.UUID) -> HttpResponse:
    """Its page; a form that is refused comes back with what was typed."""
    found = commitments(request.actor, district.pk).select_related("person").filter(pk=commitment_id).first()
    if found is None:
        raise Http404
    if request.method != "POST":
        return _page(request, found)
    deed = request.POST.get("deed", "")
    try:
        _done(request, district, found, deed)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, found, wrong_in(request, refusal, deed), status=422)
    return redirect("commitments-one", district.pk, found.pk)


show = page("commitments.see")(_one)


def _done(request: Asked, district: District, found: Commitment, deed: str) -> None:
    version, sent = number_in(request, "version"), request.POST
    if deed == "change":
        change(request.actor, commitment=found, version=version, **_kept(found, facts_in(request, district)))
        return
    report(
        request.actor,
        commitment=found,
        version=version,
        said=sent.get("said", ""),
        state=sent.get("state", ""),
        evidence=sent.get("evidence", ""),
    )


def _kept(found: Commitment, facts: dict[str, Any]) -> dict[str, Any]:
    """Words that were not touched keep their other languages; those that were would contradict them."""
    for name in ("title", "text"):
        before = getattr(found, name)
        if facts[name].items() <= before.items():
            facts[name] = before
    return facts


def _page(request: Asked, found: Commitment, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    speech, district = request.speech, found.district
    may_change = found.state == OPEN and may(request.actor, "commitments.change", found)
    context = {
        "district": district,
        "one": row(found, names_in([found], speech)),
        "standing": standing(found, speech),
        "facts": _facts(request, found),
        "course": course_shown(request, found),
        "effect": beside(request, "measure", str(found.pk)) if found.sort == "measure" else None,
        "version": found.version,
        "wrong": wrong,
        "may_report": found.state == OPEN and may(request.actor, "commitments.report", found),
        "may_change": may_change,
        "states": [(name, speech.say(title)) for name, title in REPORTED.items()],
        **(form_of(request, district, found) if may_change else {}),
    }
    return render(request, "web/commitment.html", context, status=status)


def form_of(request: Asked, district: District, found: Commitment | None) -> dict[str, Any]:
    """What the form of a commitment offers, filled with what it says now."""
    speech = request.speech
    chosen = request.POST.getlist("owners") or (found.owners if found else [])
    places = request.POST.getlist("municipalities") or [str(code) for code in (found.municipalities if found else [])]
    people = [(one.pk, one.name) for one in can_answer(request.actor, district)]
    return {
        "found": found,
        "found_title": found.words.text(speech.language) if found else "",
        "found_text": speech.words(found.text) if found else "",
        "owners": owners_to_choose(request, district, chosen),
        "people": people,
        "sorts": [(name, speech.say(title)) for name, title in SORTS.items()],
        "preventions": [(name, speech.say(title)) for name, title in PREVENTIONS.items()],
        "municipalities": [(one.pk, one.name, str(one.pk) in places) for one in district.municipalities.all()],
    }


def _facts(request: Asked, one: Commitment) -> list[tuple[str, str]]:
    """What it states of itself, each with its name; what is not stated is left out."""
    speech = request.speech
    places = district_names(one)
    said = [
        (_("Who answers for it"), one.person.name if one.person else speech.say(_("nobody yet"))),
        (_("Begins"), speech.day(one.begins, year=True) if one.begins else ""),
        (_("How often"), how_often(one.times, one.per).text(speech.language) if one.times and one.per else ""),
        (_("Where"), ", ".join(part for part in (one.area, speech.listed(places)) if part)),
        (_("How much"), one.dose),
        (_("For whom"), one.audience),
        (_("Cost"), speech.say(_("{cost} kroner"), cost=speech.number(one.cost)) if one.cost is not None else ""),
        (_("Prevention"), speech.say(PREVENTIONS[one.prevention]) if one.prevention else ""),
        (_("Can it be measured?"), speech.say(_("Yes")) if one.measurable else _why_not(request, one)),
    ]
    return [(speech.say(name), value) for name, value in said if value]


def district_names(one: Commitment) -> list[str]:
    """The names of the municipalities it is about."""
    return list(one.district.municipalities.filter(pk__in=one.municipalities).values_list("name", flat=True))


def _why_not(request: Asked, one: Commitment) -> str:
    why = request.speech.words(one.why_not) if one.why_not else ""
    return request.speech.say(_("Not as written: {why}"), why=why) if why else request.speech.say(_("Not as written"))
