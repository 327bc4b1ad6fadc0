"""Citizens see a table that an agenda carries as a table, and nothing in its text as markup."""

from __future__ import annotations

import pytest
from lxml import html
from tests.desks.meetings.conftest import *  # noqa: F403  the council and its people are the same
from tests.doors.public.test_oparl import as_the_public_process, put_out, write  # noqa: F401

pytestmark = [
    pytest.mark.django_db(databases=["default", "public"]), pytest.mark.urls("samvirke.doors.public.urls"),
]  # fmt: skip


def test_the_figures_of_an_item_are_a_table_and_no_markup(called, client):
    write(called, 5, summary="Tallene.\n| Hvor | n |\n| Fjordby | 12 |\nKilde: <b>x</b>")
    put_out(called)
    page = html.fromstring(client.get("/meetings/agenda/kredsraad-fjordkredsen-2024-1/").content)
    item = page.xpath("//section[@id='item-5']")[0]
    assert [cell.text for cell in item.xpath(".//table//th | .//table//td")] == ["Hvor", "n", "Fjordby", "12"]
    assert [line.text_content() for line in item.xpath("./p")] == ["Tallene.", "Kilde: <b>x</b>"]
