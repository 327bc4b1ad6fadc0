"""A body of a district folder as the facts that the register of partners takes."""

from __future__ import annotations

from typing import Any

from samvirke.handovers.district_folder.district import Body


def body_facts(form: Body) -> dict[str, Any]:
    """The facts that the command writes, its seats in their order."""
    seats = [
        {
            "slug": seat.id,
            "office": seat.office.words().stored(),
            "role": seat.role,
            "agency_id": seat.agency,
            "municipality_id": seat.municipality,
            "area_id": seat.area,
            "electable": list(seat.electable),
            "count": None if seat.any_number else seat.count,
            "term_years": seat.term_years,
            "origin": (seat.origin or form.origin).model_dump(exclude_none=True),
        }
        for seat in form.seats
    ]
    return {
        "id": form.id,
        "kind": form.kind,
        "name": form.name.words().stored(),
        "task": form.task.words().stored(),
        "decided_by": form.decided_by.words().stored() if form.decided_by else {},
        "located_in_id": form.located_in,
        "parent_id": form.parent,
        "quorum": form.quorum.model_dump(exclude_defaults=True) if form.quorum else {},
        "duties": list(form.duties),
        "origin": form.origin.model_dump(exclude_none=True),
        "covers": list(form.covers),
        "seats": seats,
    }
