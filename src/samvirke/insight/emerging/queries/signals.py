"""The signals that somebody may read, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from samvirke.insight.emerging.models import Sighting, Signal
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import may, visible


def signals(actor: Actor, district: District) -> QuerySet[Signal]:
    """Those of a district."""
    rows = visible(actor, "emerging.read", Signal.objects.filter(district=district))
    return rows.select_related("municipality", "district", "judged_by")


def sightings(actor: Actor, signal: Signal) -> list[Sighting]:
    """Its weeks, the oldest first. Who does not work with the figures gets the one that was judged, and no later one.

    Later ones would tell by their difference how many came in a single week.
    """
    return _weeks(actor, [signal])


def newest_sightings(actor: Actor, of: Sequence[Signal]) -> dict[UUID, Sighting]:
    """The last week of each of these signals of one district that somebody may know, by the signal's key."""
    return {one.signal_id: one for one in _weeks(actor, of)}


def _weeks(actor: Actor, of: Sequence[Signal]) -> list[Sighting]:
    if not of:
        return []
    rows = Sighting.objects.filter(signal__in=[one.pk for one in of]).order_by("look__until")
    known = list(rows.select_related("look", "signal__municipality", "signal__district"))
    if may(actor, "emerging.look", of[0].district):
        return known
    return [
        one for one in known if one.look.until == one.signal.judged_until and may(actor, "emerging.read", one.signal)
    ]
