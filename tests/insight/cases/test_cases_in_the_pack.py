"""Cases in the papers of a council: only where something may be shown, and nothing of them where the wing is off."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from tests.insight.cases.conftest import FJORDBY, SKOVBY
from tests.insight.written_file import Row

from samvirke.foundation.period import read_period
from samvirke.insight.briefing.pack.make import make_pack
from samvirke.insight.briefing.pack.page import pack_page
from samvirke.insight.briefing.pack.pdf import pack_pdf
from samvirke.registers.partners.models import Body, BodyMunicipality

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SPRING = read_period("2024Q2")


@pytest.fixture
def pack(counted, operator, fjord):
    """The pack of the small district's council: `pack(municipality)`, or of the whole."""
    counted([Row(date(2022, 7, 1), offence="andet"), Row(date(2024, 6, 30), offence="andet")])
    body = Body.objects.create(id="papers", district=fjord, kind="local-council", name={"en": "Papers"}, task={})
    covers = BodyMunicipality.objects.create(body=body, municipality_id=FJORDBY)

    def made(place: int = 0):
        body.kind = "local-council" if place else "district-council"
        covers.municipality_id = place or FJORDBY
        body.save()
        covers.save()
        return make_pack(operator, body, SPRING, "en")

    return made


def table(pack):
    found = [one for one in pack.tables if one.title == "Cases, in counts"]
    return found[0].rows if found else ()


def test_without_cases_there_is_no_table_of_them(pack):
    assert table(pack()) == ()


def test_a_table_of_small_numbers_alone_is_left_out(pack, tell):
    tell("speed-tip", "received", "2023-01", 0)
    tell("speed-tip", "received", "2024-04", 4, FJORDBY)
    assert table(pack()) == table(pack(FJORDBY)) == ()


def test_each_row_says_what_when_how_many_and_from_where(pack, tell):
    tell("speed-tip", "told", "2022-12", 1)
    tell("speed-tip", "received", "2023-04", 8, FJORDBY)
    tell("speed-tip", "received", "2024-04", 12, FJORDBY)
    tell("speed-tip", "received", "2024-06", 7, SKOVBY)
    (row,) = table(pack())
    assert row[1:4] == ("2nd quarter 2024", "19", "8")
    assert row[4].startswith("Cases of “")
    (row,) = table(pack(FJORDBY))
    assert row[1:4] == ("2nd quarter 2024", "12", "8")
    paper = pack(FJORDBY)
    assert "Cases, in counts" in pack_page(paper)
    assert pack_pdf(paper).startswith(b"%PDF")


def test_a_sensitive_kind_is_told_of_for_a_whole_year_and_from_ten(pack, tell):
    tell("stalking", "asked", "2021-12", 1)
    tell("stalking", "asked", "2023-04", 9, FJORDBY)
    tell("stalking", "asked", "2023-05", 11, SKOVBY)
    tell("stalking", "asked", "2024-04", 50, FJORDBY)
    assert table(pack(FJORDBY)) == ()
    assert [row[1:3] for row in table(pack())] == [("2023", "20")]


def test_where_the_wing_is_off_nothing_is_asked_of_it(pack, tell, monkeypatch):
    tell("speed-tip", "received", "2024-01", 50, FJORDBY)
    monkeypatch.setenv("SAMVIRKE_CASEWORK", "off")
    monkeypatch.delitem(sys.modules, "samvirke.insight.briefing.pack.cases", raising=False)
    assert table(pack()) == ()
    assert "samvirke.insight.briefing.pack.cases" not in sys.modules
