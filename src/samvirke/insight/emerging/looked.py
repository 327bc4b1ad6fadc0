"""Looks a week through without storing anything: every watched offence type of a district against one promise."""

from __future__ import annotations

import dataclasses
import time
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from samvirke import __version__
from samvirke.analysis.scan import scan
from samvirke.foundation.speech import said_day
from samvirke.foundation.words import Said, _
from samvirke.insight.emerging.engine.promise import Promise
from samvirke.insight.emerging.engine.scanned import PAST_WEEKS, SQUARE, WINDOW_WEEKS, Found, Rows, parameters, scanned
from samvirke.insight.emerging.engine.watched import watched
from samvirke.insight.emerging.models import Budget
from samvirke.registers.incidents.queries.store import Store
from samvirke.registers.places.models import Municipality
from samvirke.trust.jobs.declared import Progress

_COLUMNS = (
    "SELECT category, x, y, datediff('day', DATE '1970-01-01', day)::BIGINT AS day, "
    "municipality::BIGINT AS municipality, coalesce(dwelling::VARCHAR, '') AS dwelling FROM incidents "
    "WHERE day >= $1 AND day <= $2 AND x IS NOT NULL AND list_contains($3, municipality) ORDER BY category, day, key"
)


@dataclass(frozen=True)
class Looked:
    """What a look found, and the facts of its row; the names are those of its columns."""

    facts: dict[str, Any]
    found: tuple[Found, ...]


def looked(store: Store, until: date, budget: Budget, tell: Progress) -> Looked:
    """The alarms of the week that ends on a day; types of which nothing came in the last quarter are left out."""
    began = time.perf_counter()
    by_type = _read(store, until)
    recent = (until - timedelta(weeks=WINDOW_WEEKS) - date(1970, 1, 1)).days
    series = watched((code for code, rows in by_type.items() if (rows.day > recent).any()), budget.with_discovered)
    promise, found = Promise(budget.alarms_per_year, len(series)), []
    for number, code in enumerate(series):
        tell(number / len(series), Said(_("Looking at the week to {day}"), {"day": said_day(until)}))
        found += scanned(code, by_type[code], until, promise)
    facts = facts_of(store, until, budget, series) | {
        "n": sum(len(by_type[code]) for code in series),
        "seconds": time.perf_counter() - began,
    }
    return Looked(facts, tuple(sorted(found, key=lambda one: one.p)))


def facts_of(store: Store, until: date, budget: Budget, series: list[str]) -> dict[str, Any]:
    """What is known of a look before it is made."""
    promise = Promise(budget.alarms_per_year, len(series))
    return {
        "until": until,
        "series": series,
        "alarms_per_year": budget.alarms_per_year,
        "alarm_p": promise.alarm_p,
        "by_chance": promise.by_chance,
        "parameters": dataclasses.asdict(parameters(until, promise))
        | {"square_metres": SQUARE, "past_weeks": PAST_WEEKS},
        "made_from": {"sources": dict(store.stamp)},
        "method_version": scan.about.version,
        "program_version": __version__,
    }


def _read(store: Store, until: date) -> dict[str, Rows]:
    """The reports of three years with a known point, by type."""
    codes = list(Municipality.objects.filter(district=store.district_id).values_list("pk", flat=True))
    read = store.columns(_COLUMNS, until - timedelta(weeks=PAST_WEEKS) + timedelta(days=1), until, codes)
    names, first = np.unique(read["category"].astype(str), return_index=True)
    edges = [*first.tolist(), len(read["category"])]
    columns = [np.ma.getdata(read[name]) for name in ("x", "y", "day", "municipality", "dwelling")]
    return {
        str(name): Rows(*(column[edges[at] : edges[at + 1]] for column in columns)) for at, name in enumerate(names)
    }
