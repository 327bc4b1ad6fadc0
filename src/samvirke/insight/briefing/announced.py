"""Which changes are worth announcing when many are tried: those that remain certain after counting how many."""

from __future__ import annotations

from samvirke.insight.briefing.rows import Row

_LEVEL = 0.05


def announced(rows: list[Row]) -> list[Row]:
    """The certain changes that survive Holm's procedure (1979) over every change that was tested, strongest first."""
    tested = sorted((row for row in rows if row.change.p is not None), key=lambda row: row.change.p or 0.0)
    kept = []
    for tried, row in enumerate(tested):
        if (row.change.p or 0.0) > _LEVEL / (len(tested) - tried):
            break
        kept.append(row)
    return [row for row in kept if row.change.is_certain]


def by_chance(tested: int) -> float:
    """How often at least one of so many unmoved counts looks certain in its own row, at most."""
    return 1 - (1 - _LEVEL) ** tested
