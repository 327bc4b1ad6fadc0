"""What a closing case leaves to be counted, with nobody in it: for the count alone, shown to nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from samvirke.desks.casework.engine.counted_words import answered, until_first_action
from samvirke.desks.casework.engine.declaration import CaseType, Stage
from samvirke.desks.casework.models import Case, Participant


def closing_facts(case: Case, declared: CaseType, answers: Mapping[str, Any]) -> Iterator[tuple[str, int | None]]:
    """What is counted of the answers that the owner knows, its own and those disclosed to it, and days where it has."""
    for what in answered(declared, answers):
        yield what, None
    days = until_first_action(declared, answers, case.opened_on)
    if days is not None:
        yield declared.first_action, days


def clock_agency(case: Case, stage: Stage) -> str:
    """The agency whose time runs: of the kind that the stage names, the owner before others; or else the owner."""
    if not stage.clock_of or case.owner.kind == stage.clock_of:
        return case.owner_id
    joined = Participant.objects.filter(case=case, until__isnull=True, agency__kind=stage.clock_of)
    return joined.order_by("since", "agency_id").values_list("agency_id", flat=True).first() or case.owner_id
