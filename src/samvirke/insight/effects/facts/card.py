"""The card of a kind of measure: every trial of it here, and what they say together in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.foundation.words import Said, _
from samvirke.insight.effects.engine.kind_of_measure import KindOfMeasure
from samvirke.insight.effects.engine.sorts import CANNOT_TELL, FEWER, MORE
from samvirke.insight.effects.models import Design, Estimate


@dataclass(frozen=True)
class Card:
    """One kind of measure with every trial of it here: the design, and its newest estimate if there is one."""

    kind: KindOfMeasure
    trials: tuple[tuple[Design, Estimate | None], ...]

    @property
    def tried(self) -> int:
        """How many times it was tried and is, was or will be measured, or for a reason is not."""
        return len(self.trials)

    def ended(self, verdict: str) -> int:
        """How many of them came out so."""
        return sum(one is not None and one.verdict == verdict for _design, one in self.trials)

    @property
    def awaited(self) -> int:
        """How many are to be measured and have no estimate yet."""
        return sum(one is None and design.is_measured for design, one in self.trials)

    @property
    def unmeasured(self) -> int:
        """How many are not measured, for a reason."""
        return sum(not design.is_measured for design, _one in self.trials)

    @property
    def is_clear(self) -> bool:
        """Whether all that told anything told the same, and something did."""
        return (self.ended(FEWER) > 0) != (self.ended(MORE) > 0) and not self.ended(CANNOT_TELL)


def newest_of(design: Design) -> Estimate | None:
    """The estimate that holds, of a design from the queries above."""
    found: list[Estimate] = design.newest  # type: ignore[attr-defined]  # the queries above put it there
    return found[0] if found else None


def tried_said(card: Card) -> Said:
    """How many times it was tried here, and what came of it."""
    if not card.tried:
        return Said(_("Not tried here with a design."))
    many = {"count": card.tried, "what": _came_of_it(card)}
    return Said(_("Tried once here: {what}"), many, _("Tried {count} times here: {what}"))


def _came_of_it(card: Card) -> Said:
    fewer, more, unclear = (card.ended(one) for one in (FEWER, MORE, CANNOT_TELL))
    if not fewer + more + unclear:
        return Said(_("no estimate yet.") if card.awaited else _("not measured."))
    if not fewer + more:
        return Said(_("inconclusive."))
    told = {"fewer": fewer, "more": more, "unclear": unclear}
    return Said(_("certainly better {fewer}, certainly worse {more}, cannot tell {unclear}."), told)
