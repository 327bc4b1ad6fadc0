"""The page that goes out as a file stands alone, says all that the paper says, and can be read by ear."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any

import pytest

from samvirke.foundation.period import read_period
from samvirke.insight.briefing.pack.content import Pack
from samvirke.insight.briefing.pack.make import make_pack
from samvirke.insight.briefing.pack.page import pack_page, pack_part
from samvirke.registers.partners.models import Body

pytestmark = [pytest.mark.django_db]

SPRING = read_period("2024Q2")
# What is a drawing, a name of a class or said in another form on the page.
_NOT_SAID = {"drawing", "boxes", "sign", "arrow", "swatch", "axis", "axis_on_paper", "state", "whole_state", "language"}
_NOT_SAID |= {"labels", "made_from", "file_title"}


@pytest.fixture(params=[("lokalraad-randers", "da"), ("kredsraad-oestjylland", "en")], ids=" ".join)
def pack(request, demo, db, operator) -> Pack:
    body, language = request.param
    return make_pack(operator, Body.objects.get(pk=body), SPRING, language)


class Tags(HTMLParser):
    """Every tag with its attributes, and the text between."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def texts(part: Any) -> Iterator[str]:
    """Every text that a pack says, down through its parts."""
    if is_dataclass(part):
        for one in fields(part):
            if one.name not in _NOT_SAID:
                yield from texts(getattr(part, one.name))
    elif isinstance(part, tuple):
        for one in part:
            yield from texts(one)
    elif isinstance(part, str) and part:
        yield part


def bare(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_the_page_says_everything_that_the_pack_holds(pack):
    page = bare(html.unescape(pack_page(pack)))
    missing = [text for text in texts(pack) if bare(text) not in page]
    assert missing == []


def test_the_page_asks_for_nothing_and_runs_nothing(pack):
    page = Tags(pack_page(pack))
    assert not page.all("script")
    assert not page.all("link")
    assert not page.all("iframe")
    for _tag, attributes in page.found:
        assert not [name for name in attributes if name.startswith("on")]
        assert not [name for name in ("src", "href") if (attributes.get(name) or "#")[0] != "#"]
    style = pack_page(pack).partition("<style")[2].partition("</style>")[0]
    assert "@import" not in style
    assert not re.search(r"url\(\s*['\"]?(?!data:|#)", style)


def test_the_page_names_its_language_and_has_one_title(pack):
    page = Tags(pack_page(pack))
    assert page.all("html")[0]["lang"] == pack.language
    assert len(page.all("h1")) == 1
    levels = [int(tag[1]) for tag, _ in page.found if re.fullmatch(r"h[1-6]", tag)]
    assert all(later <= earlier + 1 for earlier, later in zip(levels, levels[1:], strict=False))


def test_every_table_has_a_caption_and_head_cells_with_a_scope(pack):
    page = Tags(pack_page(pack))
    assert len(page.all("table")) == len(page.all("caption")) > 0
    assert page.all("th")
    assert all(cell.get("scope") in ("col", "row", "colgroup", "rowgroup") for cell in page.all("th"))


def test_every_drawing_has_words_or_is_kept_from_readers_who_listen(pack):
    drawings = Tags(pack_page(pack)).all("svg")
    assert drawings
    for one in drawings:
        assert one.get("aria-hidden") == "true" or (one.get("role") == "img" and one.get("aria-label")), one


def test_every_chart_has_its_numbers_as_a_table(pack):
    page = bare(html.unescape(pack_part(pack)))
    drawn = [chart for chart in pack.charts if chart.drawing]
    assert drawn
    for chart in drawn:
        assert chart.rows
        for period, number in chart.rows:
            assert f">{period}<" in page.replace("> ", ">").replace(" <", "<")
            assert number in page


def test_words_of_the_content_are_never_markup(pack):
    hostile = "<script>alert(1)</script><b>&amp;"
    page = pack_page(replace(pack, meeting=hostile, top=replace(pack.top, headline=hostile, detail=hostile)))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
