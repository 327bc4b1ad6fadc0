"""The reference page of the kinds of deployment, written from their declarations."""

from __future__ import annotations

from samvirke.desks.deployments.engine.kind import Choice, Count, Kind, Promise
from samvirke.desks.deployments.register import all_kinds
from samvirke.doors.cli.markdown import table
from samvirke.trust.access.by import By

_HEAD = (
    "name",
    "title",
    "source",
    "sure",
    "where",
    "asked for by",
    "planned by",
    "carried out by",
    "seen beforehand by",
)


def deployment_kinds() -> str:
    """One table of all kinds, then each with what is promised, counted and never held."""
    kinds = all_kinds().values()
    return f"# Deployments\n\n{table(_HEAD, [_row(one) for one in kinds])}\n\n" + "\n".join(map(_kind, kinds))


def _row(one: Kind) -> tuple[str, ...]:
    return (
        f"`{one.name}`",
        one.title,
        one.source,
        one.confidence,
        ", ".join(one.places),
        _people(one.requested_by),
        _people(one.planned_by),
        _people(one.done_by),
        "the police alone" if one.closed_until_done else "everybody of the district",
    )


def _people(people: tuple[By, ...]) -> str:
    return "; ".join(f"{one.agency} ({', '.join(one.roles)})" for one in people)


def _kind(one: Kind) -> str:
    told = [
        *(f"- Promised: {_promise(each)}" for each in one.promises),
        *(f"- Counted: {_finding(each)}" for each in one.findings),
        *(f"- {each.title}{f', for the duty `{each.duty}`' if each.duty else ''}" for each in one.sorts),
        *([f"- Suggested from places named as: {', '.join(one.sites)}"] if one.sites else []),
        *([f"- Hours from reported: {', '.join(one.categories)}"] if one.categories else []),
        *(f"- Never: {words}" for words in one.never),
    ]
    return "\n".join([f"## {one.title}\n", one.about, "", *told, ""])


def _promise(one: Promise) -> str:
    return f"{one.source} ({one.confidence}): {one.times} {one.counted} each {one.per}"


def _finding(one: Count | Choice) -> str:
    if isinstance(one, Choice):
        return f"{one.title}: {', '.join(title for _name, title in one.choices)}"
    return f"{one.title}, a part of `{one.of}`" if one.of else one.title
