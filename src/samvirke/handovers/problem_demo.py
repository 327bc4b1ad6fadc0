"""Opens the invented local problems of the demo, through the same deeds as their owners, each on its own day."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from samvirke.desks.designations.commands.link_to_problem import link_to_problem
from samvirke.desks.designations.commands.open_problem import Opened, open_problem
from samvirke.desks.designations.commands.work_on_problem import close_problem, work_on_problem
from samvirke.desks.designations.models import Designation, Problem
from samvirke.desks.designations.models.problem import ASSESS
from samvirke.foundation.clock import standing_on
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.access.actor import Actor
from samvirke.trust.identity.models import Account

_FILE = Path(__file__).resolve().parent / "demo" / "problems.toml"


def load_problems(actor: Actor, district: District) -> None:
    """Those of the district; once, so that what a visitor changed stays."""
    if Problem.objects.filter(district=district, invented=True).exists():
        return
    for one in tomllib.loads(_FILE.read_text(encoding="utf-8"))["problems"]:
        if one["district"] == district.pk:
            _problem(actor, district, one)


def _problem(actor: Actor, district: District, one: dict[str, Any]) -> None:
    with standing_on(one["opened_on"]):
        opened = Opened(
            municipality=Municipality.objects.get(pk=one["municipality"]),
            title=one["title"],
            about=one["about"],
            officer=Account.objects.get(username=one["officer"]),
            partner=Account.objects.get(username=one["partner"]),
            next_look=one["next_look"],
        )
        made = open_problem(actor, district=district, opened=opened, invented=True)
    for step in one["steps"]:
        _step(actor, made, **step)
    with standing_on(one["steps"][-1]["on"]):
        _links(actor, made, one)
    if "assessed" in one:
        _step(actor, made, stage=ASSESS, **one["assessed"])
    if "closed" in one:
        with standing_on(one["closed"]["on"]):
            facts = {name: one["closed"][name] for name in ("outcome", "why")}
            close_problem(actor, problem=made, version=_version(made), **facts)


def _step(actor: Actor, made: Problem, on: Any, **facts: Any) -> None:
    with standing_on(on):
        work_on_problem(actor, problem=made, version=_version(made), **facts)


def _links(actor: Actor, made: Problem, one: dict[str, Any]) -> None:
    there = {"district": made.district_id}
    tied = [("designation", Designation.objects.get(name=name, **there).pk) for name in one.get("places", [])]
    tied += [("commitment", Commitment.objects.get(slug=slug, **there).pk) for slug in one.get("commitments", [])]
    for sort, target in tied:
        link_to_problem(actor, problem=made, version=_version(made), sort=sort, target=str(target))


def _version(made: Problem) -> int:
    return Problem.objects.values_list("version", flat=True).get(pk=made.pk)
