"""What a card says in one sentence, such as “tried three times here: inconclusive”, for next year's plan to read."""

from __future__ import annotations

from samvirke.foundation.words import Said
from samvirke.insight.effects.facts.card import tried_said
from samvirke.insight.effects.queries.cards import card_of
from samvirke.insight.effects.queries.designs import designs_of
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor


def tried_before(
    actor: Actor, district: District, target: str, key: str, for_all: bool = False
) -> list[tuple[str, Said]]:
    """For one thing that has a design: the title of its kind of measure, and what that kind has shown here."""
    kinds = dict.fromkeys(designs_of(actor, district, target, key).values_list("kind", flat=True))
    found = [card for kind in kinds if (card := card_of(actor, district, kind, for_all)) is not None]
    return [(card.kind.title, tried_said(card)) for card in found]
