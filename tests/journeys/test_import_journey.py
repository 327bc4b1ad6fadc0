"""A file of incidents through the page: what would happen, then what happens; a broken one is refused in Danish."""

from __future__ import annotations

import re

import pytest
from tests.doors.bad_incident_files import GOOD, HEADER, UNBELIEVABLE, UNREADABLE
from tests.journeys.walks import HOME

_ROW = GOOD.replace("a1", "journey-{number}")


@pytest.fixture
def imports(visitor):
    """The import page, as the secretary has it open, and a way to send a file through it."""
    one = visitor("tine")

    def sent(file, dry: bool = False):
        one.go(f"{HOME}imports/")
        one.page.locator("#file").set_input_files(file)
        one.page.get_by_label("Vis kun, hvad der ville ske").set_checked(dry)
        with one.page.expect_navigation() as arrived:
            one.page.get_by_role("button", name="Fortsæt").click()
        return one, arrived.value

    return sent


def test_a_file_is_tried_and_then_brought_in_while_the_page_shows_how_far_it_is(imports, tmp_path):
    file = tmp_path / "maj.csv"
    rows = [_ROW.format(number=number) for number in range(3)]
    file.write_text(HEADER + "".join(rows) + rows[0].replace("2024-05-03 10:00", "1899-05-03 10:00"), encoding="utf-8")
    one, _arrived = imports(file, dry=True)
    one.page.get_by_text("Prøvekørsel: Intet er gemt.").wait_for(timeout=60_000)
    one, _arrived = imports(file)
    one.page.get_by_text("Gemt.").wait_for(timeout=60_000)
    counts = dict(
        zip(one.page.locator("main dt").all_inner_texts(), one.page.locator("main dd").all_inner_texts(), strict=True)
    )
    assert (counts["Rækker ind"], counts["Afvist"]) == ("4", "1")
    assert "1899" in one.page.locator("main").inner_text()
    with one.page.expect_download() as waiting:
        one.page.locator("main a[href$='/rejected']").click()
    assert "1899" in waiting.value.path().read_text(encoding="utf-8")
    one.go(f"{HOME}imports/")
    assert "maj.csv" in one.page.locator("main").inner_text()


@pytest.mark.parametrize("name", ["truncated gzip", "wrong delimiter", "duplicate headers", "workbook"])
def test_a_broken_file_is_refused_at_once_with_its_name_in_danish(name, imports, tmp_path):
    case = UNREADABLE[name]
    one, arrived = imports(case.write(tmp_path))
    assert arrived.status == 422
    told = one.page.get_by_role("alert").inner_text()
    assert case.name in told
    assert "Intet er gemt." in told
    assert one.page.locator("#file").is_visible()


def test_a_file_without_one_good_row_ends_as_a_refusal_with_line_and_remedy(imports, tmp_path):
    case = UNBELIEVABLE["excel serial date"]
    one, arrived = imports(case.write(tmp_path))
    assert arrived.status == 200
    with one.page.expect_response(lambda answer: answer.status == 422, timeout=60_000):
        pass
    one.page.get_by_role("alert").wait_for()
    assert case.name in one.page.get_by_role("alert").inner_text()
    assert re.search(r"45415", one.page.locator("main table").inner_text())
