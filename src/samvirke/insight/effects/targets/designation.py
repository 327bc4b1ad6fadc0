"""A place that is named for something: where it lies, since when, and over which days its own figures were chosen."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from samvirke.desks.designations.models import Designation, Evidence
from samvirke.desks.designations.models.designation import ENDED, IN_FORCE
from samvirke.desks.designations.queries.course import evidence_of
from samvirke.desks.designations.queries.places import places
from samvirke.desks.designations.register import kind_called
from samvirke.foundation.words import LANGUAGES, Words, _
from samvirke.insight.effects.engine.area import CIRCLE, MUNICIPALITY, POLYGON, Area
from samvirke.insight.effects.engine.target import Found, Target
from samvirke.insight.effects.facts.shapes import around
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor

# What a camera or a watched corner reaches; the design can say another radius.
REACH = 100


def find(actor: Actor, district: District, key: str) -> Found | None:
    """The place of that id, with where it lies; a point or a line as what lies within reach of it."""
    one = next(
        (place for place in places(actor, district).filter(state__in=(IN_FORCE, ENDED)) if str(place.pk) == key), None
    )
    if one is None:
        return None
    baseline = evidence_of(actor, one).filter(is_baseline=True).last()
    return _found(one, baseline, (_area(one),))


def every(actor: Actor, district: District) -> list[Found]:
    """Those that were in force at some time, by name; without their areas, which take time to draw."""
    return [_found(one, None, ()) for one in places(actor, district).filter(state__in=(IN_FORCE, ENDED))]


def busy(actor: Actor, district: District, first: date, last: date) -> list[Found]:
    """Those that were in force on any of these days."""
    rows = places(actor, district).filter(state__in=(IN_FORCE, ENDED), since__lte=last)
    open_then = rows.filter(Q(ended_on__isnull=True, until__gte=first) | Q(ended_on__gte=first))
    return [_found(one, None, (_area(one),)) for one in open_then]


def _found(one: Designation, baseline: Evidence | None, areas: tuple[Area, ...]) -> Found:
    return Found(
        key=str(one.pk),
        title=Words.of(dict.fromkeys(LANGUAGES, one.name)),
        since=one.since,
        until=one.ended_on or one.until,
        areas=areas,
        kind=one.kind,
        categories=kind_called(one.kind).categories,
        chosen_from=baseline.data_from if baseline else None,
        chosen_until=baseline.data_until if baseline else None,
        is_open=one.is_open,
        address=("places-one", str(one.pk)),
    )


def _area(one: Designation) -> Area:
    if one.shape == "municipality":
        return Area(one.name, MUNICIPALITY, one.municipality_id)
    if one.shape == "polygon":
        return Area(one.name, POLYGON, one.municipality_id, one.geometry, homes=one.homes)
    return Area(one.name, CIRCLE, one.municipality_id, around(one.district, one.geometry, REACH), radius=REACH)


TARGET = Target(name="designation", title=_("A place that is named for something"), find=find, every=every, busy=busy)
