"""People take seats, are appointed, elected and covered for, one at a time on a place, and leave them again."""

from __future__ import annotations

from datetime import date

import pytest
from tests.trail import one_line

from samvirke.foundation.fault import Refused
from samvirke.registers.partners.commands.put_holder import put_holder
from samvirke.registers.partners.commands.take_seat import take_seat
from samvirke.registers.partners.models import Membership, Seat
from samvirke.registers.partners.queries.sittings import members_on
from samvirke.trust.access.actor import system

pytestmark = pytest.mark.django_db

OPERATOR = system("operator")
DAY = date(2024, 8, 20)


def holder(fjord, name="Bodil Vang", **more):
    return put_holder(OPERATOR, district=fjord, name=name, invented=True, **more)


@pytest.fixture
def mayor(fjord):
    """The mayor's seat on the council of the Fjord District."""
    return Seat.objects.select_related("body").get(body_id="kredsraad-fjordkredsen", role="member")


def sit(seat, who, since=date(2022, 1, 1), **more):
    return take_seat(OPERATOR, seat=seat, holder=who, since=since, **more)


def who(seat, day):
    return [one.holder.name for one in members_on(OPERATOR, seat.body, day)]


def test_a_secretary_puts_somebody_on_a_seat_with_a_line_of_the_trail(fjord, mayor, person):
    tine, bodil = person("secretary", "fjordkredsens-politi"), holder(fjord)
    with one_line("partners.take-seat") as lines:
        made = take_seat(tine, seat=mayor, holder=bodil, since=DAY)
    assert lines[0].things == [f"partners.seat:{mayor.pk}", f"partners.membership:{made.pk}"]
    assert "Bodil" not in str(lines[0].facts)
    assert [who(mayor, day) for day in (date(2024, 8, 19), DAY)] == [[], ["Bodil Vang"]]


def test_a_new_mayor_takes_the_seat_and_the_old_one_leaves_it_the_day_before(fjord, mayor):
    old = sit(mayor, holder(fjord))
    new = sit(mayor, holder(fjord, "Ib Holm"), DAY, replaces=old, version=old.version)
    old.refresh_from_db()
    assert (old.until, old.version, new.place) == (date(2024, 8, 19), 2, old.place)
    assert [who(mayor, day) for day in (date(2024, 8, 19), DAY)] == [["Bodil Vang"], ["Ib Holm"]]


def test_a_taken_seat_is_refused_by_name_and_nothing_is_stored(fjord, mayor):
    sit(mayor, holder(fjord))
    with pytest.raises(Refused, match=r"“Mayor” is taken in that period by Bodil Vang"):
        sit(mayor, holder(fjord, "Ib Holm"), DAY)
    assert Membership.objects.count() == 1
