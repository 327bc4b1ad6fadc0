"""The pages of bodies: the list, who sits there today, the forms of whoever keeps the seats, and what is refused."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

import pytest
from tests.doors.web.places import read, text_of
from tests.registers.partners.people import COUNCIL, DAY, OPERATOR, THEN, holder, names, new_seat, sit

from samvirke.registers.partners.commands.stand_in import stand_in
from samvirke.registers.partners.commands.take_seat import appoint
from samvirke.registers.partners.models import ContactPoint, Cover, Election, Membership, Seat, SeatHolder
from samvirke.trust.identity.models import Account

HERE = "/districts/fjordkredsen/bodies/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def mayor(fjord):
    """The mayor's seat, where Bodil Vang sits."""
    seat = Seat.objects.select_related("body").get(body_id=COUNCIL, role="member")
    Seat.objects.filter(pk=seat.pk).update(electable=["vice-chair"])
    sit(seat, holder(fjord))
    return seat


@pytest.fixture
def tine(fjord, hired):
    """The secretary's browser, in English."""
    client = hired("secretary", "fjordkredsens-politi")
    client.cookies["samvirke_language"] = "en"
    return client


def shown(answer):
    """What stands in the page, its parts apart, on one line."""
    return " ".join(" ".join(read(answer).get_element_by_id("main").itertext()).split())


def alert(answer):
    assert answer.status_code == 422
    return text_of(read(answer).xpath("//main//*[@role='alert']")[0])


def seat_page(seat):
    return f"{HERE}{COUNCIL}/seats/{quote(seat.slug)}/"


def take(tine, seat, who, since="2024-08-20", **more):
    return tine.post(seat_page(seat), {"deed": "take", "holder": str(who.pk), "since": since, **more})


def in_place_of(seat):
    member = Membership.objects.filter(seat=seat).order_by("-since").first()
    return f"{member.pk}@{member.version}"


def test_the_list_says_who_chairs_how_many_sit_there_and_whose_term_ends(tine, mayor, fjord):
    sit(Seat.objects.get(body_id=COUNCIL, role="chair"), holder(fjord, "Ellen Kjær"))
    expert = new_seat("expert")
    appoint(OPERATOR, seat=expert, holder=holder(fjord, "Ragnhild"), since=THEN, term_until=date(2024, 10, 1))
    new_seat("empty")
    page = shown(tine.get(HERE))
    assert "The term ends on 1 October Ragnhild , Expert The district council" in page
    assert "The district council District council the whole district Ellen Kjær 3 people 1 empty seat" in page


def test_a_term_that_ended_and_was_not_renewed_is_said_to_have(tine, fjord):
    ended = {"since": date(2022, 8, 2), "term_until": date(2024, 8, 1)}
    appoint(OPERATOR, seat=new_seat("expert"), holder=holder(fjord, "Ragnhild"), **ended)
    assert "The term ended on 1 August Ragnhild , Expert" in shown(tine.get(HERE))


def test_a_body_shows_its_seats_covers_contacts_and_who_was_there_before(tine, mayor, fjord):
    ib = holder(fjord, "Ib Holm")
    assert take(tine, mayor, ib, replaces=in_place_of(mayor)).status_code == 302
    member = Membership.objects.get(holder=ib)
    stand_in(OPERATOR, membership=member, holder=SeatHolder.objects.get(name="Bodil Vang"), since=DAY, until=DAY)
    page = shown(tine.get(f"{HERE}{COUNCIL}/"))
    assert "Mayor Fjordby Municipality Ib Holm" in page
    assert "Ib Holm since 20 August 2024 Bodil Vang stands in until 20 August" in page
    assert "Before and to come" in page
    assert "Bodil Vang Mayor 1 January 2022 to 19 August 2024" in page


def test_somebody_who_only_reads_is_offered_no_form_and_finds_none(mayor, hired):
    reader = hired("mayor", "fjordby-kommune")
    page = read(reader.get(f"{HERE}{COUNCIL}/"))
    assert page.xpath("//main//form") == []
    assert reader.get(seat_page(mayor)).status_code == 404
    sent = {"deed": "contact", "subject": "SSP", "holder": str(SeatHolder.objects.get().pk), "since": "2024-08-20"}
    assert reader.post(f"{HERE}{COUNCIL}/", sent).status_code == 404
    assert reader.post(f"{HERE}people/", {"deed": "new", "name": "X"}).status_code == 404
    assert not ContactPoint.objects.exists()


def test_a_body_of_another_district_is_no_page(tine, dale):
    assert tine.get(f"{HERE}kredsraad-dalkredsen/").status_code == 404
    assert tine.get(f"{HERE}{COUNCIL}/seats/nothing/").status_code == 404


def test_a_seat_is_taken_in_the_place_of_the_one_the_page_showed(tine, mayor, fjord):
    ib, ane, old = holder(fjord, "Ib Holm"), holder(fjord, "Ane Skov"), in_place_of(mayor)
    refused = take(tine, mayor, ib)
    assert "“Mayor” is taken in that period by Bodil Vang" in alert(refused)
    assert read(refused).xpath("//select[@id='holder']/option[@selected]/@value") == [str(ib.pk)]
    take(tine, mayor, ib, replaces=old)
    assert "Somebody else has changed who sits there" in alert(take(tine, mayor, ane, "2024-09-01", replaces=old))
    assert names(mayor, DAY) == ["Ib Holm"]


def test_a_term_makes_it_an_appointment(tine, fjord, mayor):
    seat = new_seat("volunteer", term_years=2)
    assert read(tine.get(seat_page(seat))).get_element_by_id("term").get("value") == "2026-08-19"
    take(tine, seat, holder(fjord, "Ib Holm"), term_until="2026-08-19")
    assert Membership.objects.get(seat=seat).term_until == date(2026, 8, 19)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"deed": "take", "since": "soon"}, "The date is missing or cannot be read"),
        ({"deed": "take", "since": "0001-01-01"}, "The date is missing or cannot be read"),
        ({"deed": "take", "holder": ""}, "It is not said who or what"),
        ({"deed": "take", "holder": "x"}, "What was chosen is no longer there"),
        ({"deed": "take", "replaces": "x@1"}, "something that it does not offer"),
        ({"deed": "leave", "until": "2024-08-20"}, "It is not said who or what"),
        ({"deed": "sing"}, "something that it does not offer"),
        ({}, "something that it does not offer"),
    ],
)
def test_a_form_that_nobody_made_is_refused_in_words_and_stores_nothing(tine, mayor, fjord, sent, words):
    ib = holder(fjord, "Ib Holm")
    told = {"holder": str(ib.pk), "since": "2024-08-20"} | sent
    assert words in alert(tine.post(seat_page(mayor), told))
    assert Membership.objects.count() == 1


def test_somebody_leaves_and_somebody_stands_in_until_the_cover_is_ended(tine, mayor, fjord):
    member, ib = Membership.objects.get(), holder(fjord, "Ib Holm")
    sent = {"deed": "stand-in", "membership": str(member.pk), "holder": str(ib.pk), "since": "2024-08-20"}
    assert "The last day lies before the first" in alert(tine.post(seat_page(mayor), sent | {"until": "2024-08-01"}))
    tine.post(seat_page(mayor), sent | {"until": "2024-09-01"})
    cover = Cover.objects.get()
    assert "Ib Holm stands in until 1 September 2024." in shown(tine.get(seat_page(mayor)))
    tine.post(seat_page(mayor), {"deed": "no-stand-in", "membership": str(member.pk), "cover": str(cover.pk)})
    assert Cover.objects.get().until == DAY
    tine.post(seat_page(mayor), {"deed": "leave", "membership": str(member.pk), "until": "2024-08-31", "version": "1"})
    assert Membership.objects.get().until == date(2024, 8, 31)


def test_an_election_is_written_down_on_the_page_of_the_body(tine, mayor):
    member = Membership.objects.get()
    sent = {"deed": "elect", "role": "vice-chair", "membership": str(member.pk), "since": "2024-08-20"}
    assert tine.post(f"{HERE}{COUNCIL}/", sent).status_code == 302
    assert "Bodil Vang Vice-chair" in shown(tine.get(f"{HERE}{COUNCIL}/"))
    assert "Somebody else has changed" in alert(tine.post(f"{HERE}{COUNCIL}/", sent))
    assert Election.objects.count() == 1


def test_a_contact_point_is_added_changed_and_ended(tine, mayor, fjord):
    bodil, ib = SeatHolder.objects.get(), holder(fjord, "Ib Holm", email="ib@example.org")
    sent = {"deed": "contact", "subject": "SSP", "holder": str(bodil.pk), "since": "2024-08-20"}
    tine.post(f"{HERE}{COUNCIL}/", sent)
    covered = sent | {"cover": str(ib.pk), "cover_until": "2024-09-01", "version": "1"}
    tine.post(f"{HERE}{COUNCIL}/", covered)
    assert "SSP Ib Holm for Bodil Vang until 1 September ib@example.org" in shown(tine.get(f"{HERE}{COUNCIL}/"))
    assert "Somebody else has changed" in alert(tine.post(f"{HERE}{COUNCIL}/", covered))
    contact = ContactPoint.objects.get()
    tine.post(f"{HERE}{COUNCIL}/", {"deed": "no-contact", "contact": str(contact.pk), "version": "2"})
    assert ContactPoint.objects.get().until == DAY


def test_somebody_is_written_in_the_list_corrected_and_refused_with_what_was_typed(tine, mayor, fjord):
    answer = tine.post(f"{HERE}people/", {"deed": "new", "name": "Ib Holm", "agency": "fjordby-kommune"})
    ib = SeatHolder.objects.get(name="Ib Holm")
    assert answer.url == f"{HERE}people/#p-{ib.pk}"
    refused = tine.post(f"{HERE}people/", {"deed": "new", "name": "Ane", "email": "ane"})
    assert "“ane” is no e-mail address" in alert(refused)
    assert read(refused).get_element_by_id("name").get("value") == "Ane"
    form = read(tine.get(f"{HERE}people/?person={ib.pk}")).xpath("//main//form")[0]
    told = dict(form.form_values()) | {"name": "Ib B. Holm"}
    assert (told["agency"], told["version"], told["account"]) == ("fjordby-kommune", "1", "")
    assert tine.post(f"{HERE}people/", told).status_code == 302
    assert "Somebody else has corrected this person" in alert(tine.post(f"{HERE}people/", told))
    page = shown(tine.get(f"{HERE}people/"))
    assert "Ib B. Holm Fjordby Municipality no body today" in page
    assert "Bodil Vang The district council" in page


def test_somebody_in_the_list_is_linked_to_the_account_they_sign_in_with(tine, mayor, hired):
    reader, bodil = hired("mayor", "fjordby-kommune"), SeatHolder.objects.get()
    account = Account.objects.get(username="mayor-fjordby-kommune")
    assert "you sit here" not in shown(reader.get(HERE))
    told = {"deed": "correct", "holder": str(bodil.pk), "version": "1", "name": "Bodil Vang"}
    tine.post(f"{HERE}people/", told | {"account": str(account.pk)})
    reader.cookies["samvirke_language"] = "en"
    assert "you sit here" in shown(reader.get(HERE))


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"deed": "new", "name": "Ib", "agency": "nowhere"}, "What was chosen is no longer there"),
        ({"deed": "correct", "name": "Ib"}, "It is not said who or what"),
        ({"deed": "erase", "name": "Ib"}, "something that it does not offer"),
    ],
)
def test_the_list_refuses_what_its_forms_do_not_offer(tine, mayor, sent, words):
    assert words in alert(tine.post(f"{HERE}people/", sent))
    assert SeatHolder.objects.count() == 1


def test_the_page_of_a_body_asks_no_more_questions_with_more_people(tine, fjord, django_assert_max_num_queries):
    seats = new_seat("volunteer", count=None)
    for number in range(12):
        sit(seats, holder(fjord, f"Volunteer {number}"))
    with django_assert_max_num_queries(45):
        tine.get(f"{HERE}{COUNCIL}/")
    with django_assert_max_num_queries(35):
        tine.get(HERE)
