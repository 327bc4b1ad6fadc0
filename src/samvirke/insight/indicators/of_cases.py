"""An indicator for each thing that a kind of case counts, generated from its declaration: no file for each count.

A count is told for periods that are over, and that began after counting did: a year half counted is not compared.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from samvirke.desks.casework.engine.declaration import CaseType
from samvirke.desks.casework.queries.tallies import Tallies, tallies
from samvirke.desks.casework.register import case_types
from samvirke.foundation.clock import today
from samvirke.foundation.period import Period
from samvirke.foundation.words import Said, _
from samvirke.insight.indicators.counts import series
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.kit import Break, Count, Counted, Indicator
from samvirke.insight.suppression.fewest import fewest

# Counts that plans have printed before, by the year: the series that holds the earlier years.
_PRINTED = {("mediation", "closed: agreement"): "mediations-completed"}


def every_of(declared: CaseType, what: str) -> str:
    """How often a count is told, which is in one way only: a year less its quarters would tell a hidden one."""
    return "year" if declared.sensitive or (declared.name, what) in _PRINTED else "quarter"


def case_indicators() -> list[Indicator]:
    """One for each count of each declared kind of case."""
    return [case_indicator(declared, what) for declared in case_types().values() for what in declared.counts]


def case_indicator(declared: CaseType, what: str) -> Indicator:
    """What is counted of a kind of case, as an indicator like any other."""
    kind, step = Said(declared.title), Said(what_is_counted(declared, what))
    ended = ": " in what
    said = (
        _("Cases of “{kind}” that ended with “{step}”, counted in the month they did. Nobody is in the count.")
        if ended
        else _("Cases of “{kind}” that entered “{step}”, counted in the month they did. Nobody is in the count.")
    )
    source = _("Cases of “{kind}” closed in Samvirke") if ended else _("Cases of “{kind}” in Samvirke")
    return Indicator(
        name=_name(declared, what),
        version=declared.version,
        title=Said("{kind}: {step}", {"kind": kind, "step": step}),
        subject=Said("{kind}: {step}", {"kind": kind, "step": step}),
        counted=Said(said, {"kind": kind, "step": step}),
        source=Said(source, {"kind": kind}),
        count=_counted(declared.name, what),
        every=every_of(declared, what),
        few=fewest(declared.sensitive),
    )


def what_is_counted(declared: CaseType, what: str) -> str:
    """The title of the stage or the outcome that is counted."""
    stage, _colon, outcome = what.partition(": ")
    found = declared.stage(stage)
    return next((end.title for end in found.outcomes if end.name == outcome), found.title)


def continued(facts: Facts, declared: CaseType, what: str) -> Indicator:
    """The same count with the years that plans have printed before it, and a break where our own counting begins."""
    found, slug = case_indicator(declared, what), _PRINTED.get((declared.name, what))
    began = facts_of_cases(facts).began(declared.name)
    printed = series(slug) if slug else None
    if printed is None:
        return found
    first = Period(began.year + (began.month > 1), 1, "year") if began else None

    def count(asked: Facts, period: Period) -> dict[int, Counted]:
        return found.count(asked, period) if first and period >= first else printed(asked, period)

    why = _("Until then numbers that the plan prints; from then on cases counted in Samvirke.")
    source = Said(_("The cooperation plan, then cases of “{kind}” in Samvirke"), {"kind": Said(declared.title)})
    return replace(found, count=count, source=source, breaks=(Break(first.first, why),) if first else ())


def case_indicator_here(facts: Facts, name: str) -> Indicator:
    """The count of that name as a district has it; `LookupError` when no kind of case counts it."""
    for declared in case_types().values():
        for what in declared.counts:
            if name == _name(declared, what):
                return continued(facts, declared, what)
    raise LookupError(name)


def facts_of_cases(facts: Facts) -> Tallies:
    """What has been counted of cases, read once for whoever asks."""
    if "cases" not in facts.read_once:
        facts.read_once["cases"] = tallies(facts.actor, facts.district)
    return cast("Tallies", facts.read_once["cases"])


def _name(declared: CaseType, what: str) -> str:
    return f"cases-{declared.name}-{what.replace(': ', '-')}"


def _counted(case_type: str, what: str) -> Count:
    def count(facts: Facts, period: Period) -> dict[int, Counted]:
        rows = facts_of_cases(facts)
        began = rows.began(case_type)
        if began is None or period.first < began or period.last >= today():
            return {}
        found = rows.count(case_type, what, period)
        places = {code: Counted(found.get(code, 0)) for code in facts.municipalities}
        return {DISTRICT: Counted(sum(found.values())), **places}

    return count
