"""The signals that somebody may read, the newest first."""

from __future__ import annotations

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
    rows = Sighting.objects.filter(signal=signal).select_related("look").order_by("look__until")
    if may(actor, "emerging.look", signal.district):
        return list(rows)
    judged = signal.judged_until
    return list(rows.filter(look__until=judged)) if judged and may(actor, "emerging.read", signal) else []
