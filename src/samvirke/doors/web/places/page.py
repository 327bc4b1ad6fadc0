"""Everything that the page of one place shows, and the forms that it offers to whoever asks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from samvirke.desks.designations.engine.kind import BODY, LEVELS, Kind, Stage
from samvirke.desks.designations.engine.ready import lacking, missing
from samvirke.desks.designations.facts.practice import last_day
from samvirke.desks.designations.facts.there import there_is
from samvirke.desks.designations.facts.turn import turn_of
from samvirke.desks.designations.models import Designation
from samvirke.desks.designations.models.designation import IN_FORCE, PROPOSED
from samvirke.desks.designations.queries.practices import known_practice
from samvirke.desks.designations.register import kind_called
from samvirke.doors.web.effects.beside import beside
from samvirke.doors.web.places.course import course, evidence_lines, following, restricted_line, review_lines
from samvirke.doors.web.places.forms import FIGURES, decision_choices, typed_facts
from samvirke.doors.web.places.map import drawn_map
from samvirke.doors.web.places.new import choices, kind_shown
from samvirke.doors.web.places.shown import (
    CONCLUSIONS_SAID,
    LEVELS_SAID,
    SORTS_SAID,
    line,
    longest_said,
    often_said,
    where_said,
)
from samvirke.doors.web.shell.page import Asked
from samvirke.doors.web.shell.sent import Wrong
from samvirke.foundation.clock import today
from samvirke.foundation.words import _
from samvirke.registers.commitments.queries.answering import can_answer
from samvirke.registers.partners.queries.agencies import agencies_of
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.places.geometry import corners
from samvirke.trust.access.rules import may
from samvirke.trust.access.theirs import is_theirs


def shown(request: Asked, found: Designation, wrong: Wrong) -> dict[str, Any]:
    """The context of the page."""
    speech, kind = request.speech, kind_called(found.kind)
    practice = known_practice(request.actor, request.district, kind, found.municipality)
    stage = turn_of(found, kind)
    forms = _forms(request, found, kind, stage)
    return {
        "district": request.district,
        "one": found,
        "row": line(found, speech),
        "kind": kind_shown(request, kind)
        | {
            "longest": longest_said(practice.longest_months, speech),
            "often": often_said(practice.review_weeks, speech),
        },
        "facts": [(speech.say(name), value) for name, value in _facts(request, found) if value],
        "map": drawn_map(request.district, [(0, found)], speech, 300, found.municipality_id),
        "corners": corners(found.geometry),
        "evidence": evidence_lines(request, found),
        "reviews": review_lines(request, found),
        "course": course(request, found, kind),
        "follows": following(found, kind, speech),
        "restricted": restricted_line(request, found),
        "effect": beside(request, "designation", str(found.pk)) if found.since else None,
        "wrong": wrong,
        "typed": wrong.typed,
        "today": today().isoformat(),
        **forms,
        "wrong_above": not _is_offered(forms, wrong.form),
        **_told(request, found, kind, wrong),
        **_period_offered(found, practice.longest_months),
    }


def _is_offered(forms: dict[str, Any], deed: str) -> bool:
    """Whether the form that was sent is still on the page, and its refusal stands there."""
    flags = {"restricted": "may_keep", "freeze": "may_freeze", "review": "may_review", "renew": "may_renew"}
    is_there = bool(forms.get(flags.get(deed, f"may_{deed}")))
    return is_there and not (deed in ("step", "name") and forms["lacks"])


def _facts(request: Asked, found: Designation) -> list[tuple[str, str]]:
    speech = request.speech
    reviewed = speech.day(found.next_review, year=True) if found.next_review else ""
    decided = speech.day(found.decided_on, year=True) if found.decided_on else ""
    return [
        (_("Municipality"), found.municipality.name),
        (_("Where"), where_said(found, speech)),
        (_("Homes"), speech.number(found.homes) if found.homes is not None else ""),
        (_("Named from and to"), line(found, speech)["period"]),
        (_("Next review"), reviewed),
        (_("Who looks at it again"), found.reviewer.name if found.reviewer else ""),
        (_("Decision"), ", ".join(part for part in (found.decision, decided) if part)),
        (_("Discussed by"), speech.words(found.body.words) if found.body else ""),
        (_("Why it ended"), found.why_ended),
    ]


def _forms(request: Asked, found: Designation, kind: Kind, stage: Stage | None) -> dict[str, Any]:
    """Which forms somebody sees, and what each offers."""
    actor, speech, live = request.actor, request.speech, found.state in (PROPOSED, IN_FORCE)
    decides = (
        live
        and may(actor, "designations.name", found)
        and is_theirs(actor, request.district.pk, kind.decided_by, found.municipality_id)
    )
    steps = live and stage is not None and not stage.names and may(actor, "designations.step", found)
    names = stage is not None and stage.names and found.state == PROPOSED
    lacks = [need for need in lacking(stage, there_is(found)) if need not in _GIVEN] if stage is not None else []
    wanted = bodies(actor).filter(district=request.district)
    wanted = wanted.filter(kind=kind.discussed_in) if kind.discussed_in else wanted
    conclusions = [(name, speech.say(title)) for name, title in CONCLUSIONS_SAID.items()]
    return {
        "stage": {"name": stage.name, "title": speech.say(stage.title)} if stage else None,
        "stage_needs_body": stage is not None and BODY in stage.needs and not stage.names,
        "outcomes": [(name, speech.say(title)) for name, title in stage.outcomes] if stage else [],
        "lacks": [fault.text(speech.language) for fault in missing(lacks)],
        "may_change": found.state == PROPOSED
        and may(actor, "designations.propose", request.district)
        and is_theirs(actor, request.district.pk, kind.proposed_by, found.municipality_id),
        "may_freeze": live and may(actor, "designations.freeze", found),
        "may_step": steps,
        "may_name": decides and names,
        "may_renew": decides and found.state == IN_FORCE,
        "may_review": found.state == IN_FORCE and may(actor, "designations.review", found),
        "may_end": live
        and may(actor, "designations.end", found)
        and is_theirs(actor, request.district.pk, kind.decided_by, found.municipality_id),
        "may_keep": bool(kind.plan) and live and may(actor, "designations.keep-restricted", found),
        "bodies": [(one.pk, speech.words(one.words)) for one in wanted],
        "decisions": decision_choices(request, kind) if decides else [],
        "reviewers": [(str(one.pk), one.name) for one in can_answer(actor, request.district)] if decides else [],
        "reviewer": str(found.reviewer_id or actor.account),
        "agencies": [(one.pk, speech.words(one.words)) for one in agencies_of(actor, request.district)],
        "conclusions": conclusions,
        "levels": [(name, speech.say(LEVELS_SAID[name])) for name in LEVELS] if kind.has_levels else [],
        "sorts": [(name, speech.say(title)) for name, title in SORTS_SAID.items()],
        "figures": range(1, FIGURES + 1),
    }


# What the form itself asks for is not missing before it is filled in.
_GIVEN = ("body", "decision", "period", "reviewer")


def _told(request: Asked, found: Designation, kind: Kind, wrong: Wrong) -> dict[str, Any]:
    """The fields of the proposal, as they were typed or as they stand."""
    stands = {
        "municipality": str(found.municipality_id),
        "name": found.name,
        "shape": found.shape,
        "drawing": corners(found.geometry),
        "purpose": found.purpose,
        "criterion": "" if kind.criterion_is_local else found.criterion,
        "homes": "" if found.homes is None else str(found.homes),
        "area": found.area_id or "",
    }
    told = typed_facts(kind, wrong.typed) if wrong.form == "change" else stands
    return {"told": told, **choices(request, kind)}


def _period_offered(found: Designation, months: int | None) -> dict[str, str]:
    """The period that the form of a decision begins with: from today, or from the day after the last one ends."""
    since = found.until + timedelta(days=1) if found.state == IN_FORCE and found.until else today()
    return {
        "offered_since": since.isoformat(),
        "offered_until": last_day(since, months).isoformat() if months else "",
    }
