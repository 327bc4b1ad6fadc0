"""Keeps the weekly looks of the demo as they were worked out from its invented figures, each on its own day."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from samvirke.foundation.clock import standing_on
from samvirke.insight.emerging.commands.judge import judge
from samvirke.insight.emerging.commands.keep_look import keep_look
from samvirke.insight.emerging.commands.set_budget import set_budget
from samvirke.insight.emerging.engine.scanned import Found
from samvirke.insight.emerging.looked import Looked, facts_of
from samvirke.insight.emerging.models import Budget, Look, Signal
from samvirke.registers.incidents.queries.store import Store, open_store
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor, actor_of
from samvirke.trust.access.guard import deed
from samvirke.trust.identity.models import Account

_FILE = Path(__file__).resolve().parent / "demo" / "emerging.toml"


def load_emerging(actor: Actor, district: District) -> None:
    """A year of looks, their signals, and the one that somebody judged; once, so that what a visitor did stays."""
    if Look.objects.filter(district=district).exists():
        return
    told, store = read_looks(), open_store(actor, district)
    with deed(actor):
        with standing_on(told["entered_on"]):
            promise = {"alarms_per_year": told["alarms_per_year"], "reference": told["reference"]}
            budget = set_budget(actor, district=district, invented=True, **promise)
        for week in told["weeks"]:
            with standing_on(week["until"] + timedelta(days=1)):
                keep_look(actor, district=district, looked=_looked(told, week, store, budget), invented=True)
    for one in told["judged"]:
        _judged(district, one)


def read_looks() -> dict[str, Any]:
    """The file of the demo's looks."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def found_in(told: dict[str, Any], week: dict[str, Any]) -> tuple[Found, ...]:
    """What the look of one week found."""
    rows = [one for one in told["found"] if one["until"] == week["until"]]
    return tuple(Found(**{**one, "weeks": tuple(one["weeks"]), "usual": tuple(one["usual"])}) for one in rows)


def _looked(told: dict[str, Any], week: dict[str, Any], store: Store, budget: Budget) -> Looked:
    series = [code for code in told["series"] if code not in week["without"]]
    facts = facts_of(store, week["until"], budget, series) | {"n": week["n"], "seconds": week["seconds"]}
    return Looked(facts, found_in(told, week))


def _judged(district: District, one: dict[str, Any]) -> None:
    signal = Signal.objects.get(district=district, category=one["category"], first_until=one["first_until"])
    with standing_on(one["on"]):
        actor = actor_of(Account.objects.get(username=one["by"]))
        judge(actor, signal=signal, version=signal.version, verdict=one["verdict"], words=one["words"])
