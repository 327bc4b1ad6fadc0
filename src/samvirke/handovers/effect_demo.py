"""Fixes the invented designs of the demo, each on its own day, and has them estimated on the demo's business date."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from samvirke.desks.designations.models import Designation
from samvirke.foundation.clock import standing_on
from samvirke.insight.effects.commands.change_design import change_design
from samvirke.insight.effects.commands.enter_survey import enter_survey
from samvirke.insight.effects.commands.estimate import estimate
from samvirke.insight.effects.commands.register_design import register_design
from samvirke.insight.effects.engine.area import MUNICIPALITY, Area
from samvirke.insight.effects.engine.periods import Periods
from samvirke.insight.effects.every import all_targets
from samvirke.insight.effects.facts.shapes import outline
from samvirke.insight.effects.facts.wanted import Wanted, wanted_of
from samvirke.insight.effects.models import Design
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.access.actor import Actor

_FILE = Path(__file__).resolve().parent / "demo" / "effects.toml"
_PLAIN = ("kind", "sort", "outcome", "read", "ring", "selection", "survey", "cost", "why_none")


def load_effects(actor: Actor) -> None:
    """The designs of all districts; once, so that what a visitor changed stays."""
    if Design.objects.filter(invented=True).exists():
        return
    for one in tomllib.loads(_FILE.read_text(encoding="utf-8"))["designs"]:
        _design(actor, District.objects.get(pk=one["district"]), one)


def _design(actor: Actor, district: District, one: dict[str, Any]) -> None:
    with standing_on(one["fixed"]):
        made = register_design(actor, district=district, wanted=_wanted(actor, district, one), invented=True)
    if "change" in one:
        with standing_on(one["change"]["on"]):
            days = Periods(**one["change"]["periods"])
            wanted = _with_periods(wanted_of(made), days)
            made = change_design(actor, design=made, version=made.version, wanted=wanted, why=one["change"]["why"])
    if "asked" in one:
        with standing_on(one["asked"]["on"]):
            wave = {name: value for name, value in one["asked"].items() if name != "on"}
            made = enter_survey(actor, design=made, version=made.version, wave=wave)
    if one.get("estimated"):
        with standing_on(one["estimated"]):
            estimate(actor, design=made)


def _wanted(actor: Actor, district: District, one: dict[str, Any]) -> Wanted:
    key = _key(district, one)
    found = all_targets()[one["target"]].find(actor, district, key)
    if found is None:
        raise LookupError(f"the demo has no {one['target']} {one['of']}")
    named = tuple(_whole(code) for code in one.get("treated", []))
    return Wanted(
        target=one["target"],
        key=key,
        categories=tuple(one.get("categories", ())),
        treated=named or (found.areas if "categories" in one else ()),
        comparison=(
            *(_whole(code) for code in one.get("comparison", [])),
            *(_outline(district, area) for area in one.get("drawn", [])),
        ),
        periods=Periods(**one["periods"]) if "periods" in one else None,
        **{name: one[name] for name in _PLAIN if name in one},
    )


def _with_periods(wanted: Wanted, days: Periods) -> Wanted:
    return Wanted(**{**vars(wanted), "periods": days})


def _key(district: District, one: dict[str, Any]) -> str:
    if one["target"] == "designation":
        return str(Designation.objects.get(district=district, name=one["of"], invented=True).pk)
    return str(Commitment.objects.get(district=district, slug=one["of"], sort="measure").pk)


def _whole(code: int) -> Area:
    return Area(Municipality.objects.get(pk=code).name, MUNICIPALITY, code)


def _outline(district: District, area: dict[str, Any]) -> Area:
    municipality = Municipality.objects.get(pk=area["municipality"])
    return outline(district, area["name"], municipality, area["corners"], area["homes"])
