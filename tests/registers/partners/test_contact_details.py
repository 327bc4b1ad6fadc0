"""How those were reached who have left every seat is forgotten after the district's period, and nothing else is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from samvirke.foundation.fault import Refused
from samvirke.foundation.kept import kept_tables
from samvirke.registers.partners.commands.forget_contacts import forget_contacts
from samvirke.registers.partners.jobs import forget_at_night
from samvirke.registers.partners.models import Body, ContactPoint, Cover, Membership, Seat, SeatHolder
from samvirke.trust.access.actor import NOBODY, system
from samvirke.trust.access.guard import NotAllowed

pytestmark = pytest.mark.django_db
TODAY, DAYS = date(2024, 8, 20), 365
LONG_AGO, LATELY = TODAY - timedelta(days=DAYS + 1), TODAY - timedelta(days=DAYS)
SINCE = date(2020, 1, 1)


@pytest.fixture
def says(home):
    """Writes `samvirke.toml` in the home: `says('fjordkredsen = 365')`."""
    file = home / "samvirke.toml"
    before = file.read_text(encoding="utf-8") if file.exists() else None

    def written(line):
        file.write_text(f"[contact-details]\n{line}\n", encoding="utf-8")

    yield written
    file.write_text(before, encoding="utf-8") if before is not None else file.unlink(missing_ok=True)


@pytest.fixture
def seat(fjord):
    body = Body.objects.get(pk="kredsraad-fjordkredsen")
    return Seat.objects.create(body=body, slug="proeve", office={"da": "Prøve"}, role="member", count=None, order=900)


@pytest.fixture
def somebody(fjord, seat):
    """Somebody with an e-mail address, on the seat until a day: `somebody("Bo", until=…)`."""

    def made(name, place=1, **ends):
        found = SeatHolder.objects.create(district=fjord, name=name, email="bo@example.org", phone="12345678")
        if ends:
            Membership.objects.create(seat=seat, place=place, holder=found, since=SINCE, **ends)
        return found

    return made


def reached(holder):
    holder.refresh_from_db()
    return bool(holder.email and holder.phone)


def forget():
    return forget_contacts(system("scheduler"))


def test_whoever_left_longer_ago_than_the_period_keeps_name_and_seat_and_nothing_to_reach_them_by(says, somebody):
    says(f"fjordkredsen = {DAYS}")
    left, just_left, sits, new = (
        somebody("Bo", 1, until=LONG_AGO), somebody("Ib", 2, until=LATELY), somebody("Pia", 3, until=None),
        somebody("Ny"),
    )  # fmt: skip
    assert forget_at_night(system("scheduler"), lambda *_: None) == {"forgotten": {"fjordkredsen": 1}}
    assert [reached(one) for one in (left, just_left, sits, new)] == [False, True, True, True]
    assert (left.name, left.memberships.count(), left.version) == ("Bo", 1, 2)
    assert forget() == {"fjordkredsen": 0}


def test_a_term_that_has_run_out_counts_as_leaving(says, somebody):
    says(f"fjordkredsen = {DAYS}")
    over = somebody("Bo", until=None, term_until=LONG_AGO)
    forget()
    assert not reached(over)


def test_whoever_still_stands_in_or_is_the_one_to_write_to_is_still_reached(says, somebody, seat):
    says(f"fjordkredsen = {DAYS}")
    sits = somebody("Pia", 3, until=None)
    covering, answering, second = (
        somebody(name, place, until=LONG_AGO) for place, name in enumerate(["A", "B", "C"], 4)
    )
    membership = sits.memberships.get()
    Cover.objects.create(membership=membership, holder=covering, since=SINCE, until=TODAY)
    facts = {"body": seat.body, "holder": answering, "since": SINCE}
    ContactPoint.objects.create(subject="SSP", cover=second, cover_until=TODAY, **facts)
    forget()
    assert [reached(one) for one in (covering, answering, second)] == [True, True, True]


def test_a_district_that_has_set_no_period_keeps_them(says, somebody):
    left = somebody("Bo", until=LONG_AGO)
    assert forget() == {}
    says("dalkredsen = 1")
    forget()
    assert reached(left)


@pytest.mark.parametrize("line", ["fjordkredsen = 0", 'fjordkredsen = "et år"', "fjordkredsen = 1.5"])
def test_what_is_no_number_of_days_is_refused_by_its_name(says, somebody, line):
    says(line)
    left = somebody("Bo", until=LONG_AGO)
    with pytest.raises(Refused, match="sets no period for contact details"):
        forget()
    assert reached(left)


def test_nobody_but_the_machine_forgets_and_the_reason_stands_in_the_list(fjord, person):
    for actor in (NOBODY, person("secretary", "fjordkredsens-politi")):
        with pytest.raises(NotAllowed):
            forget_contacts(actor)
    assert "the period that the district has set" in kept_tables()["partners.seatholder"].because.text("en")
