"""What the import page says to a file that cannot be taken: a 4xx page with file, place and remedy; nothing changes."""

from __future__ import annotations

import csv
import io

import pytest
from lxml import html
from tests.doors.bad_incident_files import GOOD, HEADER, UNBELIEVABLE, UNREADABLE, WITH_MARK, BadFile

from samvirke.registers.incidents.engine.folders import store_root
from samvirke.registers.incidents.engine.uploads import uploads
from samvirke.registers.incidents.models import ImportRun, StoreVersion
from samvirke.trust.jobs.models import Job

_SOURCE, _IMPORTS = "demo-oestjylland", "/districts/oestjylland/imports/"
_EVERY = UNREADABLE | UNBELIEVABLE
_GOOD = BadFile("good.csv", (HEADER + GOOD).encode, "")


@pytest.fixture
def page(loaded, hired, work_off):
    """Sends a file as the secretary does and follows it until its work has ended: the last answer."""
    client = hired("secretary", "oestjyllands-politi")

    def sent(case: BadFile, language: str = "en", **form: str):
        client.cookies["samvirke_language"] = language
        file = io.BytesIO(case.content())
        file.name = case.name
        answer = client.post(f"{_IMPORTS}upload", {"source": _SOURCE, "file": file, **form})
        if answer.status_code != 302:
            return answer
        work_off()
        return client.get(answer.url)

    sent.client = client
    return sent


@pytest.fixture
def stored(page, tmp_path):
    """A store with one incident in it, and what the store looks like."""
    assert page(_GOOD).status_code == 200
    return looks()


def looks():
    files = {path: path.stat().st_mtime_ns for path in store_root(_SOURCE).rglob("*") if path.is_file()}
    return files, list(StoreVersion.objects.values_list("source", "number", "rows"))


def text_of(answer) -> str:
    return answer.content.decode()


def cells(answer, place: int) -> list[str]:
    """What stands in one column of the table of reasons."""
    rows = html.fromstring(answer.content).xpath("//table//tbody/tr")
    return [row.xpath("th|td")[place].text_content().strip() for row in rows]


def left_over() -> list[str]:
    return [path.name for path in uploads().glob("*/*")]


@pytest.mark.parametrize("case", UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_file_is_refused_by_its_name_and_place(case, stored, page):
    runs = ImportRun.objects.count()
    answer = page(case)
    assert (answer.status_code, looks(), ImportRun.objects.count(), left_over()) == (422, stored, runs, [])
    told = text_of(answer)
    assert case.name in told
    assert case.says in told
    assert case.column in told
    assert f"line {case.line}" in told or not case.line
    assert "Nothing was stored." in told


@pytest.mark.parametrize("case", UNBELIEVABLE.values(), ids=UNBELIEVABLE)
def test_a_row_that_cannot_be_is_rejected_with_its_line_and_column(case, stored, page):
    answer = page(case)
    assert (answer.status_code, looks(), left_over()) == (422, stored, [])
    told = text_of(answer)
    assert case.name in told
    assert case.says in told
    assert "Not one of the 1 rows could be taken." in told
    [column], [count], [line] = (cells(answer, place) for place in (1, 2, 3))
    assert (case.column in column, count, line) == (True, "1", str(case.line))


@pytest.mark.parametrize("case", UNBELIEVABLE.values(), ids=UNBELIEVABLE)
def test_the_rejected_rows_can_be_fetched_with_line_column_and_reason(case, page):
    page(case)
    job = Job.objects.get()
    fetched = page.client.get(f"{_IMPORTS}jobs/{job.pk}/rejected")
    assert (fetched.status_code, fetched["Content-Type"]) == (200, "text/csv")
    assert "attachment" in fetched["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(b"".join(fetched.streaming_content).decode())))
    assert len(rows) == 2
    assert (rows[1][0], case.column in rows[1][1]) == ("2", True)


@pytest.mark.parametrize("case", _EVERY.values(), ids=_EVERY)
def test_a_dry_run_says_the_same_and_keeps_nothing(case, stored, page):
    runs = ImportRun.objects.count()
    answer = page(case, dry="on")
    assert (answer.status_code, looks(), ImportRun.objects.count(), left_over()) == (422, stored, runs, [])
    assert case.says in text_of(answer)


@pytest.mark.parametrize("case", _EVERY.values(), ids=_EVERY)
def test_a_danish_reader_is_told_in_danish(case, stored, page):
    answer = page(case, "da")
    told = text_of(answer)
    assert answer.status_code == 422
    assert '<html lang="da">' in told
    assert case.name in told
    assert case.says.isupper() or case.says not in told  # UTF-16 is called so in Danish too
    assert "Nothing was stored." not in told


def test_a_byte_order_mark_is_no_fault(stored, page):
    answer = page(WITH_MARK)
    assert answer.status_code == 200
    assert StoreVersion.objects.filter(source=_SOURCE).count() >= 1
    assert Job.objects.latest("finished_at").result["rejected"] == 0


def test_a_page_that_waits_is_told_to_load_again_once_the_work_has_ended(page, work_off):
    case = UNBELIEVABLE["before 1900"]
    file = io.BytesIO(case.content())
    file.name = case.name
    address = page.client.post(f"{_IMPORTS}upload", {"source": _SOURCE, "file": file}).url
    waiting = page.client.get(address, headers={"HX-Request": "true"})
    assert (waiting.status_code, "HX-Refresh" in waiting.headers) == (200, False)
    assert "hx-get" in text_of(waiting)
    work_off()
    ended = page.client.get(address, headers={"HX-Request": "true"})
    assert ended.headers["HX-Refresh"] == "true"
    assert page.client.get(address).status_code == 422


def test_a_form_without_a_file_or_with_another_districts_source_says_so(page, loaded):
    page.client.cookies["samvirke_language"] = "en"
    none = page.client.post(f"{_IMPORTS}upload", {"source": _SOURCE})
    file = io.BytesIO(_GOOD.content())
    file.name = "good.csv"
    other = page.client.post(f"{_IMPORTS}upload", {"source": "houston", "file": file})
    assert (none.status_code, other.status_code) == (422, 422)
    assert "No file or no source was chosen." in text_of(none)
    assert "No file or no source was chosen." in text_of(other)
    assert Job.objects.count() == 0
