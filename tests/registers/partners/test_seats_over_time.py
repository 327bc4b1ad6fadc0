"""People take seats, are appointed for a term and leave again; a seat never has more people than places."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.registers.partners.people import DAY, DAY_BEFORE, OPERATOR, THEN, holder, names, new_seat, sit
from tests.trail import one_line, refusal

from samvirke.foundation.fault import Refused
from samvirke.registers.partners.commands.leave_seat import leave_seat
from samvirke.registers.partners.commands.take_seat import appoint, take_seat
from samvirke.registers.partners.models import Membership, Seat
from samvirke.registers.partners.queries.holders import history_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def mayor(fjord):
    """The mayor's seat on the council of the Fjord District."""
    return Seat.objects.select_related("body").get(body_id="kredsraad-fjordkredsen", role="member")


def test_a_secretary_puts_somebody_on_a_seat_with_a_line_of_the_trail(fjord, mayor, person):
    tine, bodil = person("secretary", "fjordkredsens-politi"), holder(fjord)
    with one_line("partners.take-seat") as lines:
        made = take_seat(tine, seat=mayor, holder=bodil, since=DAY)
    assert lines[0].things == [f"partners.seat:{mayor.pk}", f"partners.membership:{made.pk}"]
    assert "Bodil" not in str(lines[0].facts)
    assert [names(mayor, day) for day in (DAY_BEFORE, DAY)] == [[], ["Bodil Vang"]]


@pytest.mark.parametrize(("role", "agency"), [("mayor", "fjordby-kommune"), ("secretary", "dalby-kommune")])
def test_neither_a_mayor_nor_another_districts_secretary_says_who_sits_there(fjord, dale, mayor, person, role, agency):
    bodil, somebody = holder(fjord), person(role, agency)
    with refusal("partners.take-seat"):
        take_seat(somebody, seat=mayor, holder=bodil, since=DAY)
    member = sit(mayor, bodil)
    with refusal("partners.leave-seat"):
        leave_seat(somebody, membership=member, until=DAY, version=1)
    assert names(mayor, DAY) == ["Bodil Vang"]


def test_a_new_mayor_takes_the_seat_and_the_old_one_leaves_it_the_day_before(fjord, mayor):
    old = sit(mayor, holder(fjord))
    new = sit(mayor, holder(fjord, "Ib Holm"), DAY, replaces=old, version=1)
    old.refresh_from_db()
    assert (old.until, old.version, new.place) == (DAY_BEFORE, 2, old.place)
    assert [names(mayor, day) for day in (DAY_BEFORE, DAY)] == [["Bodil Vang"], ["Ib Holm"]]
    assert [one.holder.name for one in history_of(OPERATOR, mayor.body)] == ["Ib Holm", "Bodil Vang"]


def test_a_taken_seat_is_refused_by_name_and_nothing_is_stored(fjord, mayor):
    sit(mayor, holder(fjord))
    ib = holder(fjord, "Ib Holm")
    with pytest.raises(Refused, match=r"“Mayor” is taken in that period by Bodil Vang"):
        sit(mayor, ib, DAY)
    with pytest.raises(Refused, match="taken"):
        sit(mayor, ib, date(2021, 1, 1), until=THEN)
    assert sit(mayor, ib, date(2021, 1, 1), until=THEN - timedelta(days=1)).place == 1
    assert Membership.objects.count() == 2


def test_a_page_that_others_have_overtaken_changes_nothing(fjord, mayor):
    old, ib, ane = sit(mayor, holder(fjord)), holder(fjord, "Ib Holm"), holder(fjord, "Ane Skov")
    sit(mayor, ib, DAY, replaces=old, version=1)
    with pytest.raises(Refused, match="Somebody else has changed who sits there"):
        sit(mayor, ane, DAY, replaces=old, version=1)
    with pytest.raises(Refused, match="Somebody else has changed who sits there"):
        leave_seat(OPERATOR, membership=old, until=THEN, version=1)
    assert names(mayor, DAY) == ["Ib Holm"]


def test_only_whoever_has_that_seat_is_replaced_and_only_after_they_began(fjord, mayor):
    bodil = sit(new_seat("director"), holder(fjord))
    ib = holder(fjord, "Ib Holm")
    with pytest.raises(Refused, match="Somebody else"):
        sit(mayor, ib, DAY, replaces=bodil, version=1)
    member = sit(mayor, ib, DAY)
    with pytest.raises(Refused, match=r"Ib Holm took the seat on 20.August 2024"):
        sit(mayor, holder(fjord, "Ane Skov"), DAY, replaces=member, version=1)


def test_nobody_sits_twice_on_a_body_at_a_time_but_may_move_to_another_seat(fjord, mayor):
    bodil, director = holder(fjord), new_seat("director")
    member = sit(mayor, bodil)
    with pytest.raises(Refused, match=r"Bodil Vang already sits there as “Mayor”"):
        sit(director, bodil, DAY)
    leave_seat(OPERATOR, membership=member, until=DAY_BEFORE, version=1)
    sit(director, bodil, DAY)
    assert names(mayor, DAY) == ["Bodil Vang"]


def test_a_seat_of_three_has_three_places_and_a_fourth_is_refused(fjord):
    seats = new_seat("volunteer", count=3)
    places = [sit(seats, holder(fjord, name)).place for name in ("Ane", "Bo", "Cilla")]
    with pytest.raises(Refused, match="taken in that period by Ane, Bo, Cilla"):
        sit(seats, holder(fjord, "Dan"))
    assert places == [1, 2, 3]


def test_an_appointment_runs_out_by_itself_and_is_renewed_from_the_day_after(fjord, mayor):
    bodil, end = holder(fjord), date(2024, 9, 30)
    appoint(OPERATOR, seat=mayor, holder=bodil, since=date(2022, 10, 1), term_until=end)
    assert [names(mayor, day) for day in (end, end + timedelta(days=1))] == [["Bodil Vang"], []]
    with pytest.raises(Refused, match="already sits there"):
        appoint(OPERATOR, seat=mayor, holder=bodil, since=end, term_until=date(2026, 9, 30))
    appoint(OPERATOR, seat=mayor, holder=bodil, since=date(2024, 10, 1), term_until=date(2026, 9, 30))
    assert names(mayor, end + timedelta(days=1)) == ["Bodil Vang"]


def test_somebody_leaves_between_their_first_and_their_last_day(fjord, mayor):
    member = appoint(OPERATOR, seat=mayor, holder=holder(fjord), since=THEN, term_until=DAY)
    for day, words in ((date(2021, 12, 31), "took the seat on 1.January 2022"), (date(2024, 8, 21), "leaves the seat")):
        with pytest.raises(Refused, match=words):
            leave_seat(OPERATOR, membership=member, until=day, version=1)
    leave_seat(OPERATOR, membership=member, until=date(2024, 5, 1), version=1)
    assert [names(mayor, day) for day in (date(2024, 5, 1), date(2024, 5, 2))] == [["Bodil Vang"], []]


def test_a_period_that_ends_before_it_begins_a_stranger_and_a_closed_seat_are_refused(fjord, dale, mayor):
    bodil = holder(fjord)
    with pytest.raises(Refused, match="last day lies before the first"):
        appoint(OPERATOR, seat=mayor, holder=bodil, since=DAY, term_until=DAY_BEFORE)
    with pytest.raises(Refused, match="list of another district"):
        sit(mayor, holder(dale))
    Seat.objects.filter(pk=mayor.pk).update(closed_on=DAY)
    mayor.refresh_from_db()
    with pytest.raises(Refused, match=r"was closed on 20.August 2024"):
        sit(mayor, bodil)
    assert not Membership.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [{"place": 1}, {"place": 0}, {"place": 2, "until": date(2021, 1, 1)}, {"place": 2, "term_until": date(2021, 1, 1)}],
    ids=["a place twice", "no place", "over before it begins", "a term over before it begins"],
)
def test_the_database_itself_refuses_what_cannot_be(fjord, mayor, wrong):
    sit(mayor, holder(fjord))
    ib = holder(fjord, "Ib Holm")
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(seat=mayor, holder=ib, since=DAY, **wrong)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_tried_no_day_has_more_people_than_places_and_nobody_sits_twice(fjord, seed):
    dice, seats = random.Random(seed), [new_seat("one"), new_seat("two", count=2)]
    people = [holder(fjord, name) for name in ("Ane", "Bo", "Cilla")]
    told: dict[date, list[tuple[str, str]]] = {DAY + timedelta(days=n): [] for n in range(30)}
    refused = 0
    for _try in range(25):
        seat, who = dice.choice(seats), dice.choice(people)
        since, length = DAY + timedelta(days=dice.randint(0, 25)), dice.choice([1, 3, 8, None])
        until = since + timedelta(days=length) if length else None
        days = [day for day in told if since <= day and (until is None or day <= until)]
        fits = all(
            sum(where == seat.slug for where, _name in told[day]) < seat.count
            and who.name not in [name for _where, name in told[day]]
            for day in days
        )
        try:
            sit(seat, who, since, until=until)
        except Refused:
            # A place must be free in the whole period; two halves of different places are none.
            assert not fits or seat.count > 1
            refused += 1
            continue
        assert fits
        for day in days:
            told[day].append((seat.slug, who.name))
    assert 0 < refused < 25
    for day, sitting in told.items():
        assert sorted(names(seats[0], day)) == sorted(name for _where, name in sitting)


def test_a_seat_for_any_number_takes_everybody_who_comes(fjord):
    seats = new_seat("residents", count=None)
    assert [sit(seats, holder(fjord, name)).place for name in ("Ane", "Bo", "Cilla", "Dan")] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("since", "last"),
    [(date(2024, 10, 1), date(2026, 9, 30)), (date(2024, 2, 29), date(2026, 2, 28))],
)
def test_an_appointment_lasts_no_longer_than_the_seat_allows(fjord, since, last):
    seat, bodil = new_seat("community", term_years=2), holder(fjord)
    with pytest.raises(Refused, match=r"lasts until .* 2026 at most"):
        appoint(OPERATOR, seat=seat, holder=bodil, since=since, term_until=last + timedelta(days=1))
    assert appoint(OPERATOR, seat=seat, holder=bodil, since=since, term_until=last).last_day == last
