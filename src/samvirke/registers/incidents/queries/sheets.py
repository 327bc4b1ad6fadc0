"""The newest table of a kind of a district, for whoever may count there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samvirke.registers.incidents.models import Sheet
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask


@dataclass(frozen=True)
class Held:
    """A table as it stands, with what a figure made from it will name."""

    sheet: Sheet
    columns: Mapping[str, Sequence[Any]]

    @property
    def stamp(self) -> tuple[int, int]:
        """Which table it is, in which version: a figure made from it is the same while this is."""
        return self.sheet.pk, self.sheet.number


def sheet_of(actor: Actor, district: District, kind: str) -> Held | None:
    """The table; nothing where none has been put in place."""
    ask(actor, "incidents.count", district)
    found = Sheet.objects.filter(district=district, kind=kind).first()
    return Held(found, found.columns) if found else None


def kinds_held(actor: Actor, district: District) -> set[str]:
    """The kinds of which a district has a table."""
    ask(actor, "incidents.count", district)
    return set(Sheet.objects.filter(district=district).values_list("kind", flat=True))
