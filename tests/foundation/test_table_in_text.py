"""A table inside a text is shown as one, reads plainly without a page, and nothing in it becomes markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from samvirke.foundation.table_in_text import as_html, table_text

_TEXT = "Tal\n" + table_text(("Hvor", "n"), [("Fjordby", "12"), ("Skovby", "")]) + "\nKilde: opdigtet.\nPå to linjer."


def test_a_table_stands_between_the_paragraphs_around_it():
    assert "| Hvor | n |\n| Fjordby | 12 |\n| Skovby | – |" in _TEXT
    page = html.fromstring(f"<div>{as_html(_TEXT)}</div>")
    assert [each.tag for each in page] == ["p", "table", "p"]
    assert [each.text for each in page.iter("th")] == ["Hvor", "n", "Fjordby", "Skovby"]
    assert [(each.get("data-label"), each.text) for each in page.iter("td")] == [("n", "12"), ("n", "–")]
    assert page[2].text_content() == "Kilde: opdigtet.På to linjer."


@pytest.mark.parametrize("text", ["", "\n\n", "| kun en linje |", "a | b", "|", "| |"])
def test_what_is_no_table_stays_text(text):
    assert "<table" not in as_html(text)
    assert (as_html(text) == "") == (not text.strip())


def test_a_row_that_somebody_has_cut_or_lengthened_by_hand_is_still_shown():
    page = html.fromstring(as_html("| a | b |\n| 1 |\n| 2 | 3 | 4 |"))
    assert [[each.text for each in row] for row in page.iter("tr")] == [["a", "b"], ["1"], ["2", "3", "4"]]


def test_a_bar_or_a_line_break_in_a_cell_makes_no_other_cell():
    assert table_text(("a",), [("x|y\nz",)]) == "| a |\n| x/y z |"


@given(st.lists(st.lists(st.text(), min_size=1, max_size=4), min_size=1, max_size=4))
def test_no_text_becomes_markup(cells):
    shown = as_html(table_text(cells[0], cells[1:]) + "\n" + "\n".join(cells[0]))
    assert set(shown.split("<")[0]) == set()
    allowed = ("p", "/p", "br", "table", "/table", "thead", "/thead", "tbody", "/tbody", "tr", "/tr", "th", "/th", "td")
    assert all(part.split(">")[0].split(" ")[0] in (*allowed, "/td") for part in shown.split("<")[1:])
