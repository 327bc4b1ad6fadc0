"""The forms of places, read with care: a proposal, evidence with its figures, and a decision."""

from __future__ import annotations

from typing import Any

from samvirke.desks.designations.commands.freeze import Shown
from samvirke.desks.designations.commands.name_place import Named
from samvirke.desks.designations.commands.propose import Proposal
from samvirke.desks.designations.engine.kind import Kind
from samvirke.desks.designations.facts.figures import Figure
from samvirke.desks.meetings.models import Decision
from samvirke.desks.meetings.queries.decisions import decisions
from samvirke.doors.web.shell.page import Asked
from samvirke.doors.web.shell.sent import (
    day_in,
    municipality_in,
    perhaps_day_in,
    perhaps_row_in,
    row_in,
    text_in,
    whole_in,
)
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.handovers.place_naming import by_decision
from samvirke.registers.commitments.queries.answering import can_answer
from samvirke.registers.partners.models import Body
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.places.models import Area

FIGURES = 3
_LONGEST_NUMBER = 15


def proposal_in(request: Asked, kind: Kind) -> Proposal:
    """What the form of a proposal says. Raises `Refused` for a number that is none."""
    return Proposal(
        municipality=municipality_in(request),
        name=text_in(request, "name"),
        shape=text_in(request, "shape") or kind.shapes[0],
        drawing=text_in(request, "drawing"),
        purpose=text_in(request, "purpose"),
        criterion=text_in(request, "criterion"),
        homes=whole_in(request, "homes"),
        area=Area.objects.filter(district=request.district, pk=text_in(request, "area")).first(),
    )


def shown_in(request: Asked) -> Shown:
    """The evidence of a form: what it says, from which data, by which analysis, and its figures."""
    return Shown(
        says=text_in(request, "says"),
        data=text_in(request, "data"),
        data_from=day_in(request, "data_from"),
        data_until=day_in(request, "data_until"),
        analysis=text_in(request, "analysis"),
        parameters=_parameters(text_in(request, "parameters")),
        figures=tuple(one for number in range(1, FIGURES + 1) if (one := _figure(request, number)) is not None),
        police_count=whole_in(request, "police_count"),
        hospital_count=whole_in(request, "hospital_count"),
        is_baseline=text_in(request, "is_baseline") == "on",
    )


def named_in(request: Asked) -> Named:
    """The decision of a form: one of a meeting's, or one that stands elsewhere."""
    body = body_in(request)
    chosen = perhaps_row_in(request, "decision_id", decisions(request.actor, request.district.pk))
    named = Named(
        since=day_in(request, "since"),
        until=day_in(request, "until"),
        reviewer=row_in(request, "reviewer", can_answer(request.actor, request.district)),
        decision=text_in(request, "decision"),
        decided_on=(perhaps_day_in(request, "decided_on") or today()) if chosen else day_in(request, "decided_on"),
        body=body,
    )
    return by_decision(named, chosen) if chosen else named


def body_in(request: Asked) -> Body | None:
    """The body of a form, or none."""
    return bodies(request.actor).filter(district=request.district, pk=text_in(request, "body")).first()


def decision_choices(request: Asked, kind: Kind) -> list[tuple[str, str]]:
    """The latest decisions of the bodies that may have decided such a place."""
    rows = decisions(request.actor, request.district.pk)
    if kind.discussed_in:
        rows = rows.filter(body__kind=kind.discussed_in)
    return [(str(one.pk), _decision_said(request, one)) for one in rows[:20]]


def _decision_said(request: Asked, one: Decision) -> str:
    title = request.speech.words(one.item.words)
    return f"{one.label}, {request.speech.words(one.body.words)}: {title}"


def _figure(request: Asked, number: int) -> Figure | None:
    def sent(part: str) -> str:
        return text_in(request, f"figure{number}_{part}")

    if not any(sent(part) for part in ("name", "value", "n", "low", "high")):
        return None
    value = _number(sent("value"))
    return Figure(
        name=sent("name"),
        sort=sent("sort") or "count",
        value=value if value is not None else float("nan"),
        n=whole_in(request, f"figure{number}_n"),
        low=_number(sent("low")),
        high=_number(sent("high")),
    )


def _number(written: str) -> float | None:
    if not written:
        return None
    try:
        if len(written) > _LONGEST_NUMBER:
            raise ValueError
        return float(written.replace(",", "."))
    except ValueError:
        what = Said(_("“{written}” is no number."), {"written": written[:20]})
        raise Refused.because(what, _("Write it with digits and at most one comma.")) from None


def _parameters(written: str) -> dict[str, str]:
    """One a line: name = value."""
    found: dict[str, str] = {}
    for one in filter(None, (line.strip() for line in written.splitlines()[:20])):
        name, equals, value = one.partition("=")
        if not equals or not name.strip() or not value.strip():
            what = Said(_("The parameter “{line}” has no name or no value."), {"line": one[:40]})
            raise Refused.because(what, _("Write one a line: name = value."))
        found[name.strip()[:60]] = value.strip()[:120]
    return found


def typed_facts(kind: Kind, typed: Any) -> dict[str, str]:
    """The fields of a proposal as they were typed."""
    names = ("municipality", "name", "shape", "drawing", "purpose", "criterion", "homes", "area")
    return {name: str(typed.get(name, "")) for name in names} | {"shape": str(typed.get("shape", "") or kind.shapes[0])}
