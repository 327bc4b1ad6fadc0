"""The places that are named for something, as marks of the quiet map; those in force are firm."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from samvirke.desks.designations.models import Designation
from samvirke.desks.designations.models.designation import IN_FORCE
from samvirke.doors.web.shell import quiet_map
from samvirke.foundation.speech import Speech
from samvirke.registers.places.models import District


def drawn_map(
    district: District, places: Sequence[tuple[int, Designation]], speech: Speech, width: float = 420, only: int = 0
) -> dict[str, Any] | None:
    """The drawing of some places, each with the number of its line; nothing where no borders are known."""
    marks = [
        quiet_map.Marked(number, one.name, one.geometry, one.municipality_id, one.state == IN_FORCE)
        for number, one in places
    ]
    return quiet_map.drawn_map(district, marks, speech, width, only)
