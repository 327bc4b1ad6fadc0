"""A mapping is one declared file: what each key does is tested elsewhere, here what is said of a careless one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.registers.incidents.arrange import COLUMNS, everything, row, stored, use_mapping

from samvirke.foundation.fault import Refused
from samvirke.registers.incidents.categories import UNKNOWN, categories
from samvirke.registers.incidents.engine.mapping import SHIPPED, mappings_in, shipped_mappings
from samvirke.registers.incidents.engine.outcome import Outcome
from samvirke.registers.incidents.models import Source
from samvirke.registers.incidents.queries.mapping_of import all_mappings

Take = Callable[..., Outcome]
_DANISH = (SHIPPED / "danish-csv.toml").read_text(encoding="utf-8")


def _written(folder: Path, text: str, name: str = "danish-csv") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "key", "says"),
    [
        ('crs = "EPSG:25832"\n', "", "crs", "The key is missing."),
        ("version = 2", "version = 0", "version", "The number is below 1."),
        ("version = 2", 'version = "one"', "version", "This is no whole number."),
        ("version = 2", "version = 2\nseperator = ';'", "seperator", "The form has no such key."),
        ('da = "Dansk CSV", ', "", "title.da", "The key is missing."),
        ("EPSG:25832", "EPSG:99", "crs", "There is no coordinate system EPSG:99."),
        ('crs = "EPSG', 'delimiter = ""\ncrs = "EPSG', "delimiter", "The text is empty."),
        ('crs = "EPSG', 'delimiter = "||"\ncrs = "EPSG', "delimiter", "longer than 1 characters"),
        ('crs = "EPSG', 'encoding = "utf-7"\ncrs = "EPSG', "encoding", "“utf-7” is none of: utf-8, latin-1."),
        ('crs = "EPSG', 'clock = "gmt"\ncrs = "EPSG', "clock", "“gmt” is none of: local, utc."),
        ('crs = "EPSG', 'decimal_comma = "maybe"\ncrs = "EPSG', "decimal_comma", "This is neither true nor false."),
        ('crs = "EPSG', 'empty = "NA"\ncrs = "EPSG', "empty", "This is no list."),
        ('columns = ["journal"]', 'columns = "journal"', "identity.columns", "This is no list."),
        ('columns = ["fra"]', "columns = []", "starts.columns", "The list has 0 of at least 1."),
        ('columns = ["fra"]', 'columns = ["fra"]\nlasts = "week"', "starts.lasts", "“week” is none of"),
        ('column = "kommunekode"', "", "municipality.column", "The key is missing."),
        ('y = "nord"', "", "point.y", "The key is missing."),
        ('"røveri" = "robbery"', '"røveri" = "roberry"', "offence", "“roberry” (for “røveri”) is no common category"),
        ('"røveri" = "robbery"', '"Røveri" = "robbery"', "offence", "Write the code “Røveri” in lower case"),
        ('name = "danish-csv"', 'name = "dansk-csv"', "name", "The file is called danish-csv.toml"),
        ("[starts]", "[starts", "", "The file is not TOML"),
        ('no = ["nej", ', 'no = ["JA", ', "young", "“ja” cannot mean both yes and no."),
        ('no = ["nej", "0", "false"]', "no = []", "young.no", "The list has 0 of at least 1."),
    ],
)
def test_a_careless_mapping_is_refused_with_its_file_its_key_and_what_is_wrong(old, new, key, says, tmp_path) -> None:
    assert old in _DANISH
    with pytest.raises(Refused) as refusal:
        mappings_in(_written(tmp_path / "mappings", _DANISH.replace(old, new, 1)))
    fault = refusal.value.faults[0]
    assert (fault.file, fault.key) == ("danish-csv.toml", key)
    assert says in fault.text("en")
    assert fault.remedy.text("en")


def test_a_mapping_with_two_faults_is_told_both(tmp_path: Path) -> None:
    text = _DANISH.replace("version = 2", "version = 0").replace('y = "nord"', "")
    with pytest.raises(Refused) as refusal:
        mappings_in(_written(tmp_path / "mappings", text))
    assert {fault.key for fault in refusal.value.faults} == {"version", "point.y"}


def test_every_shipped_mapping_is_called_as_its_file_and_names_known_categories() -> None:
    found = shipped_mappings()
    assert set(found) == {file.stem for file in SHIPPED.glob("*.toml")} >= {"danish-csv", "data-police-uk", "houston"}
    for mapping in found.values():
        assert mapping.words.da
        assert mapping.words.en
        assert UNKNOWN not in mapping.offence.categories.values()
    assert UNKNOWN in categories()


def test_the_columns_of_a_mapping_are_each_named_once() -> None:
    assert shipped_mappings()["danish-csv"].columns() == [*COLUMNS[:6], "bolig", "oest", "nord"]
    houston = shipped_mappings()["houston"].columns()
    assert sorted(houston) == sorted({"date", "hour", "offense", "location", "lon", "lat"})


def test_a_mapping_of_the_homes_own_wins_over_the_shipped_one_of_its_name(own_home: Path) -> None:
    assert all_mappings() == shipped_mappings()
    _written(own_home / "mappings", _DANISH.replace("version = 2", "version = 7"))
    assert all_mappings()["danish-csv"].version == 7
    assert shipped_mappings()["danish-csv"].version == 2


@pytest.mark.parametrize("column", COLUMNS)
def test_a_file_without_a_column_that_the_mapping_names_is_refused_by_its_name(
    column: str, take_rows: Take, source: Source
) -> None:
    before = everything()
    with pytest.raises(Refused) as refusal:
        take_rows([{name: value for name, value in row().items() if name != column}])
    assert refusal.value.faults[0].column == column
    assert f"“{column}”" in refusal.value.faults[0].text("en")
    assert everything() == before


def test_a_source_whose_mapping_is_gone_says_where_to_put_it(take_rows: Take, source: Source, own_home: Path) -> None:
    use_mapping(source, own_home, "version = 2", "version = 3")
    assert take_rows([row()]).mapping == "own v3"
    (own_home / "mappings" / "own.toml").unlink()
    before = everything()
    with pytest.raises(Refused, match="names the mapping own, which does not exist"):
        take_rows([row(journal="J2")])
    assert everything() == before


def test_what_a_source_writes_for_nothing_is_read_as_nothing(take_rows: Take, source: Source, own_home: Path) -> None:
    use_mapping(source, own_home, 'crs = "EPSG:25832"', 'crs = "EPSG:25832"\nempty = ["NA", "-"]')
    rows = [row(til="NA", oest="-", nord="NA", bolig=" NA "), row(journal="B", forhold="NA"), row(journal="-", fra="-")]
    outcome = take_rows(rows)
    assert [(one.line, one.code, one.column) for one in outcome.rejected[:]] == [
        (3, "missing", "forhold"),
        (4, "missing", "fra"),
    ]
    assert outcome.accepted == 1


def test_a_second_column_may_tell_the_finer_category(take_rows: Take, source: Source, own_home: Path) -> None:
    finer = '[[offence.finer]]\noffence = "hærværk"\ncolumn = "sted"\nvalues = ["Skole", "SFO"]\ncategory = "arson"\n'
    use_mapping(source, own_home, "[municipality]", f"{finer}\n[municipality]")
    places = ["skole", " SKOLE ", "sfo", "park", ""]
    rows = [{**row(journal=str(n)), "sted": place} for n, place in enumerate(places)]
    take_rows([*rows, {**row(journal="R", forhold="røveri"), "sted": "skole"}])
    told = source.versions.get().rows
    assert told == 6
    counts = {"arson": 3, "damage": 2, "robbery": 1}
    assert _categories(source) == counts


def test_a_source_in_latin_1_is_read_as_such(take: Take, source: Source, own_home: Path, tmp_path: Path) -> None:
    use_mapping(source, own_home, 'crs = "EPSG:25832"', 'crs = "EPSG:25832"\nencoding = "latin-1"')
    file = tmp_path / "latin.csv"
    rows = [COLUMNS, row(bolig="Ærøvej 1").values(), row(journal="J2", forhold="RØVERI").values()]
    file.write_text("".join(",".join(cells) + "\r\n" for cells in rows), encoding="latin-1")
    assert take(file).accepted == 2
    assert _categories(source) == {"damage": 1, "robbery": 1}


def _categories(source: Source) -> dict[str, int]:
    found = [category for (category,) in stored(source, "category")]
    return {one: found.count(one) for one in sorted(found)}
