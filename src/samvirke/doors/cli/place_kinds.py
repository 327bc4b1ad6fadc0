"""The reference page of the kinds of place that are named for something, written from their declarations."""

from __future__ import annotations

from samvirke.desks.designations.engine.kind import Kind
from samvirke.desks.designations.register import all_kinds
from samvirke.doors.cli.markdown import table
from samvirke.trust.access.by import By

_HEAD = ("name", "title", "source", "sure", "shape", "longest", "reviewed", "proposed by", "decided by", "discussed in")


def place_kinds() -> str:
    """One table of all kinds, then each with its steps, what measures it and what it never holds."""
    rows = [_row(one) for one in all_kinds().values()]
    return f"# Places named for something\n\n{table(_HEAD, rows)}\n\n" + "\n".join(map(_kind, all_kinds().values()))


def _row(one: Kind) -> tuple[str, ...]:
    return (
        f"`{one.name}`",
        one.title,
        one.source,
        one.confidence,
        ", ".join(one.shapes),
        f"{one.longest_months} months" if one.longest_months else "as entered by the district",
        f"every {one.review_weeks} weeks" if one.review_weeks else "as entered by the district",
        _people(one.proposed_by),
        _people(one.decided_by),
        one.discussed_in or "–",
    )


def _people(people: tuple[By, ...]) -> str:
    return "; ".join(f"{one.agency} ({', '.join(one.roles)})" for one in people)


def _kind(one: Kind) -> str:
    steps = [f"{number}. {stage.title}: {_needs(stage.needs)}" for number, stage in enumerate(one.stages, start=1)]
    follows = [f"- After {each.days} days: {each.said} ({each.confidence})" for each in one.follows]
    never = [f"- Never: {words}" for words in one.never]
    return "\n".join(
        [f"## {one.title}\n", one.about, "", *steps, "", f"- Measured by: {one.measured}", *follows, *never, ""]
    )


def _needs(needs: tuple[str, ...]) -> str:
    return f"needs {', '.join(needs)}" if needs else "needs nothing more"
