"""Whether an account has work in any agency today: without it nobody is signed in."""

from __future__ import annotations

from django.db.models import Q

from samvirke.foundation.clock import COPENHAGEN, now
from samvirke.trust.identity.models import Account


def works_somewhere(account: Account) -> bool:
    """One question to the database for each page that is asked for, and never remembered. Real time."""
    day = now().astimezone(COPENHAGEN).date()
    runs = Q(until__isnull=True) | Q(until__gte=day)
    return account.is_active and account.affiliations.filter(runs, since__lte=day).exists()
