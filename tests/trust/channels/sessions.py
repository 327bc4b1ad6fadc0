"""Many people of many agencies, each signed in with a case of their own, and one word that only they may read."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from tests.trust.channels.canaries import Aviary

from samvirke.desks.casework.commands.begin import begin
from samvirke.desks.casework.commands.enter_period import enter_period
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.engine.clocks import configured
from samvirke.desks.casework.register import case_types
from samvirke.foundation.clock import now
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import actor_of, system
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.access.commands.use_basis import use_basis
from samvirke.trust.identity.models import Account, Agency, AgencyDistrict

_TYPE, _SECTION, _QUESTION = "staff-violence", "dispensation", "justification"
_BACKEND = "django.contrib.auth.backends.ModelBackend"


def prepare(people: int) -> list[dict[str, str]]:
    """Of each: the cookie of their session, their word, and the address of their case."""
    operator, declared, aviary = system("operator"), case_types()[_TYPE], Aviary()
    district = District.objects.create(
        id="fjord", name={"en": "Fjord"}, country="XX", crs="EPSG:25832", time_zone="Europe/Copenhagen", loaded_at=now()
    )
    for basis in declared.bases:
        use_basis(operator, district=district, basis=basis, reference="a test", assessment="a test")
    for what in configured(declared):
        enter_period(operator, district=district, case_type=_TYPE, what=what, days=30, reference="a test")
    return [_signed_in(district, number, aviary.word("a session")) for number in range(people)]


def _signed_in(district: District, number: int, word: str) -> dict[str, str]:
    agency = Agency.objects.create(id=f"town-{number}", name={"en": f"Town {number}"}, kind="municipality")
    AgencyDistrict.objects.create(agency=agency, district_id=district.pk)
    account = put_account(
        system("operator"), username=f"eva-{number}", name=f"Eva {word}", agency=agency.pk, role="case-leader",
        since=date(2024, 1, 1),
    )  # fmt: skip
    actor = actor_of(account)
    case = begin(actor, agency=agency, district=district, case_type=_TYPE, reason=f"it is hers, {word}")
    write_section(actor, case=case, section=_SECTION, answers={_QUESTION: f"because of {word}"}, version=0)
    return {"cookie": _session(account), "word": word, "case": f"/districts/{district.pk}/cases/{case.pk}/"}


def _session(account: Account) -> str:
    session, moment = SessionStore(), now().timestamp()
    told: dict[str, Any] = {
        SESSION_KEY: str(account.pk),
        BACKEND_SESSION_KEY: _BACKEND,
        HASH_SESSION_KEY: account.get_session_auth_hash(),
    }
    session.update(told | {"began": moment, "seen": moment, "proved": moment, "way": "code"})
    session.create()
    return str(session.session_key)
