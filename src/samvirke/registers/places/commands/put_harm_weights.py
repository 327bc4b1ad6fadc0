"""Names the table of harm weights that a district's figures are weighed with."""

from __future__ import annotations

from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("places.put-harm-weights", on="district")
def put_harm_weights(actor: Actor, *, district: District, table: str) -> None:
    """From now on harm stands beside the count, weighed by this table; by none when it is empty."""
    District.objects.filter(pk=district.pk).update(harm_weights=table)
    note(table=table)
