"""Puts a police district in place: the country's districts first, then what its own folder says."""

from __future__ import annotations

from typing import Any

from samvirke.foundation.clock import now
from samvirke.registers.places.models import District, Municipality
from samvirke.registers.places.nation import nation
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("places.put-district")
def put_district(actor: Actor, *, facts: dict[str, Any], municipalities: dict[int, str]) -> District:
    """Write a district and its municipalities; doing it again with other facts corrects them."""
    if facts["country"] == "DK":
        _put_nation()
    district, _made = District.objects.update_or_create(id=facts["id"], defaults={**facts, "loaded_at": now()})
    for code, name in municipalities.items():
        Municipality.objects.update_or_create(code=code, defaults={"name": name, "district": district})
    note(district, municipalities=len(municipalities))
    return district


def _put_nation() -> None:
    for known in nation().values():
        district, _made = District.objects.get_or_create(
            id=known.id, defaults={"name": known.words.stored(), "country": "DK"}
        )
        for code, name in known.municipalities.items():
            Municipality.objects.get_or_create(code=code, defaults={"name": name, "district": district})
