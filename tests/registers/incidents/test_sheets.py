"""A table that is no list of incidents is taken whole or refused with every fault, and replaces the one before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.registers.incidents import sheets
from samvirke.registers.incidents.commands.put_sheet import put_sheet
from samvirke.registers.incidents.engine.sheet_file import read_sheet
from samvirke.registers.incidents.engine.sheet_kind import SORTS
from samvirke.registers.incidents.models import Sheet
from samvirke.registers.incidents.queries.sheets import kinds_held, sheet_of
from samvirke.registers.incidents.sheet_kinds import all_sheet_kinds, sheet_kind_called
from samvirke.trust.access.actor import NOBODY, system
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.audit.models import Line

OPERATOR = system("operator")
CALLS = sheet_kind_called("call-outs")
HEAD = "day,municipality,cause,minutes,counted_as"
GOOD = f"{HEAD}\n2024-05-01,998,robbery,8.5,6 causes\n2024-05-02,,robbery,12,6 causes\n"


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str) -> Path:
        file = tmp_path / "sheet.csv"
        file.write_bytes(text.encode("utf-8"))
        return file

    return write


def put(district, columns, **facts):
    with standing_on(date(2024, 8, 2)):
        return put_sheet(
            OPERATOR, district=district, kind="call-outs", columns=columns, **{"source": "The log"} | facts
        )


@pytest.mark.parametrize("kind", all_sheet_kinds().values(), ids=lambda kind: kind.name)
def test_a_declared_kind_names_what_exists_and_what_it_never_holds(kind):
    assert all(one.sort in SORTS and one.said.strip() for one in kind.columns)
    assert kind.column(kind.dated).sort in ("day", "moment")
    assert kind.title.strip()
    assert kind.about.strip()
    assert kind.never.strip()


def test_a_kind_is_one_short_file():
    lengths = [
        len(file.read_text(encoding="utf-8").splitlines()) for file in Path(sheets.__path__[0]).glob("[a-z]*.py")
    ]
    assert lengths
    assert max(lengths) <= 45


def test_an_unknown_kind_is_refused_with_the_nearest():
    with pytest.raises(Refused, match="call-out"):
        sheet_kind_called("callouts")


def test_a_sound_file_gives_columns_and_an_empty_cell_stays_empty(written):
    found = read_sheet(written(GOOD), CALLS, {998})
    assert found["minutes"] == [8.5, 12.0]
    assert found["municipality"] == [998, None]


def test_a_column_that_may_be_empty_may_be_left_out(written):
    found = read_sheet(written("day,cause,minutes,counted_as\n2024-05-01,x,1,y\n"), CALLS, {998})
    assert found["municipality"] == [None]


def test_coordinates_are_kept_to_a_square_of_a_hundred_metres(written):
    head = "from,until,x,y,district,place,entry,tool,series"
    row = "2024-05-01 10:00,2024-05-01 12:00,560149,6250151,Own,Town,door,bar,"
    found = read_sheet(written(f"{head}\n{row}\n"), sheet_kind_called("burglary-manners"), set())
    assert (found["x"], found["y"]) == ([560100.0], [6250200.0])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "file is empty"),
        (f"{HEAD}\n", "no row under the header"),
        ("day,minutes\n2024-05-01,8\n", "cause, counted_as is missing"),
        (f"{HEAD},name\n2024-05-01,998,x,8,y,Eva\n", "name does not belong"),
        (f"{HEAD},day\n2024-05-01,998,x,8,y,2024-05-01\n", "day stands twice"),
        (f"{HEAD}\n2024-05-01,998,x,8\n", "another number of cells"),
        (f"{HEAD}\n,998,x,8,y\n", "value is missing"),
        (f"{HEAD}\n1/5 2024,998,x,8,y\n", "“1/5 2024” does not fit"),
        (f"{HEAD}\n2024-05-01,751,x,8,y\n", "“751” does not fit"),
        (f"{HEAD}\n2024-05-01,998,x,-1,y\n", "“-1” does not fit"),
        (f"{HEAD}\n2024-05-01,998,x,nan,y\n", "“nan” does not fit"),
        (f"{HEAD}\n2024-05-01,998,x,8,{'y' * 61}\n", "does not fit"),
    ],
)
def test_a_careless_file_is_refused_with_line_and_remedy(written, text, words):
    with pytest.raises(Refused) as refused:
        read_sheet(written(text), CALLS, {998})
    assert words in refused.value.text("en")
    assert "sheet.csv" in refused.value.text("en")


def test_every_fault_is_told_at_once_by_line_and_column(written):
    with pytest.raises(Refused) as refused:
        read_sheet(written(f"{HEAD}\nx,998,a,8,b\n2024-05-01,998,a,x,b\n"), CALLS, {998})
    assert [(one.line, one.column) for one in refused.value.faults] == [(2, "day"), (3, "minutes")]


def test_an_answer_lies_on_the_scale_and_weighs_something(written):
    head = "day,answer,weight,stratum"
    for row in ("2024-05-01,8,1,all", "2024-05-01,3,0,all"):
        with pytest.raises(Refused, match="does not fit"):
            read_sheet(written(f"{head}\n{row}\n"), sheet_kind_called("survey-answers"), set())


@pytest.mark.django_db
def test_a_table_says_its_days_and_the_next_takes_its_place(fjord, written):
    columns = read_sheet(written(GOOD), CALLS, {998})
    first = put(fjord, columns)
    assert (first.rows, str(first.first_day), str(first.last_day), first.number) == (2, "2024-05-01", "2024-05-02", 1)
    second = put(fjord, {name: values[:1] for name, values in columns.items()})
    assert (second.pk, second.rows, second.number) == (first.pk, 1, 2)
    assert Sheet.objects.filter(district=fjord).count() == 1
    assert Line.objects.filter(action="incidents.put-sheet").count() >= 2


@pytest.mark.django_db
def test_a_table_without_a_source_or_of_days_to_come_is_refused_and_nothing_stored(fjord, written):
    columns = read_sheet(written(GOOD), CALLS, {998})
    with pytest.raises(Refused, match="where the table comes from"):
        put(fjord, columns, source=" ")
    with pytest.raises(Refused, match="lies ahead"):
        put(fjord, columns | {"day": ["2024-05-01", "2024-12-01"]})
    assert not Sheet.objects.filter(district=fjord).exists()


@pytest.mark.django_db
def test_whoever_takes_no_part_in_the_district_neither_puts_nor_reads(fjord, written):
    columns = read_sheet(written(GOOD), CALLS, {998})
    with pytest.raises(NotAllowed):
        put_sheet(NOBODY, district=fjord, kind="call-outs", columns=columns, source="The log")
    with pytest.raises(NotAllowed):
        sheet_of(NOBODY, fjord, "call-outs")
    assert kinds_held(OPERATOR, fjord) == set()
