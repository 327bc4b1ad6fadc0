"""The loaded districts that somebody may see."""

from __future__ import annotations

from django.db.models import QuerySet

from samvirke.foundation.nearest import none_such
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible

NO_DISTRICT = Said(_("No district is loaded; load one with: samvirke district load districts/oestjylland"))


def districts(actor: Actor) -> QuerySet[District]:
    """Districts whose folder has been loaded."""
    return visible(actor, "places.see", District.objects.filter(loaded_at__isnull=False)).order_by("id")


def district_called(actor: Actor, name: str) -> District:
    """The district of that id. Raises `Refused` with the nearest ones when none is loaded under it."""
    found = districts(actor).filter(pk=name).first()
    if found is None:
        what = Said(_("There is no district called “{name}”."), {"name": name})
        raise none_such(what, name, districts(actor).values_list("pk", flat=True), NO_DISTRICT)
    return found
