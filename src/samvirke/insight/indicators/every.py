"""Every indicator there is: those of the catalogue, and those of cases where that wing is installed."""

from __future__ import annotations

from functools import cache

from samvirke.foundation.home import is_casework_on
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import Indicator, all_indicators


@cache
def every_indicator() -> dict[str, Indicator]:
    """By name."""
    if not is_casework_on():
        return all_indicators()
    # Only then is the wing installed.
    from samvirke.insight.indicators.of_cases import case_indicators

    return {**all_indicators(), **{one.name: one for one in case_indicators()}}


def indicator(name: str) -> Indicator:
    """The indicator of that name; `LookupError` when none is declared."""
    return every_indicator()[name]


def indicator_here(facts: Facts, name: str) -> Indicator:
    """The indicator of that name as a district has it, with the years before its own counting began."""
    if name in all_indicators() or not is_casework_on():
        return indicator(name)
    # Only then is the wing installed.
    from samvirke.insight.indicators.of_cases import case_indicator_here

    return case_indicator_here(facts, name)
