"""The register of commitments: late ones first, each with owner and deadline, and closed with what shows it."""

from __future__ import annotations

import uuid

import pytest
from tests.doors.web.places import read, text_of

from samvirke.registers.commitments.models import Commitment

_REGISTER = "/districts/oestjylland/commitments/"


@pytest.fixture
def late(demo, db) -> Commitment:
    """A commitment that is past its deadline."""
    return Commitment.objects.filter(district=demo, state="open", due__lt="2024-08-20").order_by("due").first()


def test_late_ones_come_first_each_with_its_owner_and_days(reader):
    section = read(reader.get(_REGISTER)).xpath("//main//section")[0]
    assert text_of(section.xpath(".//h2")[0]).startswith("Overdue")
    rows = section.xpath(".//tbody/tr")
    assert rows
    for row in rows:
        _what, owner, origin, deadline = (text_of(cell) for cell in row.xpath("th|td"))
        assert owner
        assert origin
        assert "days past the deadline" in deadline


def test_one_body_can_be_looked_at_alone(reader):
    whole = len(read(reader.get(_REGISTER)).xpath("//tr[@id]"))
    one = read(reader.get(f"{_REGISTER}?body=lokalraad-randers"))
    assert 0 < len(one.xpath("//tr[@id]")) < whole
    assert "Show all of the district" in text_of(one)


def test_closing_one_needs_what_shows_it_and_comes_back_to_its_line(reader, late):
    answer = reader.post(f"{_REGISTER}{late.pk}/close", {"evidence": "Minutes of 12 August", "next": _REGISTER})
    assert answer.url == f"{_REGISTER}#c-{late.pk}"
    late.refresh_from_db()
    assert (late.state, late.evidence) == ("done", "Minutes of 12 August")
    again = reader.post(f"{_REGISTER}{late.pk}/close", {"evidence": "once more"})
    assert again.status_code == 422


@pytest.mark.parametrize("evidence", ["", "   "])
def test_nothing_is_closed_without_evidence(evidence, reader, late):
    answer = reader.post(f"{_REGISTER}{late.pk}/close", {"evidence": evidence})
    late.refresh_from_db()
    assert (answer.status_code, late.state) == (422, "open")


def test_whoever_does_not_follow_up_is_not_offered_to_close_and_cannot(cast, late):
    client = cast("anne")
    assert "/close" not in client.get(_REGISTER).content.decode()
    assert client.post(f"{_REGISTER}{late.pk}/close", {"evidence": "x"}).status_code == 404
    late.refresh_from_db()
    assert late.state == "open"


def test_a_link_closes_nothing_and_an_unknown_one_is_no_page(reader, late):
    assert reader.get(f"{_REGISTER}{late.pk}/close").status_code == 405
    assert reader.post(f"{_REGISTER}{uuid.uuid4()}/close", {"evidence": "x"}).status_code == 404


def test_nobody_is_sent_to_another_site_afterwards(reader, late):
    answer = reader.post(f"{_REGISTER}{late.pk}/close", {"evidence": "x", "next": "https://elsewhere.example/"})
    assert answer.url == f"{_REGISTER}#c-{late.pk}"
