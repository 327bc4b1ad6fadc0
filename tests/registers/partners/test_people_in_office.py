"""The district's list of people in office, whom to turn to about what, and whose appointment runs out."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.registers.partners.people import COUNCIL, DAY, DAY_BEFORE, OPERATOR, THEN, holder, new_seat
from tests.trail import one_line, refusal

from samvirke.foundation.fault import Refused
from samvirke.registers.partners.commands.put_contact import no_contact, put_contact
from samvirke.registers.partners.commands.put_holder import put_holder
from samvirke.registers.partners.commands.take_seat import appoint
from samvirke.registers.partners.models import Body, ContactPoint, SeatHolder
from samvirke.registers.partners.queries.holders import contacts_on, holders
from samvirke.registers.partners.queries.terms import ending_terms
from samvirke.trust.access.actor import NOBODY
from samvirke.trust.identity.models import Account, Agency

pytestmark = pytest.mark.django_db
LATER = date(2024, 9, 10)


@pytest.fixture
def council(fjord):
    return Body.objects.get(pk=COUNCIL)


def contact(council, who, since=DAY, subject="SSP", **more):
    return put_contact(OPERATOR, body=council, subject=subject, holder=who, since=since, **more)


def test_a_secretary_writes_somebody_in_the_list_and_corrects_them(fjord, person):
    tine = person("secretary", "fjordkredsens-politi")
    with one_line("partners.put-holder") as lines:
        made = put_holder(tine, district=fjord, name=" Bodil Vang ", email="bodil@example.org")
    assert "Bodil" not in f"{lines[0].facts}{lines[0].things}"
    put_holder(tine, district=fjord, name="Bodil Vang", phone="12 34", holder=made, version=1)
    with pytest.raises(Refused, match="Somebody else has corrected this person"):
        put_holder(tine, district=fjord, name="Else", holder=made, version=1)
    assert list(holders(tine, fjord).values_list("name", "email", "phone", "version")) == [
        ("Bodil Vang", "", "12 34", 2)
    ]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name": "  "}, "The name is missing"),
        ({"name": "x" * 201}, "at most 200 characters"),
        ({"phone": "1" * 41}, "at most 40 characters"),
        ({"email": "bodil(at)example"}, "“bodil\\(at\\)example” is no e-mail address"),
    ],
)
def test_a_row_that_cannot_be_is_refused_in_words(fjord, wrong, words):
    with pytest.raises(Refused, match=words):
        put_holder(OPERATOR, **({"district": fjord, "name": "Bodil Vang"} | wrong))
    assert not SeatHolder.objects.exists()


def test_an_agency_from_elsewhere_and_an_account_twice_are_refused(fjord, dale, person):
    person("mayor", "fjordby-kommune", "anne")
    anne = Account.objects.get(username="anne")
    first = holder(fjord, "Anne", account=anne, agency=Agency.objects.get(pk="fjordby-kommune"))
    with pytest.raises(Refused, match="takes no part in the district"):
        holder(fjord, "Ib", agency=Agency.objects.get(pk="dalby-kommune"))
    with pytest.raises(Refused, match="Anne has this account already"):
        holder(fjord, "Anna", account=anne)
    put_holder(OPERATOR, district=fjord, name="Anne Bo", account=anne, holder=first, version=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        SeatHolder.objects.create(district=fjord, name="Anna", account=anne)


def test_the_list_is_seen_and_kept_within_the_district(fjord, dale, person):
    holder(fjord)
    stranger = person("secretary", "dalkredsens-politi")
    assert [len(holders(actor, fjord)) for actor in (person("mayor", "fjordby-kommune"), stranger, NOBODY)] == [1, 0, 0]
    with refusal("partners.put-holder"):
        put_holder(stranger, district=fjord, name="Ib")


def test_a_contact_point_has_one_person_a_subject_and_a_cover_that_expires(council, fjord, person):
    bodil, ib, tine = holder(fjord), holder(fjord, "Ib"), person("coordinator", "fjordby-kommune")
    with one_line("partners.put-contact"):
        made = put_contact(tine, body=council, subject="SSP", holder=bodil, since=THEN)
    contact(council, bodil, version=1, cover=ib, cover_until=LATER)
    (found,) = contacts_on(tine, council, DAY)
    assert (found.pk, found.since, found.version) == (made.pk, THEN, 2)
    assert [found.answers_on(day).name for day in (LATER, date(2024, 9, 11))] == ["Ib", "Bodil Vang"]


def test_another_person_begins_a_contact_point_and_the_old_one_ends(council, fjord):
    contact(council, holder(fjord), since=THEN)
    ib = holder(fjord, "Ib")
    with pytest.raises(Refused, match="Somebody else has changed this contact point"):
        contact(council, ib)
    with pytest.raises(Refused, match="began on that day or later"):
        contact(council, ib, since=THEN, version=1)
    made = contact(council, ib, version=1)
    seen = [[one.holder.name for one in contacts_on(OPERATOR, council, day)] for day in (DAY_BEFORE, DAY)]
    assert seen == [["Bodil Vang"], ["Ib"]]
    no_contact(OPERATOR, body=council, contact=made, until=DAY, version=2)
    assert [len(contacts_on(OPERATOR, council, day)) for day in (DAY, LATER)] == [1, 0]
    with pytest.raises(Refused, match="Somebody else has changed"):
        no_contact(OPERATOR, body=council, contact=made, until=LATER, version=2)
    with pytest.raises(Refused, match="last day lies before"):
        no_contact(OPERATOR, body=council, contact=made, until=THEN, version=3)


def test_a_contact_point_without_subject_or_with_half_a_cover_is_refused(council, fjord, dale):
    bodil, stranger = holder(fjord), holder(dale)
    for more, words in [
        ({"subject": " "}, "not said what the contact point is about"), ({"subject": "x" * 81}, "at most 80"),
        ({"cover": stranger}, "a name and a last day"), ({"cover_until": LATER}, "a name and a last day"),
        ({"cover": bodil, "cover_until": LATER}, "Nobody stands in for themselves"),
        ({"cover": stranger, "cover_until": LATER}, "another district"), ({"who": stranger}, "another district"),
    ]:  # fmt: skip
        with pytest.raises(Refused, match=words):
            contact(council, **({"who": bodil} | more))
    assert not ContactPoint.objects.exists()


def test_the_database_holds_one_contact_for_a_subject_and_whole_covers(council, fjord):
    bodil = holder(fjord)
    contact(council, bodil)
    for wrong in [{"subject": "SSP"}, {"subject": ""}, {"subject": "a", "cover": holder(fjord, "Ib")}]:
        with pytest.raises(IntegrityError), transaction.atomic():
            ContactPoint.objects.create(**({"body": council, "holder": bodil, "since": DAY} | wrong))


def test_terms_that_end_soon_or_have_ended_are_listed_until_they_are_renewed(council, fjord, dale, person):
    seat = new_seat("volunteer", count=4)
    for name, end in [("Ane", LATER), ("Bo", date(2024, 8, 1)), ("Cilla", date(2025, 8, 1)), ("Dan", LATER)]:
        appoint(OPERATOR, seat=seat, holder=holder(fjord, name), since=THEN, term_until=end)
    again = SeatHolder.objects.get(name="Dan")
    appoint(OPERATOR, seat=seat, holder=again, since=date(2024, 9, 11), term_until=date(2026, 9, 10))
    tine = person("secretary", "fjordkredsens-politi")
    assert [one.holder.name for one in ending_terms(tine, fjord, 30)] == ["Bo", "Ane"]
    assert [one.holder.name for one in ending_terms(tine, fjord, 15)] == []
    assert list(ending_terms(person("secretary", "dalkredsens-politi"), fjord, 30)) == []
