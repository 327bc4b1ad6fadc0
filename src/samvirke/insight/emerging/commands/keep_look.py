"""Writes down what a look found: a cluster that was there before has grown, any other is a new signal that waits."""

from __future__ import annotations

import math
from typing import Any

from django.db.models import F

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.insight.emerging.engine.promise import Promise
from samvirke.insight.emerging.engine.same import Last, grown_from
from samvirke.insight.emerging.engine.scanned import Found
from samvirke.insight.emerging.looked import Looked
from samvirke.insight.emerging.models import Look, Sighting, Signal
from samvirke.registers.places.models import District, Town
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

BEARINGS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


@command("emerging.look", on="district")
def keep_look(actor: Actor, *, district: District, looked: Looked, invented: bool = False) -> Look:
    """The week, its signals and how they have grown. Raises `Refused` where the week has been looked through."""
    District.objects.select_for_update().get(pk=district.pk)
    until = looked.facts["until"]
    if Look.objects.filter(district=district, until__gte=until).exists():
        raise Refused.because(_("This week has been looked through already."), _("Wait for the next week's figures."))
    look = Look.objects.create(district=district, looked_at=now(), asked_by=actor.id, **looked.facts)
    known, raised = _known(district), 0
    for found in looked.found:
        signal = grown_from(found, known)
        if signal is None:
            signal = _raised(district, found, invented)
            raised += 1
        elif Sighting.objects.filter(signal=signal, look=look).exists():
            # Two clusters of one look that continue the same signal: the rarer one, which came first, tells it.
            continue
        _seen(signal, look, found)
    note(look, until=until.isoformat(), series=len(look.series), raised=raised)
    return look


def _raised(district: District, found: Found, invented: bool) -> Signal:
    return Signal.objects.create(
        district=district,
        category=found.category,
        municipality_id=found.municipality,
        **_nearest(district, found),
        first_until=found.until,
        invented=invented,
    )


def _seen(signal: Signal, look: Look, found: Found) -> None:
    promise = Promise(look.alarms_per_year, len(look.series))
    Sighting.objects.create(
        signal=signal,
        look=look,
        recurrence_days=promise.recurrence_days(found.p),
        weeks=list(found.weeks),
        usual=list(found.usual),
        **{name: getattr(found, name) for name in ("begins", "observed", "expected", "p", "n", "x", "y", "radius")},
    )


def _known(district: District) -> list[Last[Signal]]:
    """Where each signal was seen last."""
    rows = Sighting.objects.filter(signal__district=district).select_related("signal")
    newest = {one.signal_id: one for one in rows.annotate(until=F("look__until")).order_by("look__until")}
    return [
        Last(one.signal, one.signal.category, one.signal.municipality_id, one.x, one.y, one.radius, one.until)
        for one in newest.values()
    ]


def _nearest(district: District, found: Found) -> dict[str, Any]:
    """The town nearest to the circle within the municipality, and how far from it and where the circle lies."""
    x, y = found.x, found.y
    if x is None or y is None:
        return {}
    towns = Town.objects.filter(district=district, municipality_id=found.municipality)
    near = min(towns, key=lambda town: (math.hypot(town.x - x, town.y - y), town.name), default=None)
    if near is None:
        return {}
    quarter_turns = math.atan2(x - near.x, y - near.y) / (math.pi / 4)
    away = round(math.hypot(near.x - x, near.y - y) / 1000)
    return {"town": near.name, "away": away, "bearing": BEARINGS[round(quarter_turns) % 8]}
