"""`samvirke analyse`: a file in, one JSON object out, and a sentence with file, column and remedy when it cannot be."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import numpy as np
import pytest
from tests.analysis.examples import ANALYSES
from tests.analysis.shared import shared

from samvirke.doors.cli.main import run

KEYS = {"name", "method", "version", "parameters", "n", "result", "caution", "reference", "seconds"}
TOWN = [
    # x, y, date, place: around Randers, in EPSG:25832
    (563_100.5, 6_257_020.0, "2024-04-01", "Torvet"),
    (563_110.0, 6_257_025.5, "2024-04-03", "Torvet"),
    (563_130.0, 6_257_040.0, "2024-04-08", "Havnegade"),
    (563_900.0, 6_256_700.0, "2024-05-20", "Havnegade"),
    (564_700.0, 6_258_200.0, "2024-06-11", "Torvet"),
    (562_200.0, 6_255_100.0, "2024-06-12", "Åboulevarden"),
    (562_900.0, 6_257_900.0, "2024-06-30", "Torvet"),
]


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("SAMVIRKE_LANGUAGE", "en")


@pytest.fixture
def csv(tmp_path):
    """Writes a CSV file from its text."""

    def write(text, name="incidents.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def town(csv):
    return csv("x,y,date,place\n" + "".join(f"{x},{y},{date},{place}\n" for x, y, date, place in TOWN))


@pytest.fixture
def asked(capsys):
    """Runs a command line and gives the JSON that it answers."""

    def ask(*words):
        assert run(["analyse", *map(str, words), "--json"]) == 0
        return json.loads(capsys.readouterr().out, parse_constant=lambda word: pytest.fail(f"{word} is not JSON"))

    return ask


@pytest.fixture
def refused(capsys):
    """Runs a command line that is refused and gives the sentence."""

    def ask(*words):
        assert run(["analyse", *map(str, words)]) == 2
        return capsys.readouterr().err.strip()

    return ask


# What is answered


def test_every_answer_has_the_same_keys(asked, town):
    for words in (
        ["change", "--before", 96, "--after", 61],
        ["kde", town],
        ["concentration", town, "--place", "place"],
    ):
        found = asked(*words)
        assert found.keys() >= KEYS
        assert found["name"] == words[0]


def test_change_needs_no_file(asked):
    found = asked("change", "--before", 16, "--after", 25)["result"]
    assert found["z_poisson"] == pytest.approx(2.0)
    assert found["rate_ratio"] == pytest.approx(25 / 16)
    assert {"interval", "p_exact", "p_e_test", "verdict"} <= found.keys()


def test_change_takes_exposures(asked):
    found = asked("change", "--before", 20, "--after", 10, "--exposure-before", 200, "--exposure-after", 100)
    assert found["result"]["rate_ratio"] == pytest.approx(1.0)
    assert found["parameters"]["exposure_before"] == 200


def test_what_is_not_a_number_is_null(asked):
    assert asked("change", "--before", 0, "--after", 7)["result"]["rate_ratio"] is None


def test_concentration_from_counts_and_from_weights(asked, csv):
    table = csv("street,n,days\na,10,5\nb,8,5\nc,2,5\n" + "".join(f"z{i},0,0\n" for i in range(7)))
    counted = asked("concentration", table, "--place", "street", "--count", "n")
    assert counted["result"]["gini"] == pytest.approx(0.78)
    weighed = asked("concentration", table, "--weight", "days")
    assert weighed["result"]["gini_generalised"] is None
    assert asked("concentration", csv("n\n5\n2\n1\n"), "--count", "n", "--places", 10)["result"][
        "gini_generalised"
    ] == pytest.approx(0.75)


def test_kde_keeps_its_surface_in_a_file(asked, town, tmp_path):
    out = tmp_path / "surface.npy"
    found = asked("kde", town, "--cell", 50, "--bandwidth", 200, "--kernel", "quartic", "--out", out)
    grid = np.load(out)
    assert list(grid.shape) == found["result"]["shape"]
    assert grid.max() == found["result"]["max"]
    assert found["result"]["integral"] == pytest.approx(7, rel=0.02)


def test_kde_within_bounds(asked, town):
    found = asked("kde", town, "--bounds", "563000,6257000,563500,6257300", "--cell", 100)
    assert found["result"]["shape"] == [3, 5]
    assert found["result"]["bounds"] == [563000, 6257000, 563500, 6257300]


def test_near_repeat_by_date_with_bands_that_do_not_end(asked, town):
    found = asked("near-repeat", town, "--time", "date", "--metres", "0,100,inf", "--days", "0,7,14,inf")
    assert found["result"]["observed"] == [[2, 1, 0], [1, 0, 17]]
    assert found["parameters"]["metres"] == [0, 100, None]
    assert found["parameters"]["seed"] == 1
    again = asked("near-repeat", town, "--time", "date", "--metres", "0,100,inf", "--days", "0,7,14,inf", "--seed", 1)
    assert again["result"] == found["result"]


def test_harm_with_a_file_of_weights(asked, csv):
    weights = csv("offence,days\nburglary,273.5\ntheft,2\n", "weights.csv")
    offences = csv("offence,count\nburglary,20\ntheft,3\n")
    words = ["--weights", weights, "--unit", "days of imprisonment", "--jurisdiction", "England and Wales"]
    found = asked("harm", offences, "--count", "count", *words)["result"]
    assert (found["total"], found["unit"], found["jurisdiction"]) == (5476.0, words[3], words[5])


def test_the_published_near_repeat_table(asked):
    words = ["--names", "x,y,date", "--time", "date", "--metres", "0,1,200,400,600,inf", "--days", "0,1,2,3,inf"]
    found = asked("near-repeat", shared("nearrepeat/chicago_arson.csv"), *words)
    assert found["n"] == 522
    assert found["result"]["observed"][0] == [1, 2, 0, 8]
    assert found["result"]["observed"][4] == [393, 710, 770, 133658]


def test_without_json_it_reads_as_a_table(capsys):
    assert run(["analyse", "change", "--before", "96", "--after", "61"]) == 0
    said = capsys.readouterr().out
    assert "certain fall" in said
    assert "−55" in said
    assert "Fewer reports do not always mean less crime." in said


# How files are read


def test_csv_gzip_and_parquet_give_the_same(asked, town, tmp_path):
    packed = tmp_path / "incidents.csv.gz"
    packed.write_bytes(gzip.compress(Path(town).read_bytes()))
    parquet = tmp_path / "incidents.parquet"
    duckdb.sql(f"COPY (FROM read_csv('{town}')) TO '{parquet}'")
    one, *others = (asked("near-repeat", file, "--time", "date")["result"] for file in (town, packed, parquet))
    assert others == [one, one]


def test_a_file_without_a_header_gets_names(asked, csv):
    table = csv("".join(f"{x};{y};{date}\n" for x, y, date, _place in TOWN))
    assert asked("near-repeat", table, "--names", "x,y,when", "--time", "when")["n"] == 7


def test_rows_keep_their_order_and_their_partners(asked, tmp_path):
    """A compressed file is read the same way each time; the answer depends on the order only through chance."""
    rng = np.random.default_rng(1)
    rows = "".join(f"{x:.1f},{y:.1f},{day}\n" for x, y, day in rng.uniform(0, 365, (60_000, 3)) * [90, 90, 1] // 1)
    packed = tmp_path / "many.csv.gz"
    packed.write_bytes(gzip.compress(f"x,y,time\n{rows}".encode()))
    answers = [asked("near-repeat", packed, "--metres", "0,50,100", "--shuffles", 99)["result"] for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]


def test_a_name_that_looks_like_a_pattern_is_a_file(asked, csv):
    assert asked("concentration", csv("n\n1\n3\n", "a[1]*.csv"), "--count", "n")["n"] == 4


def test_a_danish_spreadsheet_is_read_with_its_commas(asked, csv):
    table = csv(
        "\ufeffx;y;dato\n"
        + "".join(f"{x}0;{y}\n".replace(".", ",").replace("\n", ";02-04-2024\n") for x, y, *_ in TOWN)
    )
    found = asked("kde", table, "--decimal-comma")
    assert found["n"] == 7
    assert found["result"]["bounds"][0] == pytest.approx(562_200 - 300)


def test_a_time_format_is_followed(asked, csv):
    table = csv("x,y,t\n" + "".join(f"{x},{y},{d[8:]}/{d[5:7]} {d[:4]}\n" for x, y, d, _place in TOWN))
    words = ["--time", "t", "--time-format", "%d/%m %Y", "--metres", "0,100,inf", "--days", "0,7,14,inf"]
    assert asked("near-repeat", table, *words)["result"]["observed"][0] == [2, 1, 0]


def test_an_instant_keeps_its_wall_clock(asked, csv):
    """Half past midnight in Danish summer time is that day, although it is the day before in UTC."""
    zones = ["+02:00", "Z", "+02:00", "", "+0100", "+02", ""]
    times = [f"{date}T00:30{zone}" for (*_where, date, _place), zone in zip(TOWN, zones, strict=True)]
    table = csv("x,y,t\n" + "".join(f"{x},{y},{t}\n" for (x, y, *_), t in zip(TOWN, times, strict=True)))
    words = ["--time", "t", "--metres", "0,100,inf", "--days", "0,7,14,inf"]
    assert asked("near-repeat", table, *words)["result"]["observed"] == [[2, 1, 0], [1, 0, 17]]


def test_empty_values_are_left_out_when_asked_and_counted(asked, refused, town):
    broken = Path(town).read_text().replace("563900.0", "").replace("562200.0", "NA")
    Path(town).write_text(broken)
    assert "another column that is read: 2." in refused("kde", town)
    found = asked("kde", town, "--skip-missing")
    assert (found["n"], found["left_out"]) == (5, 2)


# Where it is


def test_degrees_are_brought_to_the_zone_of_the_data_which_is_named(asked, csv):
    table = csv("lon,lat\n10.03,56.46\n10.04,56.46\n10.03,56.47\n")
    found = asked("kde", table, "--x", "lon", "--y", "lat", "--crs", "EPSG:4326")
    assert found["coordinates"] == "EPSG:32632"
    west, south, _east, north = found["result"]["bounds"]
    assert 563_000 < west < 564_000
    assert north - south == pytest.approx(1_113 + 600, abs=110)


def test_bounds_are_in_the_system_of_the_data(asked, csv):
    table = csv("lon,lat\n10.03,56.46\n10.04,56.46\n")
    words = ["--x", "lon", "--y", "lat", "--crs", "EPSG:4326", "--bounds", "10.02,56.45,10.05,56.47"]
    west, south, _east, _north = asked("kde", table, *words)["result"]["bounds"]
    assert 562_000 < west < 563_500
    assert 6_256_000 < south < 6_257_000


def test_danish_metres_stay_as_they_are(asked, town):
    assert asked("kde", town, "--crs", "EPSG:25832")["coordinates"] == "EPSG:25832"


def test_feet_become_metres(asked, csv):
    table = csv("x,y\n1160000,1880000\n1161000,1880000\n1160000,1881000\n")
    found = asked("kde", table, "--crs", "EPSG:3435")
    assert found["coordinates"] == "EPSG:32616"
    west, _south, east, _north = found["result"]["bounds"]
    assert east - west == pytest.approx(305 + 600, abs=110)


def test_degrees_taken_for_metres_are_refused_with_what_to_say_instead(refused, asked, csv):
    table = csv("x,y\n10.03,56.46\n10.04,56.47\n")
    assert "--crs EPSG:4326" in refused("kde", table)
    small = csv("x,y\n10,20\n40,50\n", "yard.csv")
    assert asked("kde", small, "--crs", "local", "--cell", 1, "--bandwidth", 5)["n"] == 2


@pytest.mark.parametrize(
    ("rows", "crs", "words"),
    [
        ("563100,6257020", "EPSG:4326", "outside the area that EPSG:4326"),
        ("-95.4,29.7", "EPSG:25832", "outside the area that EPSG:25832"),
        ("271000,3290000", "EPSG:25832", "outside the area that EPSG:25832"),
        ("563100,6257020", "EPSG:99999", "no coordinate system called EPSG:99999"),
        ("10.0,56.0\n40.0,56.0", "EPSG:4326", "too wide"),
    ],
)
def test_a_coordinate_system_that_does_not_fit_is_refused(refused, csv, rows, crs, words):
    said = refused("kde", csv(f"x,y\n{rows}\n"), "--crs", crs)
    assert words in said
    assert "--crs" in said


# What is refused


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


# Help


def test_help_lists_every_analysis_with_its_question(capsys):
    assert run(["analyse", "--help"]) == 0
    said = capsys.readouterr().out
    for analysis in ANALYSES.values():
        assert analysis.about.name in said
        assert analysis.about.question in said


@pytest.mark.parametrize("name", sorted(ANALYSES))
def test_the_help_of_an_analysis_says_what_it_asks_and_gives_an_example(capsys, name):
    assert run(["analyse", name, "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert ANALYSES[name].about.question in said
    assert ANALYSES[name].about.caution.split(".")[0] in said
    assert f"samvirke analyse {name}" in said


def test_the_example_of_each_help_can_be_copied(capsys, csv, monkeypatch, tmp_path):
    """With the files that it names."""
    rows = [f"{1000 + i * 7},{2000 - i * 3},{i % 30},street {i % 5},theft" for i in range(40)]
    csv("x,y,time,place,offence\n" + "\n".join(rows) + "\n")
    csv("offence,days\ntheft,2\n", "weights.csv")
    monkeypatch.chdir(tmp_path)
    for name in ANALYSES:
        assert run(["analyse", name, "--help"]) == 0
        words = " ".join(capsys.readouterr().out.split())
        example = words[words.rindex("samvirke analyse") :].split()
        assert run(example[1:]) == 0, example
        assert json.loads(capsys.readouterr().out)["name"] == name


def test_it_runs_as_a_program_without_django(town):
    program = "import sys; from samvirke.doors.cli.main import run; run(sys.argv[1:]); print('django' in sys.modules)"
    words = ["analyse", "concentration", town, "--place", "place"]
    said = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert said.stdout.strip().endswith("False")
