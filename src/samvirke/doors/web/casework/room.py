"""What every page of one case begins with: the case behind the address, its heading, and how a refusal is shown."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404

from samvirke.desks.casework.engine.ready import age_on
from samvirke.desks.casework.facts.parts import people_through
from samvirke.desks.casework.models import Case
from samvirke.desks.casework.queries.case_view import NEWEST, CaseView, case_view
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.clock import COPENHAGEN, today
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District

MANY_NAMES = 3


@dataclass(frozen=True)
class Wrong:
    """A form that was refused: which one, why, and what had been typed, so that nobody types it again."""

    form: str = ""
    reasons: list[str] = field(default_factory=list)
    at: dict[str, list[str]] = field(default_factory=dict)
    typed: Mapping[str, Any] = field(default_factory=dict)


NOTHING_WRONG = Wrong()


def wrong_in(request: Asked, refusal: Refused, form: str = "") -> Wrong:
    """The refusal of a form; what has a place of its own in the form is said there."""
    language, at = request.speech.language, dict[str, list[str]]()
    for fault in refusal.faults:
        if fault.key:
            at.setdefault(fault.key, []).append(f"{fault.what.text(language)} {fault.remedy.text(language)}")
    reasons = [fault.text(language) for fault in refusal.faults if not fault.key]
    return Wrong(form or str(request.POST.get("deed", "")), reasons, at, request.POST)


def exists(district: District, case_id: uuid.UUID) -> Case:
    """The case of that address in this district. A missing one and a forbidden one are the same page."""
    case = Case.objects.select_related("owner", "declared", "district", "municipality").filter(pk=case_id)
    found = case.filter(district=district).first()
    if found is None:
        raise Http404
    return found


def opened(request: Asked, district: District, case_id: uuid.UUID) -> CaseView:
    """The case as the one who asks may see it; the reading stands in the trail."""
    exists(district, case_id)
    return case_view(request.actor, case_id, events=None if whole_course(request) else NEWEST)


def whole_course(request: Asked) -> bool:
    """Whether everything that happened was asked for, and not only the newest."""
    return request.GET.get("course") == "all"


def frame(request: Asked, view: CaseView) -> dict[str, Any]:
    """What the head of each page of the case says."""
    case, speech = view.case, request.speech
    title = speech.say(view.form.title)
    return {
        "district": request.district,
        "case": case,
        "kind": title,
        "label": case.label,
        "names": heading(request, view),
        "place": case.municipality.name if case.municipality else "",
        "mine": speech.words(view.agencies[view.mine.agency_id].words),
        "reads_only": view.mine.reads_only,
        "member": view.mine.member,
        "wrong": NOTHING_WRONG,
        "stage": speech.say(view.form.stage(case.stage).title),
    }


def heading(request: Asked, view: CaseView) -> str:
    """Whom the case is about, by name and age; nothing where nobody is named to this agency."""
    own = [(one.person.name, one.person.born) for one in view.involved if _is_subject(view, one.role)]
    names = [_with_age(request.speech, name, age_on(born, today()) if born else None) for name, born in own]
    names += [name for role, name, _through in people_through(view.received) if _is_subject(view, role)]
    found = list(dict.fromkeys(names))
    if len(found) > MANY_NAMES:
        more = Said(_("{count} more"), {"count": len(found) - MANY_NAMES}).text(request.speech.language)
        found = [*found[:MANY_NAMES], more]
    return request.speech.listed(found)


def version_in(request: Asked) -> int:
    """The version that the form was made from; 0, which overwrites nothing, where it says none."""
    written = str(request.POST.get("version", ""))
    return int(written) if written.isascii() and written.isdigit() and len(written) < 7 else 0


def day_of(speech: Speech, moment: Any) -> str:
    """The day of an instant in Copenhagen."""
    return speech.day(moment.astimezone(COPENHAGEN).date(), year=True)


def _is_subject(view: CaseView, role: str) -> bool:
    known = {one.name: one.character for one in view.form.people}
    return known.get(role, "concerned") not in ("relative", "witness")


def _with_age(speech: Speech, name: str, age: int | None) -> str:
    return name if age is None else speech.say(_("{name}, {age} years"), name=name, age=age)
