"""Gennemsyn: the data protection officer sees flagged readings of the own agency, and says what was found."""

from __future__ import annotations

import pytest
from tests.doors.web.places import SEEN_BY_PRIVACY_OFFICERS, addresses, read, text_of
from tests.doors.web.test_frame import is_clean, is_hardened, stands_alone_right

from samvirke.trust.audit.commands.append import append
from samvirke.trust.audit.entry import Entry
from samvirke.trust.audit.models import Line, Side
from samvirke.trust.audit.subjects import subject_digest
from samvirke.trust.oversight.models import Review

(_PAGE,) = addresses(SEEN_BY_PRIVACY_OFFICERS)


@pytest.fixture
def officer(cast):
    """Peter, the data protection officer of Aarhus, in English."""
    client = cast("peter")
    client.cookies["samvirke_language"] = "en"
    return client


@pytest.fixture
def flagged(demo, db) -> int:
    """Five accounts of Aarhus and one of the police have read about the same invented person."""
    subject = subject_digest("0101801234")
    for number, agency in enumerate(["aarhus-kommune"] * 5 + ["oestjyllands-politi"]):
        entry = Entry(
            f"account-{number}", "casework.read", "permit", "works on the case", agency=agency, kind="read",
            subjects=[subject], personal={"name": f"Reader {number} <b>"}, things=["casework.case:7"],
        )  # fmt: skip
        append([entry])
    return Line.objects.filter(actor="account-0").get().seq


def rows(answer, section: str) -> list[str]:
    return [text_of(row) for row in read(answer).xpath(f"//section[@aria-labelledby='{section}']//tbody/tr")]


def test_an_empty_list_says_what_that_means_and_what_it_does_not(officer):
    answer = officer.get(_PAGE)
    assert answer.status_code == 200
    text = text_of(read(answer).xpath("//div[@class='empty']")[0])
    assert text.startswith("No reading waits to be looked at.")
    assert "does not prove" in text


def test_the_page_is_framed_as_every_other_and_says_by_what_it_chooses(officer, flagged):
    answer = officer.get(_PAGE)
    is_hardened(answer)
    is_clean(answer)
    stands_alone_right(answer)
    assert "at least 5 accounts" in text_of(read(answer).xpath("//main")[0])


def test_flagged_readings_stand_with_account_and_reason_newest_first(officer, flagged):
    found = rows(officer.get(_PAGE), "waiting")
    assert [f"Reader {number} <b>" in row for number, row in zip((4, 3, 2, 1, 0), found, strict=True)] == [True] * 5
    assert all("many have read about the same person" in row for row in found)
    assert not any(subject_digest("0101801234").split(":")[1] in row for row in found)


def test_looking_leaves_a_line(officer, flagged):
    officer.get(_PAGE)
    line = Line.objects.order_by("-seq").first()
    assert (line.action, line.kind, line.agency, len(line.things)) == ("audit.review", "read", "aarhus-kommune", 6)


def test_a_reading_is_marked_with_what_was_found_and_goes_to_the_reviewed(officer, flagged):
    answer = officer.post(f"{_PAGE}{flagged}/mark", {"note": "On call that night"})
    assert answer.url == f"{_PAGE}#l-{flagged}"
    page = officer.get(_PAGE)
    assert len(rows(page, "waiting")) == 4
    (done,) = rows(page, "done")
    assert "On call that night" in done
    assert "Reader 0" in done
    assert Review.objects.get().seq == flagged
    assert officer.post(f"{_PAGE}{flagged}/mark", {"note": "once more"}).status_code == 422


@pytest.mark.parametrize("note", ["", "   "])
def test_nothing_is_marked_without_a_note(note, officer, flagged):
    assert officer.post(f"{_PAGE}{flagged}/mark", {"note": note}).status_code == 422
    assert not Review.objects.exists()


def test_a_reading_of_another_agency_can_be_neither_seen_nor_marked(officer, flagged):
    elsewhere = Line.objects.filter(actor="account-5").get().seq
    assert "Reader 5" not in officer.get(_PAGE).content.decode()
    assert officer.post(f"{_PAGE}{elsewhere}/mark", {"note": "x"}).status_code == 404
    assert officer.get(f"{_PAGE}{flagged}/mark").status_code == 405
    assert not Review.objects.exists()


@pytest.mark.parametrize("username", ["tine", "ellen", "mona", "soeren", "anne", "lise", "yusuf"])
def test_for_everybody_else_there_is_no_such_page_and_no_way_to_it(username, cast, flagged):
    client = cast(username)
    assert client.get(_PAGE).status_code == 404
    assert client.post(f"{_PAGE}{flagged}/mark", {"note": "x"}).status_code == 404
    assert "/review/" not in client.get("/", follow=True).content.decode()


def test_the_officer_finds_the_page_in_the_menu(officer):
    assert f'href="{_PAGE}"' in officer.get("/", follow=True).content.decode()


def test_a_name_that_was_forgotten_is_said_to_be(officer, flagged):
    Side.objects.filter(seq=flagged).delete()
    assert "forgotten" in rows(officer.get(_PAGE), "waiting")[-1]


def test_the_page_costs_the_same_number_of_questions_however_many_rows_it_has(
    officer, flagged, django_assert_max_num_queries
):
    officer.get(_PAGE)
    with django_assert_max_num_queries(40) as few:
        officer.get(_PAGE)
    for _time in range(3):
        append(
            [
                Entry("account-1", "casework.read", "permit", "x", agency="aarhus-kommune", kind="read",
                      subjects=[subject_digest("0101801234")])
                for _number in range(10)
            ]
        )  # fmt: skip
    with django_assert_max_num_queries(len(few)):
        assert len(rows(officer.get(_PAGE), "waiting")) == 35
