"""What cases that are closed tell together: answers at the start and the end, and the days until the first action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from samvirke.desks.casework.engine.declaration import CaseType
from samvirke.desks.casework.engine.questions import Choice
from samvirke.desks.casework.register import case_types
from samvirke.foundation.period import Period
from samvirke.foundation.words import _
from samvirke.insight.briefing.case_counts import CaseCount, latest
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.of_cases import facts_of_cases
from samvirke.insight.suppression.cells import WHOLE, Cell
from samvirke.insight.suppression.fewest import fewest
from samvirke.insight.suppression.release import Asked, release_tables

Days = Mapping[tuple[str, str], list[tuple[date, int]]]


@dataclass(frozen=True)
class Answers:
    """A question of a kind of case, in one year and the whole district: each answer's cell, and how many answered."""

    kind: str
    path: str
    year: Period
    answers: tuple[tuple[str, Cell], ...]
    n: Cell


@dataclass(frozen=True)
class FirstAction:
    """The median of the days from the opening of a case to the first action, or nothing where they are too few."""

    kind: str
    year: Period
    n: Cell
    days: float | None


def case_answers(facts: Facts, audience: str) -> list[Answers]:
    """Of the last year that is over, for each question that was answered in it; one release of all."""
    year, rows = latest("year"), facts_of_cases(facts)
    asked: dict[str, tuple[str, str, list[str]]] = {}
    tables: dict[str, Asked] = {}
    for declared in case_types().values():
        for path in declared.facts:
            ways = _ways(declared, path)
            counts = [sum(rows.count(declared.name, f"{path}: {name}", year).values()) for name, _title in ways]
            if sum(counts):
                table = f"{facts.district.pk} answers {declared.name} {path}"
                asked[table] = (declared.name, path, [title for _name, title in ways])
                column = {number: float(count) for number, count in enumerate(counts, start=1)}
                tables[table] = Asked({year: {**column, WHOLE: float(sum(counts))}}, fewest(declared.sensitive))
    cells = release_tables(audience, tables)
    return [
        Answers(
            kind, path, year, tuple(zip(titles, _parts(cells[table][year]), strict=True)), cells[table][year][WHOLE]
        )
        for table, (kind, path, titles) in asked.items()
    ]


def first_actions(facts: Facts, days: Days, audience: str) -> list[FirstAction]:
    """Of the last year that is over, for each kind of case that says when somebody acted first."""
    year, found = latest("year"), {}
    for declared in case_types().values():
        if declared.first_action:
            within = _within(days.get((declared.name, declared.first_action), []), [year])
            if within:
                found[declared.name] = within
    tables = {
        _first(facts, name): Asked({year: {DISTRICT: float(len(within))}}, fewest(case_types()[name].sensitive))
        for name, within in found.items()
    }
    cells = release_tables(audience, tables)
    return [
        FirstAction(name, year, cell, float(median(found[name])) if cell.value else None)
        for name, cell in ((name, cells[_first(facts, name)][year][DISTRICT]) for name in found)
    ]


def _first(facts: Facts, kind: str) -> str:
    return f"{facts.district.pk} first action {kind}"


def days_to_end(one: CaseCount, days: Days) -> tuple[int, float] | None:
    """How many, and the median of their days from opening to end, in the periods whose number is shown.

    Nothing where there are fewer than may be shown at all.
    """
    periods = [period for period in one.periods if (cell := one.cell(period, DISTRICT)) is not None and cell.value]
    within = _within(days.get((one.kind, one.what), []), periods)
    return (len(within), float(median(within))) if len(within) >= one.indicator.few else None


def _within(rows: list[tuple[date, int]], periods: list[Period]) -> list[int]:
    return [days for month, days in rows if any(one.first <= month < one.after for one in periods)]


def _ways(declared: CaseType, path: str) -> list[tuple[str, str]]:
    asked = declared.question(path)
    return list(asked.options) if isinstance(asked, Choice) else [("yes", _("yes")), ("no", _("no"))]


def _parts(column: Mapping[int, Cell]) -> list[Cell]:
    return [cell for area, cell in sorted(column.items()) if area != WHOLE]
