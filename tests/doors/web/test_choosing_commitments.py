"""The register shows what was asked for, and the files that take it along hold the same rows and no formula."""

from __future__ import annotations

import io
import zipfile

from tests.doors.web.places import read, text_of

from samvirke.registers.commitments.commands.record import record
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system

_REGISTER = "/districts/oestjylland/commitments/"


def rows(client, query):
    return read(client.get(f"{_REGISTER}?{query}")).xpath("//tr[@id]")


def test_the_register_shows_what_was_asked_for(reader, cast, demo, db):
    measures = Commitment.objects.filter(district=demo, sort="measure", case_id=None)
    assert len(rows(reader, "sort=measure")) == measures.count()
    assert len(rows(reader, "overdue=on")) == len(rows(reader, "state=open&overdue=on")) == 5
    assert [text_of(row.xpath(".//th/a")[0]) for row in rows(reader, "mine=on")] == [
        "Terms of reference for the strategic PSP forum"
    ]
    assert rows(cast("anne"), "mine=on") == []
    assert 0 < len(rows(reader, "owner=randers-kommune")) < len(rows(reader, ""))
    assert rows(reader, "owner=nobody") == []
    assert len(rows(reader, "state=splendid&sort=wish")) == len(rows(reader, ""))


def test_what_fits_nothing_says_so_and_how_to_see_all(reader, demo, db):
    shown = text_of(read(reader.get(f"{_REGISTER}?owner=nobody")))
    assert "No commitment fits. Show all of the district, or choose less." in shown


def test_the_file_holds_the_same_rows_and_no_formula(reader, demo, db):
    evil = '=HYPERLINK("https://x")'
    record(
        system("operator"), district=District.objects.get(pk=demo),
        commitments=[{
            "title": {"da": evil}, "text": {"da": "-1+1"}, "owners": ["randers-kommune"], "kind": "one-off",
            "measurable": True, "sort": "task",
        }],
    )  # fmt: skip
    written = reader.get(f"{_REGISTER}export.csv?owner=randers-kommune").content.decode("utf-8-sig")
    assert len(written.splitlines()) - 1 == len(rows(reader, "owner=randers-kommune"))
    assert "\"'=HYPERLINK(" in written
    assert ";'-1+1;" in written
    answer = reader.get(f"{_REGISTER}export.xlsx")
    assert 'filename="oestjylland-2024-08-20.xlsx"' in answer["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert b"=HYPERLINK(" in archive.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    assert reader.get(f"{_REGISTER}export.exe").status_code == 404


def test_the_list_asks_the_database_no_more_for_many_than_for_few(reader, demo, db, django_assert_max_num_queries):
    with django_assert_max_num_queries(45):
        assert len(rows(reader, "")) > 60
