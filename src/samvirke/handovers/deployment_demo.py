"""Sends the invented units of the demo out, through the same deeds as those who do it, each on its own day."""

from __future__ import annotations

import tomllib
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from samvirke.desks.deployments.commands.cancel import cancel
from samvirke.desks.deployments.commands.decline import decline
from samvirke.desks.deployments.commands.finish import Found
from samvirke.desks.deployments.commands.plan import Sent, plan
from samvirke.desks.deployments.commands.put_unit import put_unit
from samvirke.desks.deployments.commands.request import Wish, request
from samvirke.desks.deployments.commands.set_target import set_target
from samvirke.desks.deployments.facts.somewhere import Somewhere
from samvirke.desks.deployments.models import Deployment, Unit
from samvirke.foundation.clock import COPENHAGEN, standing_on
from samvirke.handovers.deployment_done import carried_out
from samvirke.registers.commitments.commands.put_schools import put_schools
from samvirke.registers.commitments.models import School
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.access.actor import Actor, actor_of
from samvirke.trust.identity.models import Account, Agency

_FILE = Path(__file__).resolve().parent / "demo" / "deployments.toml"
_BEGAN = date(2024, 1, 3)
_REFERENCE = "DEMO: opdigtet resultatmål"


def load_deployments(actor: Actor, district: District) -> None:
    """The deployments of the district; once, so that what a visitor changed stays."""
    if Deployment.objects.filter(district=district, invented=True).exists():
        return
    told = tomllib.loads(_FILE.read_text(encoding="utf-8")).get(district.pk, {})
    with standing_on(_BEGAN):
        _set_up(actor, district, told)
    units = {one.name: one for one in Unit.objects.filter(district=district)}
    schools = {one.name: one for one in School.objects.filter(district=district).select_related("municipality")}
    for one in told.get("deployments", []):
        for each in _spread(one):
            _deployment(actor, district, each, units, schools)


def _set_up(actor: Actor, district: District, told: dict[str, Any]) -> None:
    for code, names in told.get("schools", {}).items():
        there = Municipality.objects.get(pk=int(code))
        put_schools(actor, district=district, municipality=there, names=names, invented=True)
    for name, agency in told.get("units", {}).items():
        put_unit(actor, district=district, agency=Agency.objects.get(pk=agency), name=name, invented=True)
    for one in told.get("targets", []):
        set_target(actor, district=district, year=2024, reference=_REFERENCE, invented=True, **one)


def _spread(one: dict[str, Any]) -> list[dict[str, Any]]:
    """One row for each of its days; a row without days is itself."""
    days = one.get("days")
    if days is None:
        return [one]
    found = []
    for number, day in enumerate(days):
        counts = {name: values[number] for name, values in one.get("each", {}).items() if number < len(values)}
        done = {"counts": counts, "companions": ["nurse"] if day in one.get("nurse", []) else []}
        found.append(one | {"on": day, "asked": day - timedelta(days=7)} | ({"done": done} if counts else {}))
    return found


def _deployment(
    actor: Actor, district: District, one: dict[str, Any], units: dict[str, Unit], schools: dict[str, School]
) -> None:
    somebody = actor_of(Account.objects.get(username=one["by"])) if "by" in one else actor
    with standing_on(one["asked"]):
        made = request(somebody, district=district, kind=one["kind"], wish=_wish(one, schools), invented=True)
    if "declined" in one:
        with standing_on(one["answered"]):
            decline(actor, deployment=made, version=made.version, why=one["declined"])
    if "on" not in one:
        return
    with standing_on(one.get("answered", one["asked"])):
        made = plan(actor, deployment=made, version=made.version, sent=_sent(one, units))
    if "cancelled" in one:
        with standing_on(one["on"]):
            cancel(actor, deployment=made, version=made.version, why=one["cancelled"])
    if "done" in one:
        with standing_on(one["on"]):
            carried_out(actor, deployment=made, version=made.version, found=_found(one["done"]))


def _wish(one: dict[str, Any], schools: dict[str, School]) -> Wish:
    school = schools[one["school"]] if "school" in one else None
    there = school.municipality if school else Municipality.objects.get(pk=one["municipality"])
    drawing = one.get("drawing", "")
    shape = "school" if school else one.get("shape", "point" if drawing else "municipality")
    return Wish(
        where=Somewhere(there, shape, drawing, school),
        name=one.get("name", ""),
        about=one.get("about", ""),
        reason=one.get("reason", ""),
        sort=one.get("sort", ""),
        groups=tuple(one.get("groups", ())),
        wanted_from=one.get("wanted_from"),
        wanted_until=one.get("wanted_until"),
        suggestion=one.get("suggestion", {}),
    )


def _sent(one: dict[str, Any], units: dict[str, Unit]) -> Sent:
    starts, ends = (datetime.combine(one["on"], _time(written), COPENHAGEN) for written in one["hours"])
    return Sent(
        unit=units[one["unit"]],
        people=one["people"],
        starts_at=starts,
        ends_at=ends if ends > starts else ends + timedelta(days=1),
        companions=("nurse",) if one["on"] in one.get("nurse", []) else (),
    )


def _time(written: str) -> time:
    return time.fromisoformat(written)


def _found(done: dict[str, Any]) -> Found:
    return Found(
        counts=done.get("counts", {}),
        choices=done.get("choices", {}),
        groups=tuple(done.get("groups", ())),
        companions=tuple(done.get("companions", ())),
        said=done.get("said", ""),
    )
