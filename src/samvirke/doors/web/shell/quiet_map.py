"""The quiet map beside a list: outlines of the municipalities, and a numbered mark for each place of the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.sites import Site, site_map
from samvirke.registers.places.geometry import in_metres
from samvirke.registers.places.models import District
from samvirke.registers.places.queries.boundaries import boundaries


@dataclass(frozen=True)
class Marked:
    """A place on the map: the number of its line (0 where it stands alone), its name, where it lies, whether firm.

    `geometry` is GeoJSON; without one the place is its whole municipality.
    """

    number: int
    name: str
    geometry: str
    municipality_id: int
    is_firm: bool


def drawn_map(
    district: District, places: Sequence[Marked], speech: Speech, width: float = 420, only: int = 0
) -> dict[str, Any] | None:
    """The drawing and its note; nothing where no borders are known. `only` draws one municipality."""
    rows = district.municipalities.filter(pk=only) if only else district.municipalities.all()
    names = dict(rows.values_list("code", "name"))
    found = boundaries(list(names), district.crs)
    if found is None or not names:
        return None
    sites = [
        Site(
            number=str(one.number) if one.number else "",
            shape=in_metres(district, one.geometry) if one.geometry else found.shapes[one.municipality_id],
            firm=one.is_firm,
        )
        for one in places
        if one.municipality_id in names
    ]
    outlines = {names[code]: shape for code, shape in found.shapes.items()}
    listed = speech.listed([f"{one.number} {one.name}" if one.number else one.name for one in places])
    alt = speech.say(_("Map of the municipalities with the places: {places}"), places=listed)
    schematic = _("Schematic borders: they do not say on which side of one a place lies.")
    note = speech.say(schematic) if found.schematic else found.source
    return {"drawing": site_map(outlines, sites, alt, width), "note": note}
