"""Where a case can go from here, and everything that stands in the way, before anybody presses anything."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.desks.casework.engine.declaration import Stage
from samvirke.desks.casework.facts.obstacles import obstacles_to
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.foundation.words import Said
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import may


@dataclass(frozen=True)
class Next:
    """A stage that may follow; without obstacles it can be entered today."""

    stage: Stage
    obstacles: list[Said]


def next_stages(actor: Actor, view: CaseView) -> list[Next]:
    """Empty for whoever may not move the case, and for one that is closed: its answers are the owner's own."""
    case, form = view.case, view.form
    is_owner = view.mine.agency_id == case.owner_id
    if not case.is_open or not is_owner or not may(actor, "casework.move", case):
        return []
    stages = [form.stage(name) for name in form.stage(case.stage).leads_to]
    return [Next(one, obstacles_to(case, one)) for one in stages]
