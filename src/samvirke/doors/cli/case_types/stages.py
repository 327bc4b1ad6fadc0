"""The stages of a kind of case for the documentation: what leads to what, by when, and what may cross."""

from __future__ import annotations

from samvirke.desks.casework.engine.declaration import (
    NOTHING,
    UNNAMED,
    CaseType,
    Clock,
    FromConfiguration,
    Stage,
    Until,
)
from samvirke.doors.cli.case_types.kinds import KINDS
from samvirke.doors.cli.markdown import english, table
from samvirke.trust.access.basis import PURPOSES, basis


def stages(one: CaseType) -> str:
    """A chart in plain text, and a table."""
    return f"```\n{_chart(one)}\n```\n\n{_table(one)}"


def _chart(one: CaseType) -> str:
    """What leads to what, in plain text."""
    width, lines = max(len(stage.name) for stage in one.stages), []
    for stage in one.stages:
        last = len(stage.leads_to) - 1
        for at, other in enumerate(stage.leads_to):
            fork = "──" if last == 0 else "─┬" if at == 0 else " └" if at == last else " ├"
            lines.append(f"{stage.name if at == 0 else '':{width}} {fork}─> {other}")
    return "\n".join(lines)


def _table(one: CaseType) -> str:
    rows = [
        (
            english(stage.title),
            f"`{stage.name}`",
            _until(one, stage),
            "; ".join(f"“{english(one.question(path).label)}”" for path in stage.needs) or "–",
            _crosses(one, stage),
        )
        for stage in one.stages
    ]
    return table(("stage", "name", "how long", "to be answered first", "what may cross"), rows)


def _until(one: CaseType, stage: Stage) -> str:
    """How long a stage may last, who says so, and whose deadline it is."""
    match stage.clock:
        case None:
            return "–"
        case Until(path=path):
            said = f"until “{english(one.question(path).label)}”"
        case FromConfiguration():
            said = "as the district enters"
        case Clock() as clock:
            since = f" from “{english(one.question(clock.since).label)}”" if clock.since else ""
            soft = ", as far as possible" if clock.soft else ""
            said = f"{clock.amount} {clock.unit}{since}{soft} ({english(clock.source)})"
    return f"{said}; the deadline of {KINDS[stage.clock_of]}" if stage.clock_of else said


def _crosses(one: CaseType, stage: Stage) -> str:
    found = basis(one.basis_at(stage.name))
    if stage.crosses == NOTHING or stage.outcomes or not found.joins_agencies or not (one.joined_by or one.refers_to):
        return "nothing"
    what = "only what names nobody" if stage.crosses == UNNAMED else "exact fields, by disclosure"
    return f"{what} (for “{english(PURPOSES[one.purpose_at(stage.name)])}”, on “{english(found.title)}”)"
