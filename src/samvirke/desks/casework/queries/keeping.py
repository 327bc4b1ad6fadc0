"""Until when a case is kept and who decided it, or that nobody has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from samvirke.desks.casework.engine.clocks import end_of
from samvirke.desks.casework.engine.declaration import Clock
from samvirke.desks.casework.facts.declared import declared_of
from samvirke.desks.casework.models import Case, PeriodInUse
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask


@dataclass(frozen=True)
class Keeping:
    """`until` is the day for a closed case, or for an open one if it were closed on `day`; nothing where none says so.

    `days` and `reference` are what the district entered, `source` what the law says where the law says it.
    """

    until: date | None
    days: int | None = None
    reference: str = ""
    source: str = ""


def keeping(actor: Actor, case: Case, day: date, outcome: str = "") -> Keeping:
    """As `move` would decide it: the outcome's own period first, an agency's own before the district's."""
    ask(actor, "casework.know", case)
    outcome = outcome or case.outcome
    live = PeriodInUse.objects.filter(district_id=case.district_id, case_type=case.type, until__isnull=True)
    rows = live.filter(agency_id__in=["", case.owner_id], what__in=["keep", f"keep:{outcome}"])
    entered = {one.what: one for one in rows.order_by("agency_id")}
    found, by_law = entered.get(f"keep:{outcome}") or entered.get("keep"), declared_of(case).keep
    if found is not None:
        return Keeping(case.keep_until or day + timedelta(days=found.days), found.days, found.reference)
    if isinstance(by_law, Clock):
        return Keeping(case.keep_until or end_of(by_law, day), source=by_law.source)
    return Keeping(case.keep_until)
