"""Burglaries that resemble each other by place, time and manner, as groups of offences; nothing points at anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from samvirke.analysis.series import Parameters, Series, series
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.asked import AskedBrief
from samvirke.insight.briefing.focus.responded import source_said
from samvirke.insight.suppression.cells import is_few
from samvirke.registers.incidents.queries.sheets import sheet_of

MANNERS = "burglary-manners"
_SHOWN, _PLACES = 10, 4


@dataclass(frozen=True)
class Group:
    """One group: how many offences, where, when and how they were alike."""

    n: str
    districts: str
    places: str
    period: str
    manner: str
    crosses: bool


@dataclass(frozen=True)
class Linked:
    """The groups that are large enough to be shown, how many are not, and how they were found."""

    groups: tuple[Group, ...]
    smaller: int
    compared: str
    solved: str
    refused: str
    source: str


def linked(asked: AskedBrief) -> Linked | None:
    """Nothing where no burglaries with their manner have been put in place."""
    held = sheet_of(asked.facts.actor, asked.facts.district, MANNERS)
    if held is None:
        return None
    speech, source = asked.speech, source_said(asked, held)
    try:
        found = _series(held.columns)
    except Refused as refusal:
        return Linked((), 0, "", "", refusal.text(speech.language), source)
    members = [[int(name) - 1 for name in cluster] for cluster in found.clusters]
    large = [rows for rows in members if not is_few(len(rows), asked.brief.fewest)]
    return Linked(
        groups=tuple(_group(asked, held.columns, rows) for rows in large[:_SHOWN]),
        smaller=len(members) - len(large),
        compared=speech.number(found.compared),
        solved=speech.number(found.linked),
        refused="",
        source=source,
    )


def _series(columns: Mapping[str, Sequence[Any]]) -> Series:
    return series(
        x=columns["x"],
        y=columns["y"],
        time=np.array(columns["from"], dtype="datetime64[m]"),
        end=np.array(columns["until"], dtype="datetime64[m]"),
        manner={"entry": columns["entry"], "tool": columns["tool"]},
        series=[each or None for each in columns["series"]],
        parameters=Parameters(within_days=180.0, bins=6, freedom=4.0),
    )


def _group(asked: AskedBrief, columns: Mapping[str, Sequence[Any]], rows: Sequence[int]) -> Group:
    speech = asked.speech
    days = sorted(date.fromisoformat(str(columns["from"][row])[:10]) for row in rows)
    districts = sorted({str(columns["district"][row]) for row in rows})
    places = [place for place, _count in Counter(str(columns["place"][row]) for row in rows).most_common(_PLACES)]
    manner = [Counter(str(columns[name][row]) for row in rows).most_common(1)[0] for name in ("entry", "tool")]
    how = [f"{said} ({count}/{len(rows)})" for said, count in manner if not is_few(count, asked.brief.fewest)]
    return Group(
        n=speech.number(len(rows)),
        districts=speech.listed(districts),
        places=speech.listed(places),
        period=f"{speech.day(days[0], year=True)} – {speech.day(days[-1], year=True)}",
        manner=", ".join(how) or speech.say(_("no manner in common")),
        crosses=len(districts) > 1,
    )
