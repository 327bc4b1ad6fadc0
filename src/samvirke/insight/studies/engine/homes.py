"""No square of a study is one home: a place that is one home is a person."""

from __future__ import annotations

from samvirke.analysis.kit import refuse_unless
from samvirke.foundation.words import _

# A setting of the product, found in no law: a house with its garden is a third of it across. In open country a square
# of any size may hold one home; a map of single squares is read by those who keep the figures alone.
LEAST_SQUARE = 100.0


def refuse_squares_of_one_home(cell: float) -> None:
    """Raises `Refused` for squares so small that one of them is a house."""
    refuse_unless(
        cell >= LEAST_SQUARE,
        _("Squares of {cell} m are so small that one is a home, and a home is a person."),
        _("Choose squares of at least {least} m."),
        key="cell",
        cell=f"{cell:g}",
        least=f"{LEAST_SQUARE:g}",
    )
