"""What an indicator may count from: one district's registers, opened once for whoever asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from samvirke.registers.incidents.harm_tables import HarmTable, all_harm_tables
from samvirke.registers.incidents.queries.monthly_counts import Cube, monthly_counts
from samvirke.registers.incidents.queries.store import Store, open_store
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.access.actor import Actor

DISTRICT = 0


@dataclass(frozen=True)
class Facts:
    """A district as one actor may count it."""

    actor: Actor
    district: District
    # What an indicator from a wing that may be absent has read already, under a name of its own.
    read_once: dict[str, object] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def municipalities(self) -> dict[int, Municipality]:
        """The district's municipalities by code, in the order of their names."""
        return {one.code: one for one in self.district.municipalities.order_by("name")}

    @cached_property
    def store(self) -> Store:
        """The incidents as they are committed now."""
        return open_store(self.actor, self.district)

    @cached_property
    def cube(self) -> Cube:
        """Counts by municipality, month and category."""
        return monthly_counts(self.store, self.municipalities)

    @cached_property
    def harm_table(self) -> HarmTable | None:
        """The table of harm weights that the district has entered, if any."""
        return all_harm_tables().get(self.district.harm_weights)
