"""Reported offences with at least one suspect aged 10–17, where the sources say whether there was one."""

from __future__ import annotations

from functools import lru_cache

from samvirke.foundation.period import Period
from samvirke.registers.incidents.categories import categories
from samvirke.registers.incidents.queries.monthly_counts import WHOLE_DISTRICT
from samvirke.registers.incidents.queries.store import Store

# Files from before the column was known lack it; there it is unknown.
_WITH_YOUNG = "(FROM incidents UNION ALL BY NAME SELECT NULL::BOOLEAN AS young WHERE FALSE)"


@lru_cache(maxsize=128)
def young_counts(store: Store, codes: tuple[int, ...], period: Period) -> dict[int, int]:
    """By municipality, and for the whole district (0): offences counted in the period with a young suspect.

    A municipality of whose offences not one says whether a suspect was young is left out, which is not zero; empty
    where no offence of the district says so.
    """
    offences = [code for code, one in categories().items() if one.family == "crime"]
    rows = store.rows(
        "SELECT coalesce(municipality, 0), count(*) FILTER (young), count(young) "
        f"FROM {_WITH_YOUNG} WHERE day >= ? AND day < ? AND list_contains(?::VARCHAR[], category) GROUP BY 1",
        period.first,
        period.after,
        offences,
    )
    if not any(known for _place, _young, known in rows):
        return {}
    silent = {place for place, _young, known in rows if not known}
    found = {int(place): int(young) for place, young, _known in rows}
    told = {code: found.get(code, 0) for code in codes if code not in silent}
    return {**told, WHOLE_DISTRICT: sum(found.values())}
