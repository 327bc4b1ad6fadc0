"""In the wing where people are, every column of every table has one class: open, personal or sensitive."""

from __future__ import annotations

import pytest
from django.apps import apps

from samvirke.foundation.classified import Classes, classified_tables

WING = ("persons", "casework")
TABLES = {model._meta.label_lower: model for room in WING for model in apps.get_app_config(room).get_models()}


def columns(table: str) -> list[str]:
    return [field.name for field in TABLES[table]._meta.concrete_fields]


def test_the_people_are_among_the_tables_that_are_looked_at():
    assert "persons.person" in TABLES


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_column_of_a_table_has_just_one_class(table: str):
    line = classified_tables().get(table, Classes(table, (), (), ()))
    assert line.faults(columns(table)) == []


def test_every_line_speaks_of_a_table_that_exists():
    assert {table for table in classified_tables() if table.split(".")[0] in WING} <= set(TABLES)


def test_a_number_is_sensitive_and_a_name_is_personal():
    line = classified_tables()["persons.person"]
    assert {"cpr_sealed", "cpr_match"} <= set(line.sensitive)
    assert {"name", "born"} <= set(line.personal)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (Classes("a.b", ("id",), (), ()), "a.b.name has no class"),
        (Classes("a.b", ("id",), ("name", "born"), ()), "a.b has no column born"),
        (Classes("a.b", ("id",), ("name",), ("name",)), "a.b.name has more than one class"),
        (Classes("a.b", ("id", "id"), ("name",), ()), "a.b.id has more than one class"),
    ],
)
def test_a_careless_line_would_be_found(line: Classes, fault: str):
    assert line.faults(["id", "name"]) == [fault]


def test_a_whole_line_has_no_fault():
    assert Classes("a.b", ("id",), ("name",), ()).faults(["id", "name"]) == []
