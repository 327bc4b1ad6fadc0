"""A measure that somebody owes: a commitment of the plan or of a council, with its municipalities and its cost."""

from __future__ import annotations

from uuid import UUID

from samvirke.foundation.words import _
from samvirke.insight.effects.engine.area import MUNICIPALITY, Area
from samvirke.insight.effects.engine.target import Found, Target
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.queries.commitments import commitments
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor

_SORT = "measure"


def find(actor: Actor, district: District, key: str) -> Found | None:
    """The measure of that id."""
    try:
        wanted = UUID(key)
    except ValueError:
        return None
    one = commitments(actor, district.pk).filter(pk=wanted, sort=_SORT).first()
    return _found(district, one) if one else None


def every(actor: Actor, district: District) -> list[Found]:
    """All of them, closed ones too: what was done can still be measured."""
    return [_found(district, one) for one in commitments(actor, district.pk).filter(sort=_SORT)]


def _found(district: District, one: Commitment) -> Found:
    names = dict(district.municipalities.values_list("code", "name"))
    return Found(
        key=str(one.pk),
        title=one.words,
        since=one.begins,
        until=one.due,
        areas=tuple(Area(names[code], MUNICIPALITY, code) for code in one.municipalities if code in names),
        cost=one.cost,
        address=("commitments-one", str(one.pk)),
    )


TARGET = Target(name="measure", title=_("A measure of a plan or a council"), find=find, every=every)
