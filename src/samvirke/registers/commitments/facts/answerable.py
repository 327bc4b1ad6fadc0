"""Who can answer for a commitment of a district: somebody who works in an agency that takes part in it."""

from __future__ import annotations

from typing import Any

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.identity.models import Account
from samvirke.trust.identity.queries.live_affiliations import live_affiliations


def refuse_if_not_answerable(district_id: str, account_id: Any) -> None:
    """Raises `Refused` for somebody who does not work in the district today; nobody is an answer too."""
    if account_id is None:
        return
    account = Account.objects.filter(pk=account_id).first()
    works = [] if account is None else live_affiliations(account)
    if not any(one.district_id == district_id for work in works for one in work.agency.districts.all()):
        raise Refused.because(_("They do not work in an agency of this district."), _("Choose somebody from the list."))
