"""What counts are divided by in a district and year, by municipality and for the whole district (0)."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.registers.places.models import Denominator, Municipality


@dataclass(frozen=True)
class Divided:
    """A number of inhabitants or dwellings, the year it is of, and where it comes from."""

    value: int
    year: int
    source: str
    invented: bool


def divisors(district_id: str, kind: str, year: int) -> dict[int, Divided]:
    """The newest known numbers up to a year. The whole district is there only when every municipality is.

    Its year is that of the oldest number in it.
    """
    codes = set(Municipality.objects.filter(district_id=district_id).values_list("code", flat=True))
    rows = Denominator.objects.filter(municipality_id__in=codes, kind=kind, year__lte=year).order_by("year")
    found = {row.municipality_id: Divided(row.value, row.year, row.source, row.invented) for row in rows}
    if found and set(found) == codes:
        parts = list(found.values())
        sources = "; ".join(dict.fromkeys(one.source for one in parts))
        total, year = sum(one.value for one in parts), min(one.year for one in parts)
        found[0] = Divided(total, year, sources, any(one.invented for one in parts))
    return found
