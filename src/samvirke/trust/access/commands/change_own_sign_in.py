"""Somebody changes what they sign in with themselves: password, code app, recovery codes, passkeys."""

from __future__ import annotations

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_second_factor_demanded
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity import codes
from samvirke.trust.identity.models import Account, CodeApp, Passkey, RecoveryCode
from samvirke.trust.identity.passkeys import NewPasskey
from samvirke.trust.identity.passwords import set_password


@command("access.change-own-password")
def change_own_password(actor: Actor, *, password: str) -> Account:
    """Set another password; every other sign-in of the account ends with it.

    Raises `Refused` for a weak one.
    """
    account = _own(actor)
    set_password(account, password)
    account.save(update_fields=["password"])
    note(account)
    return account


@command("access.put-code-app")
def put_code_app(actor: Actor, *, secret: str, code: str) -> list[str]:
    """Take an app into use once it shows the right code; the recovery codes, which are shown this once.

    Raises `Refused` when the code is wrong.
    """
    account = _own(actor)
    step = codes.step_of(secret, code, now())
    if step is None:
        raise Refused.because(_("The code does not fit."), _("Type the code that the app shows now."))
    sealed, key_id = codes.sealed(secret, account)
    values = {"sealed": sealed, "key_id": key_id, "last_step": step, "since": now()}
    CodeApp.objects.update_or_create(account=account, defaults=values)
    note(account)
    return _new_recovery_codes(account)


@command("access.renew-recovery-codes")
def renew_recovery_codes(actor: Actor) -> list[str]:
    """Ten new codes; the old ones open nothing any more."""
    account = _own(actor)
    if not CodeApp.objects.filter(account=account).exists():
        raise Refused.because(_("There is no code app that they could stand in for."), _("Add a code app first."))
    note(account)
    return _new_recovery_codes(account)


@command("access.drop-code-app")
def drop_code_app(actor: Actor) -> None:
    """Use the app no longer, nor its recovery codes."""
    account = _own(actor)
    _refuse_to_leave_nothing(account.passkeys.exists())
    CodeApp.objects.filter(account=account).delete()
    RecoveryCode.objects.filter(account=account).delete()
    note(account)


@command("access.put-passkey")
def put_passkey(actor: Actor, *, name: str, made: NewPasskey) -> Passkey:
    """Take a passkey into use. Raises `Refused` for one that somebody has already brought."""
    account = _own(actor)
    if Passkey.objects.filter(credential=made.credential).exists():
        raise Refused.because(_("This passkey is in use already."), _("Use it, or make another on this device."))
    put = Passkey.objects.create(
        account=account,
        name=name.strip()[:100] or made.credential[:8],
        credential=made.credential,
        public=made.public,
        count=made.count,
        since=now(),
    )
    note(account)
    return put


@command("access.drop-passkey")
def drop_passkey(actor: Actor, *, passkey: str) -> None:
    """Use a passkey of one's own no longer; somebody else's is not found."""
    account = _own(actor)
    others = account.passkeys.exclude(pk=passkey)
    _refuse_to_leave_nothing(others.exists() or CodeApp.objects.filter(account=account).exists())
    deleted, _each = account.passkeys.filter(pk=passkey).delete()
    if not deleted:
        raise Refused.because(_("There is no such passkey."), _("Reload the page."))
    note(account)


def _own(actor: Actor) -> Account:
    """One's own row, locked: of two removals at once the second sees what the first left."""
    return Account.objects.select_for_update().get(pk=actor.id)


def _refuse_to_leave_nothing(is_another: bool) -> None:
    if is_second_factor_demanded() and not is_another:
        what = _("It is the only second factor you have, and this installation asks for one.")
        raise Refused.because(what, _("Add another one first."))


def _new_recovery_codes(account: Account) -> list[str]:
    fresh = codes.new_recovery_codes()
    RecoveryCode.objects.filter(account=account).delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(account=account, digest=codes.digest_of(one)) for one in fresh)
    return fresh
