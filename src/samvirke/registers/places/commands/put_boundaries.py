"""Puts a delivery of boundaries in place as a new version; older ones stay for the maps drawn with them."""

from __future__ import annotations

import hashlib
from datetime import date

from shapely.geometry.base import BaseGeometry

from samvirke.foundation.clock import now
from samvirke.registers.places.models import Boundary, BoundaryVersion
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("places.put-boundaries")
def put_boundaries(
    actor: Actor, *, shapes: dict[int, BaseGeometry], crs: str, source: str, valid_from: date, schematic: bool
) -> BoundaryVersion:
    """Write shapes by municipality code, in metres of `crs`. The same delivery twice is one version."""
    digest = hashlib.sha256(b"".join(code.to_bytes(4, "big") + shapes[code].wkb for code in sorted(shapes))).hexdigest()
    version, made = BoundaryVersion.objects.get_or_create(
        sha256=digest,
        valid_from=valid_from,
        defaults={"source": source, "crs": crs, "schematic": schematic, "imported_at": now()},
    )
    if made:
        Boundary.objects.bulk_create(
            Boundary(version=version, municipality_code=code, wkb=shape.wkb) for code, shape in shapes.items()
        )
    note(version, municipalities=len(shapes), schematic=schematic)
    return version
