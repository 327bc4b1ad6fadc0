"""What every deed on a case leaves in its course and in the counts; joins the deed that tells of it."""

from __future__ import annotations

from typing import Any

from samvirke.desks.casework.models import Case, Event, Tally
from samvirke.foundation.clock import now, today
from samvirke.trust.access.actor import Actor


def happened(actor: Actor, case: Case, kind: str, seen_by: tuple[str, ...] = ("",), **facts: Any) -> None:
    """Write an event, once for each agency that may see it; `("",)` is everyone on the case. No content in `facts`."""
    moment = now()
    for agency in dict.fromkeys(seen_by):
        Event.objects.create(
            case=case, seen_by=agency, kind=kind, on=today(), at=moment, account_id=actor.id, facts=facts
        )
    Case.objects.filter(pk=case.pk).update(changed_at=moment)


def counted(case: Case, what: str, days: int | None, agency: str = "") -> None:
    """Write a count that outlives the case, of the agency that owns it or of another one that it tells of."""
    Tally.objects.create(
        district_id=case.district_id,
        municipality=case.municipality_id,
        agency_id=agency or case.owner_id,
        case_type=case.type,
        what=what,
        month=today().replace(day=1),
        days=days,
        invented=case.invented,
    )
