"""What a place has already: evidence, baseline, what came afterwards, purpose, the restricted paper."""

from __future__ import annotations

from samvirke.desks.designations.engine.kind import (
    AFTERWARDS,
    BASELINE,
    BODY,
    CRITERION,
    DECISION,
    EVIDENCE,
    PERIOD,
    PLAN,
    PURPOSE,
    REVIEWER,
)
from samvirke.desks.designations.models import Designation, Evidence, RestrictedPlan


def there_is(designation: Designation) -> set[str]:
    """The needs that are met by what is stored in the period that runs."""
    every = Evidence.objects.filter(designation=designation)
    rows = every.filter(term__lte=designation.term)
    found = {
        PURPOSE: bool(designation.purpose),
        CRITERION: bool(designation.criterion),
        EVIDENCE: rows.exists(),
        BASELINE: rows.filter(is_baseline=True).exists(),
        AFTERWARDS: every.filter(term__gt=designation.term).exists(),
        BODY: designation.body_id is not None,
        DECISION: bool(designation.decision),
        PERIOD: designation.since is not None,
        REVIEWER: designation.reviewer_id is not None,
        PLAN: RestrictedPlan.objects.filter(designation=designation).exists(),
    }
    return {need for need, is_there in found.items() if is_there}
