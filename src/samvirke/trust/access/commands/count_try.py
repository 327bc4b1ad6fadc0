"""Counts a try to sign in before it is looked at, so that neither a person nor many programs at once try on and on."""

from __future__ import annotations

from datetime import timedelta

from samvirke.foundation.clock import now
from samvirke.trust.identity.models import SignInTry
from samvirke.trust.identity.models.sign_in_try import name_digest

# NIST SP 800-63B allows a hundred in a row; ten in a quarter of an hour leave a person room for slips.
TRIES, WITHIN = 10, timedelta(minutes=15)


def count_try(username: str) -> bool:
    """Whether one more try under this name may be looked at. It is written first and counted then: of any number of
    tries at the same time no more than the limit get through."""
    digest, at = name_digest(username), now()
    SignInTry.objects.create(name_digest=digest, at=at)
    return SignInTry.objects.filter(name_digest=digest, at__gt=at - WITHIN).count() <= TRIES
