"""What somebody may do follows from where they work today, and ends with the last day they work there."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta

import pytest

from samvirke.foundation.clock import COPENHAGEN, now, standing_on
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import NOBODY, Actor, actor_of, system
from samvirke.trust.access.rules import may, visible
from samvirke.trust.identity.models import Account, Affiliation, Agency, AgencyDistrict

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def omar(fjord: District) -> Account:
    """Omar, who works nowhere yet."""
    return Account.objects.create(username="omar", name="Omar Strand")


def works(omar: Account, since: date, until: date | None = None, agency: str = "fjordby-kommune") -> Affiliation:
    return Affiliation.objects.create(account=omar, agency_id=agency, role="secretary", since=since, until=until)


def the_day() -> date:
    return now().astimezone(COPENHAGEN).date()


def test_somebody_who_works_nowhere_may_nothing(omar: Account, fjord: District):
    actor = actor_of(omar)
    assert (actor.agencies, actor.districts, actor.offices, actor.agency) == (frozenset(), frozenset(), frozenset(), "")
    assert not may(actor, "places.see", fjord)


def test_somebody_who_works_here_may_see_it_until_the_end_of_the_last_day(omar: Account, fjord: District):
    affiliation = works(omar, since=date(2020, 1, 1), until=the_day())
    assert may(actor_of(omar), "places.see", fjord)
    assert may(actor_of(omar), "plan.publish", fjord)
    affiliation.until = the_day() - timedelta(days=1)
    affiliation.save()
    assert not may(actor_of(omar), "places.see", fjord)
    assert not visible(actor_of(omar), "partners.see", Body.objects.all()).exists()


def test_somebody_who_begins_tomorrow_may_nothing_today(omar: Account, fjord: District):
    affiliation = works(omar, since=the_day() + timedelta(days=1))
    assert not may(actor_of(omar), "places.see", fjord)
    affiliation.since = the_day()
    affiliation.save()
    assert may(actor_of(omar), "places.see", fjord)


def test_the_business_date_cannot_bring_powers_back(omar: Account, fjord: District):
    works(omar, since=date(2020, 1, 1), until=date(2024, 12, 31))
    with standing_on(date(2024, 8, 20)):
        assert not may(actor_of(omar), "places.see", fjord)


def test_a_closed_account_may_nothing_although_its_affiliation_runs(omar: Account, fjord: District):
    works(omar, since=date(2020, 1, 1))
    omar.is_active = False
    omar.save()
    assert actor_of(omar).districts == frozenset()


def test_powers_end_when_the_agency_no_longer_takes_part(omar: Account, fjord: District):
    works(omar, since=date(2020, 1, 1))
    AgencyDistrict.objects.filter(agency_id="fjordby-kommune").delete()
    assert not may(actor_of(omar), "places.see", fjord)


def test_an_office_counts_in_the_districts_of_its_own_agency_only(omar: Account, fjord: District):
    District.objects.create(id="hills", name={"en": "The hills"}, country="XX")
    Agency.objects.create(id="hill-police", name={"en": "Hill police"}, kind="police")
    AgencyDistrict.objects.create(agency_id="hill-police", district_id="hills")
    works(omar, since=date(2020, 1, 1))
    Affiliation.objects.create(account=omar, agency_id="hill-police", role="analyst", since=date(2020, 1, 1))
    actor = actor_of(omar)
    assert actor.offices == {("secretary", "fjordkredsen"), ("analyst", "hills")}
    assert actor.districts_as(("secretary",)) == {"fjordkredsen"}
    assert actor.agency == "fjordby-kommune"
    hills = District.objects.get(pk="hills")
    assert may(actor, "plan.publish", fjord)
    assert not may(actor, "plan.publish", hills)
    assert may(actor, "incidents.import", hills)
    assert not may(Actor(id="x", name="x", roles=frozenset({"secretary"})), "plan.publish", fjord)


def test_a_part_of_the_system_acts_under_its_own_name():
    assert (system("scheduler").id, system("scheduler").kind, NOBODY.kind) == ("system:scheduler", "system", "nobody")


def test_the_policy_has_one_version_whatever_the_process_was_started_with():
    script = (
        "from samvirke.config.setup import set_up\nset_up()\n"
        "from samvirke.trust.access.rules import policy_version\nprint(policy_version())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "DJANGO_SETTINGS_MODULE": "samvirke.config.staff"},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(said) == 1
