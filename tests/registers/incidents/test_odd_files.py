"""Many odd files: every row is accounted for, and every rejected one is named by the line on which it stands."""

from __future__ import annotations

import csv
import gzip
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.registers.incidents.arrange import COLUMNS, everything, line, row, stored, write_text

from samvirke.foundation.fault import Refused
from samvirke.registers.incidents.engine.outcome import Outcome
from samvirke.registers.incidents.models import ImportRun, Source

Take = Callable[..., Outcome]
_WRONG = {
    "fra": ("igår", "45415", "1850-01-01", "2999-01-01", ""),
    "til": ("2020-01-01", "senere"),
    "kommunekode": ("1", "xx", ""),
    "oest": ("0", "sydpå", ""),
    "forhold": ("", "  "),
}
_BROKEN = {"too-few-columns": "J1,2024-01-01", "too-many-columns": ",".join([*row().values(), "x", "y"])}


@dataclass
class OddFile:
    """A file made by chance, and what its maker knows of it."""

    lines: list[str] = field(default_factory=list)
    rejected: list[int] = field(default_factory=list)
    good: list[str] = field(default_factory=list)
    at: int = 2  # the line on which the next row begins

    def add(self, text: str, end: str) -> None:
        """Write a row, which may run over lines."""
        self.lines.append(text + end)
        self.at += text.count("\n") + 1


def _cell(text: str, chance: random.Random) -> str:
    return f'"{text}"' if chance.random() < 0.2 or "," in text or "\n" in text else text


def _odd_file(seed: int) -> OddFile:
    chance, made = random.Random(seed), OddFile()
    end = chance.choice(["\n", "\r\n"])
    over_lines, empty_lines = chance.random() < 0.4, chance.random() < 0.4
    broken, wrong = chance.choice([0, 0.02, 0.3]), chance.choice([0, 0.05, 0.5])
    for number in range(chance.choice([1, 7, 300, 3000])):
        if empty_lines and chance.random() < 0.05:
            made.add("", end)
        journal = f"J{chance.randrange(number + 1)}" if chance.random() < 0.1 else f"J{number}"
        said = row(journal=journal, bolig=chance.choice(["", "Bygade 1", "Ærøvej 5, st. tv", "“gæs” 日本"]))
        if over_lines and chance.random() < 0.1:
            said["bolig"] = "Bygade 1\n\nbaghuset"
        if chance.random() < broken:
            made.rejected.append(made.at)
            made.add(chance.choice(list(_BROKEN.values())), end)
            continue
        if chance.random() < wrong:
            column = chance.choice(list(_WRONG))
            said[column] = chance.choice(_WRONG[column])
            made.rejected.append(made.at)
        else:
            made.good.append(journal)
        made.add(",".join(_cell(value, chance) for value in said.values()), end)
    made.lines.insert(0, ",".join(COLUMNS) + end)
    if chance.random() < 0.3:
        made.lines[-1] = made.lines[-1].rstrip("\r\n") or made.lines[-1]
    return made


def _written(made: OddFile, folder: Path, seed: int) -> Path:
    content = "".join(made.lines).encode("utf-8-sig" if seed % 3 == 0 else "utf-8")
    path = folder / ("odd.csv.gz" if seed % 4 == 1 else "odd.csv")
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    return path


@pytest.mark.parametrize("seed", range(40))
def test_rows_in_are_accepted_rejected_and_duplicates_and_each_rejected_one_is_found(
    seed: int, take: Take, source: Source, tmp_path: Path
) -> None:
    made = _odd_file(seed)
    outcome = take(_written(made, tmp_path, seed))
    assert outcome.rows_in == len(made.good) + len(made.rejected)
    assert outcome.accepted == len(set(made.good)) == len(stored(source))
    assert outcome.duplicates == len(made.good) - len(set(made.good))
    assert outcome.rows_in == outcome.accepted + len(outcome.rejected) + outcome.duplicates
    assert sum(reason["count"] for reason in outcome.rejected.reasons) == len(made.rejected)
    told = []
    if outcome.rejected_file:
        with outcome.rejected_file.open(encoding="utf-8-sig", newline="") as file:
            told = [int(one["line"]) for one in csv.DictReader(file)]
    assert told == made.rejected
    assert [one.line for one in outcome.rejected[:]] == made.rejected[:1000]
    again = take(tmp_path / ("odd.csv.gz" if seed % 4 == 1 else "odd.csv"))
    assert (again.accepted, again.duplicates, len(again.rejected)) == (0, len(made.good), len(made.rejected))
    assert ImportRun.objects.filter(source="opdigtet").count() == 2


def test_the_odd_files_are_odd_in_every_way() -> None:
    """Otherwise the test above could pass by never meeting what it is about."""
    files = [_odd_file(seed) for seed in range(40)]
    ways = Counter[str]()
    for made in files:
        text = "".join(made.lines)
        ways["carriage returns"] += "\r\n" in text
        ways["rows over lines"] += "baghuset" in text
        ways["no last line end"] += not text.endswith("\n")
        ways["nothing rejected"] += not made.rejected
        ways["more rejected than are at hand"] += len(made.rejected) > 1000
        ways["told twice"] += len(made.good) > len(set(made.good))
        ways["lines and rows differ"] += made.at - 2 > len(made.good) + len(made.rejected)
    assert min(ways.values()) >= 2, ways


@pytest.mark.parametrize(("code", "text"), _BROKEN.items())
def test_a_line_that_is_no_row_is_named_with_its_reason(code: str, text: str, take: Take, tmp_path: Path) -> None:
    outcome = take(write_text(tmp_path / "broken.csv", line(journal="A"), text, line(journal="B")))
    assert [(one.line, one.code, one.column) for one in outcome.rejected[:]] == [(3, code, "")]
    assert outcome.accepted == 2


def test_a_row_that_is_too_long_is_rejected_and_its_neighbours_are_taken(take: Take, tmp_path: Path) -> None:
    lines = [line(journal=f"A{n}") for n in range(30)]
    lines[10] = line(journal="L", bolig="x" * 2_100_000)
    outcome = take(write_text(tmp_path / "long.csv", *lines))
    assert [(one.line, one.code) for one in outcome.rejected[:]] == [(12, "too-long")]
    assert outcome.accepted == 29


def test_a_row_just_short_of_too_long_is_taken(take: Take, tmp_path: Path) -> None:
    outcome = take(write_text(tmp_path / "long.csv", line(journal="A", bolig="x" * 1_900_000), line(journal="B")))
    assert (outcome.accepted, len(outcome.rejected)) == (2, 0)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ([line(journal="A"), 'J2,2024-01-01,,,hærværk,998,,,"Bygade 1', line(journal="C")], "quotation mark"),
        ([line(journal="A"), 'J2,2024-01-01,,,hærværk,998,,,"Bygade" 1', line(journal="C")], "quotation mark"),
    ],
)
@pytest.mark.parametrize("before", [0, 5000])
def test_a_quotation_mark_that_never_closes_stops_the_file(lines, says, before, take: Take, tmp_path: Path) -> None:
    looks = everything()
    file = write_text(tmp_path / "quote.csv", *[line(journal=f"B{n}") for n in range(before)], *lines)
    with pytest.raises(Refused) as refusal:
        take(file)
    assert says in refusal.value.faults[0].text("en")
    assert refusal.value.faults[0].line == before + 3
    assert everything() == looks


@pytest.mark.parametrize("before", [0, 30_000])
def test_a_byte_that_is_no_utf_8_stops_the_file_and_is_named_by_its_line(
    before: int, take: Take, tmp_path: Path
) -> None:
    looks = everything()
    file = write_text(tmp_path / "latin.csv", *[line(journal=f"B{n}") for n in range(before)])
    with file.open("ab") as more:
        more.write(line(journal="L", bolig="Ærøvej").encode("latin-1") + b"\n")
    with pytest.raises(Refused) as refusal:
        take(file)
    assert (refusal.value.faults[0].file, refusal.value.faults[0].line) == ("latin.csv", before + 2)
    assert everything() == looks


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_every_kind_of_line_end_is_read(end: str, take: Take, tmp_path: Path) -> None:
    lines = [line(journal="A"), line(journal="B", fra="igår"), line(journal="C")]
    outcome = take(write_text(tmp_path / "ends.csv", *lines, end=end))
    assert (outcome.accepted, [one.line for one in outcome.rejected[:]]) == (2, [3])


def test_a_row_that_looks_like_an_order_to_the_database_is_only_text(
    take: Take, source: Source, tmp_path: Path
) -> None:
    said = "'); DROP TABLE rejected; --"
    outcome = take(write_text(tmp_path / "sql.csv", line(journal=said, forhold=said), line(fra=said)))
    assert outcome.unknown_codes == [(said.lower(), 1)]
    assert [one.value for one in outcome.rejected[:]] == [said]
    assert stored(source, "offence") == [(said.lower(),)]


def test_names_of_files_and_columns_are_only_names(take: Take, tmp_path: Path) -> None:
    header = ",".join([*COLUMNS, '"note ""1"" \'x\''])
    file = tmp_path / "o'brien *?[1] {x}.csv"
    write_text(file, line(journal="A") + ",x", line(journal="B", fra="igår") + ",y", header=header + '"')
    outcome = take(file)
    assert (outcome.accepted, [one.line for one in outcome.rejected[:]]) == (1, [3])
