"""The map beside the list of places: outlines of the municipalities, and a number for each place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from samvirke.desks.designations.facts.geometry import in_metres
from samvirke.desks.designations.models import Designation
from samvirke.desks.designations.models.designation import IN_FORCE
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.sites import Site, site_map
from samvirke.registers.places.models import District
from samvirke.registers.places.queries.boundaries import boundaries


def drawn_map(
    district: District, places: Sequence[tuple[int, Designation]], speech: Speech, width: float = 420, only: int = 0
) -> dict[str, Any] | None:
    """The drawing and its note; nothing where no borders are known. `only` draws one municipality."""
    rows = district.municipalities.filter(pk=only) if only else district.municipalities.all()
    names = dict(rows.values_list("code", "name"))
    found = boundaries(list(names), district.crs)
    if found is None or not names:
        return None
    sites = [
        Site(
            number=str(number) if number else "",
            shape=in_metres(district, one.geometry) if one.geometry else found.shapes[one.municipality_id],
            firm=one.state == IN_FORCE,
        )
        for number, one in places
        if one.municipality_id in names
    ]
    outlines = {names[code]: shape for code, shape in found.shapes.items()}
    listed = speech.listed([f"{number} {one.name}" if number else one.name for number, one in places])
    alt = speech.say(_("Map of the municipalities with the places: {places}"), places=listed)
    schematic = _("Schematic borders: they do not say on which side of one a place lies.")
    note = speech.say(schematic) if found.schematic else found.source
    return {"drawing": site_map(outlines, sites, alt, width), "note": note}
