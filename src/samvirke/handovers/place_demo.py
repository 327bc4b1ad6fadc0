"""Names the invented places of the demo, through the same deeds as a secretary, each on its own day."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from samvirke.desks.designations.commands.end import end
from samvirke.desks.designations.commands.enter_practice import enter_practice
from samvirke.desks.designations.commands.freeze import Shown, freeze
from samvirke.desks.designations.commands.keep_restricted import keep_restricted
from samvirke.desks.designations.commands.name_place import Named
from samvirke.desks.designations.commands.propose import Proposal, propose
from samvirke.desks.designations.commands.review import review
from samvirke.desks.designations.commands.take_step import take_step
from samvirke.desks.designations.facts.figures import Figure
from samvirke.desks.designations.models import Designation
from samvirke.foundation.clock import standing_on
from samvirke.handovers.place_naming import name
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import Area, District, Municipality
from samvirke.trust.access.actor import Actor
from samvirke.trust.identity.models import Account, Agency

_FILE = Path(__file__).resolve().parent / "demo" / "places.toml"
_BEGAN = date(2022, 1, 3)
_REFERENCE = "DEMO: opdigtet praksis"


def load_places(actor: Actor, district: District) -> None:
    """The places of the district; once, so that what a visitor changed stays."""
    if Designation.objects.filter(district=district, invented=True).exists():
        return
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    for one in _of(district, told["practices"]):
        _practice(actor, district, one)
    for one in _of(district, told["places"]):
        _place(actor, district, one)


def _of(district: District, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in rows if one["district"] == district.pk]


def _practice(actor: Actor, district: District, one: dict[str, Any]) -> None:
    facts = {name: value for name, value in one.items() if name not in ("district", "municipality")}
    there = Municipality.objects.get(pk=one["municipality"]) if "municipality" in one else None
    with standing_on(_BEGAN):
        enter_practice(actor, district=district, municipality=there, reference=_REFERENCE, invented=True, **facts)


def _place(actor: Actor, district: District, one: dict[str, Any]) -> None:
    with standing_on(one["proposed"]):
        made = propose(actor, district=district, kind=one["kind"], proposal=_proposal(one), invented=True)
    for shown in one.get("evidence", []):
        with standing_on(shown["on"]):
            freeze(actor, designation=made, shown=_shown(shown))
    _steps(actor, made, one.get("steps", []))
    if "named" in one:
        _named(actor, made, one["named"])
    _steps(actor, made, one.get("later", []))
    for seen in one.get("reviews", []):
        with standing_on(seen["on"]):
            facts = {"found": seen["found"], "conclusion": seen["conclusion"], "level": seen.get("level", "")}
            review(actor, designation=made, version=_version(made), held_on=seen["on"], **facts)
    _plan_and_end(actor, made, one)


def _named(actor: Actor, made: Designation, facts: dict[str, Any]) -> None:
    reviewer = Account.objects.get(username=facts["reviewer"])
    with standing_on(facts["decided_on"]):
        named = Named(**{**facts, "reviewer": reviewer})
        name(actor, designation=made, version=_version(made), named=named)


def _plan_and_end(actor: Actor, made: Designation, one: dict[str, Any]) -> None:
    if "plan" in one:
        facts = {**one["plan"], "owner": Agency.objects.get(pk=one["plan"]["owner"])}
        with standing_on(facts["reviewed_on"]):
            keep_restricted(actor, designation=made, version=_version(made), **facts)
    if "end" in one:
        with standing_on(one["end"]["on"]):
            end(actor, designation=made, version=_version(made), **one["end"])


def _steps(actor: Actor, made: Designation, steps: list[dict[str, Any]]) -> None:
    for one in steps:
        body = Body.objects.select_related("district").get(pk=one["body"]) if "body" in one else None
        with standing_on(one["on"]):
            facts = {name: value for name, value in one.items() if name != "body"}
            take_step(actor, designation=made, version=_version(made), body=body, **facts)


def _version(made: Designation) -> int:
    return Designation.objects.values_list("version", flat=True).get(pk=made.pk)


def _proposal(one: dict[str, Any]) -> Proposal:
    return Proposal(
        municipality=Municipality.objects.get(pk=one["municipality"]),
        name=one["name"],
        shape=one["shape"],
        drawing=one["drawing"],
        purpose=one.get("purpose", ""),
        criterion=one.get("criterion", ""),
        homes=one.get("homes"),
        area=Area.objects.get(pk=one["area"]) if "area" in one else None,
    )


def _shown(one: dict[str, Any]) -> Shown:
    return Shown(
        says=one["says"],
        data=one["data"],
        data_from=one["from"],
        data_until=one["until"],
        analysis=one["analysis"],
        parameters=one.get("parameters", {}),
        figures=tuple(Figure(**figure) for figure in one.get("figures", [])),
        police_count=one.get("police"),
        hospital_count=one.get("hospital"),
        is_baseline=one.get("baseline", False),
    )
