"""Puts the agencies of a district in place."""

from __future__ import annotations

from typing import Any

from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Agency, AgencyDistrict


@command("partners.put-agencies", on="district")
def put_agencies(actor: Actor, *, district: District, agencies: list[dict[str, Any]]) -> None:
    """Write agencies (id, name, kind, and of a municipality its code) and that they take part in the district."""
    for facts in agencies:
        agency, _made = Agency.objects.update_or_create(id=facts["id"], defaults=facts)
        AgencyDistrict.objects.get_or_create(agency=agency, district_id=district.pk)
    note(agencies=len(agencies))
