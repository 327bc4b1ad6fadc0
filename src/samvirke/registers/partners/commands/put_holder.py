"""Puts a person in office in the district's list, or corrects what stands there."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.models import SeatHolder
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Account, Agency


@command("partners.put-holder", on="district")
def put_holder(
    actor: Actor,
    *,
    district: District,
    name: str,
    email: str = "",
    phone: str = "",
    account: Account | None = None,
    agency: Agency | None = None,
    invented: bool = False,
    holder: SeatHolder | None = None,
    version: int = 0,
) -> SeatHolder:
    """Write somebody new, or correct `holder` as it was read in that `version`.

    Raises `Refused` for a missing name, an address that is none, an agency that takes no part in the district, an
    account that somebody else in the list has, or when somebody else has corrected the row in between.
    """
    facts = {"name": name.strip(), "email": email.strip(), "phone": phone.strip(), "account": account, "agency": agency}
    _refuse_unless_fitting(district, facts, holder)
    if holder is None:
        written = SeatHolder.objects.create(district=district, invented=invented, **facts)
    else:
        rows = SeatHolder.objects.filter(pk=holder.pk, district=district, version=version)
        if not rows.update(**facts, version=version + 1):
            raise Refused.because(
                _("Somebody else has corrected this person since you opened the page."), _("Reload the page.")
            )
        written = SeatHolder.objects.get(pk=holder.pk)
    note(written)
    return written


def _refuse_unless_fitting(district: District, facts: dict[str, Any], holder: SeatHolder | None) -> None:
    if not facts["name"]:
        raise Refused.because(_("The name is missing."), _("Write it."))
    refuse_if_too_long(SeatHolder, **{column: facts[column] for column in ("name", "email", "phone")})
    if facts["email"]:
        try:
            validate_email(facts["email"])
        except ValidationError as wrong:
            what = Said(_("“{email}” is no e-mail address."), {"email": facts["email"]})
            raise Refused.because(what, _("Write it as name@example.org, or leave it empty.")) from wrong
    agency, account = facts["agency"], facts["account"]
    if agency is not None and not agency.districts.filter(district_id=district.pk).exists():
        what = Said(_("{agency} takes no part in the district."), {"agency": agency.words})
        raise Refused.because(what, _("Choose an agency of the district."))
    others = SeatHolder.objects.filter(district=district, account=account)
    if holder is not None:
        others = others.exclude(pk=holder.pk)
    if account is not None and (other := others.first()) is not None:
        what = Said(_("{name} has this account already."), {"name": other.name})
        raise Refused.because(what, _("Use the person who is in the list."))
