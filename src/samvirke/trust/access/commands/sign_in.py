"""Somebody signs in: what they came by is written down, and the tries under their name are forgotten."""

from __future__ import annotations

from datetime import datetime

from samvirke.foundation.clock import now
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity import codes
from samvirke.trust.identity.models import Account, CodeApp, Passkey, RecoveryCode, SignInTry
from samvirke.trust.identity.models.sign_in_try import name_digest


@command("access.sign-in")
def sign_in(actor: Actor, *, way: str, passkey: Passkey | None = None, count: int = 0) -> None:
    """Write that somebody has come in and by which way; only whoever works in an agency today may."""
    account = Account.objects.get(pk=actor.id)
    SignInTry.objects.filter(name_digest=name_digest(account.username)).delete()
    if passkey is not None:
        Passkey.objects.filter(pk=passkey.pk).update(count=count, used_at=now())
    Account.objects.filter(pk=account.pk).update(last_login=now())
    note(account, way=way)


@command("access.spend-code")
def spend_code(actor: Actor, *, code: str) -> bool:
    """Whether a code from the app, or a recovery code, is right; a code that was used once is so no longer.

    A wrong one leaves its line too: whoever types it knew the password.
    """
    account = Account.objects.get(pk=actor.id)
    is_right = _is_new_code(account, code, now()) or _is_recovery_code(account, code)
    note(account, right=is_right)
    return is_right


def _is_new_code(account: Account, code: str, at: datetime) -> bool:
    app = CodeApp.objects.filter(account=account).first()
    step = codes.step_of(codes.opened(app), code, at) if app else None
    if step is None:
        return False
    # One statement decides, so that of two requests with the same code one is refused.
    return CodeApp.objects.filter(account=account, last_step__lt=step).update(last_step=step) == 1


def _is_recovery_code(account: Account, code: str) -> bool:
    deleted, _each = RecoveryCode.objects.filter(account=account, digest=codes.digest_of(code)).delete()
    return deleted == 1
