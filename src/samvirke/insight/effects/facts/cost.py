"""What one prevented incident cost, where that can be said at all."""

from __future__ import annotations

from samvirke.insight.effects.engine.judged import Ends, Judged
from samvirke.insight.effects.engine.sorts import CHOSEN_BEFORE, FEWER


def cost_of_one(judged: Judged, kroner: int | None) -> Ends | None:
    """Kroner for each, with its interval; nothing without a cost, or where it is not certain that any was prevented.

    An area that was chosen for its numbers falls by itself: its fall has no price.
    """
    saved = judged.prevented
    if kroner is None or judged.verdict != FEWER or CHOSEN_BEFORE in judged.notes:
        return None
    if saved.value is None or saved.low is None or saved.high is None or saved.low <= 0:
        return None
    return Ends(kroner / saved.value, kroner / saved.high, kroner / saved.low)
