"""Sets a password that keeps the rules, or says why it does not."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.identity.models import Account


def set_password(account: Account, password: str) -> None:
    """Set a password on an account that whoever calls then saves. Raises `Refused` for a weak one."""
    try:
        validate_password(password, account)
    except ValidationError as error:
        why = Said("{why}", {"why": " ".join(error.messages)})
        raise Refused.because(why, _("Choose another password.")) from error
    account.set_password(password)
