"""Gives somebody an account and a role in an agency."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Account, Affiliation, Agency
from samvirke.trust.identity.models.affiliation import ROLES
from samvirke.trust.identity.passwords import set_password


@command("access.put-account")
def put_account(
    actor: Actor,
    *,
    username: str,
    name: str,
    agency: str,
    role: str,
    since: date,
    until: date | None = None,
    password: str = "",
    invented: bool = False,
) -> Account:
    """Write an account and its affiliation. Without a password nobody can sign in by one (the demo cast cannot)."""
    if role not in ROLES:
        what = Said(_("There is no role “{role}”."), {"role": role})
        raise Refused.because(what, Said(_("Roles are: {roles}."), {"roles": ", ".join(ROLES)}))
    if not Agency.objects.filter(pk=agency).exists():
        what = Said(_("There is no agency “{agency}”."), {"agency": agency})
        raise Refused.because(what, _("Load its district first, and name it as agencies.toml does."))
    account, _made = Account.objects.get_or_create(username=username, defaults={"name": name, "invented": invented})
    account.name = name
    _set_password(account, password)
    account.save()
    _put_affiliation(account, agency, role, since, until)
    note(account, role=role, agency=agency)
    return account


def _put_affiliation(account: Account, agency: str, role: str, since: date, until: date | None) -> None:
    """Begin the work, or say when the work that runs on the day `since` ends; what ended before stays as it was."""
    same = Affiliation.objects.filter(account=account, agency_id=agency, role=role)
    runs = same.filter(Q(until__isnull=True) | Q(until__gte=since)).order_by("since").first()
    begins = min(runs.since, since) if runs else since
    if until is not None and until < begins:
        what = Said(_("The last day, {until}, lies before the first, {since}."), {"until": until, "since": begins})
        raise Refused.because(what, _("Correct the last day."))
    if runs is None:
        Affiliation.objects.create(account=account, agency_id=agency, role=role, since=since, until=until)
    else:
        same.filter(pk=runs.pk).update(since=begins, until=until)


def _set_password(account: Account, password: str) -> None:
    if not password:
        if not account.password:
            account.set_unusable_password()
        return
    set_password(account, password)
