"""Invents the demo's tables that are no incidents: call-outs, survey answers, waits, and burglaries by manner."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from samvirke.foundation.clock import standing_on
from samvirke.registers.incidents.commands.put_sheet import put_sheet
from samvirke.registers.incidents.engine.sheet_file import Columns
from samvirke.registers.incidents.queries.sheets import kinds_held
from samvirke.registers.incidents.sheet_kinds import sheet_kind_called
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor

_FILE = Path(__file__).resolve().parent / "demo" / "sheets.toml"
_SOURCE, _FROZEN_ON = "DEMO: opdigtet tabel", date(2024, 8, 2)
_SEED = 20240820
Rows = list[tuple[Any, ...]]


def load_sheets(actor: Actor, district: District) -> None:
    """Every table of the district that it has none of yet; the same each time."""
    told = tomllib.loads(_FILE.read_text(encoding="utf-8")).get(district.pk, {})
    makers: dict[str, Callable[[dict[str, Any], np.random.Generator], Rows]] = {
        "call-outs": _call_outs,
        "survey-answers": _answers,
        "victim-waits": _waits,
        "burglary-manners": _burglaries,
    }
    held = kinds_held(actor, district)
    for kind, facts in told.items():
        if kind in held:
            continue
        rows = makers[kind](facts, np.random.default_rng(_SEED))
        with standing_on(_FROZEN_ON):
            put_sheet(actor, district=district, kind=kind, columns=_columns(kind, rows), source=_SOURCE, invented=True)


def _columns(kind: str, rows: Rows) -> Columns:
    names = [one.name for one in sheet_kind_called(kind).columns]
    return {name: list(values) for name, values in zip(names, zip(*rows, strict=True), strict=True)}


def _call_outs(facts: dict[str, Any], rng: np.random.Generator) -> Rows:
    """Minutes by a log-normal law, longer where the country is wide, shorter the fewer causes are counted."""
    places = facts["places"]
    codes, shares = [int(code) for code in places], np.array([one["share"] for one in places.values()])
    rows: Rows = []
    for year in facts["years"]:
        at = rng.choice(len(codes), size=year["n"], p=shares / shares.sum())
        days = np.sort(rng.integers(0, year["days"], size=year["n"]))
        noise = rng.lognormal(0.0, 0.45, size=year["n"])
        causes = rng.choice(year["causes"], size=year["n"])
        for place, day, more, cause in zip(at.tolist(), days.tolist(), noise.tolist(), causes.tolist(), strict=True):
            minutes = round(places[str(codes[place])]["minutes"] * year["slower"] * more, 1)
            when = date(year["year"], 1, 1) + timedelta(days=day)
            rows.append((when.isoformat(), codes[place], cause, minutes, year["counted_as"]))
    return rows


def _answers(facts: dict[str, Any], rng: np.random.Generator) -> Rows:
    """So many safe ones of so many as the series of the demo say, each with how many people it stands for."""
    rows: Rows = []
    for wave in facts["waves"]:
        for part in wave["parts"]:
            safe, n = part["safe"], part["n"]
            answers = [*rng.integers(1, 4, size=safe).tolist(), *rng.integers(4, 8, size=n - safe).tolist()]
            for number, answer in enumerate(answers):
                # As many people as live there for each answer, a fifth more or less.
                weight = round((0.8, 1.0, 1.2)[number % 3] * part["people"] / n, 1)
                place = part.get("municipality")
                stratum = part.get("area") or str(place or "øvrige")
                rows.append((wave["day"].isoformat(), place, part.get("area"), answer, weight, stratum, part["people"]))
    return rows


def _waits(facts: dict[str, Any], rng: np.random.Generator) -> Rows:
    """Waits begun evenly over the time; those longer than the time that has passed go on still."""
    end: date = facts["until"]
    rows: Rows = []
    for one in facts["services"]:
        begun = np.sort(rng.integers(0, facts["days"], size=one["n"]))
        for before, wait in zip(begun.tolist(), rng.exponential(one["mean"], size=one["n"]).tolist(), strict=True):
            passed, days = facts["days"] - before, max(1, round(wait))
            day = end - timedelta(days=passed)
            rows.append((day.isoformat(), one["service"], min(days, passed), int(days <= passed)))
    return rows


def _burglaries(facts: dict[str, Any], rng: np.random.Generator) -> Rows:
    """Chance burglaries, and series that stay near in place, time and manner; some of them solved, some not."""
    begin: date = facts["from"]
    rows: Rows = []
    for number, one in enumerate(facts["series"], start=1):
        label = f"S{number}" if one["solved"] else None
        for place in one["places"]:
            for _each in range(place["n"]):
                day = one["day"] + int(rng.integers(0, one["days"]))
                hour = one["hour"] + int(rng.integers(0, 2))
                rows.append(_row(facts, rng, begin, day, hour, place["place"], one["entry"], one["tool"], label))
    for _each in range(facts["noise"]):
        place = str(rng.choice(list(facts["places"])))
        entry, tool = str(rng.choice(facts["entries"])), str(rng.choice(facts["tools"]))
        rows.append(
            _row(facts, rng, begin, int(rng.integers(0, 360)), int(rng.integers(7, 22)), place, entry, tool, None)
        )
    return sorted(rows)


def _row(
    facts: dict[str, Any], rng: np.random.Generator, begin: date, day: int, hour: int, place: str, entry: str,
    tool: str, label: str | None,
) -> tuple[Any, ...]:  # fmt: skip
    there = facts["places"][place]
    starts = datetime.combine(begin, time()) + timedelta(days=day, hours=hour)
    until = starts + timedelta(hours=int(rng.integers(1, 5)))
    x, y = (round(at + float(rng.normal(0, 1500)), -2) for at in (there["x"], there["y"]))
    written = tuple(each.isoformat(sep=" ", timespec="minutes") for each in (starts, until))
    return (*written, x, y, there["district"], place, entry, tool, label)
