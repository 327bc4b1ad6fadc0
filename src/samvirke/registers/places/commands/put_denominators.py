"""Puts in place what counts are divided by."""

from __future__ import annotations

from samvirke.registers.places.models import Denominator
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("places.put-denominators")
def put_denominators(
    actor: Actor, *, kind: str, year: int, values: dict[int, int], source: str, invented: bool = False
) -> None:
    """Write numbers of inhabitants or dwellings by municipality code for 1 January of a year, with their source."""
    for code, value in values.items():
        Denominator.objects.update_or_create(
            municipality_id=code,
            kind=kind,
            year=year,
            defaults={"value": value, "source": source, "invented": invented},
        )
    note(kind=kind, year=year, municipalities=len(values))
