"""Which step of a place comes next."""

from __future__ import annotations

from samvirke.desks.designations.engine.kind import Kind, Stage
from samvirke.desks.designations.engine.ready import next_stage
from samvirke.desks.designations.models import Designation
from samvirke.desks.designations.models.designation import IN_FORCE, PROPOSED


def turn_of(designation: Designation, kind: Kind) -> Stage | None:
    """The stage whose turn it is in the period that runs; nothing when the way has ended.

    What led to its first naming is not asked for again after a renewal, and what follows a naming follows every one.
    """
    if designation.state not in (PROPOSED, IN_FORCE):
        return None
    taken = dict(designation.steps.filter(term=designation.term).values_list("stage", "outcome"))
    before = {one.name for one in kind.before} if designation.term > 1 else set()
    return next_stage(kind, {*taken, *before}, taken.values())
