"""The form of a design: what it asks, what stands in it at first, and what it says when it is sent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from samvirke.doors.web.effects.fields import (
    STAGGERED_ROWS,
    chosen_areas,
    decimal_in,
    drawn_area,
    periods_in,
    staggered_areas,
    value_of,
    whole_in,
)
from samvirke.doors.web.effects.shown import SELECTIONS_SAID
from samvirke.doors.web.shell.page import Asked
from samvirke.doors.web.shell.sent import text_in
from samvirke.insight.effects.engine.area import MUNICIPALITY, Area
from samvirke.insight.effects.engine.sorts import (
    BEFORE_AFTER,
    HEADLINES_SAID,
    INCIDENTS,
    NONE,
    OUTCOMES_SAID,
    RATIO,
    SORTS_SAID,
    STAGGERED,
    SURVEY,
)
from samvirke.insight.effects.engine.target import Found
from samvirke.insight.effects.every import all_kinds
from samvirke.insight.effects.facts.wanted import Wanted
from samvirke.insight.effects.facts.waves import WAVES
from samvirke.insight.effects.models import Design
from samvirke.insight.effects.queries.proposals import Proposed
from samvirke.registers.incidents.categories import categories

_PLAIN = (
    "kind", "sort", "outcome", "read", "before_from", "before_until", "after_from", "after_until", "ring", "cost",
    "selection", "why_none", "question", "more_is_better", "why",
    *(f"treated_{part}" for part in ("name", "drawing", "municipality", "radius", "homes")),
    *(f"{wave}_{part}" for wave in WAVES for part in ("share", "n", "design", "source")),
)  # fmt: skip


def wanted_in(request: Asked, target: str, key: str) -> Wanted:
    """What the form says. Raises `Refused` for what is no day, no number or no area."""
    sort, outcome = text_in(request, "sort"), text_in(request, "outcome")
    treated: list[Area] = []
    if sort == STAGGERED:
        treated = staggered_areas(request, request.district)
    elif sort != NONE and outcome != SURVEY:
        treated = [*chosen_areas(request, "treated"), *drawn_area(request, request.district, "treated")]
    return Wanted(
        target=target,
        key=key,
        kind=text_in(request, "kind"),
        sort=sort,
        outcome=outcome,
        read=text_in(request, "read") or RATIO,
        categories=tuple(str(one) for one in request.POST.getlist("categories")),
        treated=tuple(treated),
        comparison=tuple(chosen_areas(request, "comparison")),
        ring=whole_in(request, "ring"),
        periods=None if sort == NONE else periods_in(request),
        selection=text_in(request, "selection") or "unknown",
        survey=_survey(request) if outcome == SURVEY and sort != NONE else {},
        cost=whole_in(request, "cost"),
        why_none=text_in(request, "why_none") if sort == NONE else "",
    )


def _survey(request: Asked) -> dict[str, Any]:
    found: dict[str, Any] = {
        "question": text_in(request, "question"),
        "more_is_better": text_in(request, "more_is_better") != "no",
    }
    for wave in WAVES:
        if text_in(request, f"{wave}_share"):
            found[wave] = wave_in(request, wave)
    return found


def wave_in(request: Asked, wave: str) -> dict[str, Any]:
    """A survey of the form: share, n, design effect and source."""
    return {
        "share": decimal_in(request, f"{wave}_share"),
        "n": whole_in(request, f"{wave}_n") or 0,
        "design": decimal_in(request, f"{wave}_design") if text_in(request, f"{wave}_design") else 1.0,
        "source": text_in(request, f"{wave}_source"),
    }


def at_first(found: Found) -> dict[str, Any]:
    """What the form of a new design begins with: what is known of the thing itself."""
    fitting = next((one for one in all_kinds().values() if found.kind and found.kind in one.designations), None)
    return dict.fromkeys(_PLAIN, "") | {
        "kind": fitting.name if fitting else "",
        "sort": BEFORE_AFTER,
        "outcome": INCIDENTS,
        "read": RATIO,
        "categories": list(found.categories or (fitting.categories if fitting else ())),
        "after_from": found.since.isoformat() if found.since else "",
        "cost": "" if found.cost is None else str(found.cost),
        "selection": "unknown",
        "more_is_better": "yes",
        "treated": [value_of(one) for one in found.areas],
        "comparison": [],
    }


def as_it_stands(design: Design) -> dict[str, Any]:
    """What the form of a change begins with."""
    days = {
        name: day.isoformat() if (day := getattr(design, name)) else ""
        for name in ("before_from", "before_until", "after_from", "after_until")
    }
    plain = {name: getattr(design, name) for name in ("kind", "sort", "outcome", "read", "selection", "why_none")}
    numbers = {name: "" if getattr(design, name) is None else str(getattr(design, name)) for name in ("ring", "cost")}
    waves = {f"{wave}_{part}": str(value) for wave in WAVES for part, value in design.survey.get(wave, {}).items()}
    stagger = [
        {"municipality": str(one.municipality), "since": one.since.isoformat() if one.since else ""}
        for one in design.treated_areas
        if design.sort == STAGGERED
    ]
    return dict.fromkeys(_PLAIN, "") | days | plain | numbers | waves | {
        "question": design.survey.get("question", ""),
        "more_is_better": "yes" if design.survey.get("more_is_better", True) else "no",
        "categories": design.categories,
        "treated": [value_of(one) for one in design.treated_areas if design.sort != STAGGERED],
        "comparison": [value_of(one) for one in design.comparison_areas],
        "stagger": stagger,
    }  # fmt: skip


def as_typed(typed: Any) -> dict[str, Any]:
    """What was sent, to stand in the form again."""
    told: dict[str, Any] = {name: str(typed.get(name, "")) for name in _PLAIN}
    stagger = [
        {part: str(typed.get(f"stagger{number}_{part}", "")) for part in ("municipality", "since")}
        for number in range(1, STAGGERED_ROWS + 1)
    ]
    many = {name: [str(one) for one in typed.getlist(name)] for name in ("categories", "treated", "comparison")}
    return told | many | {"stagger": stagger}


def form(request: Asked, told: Mapping[str, Any], proposed: Iterable[Proposed] | None) -> dict[str, Any]:
    """Everything that the form offers to choose from, with what is chosen."""
    speech, district = request.speech, request.district
    names = list(district.municipalities.values_list("code", "name"))
    whole = [Area(name, MUNICIPALITY, code) for code, name in names]
    stagger = [*told.get("stagger", []), *({"municipality": "", "since": ""} for _row in range(STAGGERED_ROWS))]
    known = sorted(categories().values(), key=lambda one: one.words.text(speech.language))
    return {
        "told": told,
        "kinds": sorted(((one.name, speech.say(one.title)) for one in all_kinds().values()), key=lambda one: one[1]),
        "sorts": [(name, speech.say(words)) for name, words in SORTS_SAID.items()],
        "outcomes": [(name, speech.say(words)) for name, words in OUTCOMES_SAID.items()],
        "reads": [(name, speech.say(words)) for name, words in HEADLINES_SAID.items()],
        "selections": [(name, speech.say(words)) for name, words in SELECTIONS_SAID.items()],
        "categories": [
            (one.code, one.words.text(speech.language), one.code in told["categories"])
            for one in known
            if not one.found
        ],
        "municipalities": [(str(code), name) for code, name in names],
        "treated": _boxes(told["treated"], whole),
        "comparison": _boxes(told["comparison"], whole),
        "stagger": list(enumerate(stagger[:STAGGERED_ROWS], start=1)),
        "proposed": None if proposed is None else [_proposed(request, one, told) for one in proposed],
    }


def _boxes(chosen: list[str], offered: list[Area]) -> list[tuple[str, str, bool]]:
    """A box an area: those that are chosen, then the whole municipalities."""
    kept = {value: _name(value) for value in chosen}
    more = {value_of(one): one.name for one in offered}
    return [(value, name, value in kept) for value, name in {**kept, **more}.items()]


def _name(value: str) -> str:
    try:
        return str(json.loads(value)["name"])
    except (ValueError, KeyError, TypeError):
        return "–"


def _proposed(request: Asked, one: Proposed, told: Mapping[str, Any]) -> dict[str, Any]:
    speech, why = request.speech, one.why
    value = value_of(one.area)
    low, high = (speech.number(each, 2) for each in why.trend.interval)
    return {
        "value": value,
        "chosen": value in told["comparison"],
        "name": one.area.name,
        "level": speech.number(why.level, 2),
        "likeness": speech.number(why.likeness, 2),
        "trend": f"{speech.number(why.trend.trend, 2)} ({low}–{high})",
        "says": why.trend.verdict,
        "treated_by": speech.words(one.treated_by) if one.treated_by else "",
    }
