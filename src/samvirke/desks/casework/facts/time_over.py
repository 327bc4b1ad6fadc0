"""Whether a closed case's time is over."""

from __future__ import annotations

from django.db.models import QuerySet

from samvirke.desks.casework.models import Case
from samvirke.desks.casework.models.case import UNDECIDED
from samvirke.foundation.clock import today


def is_due(case: Case) -> bool:
    """Whether a case's time is over today."""
    return case.closed_on is not None and case.keep_until is not None and case.keep_until < today()


def due_cases() -> QuerySet[Case]:
    """Those that the sweep forgets: past their time, and settled with the archive. For the system, which reads none."""
    return Case.objects.filter(closed_on__isnull=False, keep_until__lt=today()).exclude(archive=UNDECIDED)
