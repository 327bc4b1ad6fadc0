"""Everything that the page of one deployment shows, and the forms that it offers to whoever asks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from samvirke.desks.deployments.engine.kind import Choice, Kind
from samvirke.desks.deployments.facts.allowed import has_asked_for, is_for
from samvirke.desks.deployments.models import Deployment, Finding, StepTaken
from samvirke.desks.deployments.models.deployment import DONE, PLANNED, REQUESTED
from samvirke.desks.deployments.queries.deployments import findings_of, steps_of, units
from samvirke.desks.deployments.register import kind_called
from samvirke.doors.web.deployments.forms import choices_of, typed_wish
from samvirke.doors.web.deployments.shown import (
    STEPS,
    companions_said,
    kind_shown,
    line,
    place_said,
    when_said,
    where_said,
    who_said,
)
from samvirke.doors.web.shell import quiet_map
from samvirke.doors.web.shell.page import Asked
from samvirke.doors.web.shell.sent import Wrong
from samvirke.foundation.clock import COPENHAGEN, today
from samvirke.foundation.speech import Speech, clock_span
from samvirke.foundation.words import _
from samvirke.handovers.deployment_done import owing
from samvirke.registers.commitments.register import duty
from samvirke.registers.places.geometry import corners
from samvirke.trust.access.rules import may


def shown(request: Asked, found: Deployment, wrong: Wrong) -> dict[str, Any]:
    """The context of the page."""
    speech, kind = request.speech, kind_called(found.kind)
    noted = findings_of(request.actor, found)
    mark = quiet_map.Marked(0, found.name, found.geometry, found.municipality_id, found.state == DONE)
    forms = _forms(request, found, kind)
    return {
        "district": request.district,
        "one": found,
        "row": line(found, speech),
        "kind": kind_shown(kind, speech, request.district.pk),
        "facts": [(speech.say(name), value) for name, value in _facts(request, found) if value],
        "found": _findings(kind, noted, speech),
        "fields": _fields(kind, noted, wrong, speech),
        "suggestion": found.suggestion,
        "map": quiet_map.drawn_map(request.district, [mark], speech, 300, found.municipality_id)
        if found.geometry
        else None,
        "corners": corners(found.geometry),
        "course": [_step(one, speech) for one in steps_of(request.actor, found)],
        "duties": [
            speech.say(_("{body}: {duty}"), body=speech.words(body.words), duty=speech.say(duty(name).title))
            for body, name in owing(found)
        ],
        "wrong": wrong,
        "typed": wrong.typed,
        "wrong_above": bool(wrong.reasons) and not forms.get(f"may_{wrong.form}"),
        **forms,
        **_plan_offered(request, found, wrong),
        **_request_form(request, found, kind, wrong),
    }


def _facts(request: Asked, found: Deployment) -> list[tuple[str, str]]:
    speech, kind = request.speech, kind_called(found.kind)
    reached = [speech.say(title) for name, title in kind.groups if name in found.groups]
    by = speech.words(found.requester.words) if found.requester else ""
    asked = speech.day(found.requested_on, year=True)
    return [
        (_("When"), when_said(found, speech)),
        (_("Where"), where_said(found, speech)),
        (_("Who goes"), who_said(found, speech)),
        (_("Groups reached") if found.state == DONE else _("Whom it is for"), speech.capital(speech.listed(reached))),
        (_("Requested"), ", ".join(part for part in (asked, by) if part)),
        (_("Why not"), found.why_not),
        (_("A few words"), found.said),
    ]


def _findings(kind: Kind, noted: dict[str, Finding], speech: Speech) -> list[dict[str, Any]]:
    """What was found, each with the whole that it is a part of; a dash where it was not counted."""
    rows = []
    for one in kind.findings:
        kept = noted.get(one.name)
        if isinstance(one, Choice):
            value = speech.say(dict(one.choices).get(kept.choice, "–")) if kept and kept.choice else "–"
            rows.append({"title": speech.say(one.title), "value": value, "of": ""})
            continue
        value = speech.number(kept.value) if kept and kept.value is not None else "–"
        whole = noted.get(one.of) if one.of else None
        of = speech.number(whole.value) if whole and whole.value is not None and value != "–" else ""
        rows.append({"title": speech.say(one.title), "value": value, "of": of})
    return rows


def _fields(kind: Kind, noted: dict[str, Finding], wrong: Wrong, speech: Speech) -> list[dict[str, Any]]:
    """The fields of what was found: as they were typed, or as they stand."""
    rows = []
    for one in kind.findings:
        kept = noted.get(one.name)
        stands = "" if kept is None else (kept.choice or ("" if kept.value is None else str(kept.value)))
        typed = str(wrong.typed.get(f"f-{one.name}", "")) if wrong.form == "finish" else stands
        choices = [(name, speech.say(title)) for name, title in one.choices] if isinstance(one, Choice) else []
        rows.append({"name": f"f-{one.name}", "title": speech.say(one.title), "value": typed, "choices": choices})
    return rows


def _step(one: StepTaken, speech: Speech) -> dict[str, str]:
    facts = one.facts
    told = [facts.get("unit", ""), _times(facts, speech), one.said]
    return {
        "on": speech.day(one.on, year=True),
        "title": speech.say(STEPS[one.step]),
        "said": " · ".join(part for part in told if part),
        "by": one.by.name if one.by else "",
    }


def _times(facts: dict[str, Any], speech: Speech) -> str:
    """“15 August, 10.00–13.00” of a step that planned it."""
    if "starts" not in facts:
        return ""
    starts, ends = (datetime.fromisoformat(facts[name]).astimezone(COPENHAGEN) for name in ("starts", "ends"))
    return f"{speech.day(starts.date())}, {clock_span(starts, ends, speech.language)}"


def _forms(request: Asked, found: Deployment, kind: Kind) -> dict[str, Any]:
    """Which forms somebody sees."""
    actor = request.actor
    plans = is_for(actor, found, kind.planned_by)
    asked = found.state == REQUESTED
    return {
        "may_change": asked
        and may(actor, "deployments.request", request.district)
        and has_asked_for(actor, found, kind),
        "may_plan": found.is_live and plans and may(actor, "deployments.plan", found),
        "may_decline": asked and plans and may(actor, "deployments.decline", found),
        "may_cancel": may(actor, "deployments.cancel", found)
        and ((asked and has_asked_for(actor, found, kind)) or (found.state == PLANNED and plans)),
        "may_finish": (
            found.state == DONE or (found.state == PLANNED and found.day is not None and found.day <= today())
        )
        and is_for(actor, found, kind.done_by)
        and may(actor, "deployments.finish", found),
    }


def _plan_offered(request: Asked, found: Deployment, wrong: Wrong) -> dict[str, Any]:
    """The fields of the plan: as typed, as they stand, or from what was wanted."""
    kind, typed = kind_called(found.kind), wrong.typed if wrong.form == "plan" else None
    first = found.day or found.wanted_from or today()
    stands = {
        "unit": str(found.unit_id or ""),
        "people": str(found.people or 2),
        "on": first.isoformat(),
        "from": f"{found.starts:%H:%M}" if found.starts else "",
        "until": f"{found.ends:%H:%M}" if found.ends else "",
    }
    told = {name: str(typed.get(name, "")) for name in stands} if typed else stands
    ticked = wrong.typed.getlist("companion") if wrong.reasons and hasattr(wrong.typed, "getlist") else found.companions
    return {
        "sent": told,
        "units": [
            (str(one.pk), one.name)
            for one in units(request.actor, request.district)
            if one.agency_id in request.actor.agencies or request.district.police_id in request.actor.agencies
        ],
        "companions": [(one.name, request.speech.say(one.title), one.name in ticked) for one in kind.companions],
        "came_along": companions_said(found, request.speech),
    }


def _request_form(request: Asked, found: Deployment, kind: Kind, wrong: Wrong) -> dict[str, Any]:
    """The fields of the request, as they were typed or as they stand; the groups serve the findings too."""
    stands = {
        "municipality": str(found.municipality_id),
        "name": found.name,
        "shape": found.shape,
        "drawing": corners(found.geometry),
        "school": str(found.school_id or ""),
        "sort": found.sort,
        "about": found.about,
        "reason": found.reason,
        "groups": found.groups,
        "wanted_from": found.wanted_from.isoformat() if found.wanted_from else "",
        "wanted_until": found.wanted_until.isoformat() if found.wanted_until else "",
    }
    typed = wrong.typed if wrong.form == "change" else None
    sent = wrong.typed.getlist("group") if hasattr(wrong.typed, "getlist") else []
    reached = sent if wrong.form == "finish" else found.groups
    return {
        "told": typed_wish(kind, typed, stands),
        "reached": reached,
        "shapes": [(one, place_said(one, request.speech)) for one in kind.places],
        **choices_of(request, kind),
    }
