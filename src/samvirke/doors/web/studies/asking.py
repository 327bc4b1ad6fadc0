"""The studies of a district, and the form that asks for a new one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.studies.wording import line_of, method_of, question_of
from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.insight.studies.commands.ask_study import ask_study
from samvirke.insight.studies.engine.asked import questions
from samvirke.insight.studies.every import every_kind
from samvirke.insight.studies.formed import formed
from samvirke.insight.studies.models import Study
from samvirke.insight.studies.queries.studies import studies
from samvirke.registers.incidents.categories import categories
from samvirke.registers.incidents.queries.store import open_store
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may

_LISTED = 100
_PARAMETER = "parameter-"


@page("studies.read")
def studies_of(request: Asked, district: District) -> HttpResponse:
    """What can be asked, and what has been."""
    speech = request.speech
    found = studies(request.actor, district).filter(replaced_by__isnull=True)[:_LISTED]
    context = {
        "district": district,
        "may_ask": may(request.actor, "studies.ask", district),
        "has_data": not open_store(request.actor, district).is_empty,
        "kinds": [
            {
                "name": name,
                "question": question_of(name, speech),
                "method": method_of(name, speech),
                "reads": speech.say(kind.reads),
            }
            for name, kind in every_kind().items()
        ],
        "studies": [line_of(one, district, speech) for one in found],
    }
    return render(request, "web/studies.html", context)


@page("studies.ask")
def new(request: Asked, district: District, kind: str) -> HttpResponse:
    """The form of a kind of study; what cannot be asked is said at the form, which keeps what was written."""
    if kind not in every_kind():
        raise Http404
    faults: tuple[Fault, ...] = ()
    if request.method == "POST":
        try:
            study = _asked(request, district, kind)
        except Refused as refusal:
            faults = refusal.faults
        else:
            return redirect("studies-read", district_id=district.pk, study_id=study.pk)
    return render(request, "web/study_new.html", _form(request, district, kind, faults), status=422 if faults else 200)


def _asked(request: Asked, district: District, kind: str) -> Study:
    given = request.POST
    names = {one.name for one in questions(every_kind()[kind].analysis)}
    area = given.get("area", "")
    study = formed(
        district,
        kind,
        categories=given.getlist("categories"),
        first=_day(given.get("first", ""), "first"),
        after=_day(given.get("after", ""), "after"),
        area=int(area) if area.isascii() and area.isdigit() and int(area) < 10_000 else None,
        parameters={name: given.get(_PARAMETER + name, "") for name in names},
        seed=_whole(given.get("seed", "")),
        title=given.get("title", ""),
        keep_current=given.get("keep_current") == "on",
    )
    return ask_study(request.actor, district=district, study=study)


def _form(request: Asked, district: District, kind: str, faults: tuple[Fault, ...]) -> dict[str, Any]:
    speech, given = request.speech, request.POST
    store, declared = open_store(request.actor, district), every_kind()[kind]
    last = None if store.is_empty else store.last_day
    period = (date(last.year - 1, last.month, 1), date(last.year, last.month, 1)) if last else ("", "")
    chosen = set(given.getlist("categories"))
    return {
        "district": district,
        "kind": kind,
        "question": question_of(kind, speech),
        "method": method_of(kind, speech),
        "caution": speech.say(declared.analysis.about.caution),
        "reads": speech.say(declared.reads),
        "faults": [one.text(speech.language) for one in faults],
        "given": given,
        "first": given.get("first") or str(period[0]),
        "after": given.get("after") or str(period[1]),
        "reported": _choices(speech, chosen, found=False),
        "found": _choices(speech, chosen, found=True),
        "areas": [(str(one.pk), one.name, str(one.pk) == given.get("area")) for one in district.municipalities.all()],
        "parameters": [
            {
                "name": _PARAMETER + one.name,
                "label": one.label.text(speech.language),
                "help": one.help.text(speech.language),
                "written": given.get(_PARAMETER + one.name, one.written),
                "choices": one.choices,
            }
            for one in questions(declared.analysis)
        ],
    }


def _choices(speech: Speech, chosen: set[str], *, found: bool) -> list[tuple[str, str, bool]]:
    """The categories of what is reported, or of what the police find themselves; none of either is chosen at first."""
    return [
        (code, one.words.text(speech.language), code in chosen)
        for code, one in categories().items()
        if one.found is found
    ]


def _day(text: str, key: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        what = Said(_("“{value}” is no date."), {"value": text})
        raise Refused.because(what, _("Write it as 2024-08-20."), key=key) from error


def _whole(text: str) -> int | None:
    if not text.strip():
        return None
    if not (text.strip().isascii() and text.strip().isdigit()):
        what = Said(_("“{value}” is no whole number."), {"value": text})
        raise Refused.because(what, _("Write digits alone, or leave it empty."), key="seed")
    return int(text)
