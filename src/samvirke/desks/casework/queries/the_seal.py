"""The seal of a case, for the people of the agency that sealed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from samvirke.desks.casework.models import Case, Seal
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask


@dataclass(frozen=True)
class Sealed:
    """Why and since when; `asked_by` is the name of whoever has asked for it to be opened."""

    reason: str
    since: datetime
    asked_by: str
    asked_by_me: bool


def the_seal(actor: Actor, case: Case) -> Sealed | None:
    """Nothing where the case is not sealed."""
    ask(actor, "casework.know", case)
    found = Seal.objects.filter(case=case, until__isnull=True, agency__in=actor.agencies).select_related("asked_by")
    return next(
        (
            Sealed(
                one.reason,
                one.since,
                one.asked_by.name if one.asked_by else "",
                one.asked_by_id is not None and one.asked_by_id == actor.account,
            )
            for one in found
        ),
        None,
    )
