"""Each indicator counted once more by hand, from the rows of the store and the demo's own files."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from samvirke.foundation.period import Period
from samvirke.handovers import demo as demo_files
from samvirke.insight.indicators.facts import Facts
from samvirke.registers.incidents.categories import categories
from samvirke.registers.incidents.queries.store import Store

DISTRICT = 0
Counts = dict[int, tuple[float, float | None]]
AGAINST_THE_PERSON = {"homicide", "sexual-offence", "robbery", "violence-against-person", "close-relation-violence"}

CRIMES = {code for code, one in categories().items() if one.family == "crime"}


@dataclass(frozen=True)
class Incident:
    """One row, as a person would read it."""

    day: date
    starts: datetime
    municipality: int | None
    category: str
    offence: str
    dwelling: str | None
    young: bool | None


@cache
def incidents(store: Store) -> list[Incident]:
    """Every row of the store."""
    rows = store.rows("SELECT day, starts, municipality, category, offence, dwelling, young FROM incidents")
    return [Incident(*row) for row in rows]


def among(facts: Facts, first: date, after: date, *categories: str) -> Iterator[Incident]:
    return (one for one in incidents(facts.store) if first <= one.day < after and one.category in categories)


def tally(facts: Facts, found: Iterator[Incident]) -> Counts:
    """How many in each municipality and in all."""
    rows = list(found)
    places = Counter(one.municipality for one in rows)
    return {code: (places[code], None) for code in facts.municipalities} | {DISTRICT: (len(rows), None)}


def plain(*categories: str) -> Callable[[Facts, Period], Counts]:
    return lambda facts, period: tally(facts, among(facts, period.first, period.after, *categories))


def on_weekend_nights(facts: Facts, period: Period) -> Counts:
    def is_night(one: Incident) -> bool:
        evening = one.starts.weekday() in (4, 5) and one.starts.hour >= 22
        return evening or (one.starts.weekday() in (5, 6) and one.starts.hour < 6)

    violence = among(facts, period.first, period.after, "violence-against-person")
    return tally(facts, (one for one in violence if is_night(one)))


def of_the_young(facts: Facts, period: Period) -> Counts:
    told = among(facts, period.first, period.after, *CRIMES)
    return tally(facts, (one for one in told if one.young))


def homes_again(facts: Facts, period: Period) -> Counts:
    """Homes hit twice or more in four quarters, of all that were hit."""
    times: Counter[tuple[int | None, str]] = Counter()
    for one in among(facts, period.back(4)[0].first, period.after, "burglary-home"):
        if one.dwelling is not None:
            times[one.municipality, one.dwelling] += 1
    again: Counter[int | None] = Counter(place for (place, _home), hits in times.items() if hits > 1)
    hit: Counter[int | None] = Counter(place for place, _home in times)
    found: Counts = {code: (again[code], hit[code]) for code in facts.municipalities if hit[code]}
    return found | {DISTRICT: (again.total(), hit.total())}


def harm(facts: Facts, period: Period) -> Counts:
    weights = facts.harm_table.weights if facts.harm_table else {}
    days: dict[int | None, float] = defaultdict(float)
    number: Counter[int | None] = Counter()
    for one in among(facts, period.first, period.after, *AGAINST_THE_PERSON):
        for place in (one.municipality, DISTRICT):
            days[place] += weights[one.offence]
            number[place] += 1
    return {code: (days[code], number[code]) for code in (DISTRICT, *facts.municipalities)}


def of_the_demo(name: str) -> dict:
    folder = Path(demo_files.__file__).parent
    return tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))


def by_hand(slug: str) -> Callable[[Facts, Period], Counts]:
    """A series as the demo's file of numbers has it."""

    def count(facts: Facts, period: Period) -> Counts:
        series = next(one for one in of_the_demo("numbers")["series"] if one["slug"] == slug)
        points = [one for one in series["points"] if one["period"] == str(period)]
        return {one.get("municipality", DISTRICT): (one["value"], one.get("n")) for one in points}

    return count


def meetings(facts: Facts, period: Period) -> Counts:
    """Held of the four that each local council owes, as the demo's calendar has it."""
    if period.year != 2024:
        return {}
    held = {name: len(year["held"]) for name, year in of_the_demo("calendar")["bodies"].items()}
    codes = {one.name.lower().replace("ø", "oe"): code for code, one in facts.municipalities.items()}
    found: Counts = {codes[name[10:]]: (done, 4) for name, done in held.items() if name.startswith("lokalraad-")}
    return found | {DISTRICT: (sum(done for done, _owed in found.values()), 4 * len(found))}


ORACLES: dict[str, Callable[[Facts, Period], Counts]] = {
    "burglary-homes": plain("burglary-home"),
    "close-relation-violence": plain("close-relation-violence"),
    "collisions-injury": plain("collision-injury", "collision-fatal"),
    "disorder-calls": plain("disorder-call"),
    "welfare-calls": plain("welfare-call"),
    "exit-courses": by_hand("exit-courses"),
    "harm": harm,
    "meetings-held": meetings,
    "nightlife-violence": on_weekend_nights,
    "online-fraud": plain("online-fraud"),
    "repeat-dwellings": homes_again,
    "safety-share": by_hand("safety-share"),
    "stalking-orders": plain("stalking-orders"),
    "violence-against-person": plain("violence-against-person"),
    "youth-crime": of_the_young,
}
