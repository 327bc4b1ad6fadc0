"""The affiliations of an account that are in force now."""

from __future__ import annotations

from samvirke.foundation.clock import COPENHAGEN, now
from samvirke.trust.identity.models import Account, Affiliation


def live_affiliations(account: Account) -> list[Affiliation]:
    """Read afresh each time: what somebody may do ends at once when it ends. Real time, not the business date."""
    day = now().astimezone(COPENHAGEN).date()
    found = account.affiliations.select_related("agency").prefetch_related("agency__districts")
    return [affiliation for affiliation in found if account.is_active and affiliation.holds_on(day)]
