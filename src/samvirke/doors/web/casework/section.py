"""The form of one section: made from its declaration, written by the agency whose section it is."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.engine.questions import Amount, Choice, Day, LongText, Question, Several, YesNo
from samvirke.desks.casework.facts.parts import OWN, Part
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.doors.web.casework.content import answer_said
from samvirke.doors.web.casework.room import NOTHING_WRONG, Wrong, frame, opened, version_in, wrong_in
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed

# With so many choices or fewer they all stand on the page; more are folded into a list.
FEW = 6


@require_http_methods(["GET", "HEAD", "POST"])
def _section(request: Asked, district: District, case_id: uuid.UUID, name: str) -> HttpResponse:
    """The questions with what is written; sent, stored with the version that was read, or refused where it stands."""
    view = opened(request, district, case_id)
    part = _part(view, name)
    if request.method != "POST":
        return _form(request, view, part, {one.question.name: one.value for one in part.fields})
    given, version = answers_in(request.POST, part), version_in(request)
    try:
        write_section(request.actor, case=view.case, section=name, answers=given, version=version)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _form(request, view, part, given, wrong_in(request, refusal), version != part.version, 422)
    return redirect(f"{reverse('cases-case', args=[district.pk, case_id])}#s-{name}")


show = page("casework.see-types")(_section)


def answers_in(sent: QueryDict, part: Part) -> dict[str, Any]:
    """What was typed, as the questions want it; what does not fit stays as it was typed and is refused as such."""
    return {one.question.name: _answer(sent, one.question) for one in part.fields}


def _answer(sent: QueryDict, asked: Question) -> Any:
    name = f"q-{asked.name}"
    value = sent.get(name, "").strip()
    match asked:
        case YesNo():
            return {"yes": True, "no": False}.get(value)
        case Several():
            return sent.getlist(name)
        case Amount():
            # More digits than any amount has stay as they were typed; so many can be more than a number may have.
            return int(value) if value.isascii() and value.isdigit() and len(value) < 20 else value
    return value.replace("\r\n", "\n")


def _part(view: CaseView, name: str) -> Part:
    own = (one for one in view.parts if one.kind == OWN and one.section.name == name)
    found = next(own, None)
    if found is None or not view.case.is_open or view.mine.reads_only:
        raise Http404
    return found


def _form(
    request: Asked,
    view: CaseView,
    part: Part,
    typed: Mapping[str, Any],
    wrong: Wrong = NOTHING_WRONG,
    changed_by_another: bool = False,
    status: int = 200,
) -> HttpResponse:
    """When somebody else has changed it meanwhile, what stands there now is said beside what was typed."""
    speech = request.speech
    fields = []
    for one in part.fields:
        field = _field(speech, one.question, typed.get(one.question.name), wrong.at.get(one.question.name, []))
        if changed_by_another and one.value != (typed.get(one.question.name) or None):
            nothing = speech.say(_("nothing"))
            field["now"] = answer_said(one.question, one.value, speech) if one.value is not None else nothing
        fields.append(field)
    context = frame(request, view) | {
        "wrong": wrong,
        "title": speech.say(part.section.title),
        "name": part.section.name,
        "version": part.version,
        "fields": fields,
        "changed": changed_by_another,
        "confidential": part.section.confidential,
    }
    return render(request, "web/case_section.html", context, status=status)


def _field(speech: Speech, asked: Question, value: Any, faults: list[str]) -> dict[str, Any]:
    options = [(name, speech.say(title)) for name, title in getattr(asked, "options", ())]
    chosen = [str(one) for one in value] if isinstance(value, list | tuple) else [_written(asked, value)]
    return {
        "name": asked.name,
        "label": speech.say(asked.label),
        "hint": speech.say(asked.hint) if asked.hint else "",
        "required": asked.required,
        "kind": _kind(asked),
        "value": _written(asked, value),
        "options": [(name, title, name in chosen) for name, title in options],
        "judged": bool(getattr(asked, "assessment", False)),
        "health": asked.matter == "health",
        "offence": asked.matter == "offence",
        "faults": faults,
        "now": "",
    }


def _written(asked: Question, value: Any) -> str:
    if isinstance(asked, YesNo):
        return {True: "yes", False: "no"}.get(value, "")
    return "" if value is None or isinstance(value, list | tuple) else str(value)


def _kind(asked: Question) -> str:
    match asked:
        case YesNo():
            return "yes-no"
        case Choice(options=options):
            return "radios" if len(options) <= FEW else "list"
        case Several():
            return "boxes"
        case Day():
            return "day"
        case Amount():
            return "amount"
        case LongText():
            return "long"
    return "short"
