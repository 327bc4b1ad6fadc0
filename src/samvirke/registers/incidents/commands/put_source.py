"""Puts a source of incidents in place."""

from __future__ import annotations

from typing import Any

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.models import Source
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("incidents.put-source", on="district")
def put_source(actor: Actor, *, district: District, facts: dict[str, Any]) -> Source:
    """Write a source. One that belongs to another district is refused: a source belongs to one."""
    taken = Source.objects.filter(pk=facts["name"]).exclude(district=district).first()
    if taken is not None:
        what = Said(
            _("The source {source} belongs to {district}."), {"source": taken.pk, "district": taken.district_id}
        )
        raise Refused.because(what, _("Give the district's source a name of its own."))
    source, _made = Source.objects.update_or_create(name=facts["name"], defaults={**facts, "district": district})
    note(source)
    return source
