"""What was tried here of each kind of measure, and what came of it: per method, never per person."""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.insight.effects.engine.kind_of_measure import KindOfMeasure
from samvirke.insight.effects.every import all_kinds
from samvirke.insight.effects.facts.card import Card, newest_of
from samvirke.insight.effects.models import Design
from samvirke.insight.effects.queries.designs import designs
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor


def cards(actor: Actor, district: District) -> list[Card]:
    """A card for every declared kind, those that were tried first."""
    rows = list(designs(actor, district))
    return sorted((_card(kind, rows) for kind in all_kinds().values()), key=lambda one: (-one.tried, one.kind.name))


def card_of(actor: Actor, district: District, kind: str, for_all: bool = False) -> Card | None:
    """The card of one kind, or nothing where none is called so; `for_all` leaves out what the police alone may see."""
    declared = all_kinds().get(kind)
    rows = designs(actor, district).filter(kind=kind)
    return _card(declared, rows.filter(is_open=True) if for_all else rows) if declared else None


def _card(kind: KindOfMeasure, rows: Iterable[Design]) -> Card:
    return Card(kind, tuple((one, newest_of(one)) for one in rows if one.kind == kind.name))
