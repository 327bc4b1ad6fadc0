"""`samvirke analyse`: what cannot be done is refused with file, line, column and remedy."""

from __future__ import annotations

import gzip

import pytest


def test_a_refusal_names_file_line_column_and_remedy(refused, csv):
    table = csv("x,y\n563100,6257020\n563101,north\n")
    said = refused("kde", table)
    assert said.startswith(f"File {table}, line 3, column y: “north” is not a number.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "begins with an empty line"),
        ("x,z\n1,2\n", "no column “y”. The columns are x, z"),
        ("x,y\n1,2\n3\n", "line 3"),
        ("x,y\n1,2\n3,4,5\n", "line 3"),
        ("x,y\n", "There are no incidents"),
        ("x,y\n1000,inf\n1000,5\n", "missing or not finite"),
    ],
)
def test_a_file_that_is_no_table_is_refused(refused, csv, text, words):
    assert words in refused("kde", csv(text))


def test_a_file_that_is_not_there_or_not_text_is_refused(refused, tmp_path):
    assert "There is no such file" in refused("kde", tmp_path / "gone.csv")
    assert "There is no such file" in refused("kde", tmp_path / "gone.parquet")
    latin = tmp_path / "latin.csv"
    latin.write_bytes("x,y,gade\n1000,2000,Åboulevarden\n".encode("latin-1"))
    assert "UTF-8" in refused("kde", latin)
    fake = tmp_path / "fake.parquet"
    fake.write_bytes(b"not parquet")
    assert "cannot be read as a table" in refused("kde", fake)
    torn = tmp_path / "torn.csv.gz"
    torn.write_bytes(gzip.compress(b"x,y\n1000,2000\n")[:-12])
    assert str(torn) in refused("kde", torn)


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (["01-02-24", "05-02-24"], "The times go from 0001"),
        (["1/2/2024", "5/2/2024"], "“1/2/2024” is not a time"),
        (["20240101", "20240630"], "--time-format %Y%m%d"),
        (["yesterday", "2024-01-01"], "“yesterday” is not a time"),
    ],
)
def test_times_that_could_be_misread_are_refused(refused, csv, times, words):
    table = csv("x,y,time\n" + "".join(f"{1000 + i},2000,{time}\n" for i, time in enumerate(times)))
    assert words in refused("near-repeat", table)


def test_names_that_do_not_fit_the_file_are_refused(refused, csv):
    assert "has 3 columns, and 2 names" in refused("kde", csv("1,2,3\n"), "--names", "x,y")


def test_a_parameter_that_makes_no_sense_is_named_as_the_option_it_is(refused, town):
    assert "--bandwidth" in refused("kde", town, "--bandwidth", 10)
    assert "--exposure-before" in refused("change", "--before", 5, "--after", 6, "--exposure-before", 0)
    assert "--before" in refused("change", "--before", -5, "--after", 6)
    assert "--metres" in refused("near-repeat", town, "--time", "date", "--metres", "100,0")
    assert "“0,a” is not numbers" in refused("near-repeat", town, "--metres", "0,a")


def test_an_offence_without_a_weight_is_refused_by_name(refused, csv):
    weights, offences = csv("offence,days\ntheft,2\n", "weights.csv"), csv("offence\ntheft\narson\n")
    said = refused("harm", offences, "--weights", weights, "--unit", "days", "--jurisdiction", "England and Wales")
    assert f"File {offences}, column offence: There is no weight for “arson”." in said


def test_weights_are_read_with_commas_and_no_name_twice(asked, refused, csv):
    words = ["--unit", "days", "--jurisdiction", "England and Wales"]
    danish, offences = csv("forhold;dage\nindbrud;273,5\n", "weights.csv"), csv("offence\nindbrud\n")
    assert asked("harm", offences, "--weights", danish, "--decimal-comma", *words)["result"]["total"] == 273.5
    twice = csv("forhold,dage\nindbrud,1\nindbrud,2\n", "twice.csv")
    assert "“indbrud” has more than one weight" in refused("harm", offences, "--weights", twice, *words)


def test_a_surface_that_cannot_be_kept_is_refused(refused, town, tmp_path):
    assert "--out" in refused("kde", town, "--out", tmp_path / "no folder" / "surface.npy")
