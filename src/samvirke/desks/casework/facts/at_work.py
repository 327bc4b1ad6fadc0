"""Who works on cases at a moment: the need to know has begun and not run out."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from samvirke.desks.casework.models import Member
from samvirke.trust.access.actor import Actor


def lasts(moment: datetime) -> Q:
    """What holds of a membership, or of a broken glass, that is in force."""
    return Q(since__lte=moment, until__gt=moment)


def works_on(actor: Actor) -> QuerySet[Member]:
    """Somebody's own memberships now, for agencies that they still work in."""
    return Member.objects.filter(lasts(actor.moment), account=actor.account, agency__in=actor.agencies)
