"""Puts a police district in place: the country's districts first, then what its own folder says."""

from __future__ import annotations

from typing import Any

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District, Municipality
from samvirke.registers.places.nation import nation
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("places.put-district")
def put_district(actor: Actor, *, facts: dict[str, Any], municipalities: dict[int, str]) -> District:
    """Write a district and its municipalities; doing it again with other facts corrects them.

    Raises `Refused` when a municipality belongs to another district that is loaded.
    """
    elsewhere = Municipality.objects.filter(code__in=municipalities, district__loaded_at__isnull=False)
    taken = elsewhere.exclude(district_id=facts["id"]).first()
    if taken is not None:
        values = {"code": taken.code, "name": taken.name, "district": taken.district_id}
        what = Said(_("The municipality {code} ({name}) belongs to {district}."), values)
        raise Refused.because(what, _("Take it out of one of the two districts."))
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
