"""Puts in place the areas that plans name, and the towns that maps are labelled with."""

from __future__ import annotations

from typing import Any

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import Area, District, Town
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("places.put-areas", on="district")
def put_areas(actor: Actor, *, district: District, areas: list[dict[str, Any]], towns: list[dict[str, Any]]) -> None:
    """Write areas by id and towns by name; towns that are no longer named go.

    Raises `Refused` when an area belongs to another district.
    """
    taken = Area.objects.filter(pk__in=[facts["id"] for facts in areas]).exclude(district=district).first()
    if taken is not None:
        what = Said(_("The area {area} belongs to {district}."), {"area": taken.pk, "district": taken.district_id})
        raise Refused.because(what, _("Give it an id of its own."))
    for facts in areas:
        own = {name: value for name, value in facts.items() if name != "id"}
        Area.objects.update_or_create(id=facts["id"], defaults={**own, "district": district})
    district.towns.all().delete()
    Town.objects.bulk_create(Town(district=district, **facts) for facts in towns)
    note(areas=len(areas), towns=len(towns))
