"""A deployment that was carried out at a point, on a stretch or in an area: where it was, and from which day on."""

from __future__ import annotations

from datetime import date, timedelta

from samvirke.desks.deployments.models import Deployment
from samvirke.desks.deployments.models.deployment import DONE
from samvirke.desks.deployments.queries.deployments import between, deployments
from samvirke.desks.deployments.register import kind_called
from samvirke.foundation.words import LANGUAGES, Words, _
from samvirke.insight.effects.engine.area import CIRCLE, POLYGON, Area
from samvirke.insight.effects.engine.target import Found, Target
from samvirke.insight.effects.facts.shapes import around
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor

# What a station or a van at the roadside reaches; the design can say another radius.
REACH = 250


def find(actor: Actor, district: District, key: str) -> Found | None:
    """The deployment of that id, once it is done, with where it was."""
    one = next((each for each in _done(actor, district) if str(each.pk) == key), None)
    return _found(one, (_area(one),)) if one is not None else None


def every(actor: Actor, district: District) -> list[Found]:
    """Those that were carried out somewhere smaller than a municipality; without their areas."""
    return [_found(one, ()) for one in _done(actor, district)]


def busy(actor: Actor, district: District, first: date, last: date) -> list[Found]:
    """Those that were somewhere on any of these days."""
    rows = between(actor, district, first, last + timedelta(days=1)).filter(state=DONE).exclude(geometry="")
    return [_found(one, (_area(one),)) for one in rows]


def _done(actor: Actor, district: District) -> list[Deployment]:
    return list(deployments(actor, district).filter(state=DONE).exclude(geometry="").order_by("starts_at", "name"))


def _found(one: Deployment, areas: tuple[Area, ...]) -> Found:
    since = one.day
    return Found(
        key=str(one.pk),
        title=Words.of(dict.fromkeys(LANGUAGES, one.name)),
        since=since,
        until=since,
        areas=areas,
        kind=one.kind,
        categories=kind_called(one.kind).categories,
        is_open=one.is_open,
        address=("deployments-one", str(one.pk)),
    )


def _area(one: Deployment) -> Area:
    if one.shape == "polygon":
        return Area(one.name, POLYGON, one.municipality_id, one.geometry)
    return Area(one.name, CIRCLE, one.municipality_id, around(one.district, one.geometry, REACH), radius=REACH)


TARGET = Target(name="deployment", title=_("A deployment that was carried out"), find=find, every=every, busy=busy)
