"""Chairs follow from an office or an election, substitutes and covers stand in for somebody, and all of it ends."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.registers.partners.people import COUNCIL, DAY, DAY_BEFORE, OPERATOR, THEN, holder, new_seat, sit
from tests.trail import one_line, refusal

from samvirke.foundation.fault import Refused
from samvirke.registers.partners.commands.elect import elect_chair
from samvirke.registers.partners.commands.leave_seat import leave_seat
from samvirke.registers.partners.commands.stand_in import stand_in, stand_in_no_longer
from samvirke.registers.partners.commands.take_seat import appoint
from samvirke.registers.partners.models import Body, Cover, Election, Seat
from samvirke.registers.partners.queries.sittings import bodies_of, chair_on, members_on, sittings_on
from samvirke.trust.access.actor import NOBODY, actor_of
from samvirke.trust.identity.models import Account

pytestmark = pytest.mark.django_db
LATER = date(2024, 9, 10)


@pytest.fixture
def council(fjord):
    return Body.objects.get(pk=COUNCIL)


@pytest.fixture
def chair(fjord, council):
    """The police commissioner, who chairs the council by office."""
    return sit(council.seats.get(role="chair"), holder(fjord, "Ellen Kjær"))


@pytest.fixture
def mayors(fjord, council):
    """Two mayors, one of whom may be elected vice-chair."""
    return [sit(new_seat(f"mayor-{name}", electable=["vice-chair"]), holder(fjord, name)) for name in ("Bodil", "Ib")]


def roles(council, day=DAY):
    return [(one.holder.name, one.role) for one in members_on(OPERATOR, council, day)]


def elect(council, member, role="vice-chair", since=DAY, **more):
    return elect_chair(OPERATOR, body=council, membership=member, role=role, since=since, **more)


def test_the_office_chairs_and_the_mayors_elect_one_of_them_vice_chair(council, chair, mayors, person):
    tine = person("secretary", "fjordkredsens-politi")
    with one_line("partners.elect") as lines:
        election = elect_chair(tine, body=council, membership=mayors[1], role="vice-chair", since=DAY)
    assert lines[0].things == [f"partners.body:{COUNCIL}", f"partners.election:{election.pk}"]
    assert chair_on(OPERATOR, council, DAY).holder.name == "Ellen Kjær"
    assert roles(council) == [("Ellen Kjær", "chair"), ("Ib", "vice-chair"), ("Bodil", "member")]
    assert roles(council, DAY_BEFORE) == [("Ellen Kjær", "chair"), ("Bodil", "member"), ("Ib", "member")]
    assert all(one.is_member for one in members_on(OPERATOR, council, DAY))


def test_a_chair_is_not_elected_where_an_office_has_the_seat(council, chair, mayors):
    Seat.objects.filter(body=council).update(electable=["chair", "vice-chair"])
    with pytest.raises(Refused, match=r"it follows from the seat “Police commissioner”"):
        elect(council, mayors[0], role="chair")


def test_a_body_without_a_chairs_office_elects_its_chair(fjord):
    board = Body.objects.create(id="naevn", district=fjord, kind="licensing-board", name={}, task={})
    seat = Seat.objects.create(body=board, slug="m", office={"en": "M"}, role="member", order=1, electable=["chair"])
    member = sit(seat, holder(fjord))
    assert chair_on(OPERATOR, board, DAY) is None
    elect(board, member, role="chair")
    assert chair_on(OPERATOR, board, DAY).holder.name == "Bodil Vang"


def test_only_a_member_of_that_day_whose_seat_allows_it_is_elected(council, chair, mayors, fjord):
    with pytest.raises(Refused, match=r"“Police commissioner” cannot be elected to this"):
        elect(council, chair)
    with pytest.raises(Refused, match=r"Bodil does not sit there on 31.December 2021"):
        elect(council, mayors[0], since=date(2021, 12, 31))
    other = Body.objects.create(id="andet", district=fjord, kind="other", name={}, task={})
    with pytest.raises(Refused, match="does not sit there"):
        elect(other, mayors[0])
    assert not Election.objects.exists()


def test_a_new_vice_chair_replaces_the_one_that_the_page_named_and_no_other(council, chair, mayors):
    first = elect(council, mayors[0], since=THEN)
    with pytest.raises(Refused, match="Somebody else has changed"):
        elect(council, mayors[1])
    with pytest.raises(Refused, match=r"was elected on 1.January 2022"):
        elect(council, mayors[1], since=THEN, replaces=first, version=1)
    second = elect(council, mayors[1], replaces=first, version=1)
    with pytest.raises(Refused, match="Somebody else has changed"):
        elect(council, mayors[0], since=LATER, replaces=first, version=1)
    assert roles(council)[1] == ("Ib", "vice-chair")
    first.refresh_from_db()
    assert (first.until, second.until) == (DAY_BEFORE, None)


def test_who_leaves_the_seat_is_no_longer_vice_chair_and_needs_no_cover(council, chair, mayors, fjord):
    elect(council, mayors[0], since=THEN)
    stand_in(OPERATOR, membership=mayors[0], holder=holder(fjord, "Ane"), since=DAY, until=LATER)
    leave_seat(OPERATOR, membership=mayors[0], until=DAY_BEFORE, version=1)
    assert roles(council) == [("Ellen Kjær", "chair"), ("Ib", "member")]
    assert (Election.objects.get().until, Cover.objects.exists()) == (DAY_BEFORE, False)


def test_an_election_ends_with_the_term_of_whoever_was_elected(council, chair, fjord):
    seat = new_seat("mayor", electable=["vice-chair"])
    member = appoint(OPERATOR, seat=seat, holder=holder(fjord), since=THEN, term_until=LATER)
    assert elect(council, member).until == LATER


def test_a_substitute_stands_in_for_the_member_of_their_own_municipality(council, fjord, chair):
    mayor = sit(council.seats.get(role="member"), holder(fjord, "Bodil"))
    own = new_seat("deputy", role="substitute", agency_id="fjordby-kommune", municipality_id=998)
    sit(own, holder(fjord, "Dorte"))
    sit(new_seat("other", role="substitute"), holder(fjord, "Uffe"))
    found = {one.holder.name: one for one in members_on(OPERATOR, council, DAY)}
    assert found["Dorte"].stands_in_for == mayor.holder
    assert found["Uffe"].stands_in_for is None
    assert not found["Dorte"].is_member


def test_a_cover_takes_part_beside_whom_they_cover_for_and_expires(council, chair, fjord, person):
    ane, tine = holder(fjord, "Ane"), person("secretary", "fjordkredsens-politi")
    with one_line("partners.stand-in"):
        stand_in(tine, membership=chair, holder=ane, since=DAY, until=LATER)
    own, cover = members_on(OPERATOR, council, LATER)
    assert (own.covered_by, own.is_member) == (ane, True)
    assert (cover.holder, cover.stands_in_for, cover.role, cover.is_member) == (ane, chair.holder, "chair", False)
    assert chair_on(OPERATOR, council, LATER).holder == chair.holder
    assert len(members_on(OPERATOR, council, date(2024, 9, 11))) == 1


def test_a_cover_is_refused_outside_the_membership_for_oneself_twice_and_without_an_order_of_days(chair, fjord, dale):
    ane = holder(fjord, "Ane")
    stand_in(OPERATOR, membership=chair, holder=ane, since=DAY, until=LATER)
    for who, since, until, words in [
        (ane, LATER, DAY, "last day lies before"), (ane, date(2021, 1, 1), LATER, "in the whole of that period"),
        (chair.holder, LATER, LATER, "Nobody stands in for themselves"),
        (holder(dale), LATER, LATER, "another district"),
        (ane, LATER, LATER, r"Ane stands in until 10.September 2024 already"),
    ]:  # fmt: skip
        with pytest.raises(Refused, match=words):
            stand_in(OPERATOR, membership=chair, holder=who, since=since, until=until)
    with pytest.raises(IntegrityError), transaction.atomic():
        Cover.objects.create(membership=chair, holder=ane, since=LATER, until=DAY)


def test_a_cover_is_called_off_before_it_begins_or_cut_short(chair, fjord):
    ane = holder(fjord, "Ane")
    cover = stand_in(OPERATOR, membership=chair, holder=ane, since=DAY, until=LATER)
    stand_in_no_longer(OPERATOR, membership=chair, cover=cover, until=date(2024, 8, 25))
    assert Cover.objects.get().until == date(2024, 8, 25)
    stand_in_no_longer(OPERATOR, membership=chair, cover=cover, until=DAY_BEFORE)
    with pytest.raises(Refused, match="ended already"):
        stand_in_no_longer(OPERATOR, membership=chair, cover=cover, until=DAY_BEFORE)


def test_bodies_of_somebody_are_those_where_they_sit_or_cover(council, chair, fjord, person):
    anne = person("mayor", "fjordby-kommune", "anne")
    account = Account.objects.get(username="anne")
    assert list(bodies_of(anne, DAY)) == []
    mine = holder(fjord, "Anne", account=account)
    stand_in(OPERATOR, membership=chair, holder=mine, since=DAY, until=DAY)
    assert [list(bodies_of(anne, day)) for day in (DAY, LATER)] == [[council], []]
    sit(council.seats.get(role="member"), mine, LATER)
    assert list(bodies_of(actor_of(account), LATER)) == [council]
    assert list(bodies_of(OPERATOR, LATER)) == []


def test_who_sits_there_is_seen_within_the_district(council, chair, dale, person):
    stranger = person("chief", "dalkredsens-politi")
    assert len(members_on(person("mayor", "fjordby-kommune"), council, DAY)) == 1
    assert members_on(stranger, council, DAY) == members_on(NOBODY, council, DAY) == []
    with refusal("partners.elect"):
        elect_chair(stranger, body=council, membership=chair, role="chair", since=DAY)


def test_many_bodies_are_asked_in_as_many_questions_as_one(council, chair, mayors, django_assert_num_queries):
    for bodies in ([council], Body.objects.all()):
        with django_assert_num_queries(3 if isinstance(bodies, list) else 4):
            sittings_on(OPERATOR, bodies, DAY)
