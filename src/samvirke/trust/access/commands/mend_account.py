"""The operator links an account to an agency's own sign-in, ends its sign-ins, or gives it a fresh start."""

from __future__ import annotations

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor, actor_of
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Account, CodeApp, Passkey, RecoveryCode, SignInLink
from samvirke.trust.identity.passwords import set_password
from samvirke.trust.identity.providers import FILE, providers


@command("access.link-account")
def link_account(actor: Actor, *, username: str, agency: str, subject: str) -> SignInLink:
    """Say whom an agency's sign-in means by a subject; a subject or account that is linked there already is refused.

    Raises `Refused` for an agency without a sign-in of its own, and for somebody who does not work there.
    """
    account, provider = _called(username), providers().get(agency)
    if provider is None:
        what = Said(_("“{agency}” has no sign-in of its own."), {"agency": agency})
        raise Refused.because(what, Said(_("Write it into {file} in the home first."), {"file": FILE}))
    if agency not in actor_of(account).agencies:
        what = Said(_("{name} does not work in “{agency}” today."), {"name": account.name, "agency": agency})
        raise Refused.because(what, _("An agency vouches for its own people only: add the role first."))
    same = SignInLink.objects.filter(issuer=provider.issuer)
    if same.filter(subject=subject).exists() or same.filter(account=account).exists():
        raise Refused.because(
            _("The account or the subject is linked at this issuer already."), _("Remove the old link: unlink.")
        )
    link = SignInLink.objects.create(account=account, agency_id=agency, issuer=provider.issuer, subject=subject)
    note(account, agency=agency)
    return link


@command("access.unlink-account")
def unlink_account(actor: Actor, *, username: str, agency: str) -> None:
    """The agency's sign-in opens this account no longer. Raises `Refused` when it did not before either."""
    account = _called(username)
    deleted, _each = SignInLink.objects.filter(account=account, agency_id=agency).delete()
    if not deleted:
        raise Refused.because(_("The account is not linked there."), _("Correct the name of the agency."))
    _end_sign_ins(account)
    note(account, agency=agency)


@command("access.end-sign-ins")
def end_sign_ins(actor: Actor, *, username: str) -> None:
    """Whoever is signed in under this name has to sign in again, on every device."""
    account = _called(username)
    _end_sign_ins(account)
    note(account)


@command("access.restart-account")
def restart_account(actor: Actor, *, username: str, password: str) -> None:
    """Forget second factors that were lost, and set a new password with it: a stolen one must not add its own."""
    account = _called(username)
    set_password(account, password)
    account.save(update_fields=["password"])
    for table in (CodeApp, RecoveryCode, Passkey):
        table.objects.filter(account=account).delete()
    _end_sign_ins(account)
    note(account)


def _end_sign_ins(account: Account) -> None:
    Account.objects.filter(pk=account.pk).update(signed_out_at=now())


def _called(username: str) -> Account:
    found = Account.objects.filter(username=username).first()
    if found is None:
        what = Said(_("There is no account “{username}”."), {"username": username})
        raise Refused.because(what, _("Add it first: samvirke accounts add"))
    return found
