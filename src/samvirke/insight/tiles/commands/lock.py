"""Locks the squares of quarters that nobody has seen yet."""

from __future__ import annotations

from collections.abc import Sequence

from samvirke.insight.tiles.models import Locked
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("tiles.lock", on="district")
def lock(actor: Actor, *, district: District, squares: Sequence[Locked]) -> int:
    """Write down the squares of these quarters, for good; how many quarters there were.

    Two who open the map at once lock the same: the rows of the second are left out.
    """
    Locked.objects.bulk_create(squares, ignore_conflicts=True)
    note(district, groups=sorted({one.group for one in squares}), quarters=len(squares))
    return len(squares)
