"""Files so big that several threads read them: rows keep the order of the file, and so each keeps its line."""

from __future__ import annotations

import gzip
import random
import uuid
from collections.abc import Callable
from datetime import date
from hashlib import md5
from pathlib import Path

import pytest
import shapely
from tests.registers.incidents.arrange import line, stored, use_mapping, write_text

from samvirke.registers.incidents.engine.outcome import Outcome
from samvirke.registers.incidents.models import Source
from samvirke.registers.places.commands.put_boundaries import put_boundaries
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.access.actor import system

Take = Callable[..., Outcome]
_ROWS = 120_000
_CODES = range(980, 1000)


@pytest.fixture
def many_municipalities(fjord: District) -> None:
    """The invented district with twenty municipalities, each the whole of its ground but for a corner."""
    for code in _CODES:
        Municipality.objects.get_or_create(code=code, defaults={"name": f"By {code}", "district": fjord})
    land = shapely.box(505_000, 6_100_000, 560_000, 6_200_000) - shapely.box(505_000, 6_100_000, 515_000, 6_110_000)
    put_boundaries(
        system("operator"),
        shapes=dict.fromkeys(_CODES, land),
        crs="EPSG:25832",
        source="x",
        valid_from=date(2024, 1, 1),
        schematic=False,
    )


def _file(path: Path, wrong: dict[int, dict[str, str]]) -> Path:
    chance = random.Random(5)
    lines = [
        line(
            **{
                "journal": f"J{n}",
                "kommunekode": str(chance.choice(_CODES)),
                "bolig": "x" * chance.randrange(300),
                **wrong.get(n, {}),
            }
        )
        for n in range(_ROWS)
    ]
    return write_text(path, *lines)


@pytest.fixture
def wrong() -> dict[int, dict[str, str]]:
    """What is wrong with some of the rows, and with which."""
    chance = random.Random(6)
    kinds = [{"fra": "igår"}, {"oest": "506000", "nord": "6101000"}, {"kommunekode": "730"}, {"forhold": ""}]
    return {n: chance.choice(kinds) for n in sorted(chance.sample(range(_ROWS), 900))}


@pytest.mark.parametrize("packed", [False, True])
def test_every_rejected_row_of_a_big_file_is_named_by_its_line(
    packed: bool, many_municipalities: None, wrong, take: Take, tmp_path: Path
) -> None:
    file = _file(tmp_path / "big.csv", wrong)
    if packed:
        file = tmp_path / "big.csv.gz"
        file.write_bytes(gzip.compress((tmp_path / "big.csv").read_bytes(), 1))
    outcome = take(file)
    assert [one.line for one in outcome.rejected[:]] == [n + 2 for n in wrong]
    code = {"fra": "not-a-time", "oest": "far-from-municipality", "kommunekode": "other-district", "forhold": "missing"}
    assert [one.code for one in outcome.rejected[:]] == [code[next(iter(said))] for said in wrong.values()]


def test_of_a_row_told_twice_far_apart_the_later_one_counts(
    many_municipalities: None, take: Take, source: Source, tmp_path: Path
) -> None:
    again = {n: {"journal": f"J{_ROWS - n}", "forhold": "røveri"} for n in range(_ROWS - 100, _ROWS)}
    file = _file(tmp_path / "big.csv", again)
    outcome = take(file)
    assert (outcome.accepted, outcome.duplicates) == (_ROWS - 100, 100)
    assert take(file).duplicates == _ROWS
    later = {uuid.UUID(md5(said["journal"].encode()).hexdigest()) for said in again.values()}
    assert {key for key, category in stored(source, "key, category") if category == "robbery"} == later


def test_a_finer_category_of_many_values_keeps_the_order_too(
    source: Source, own_home: Path, wrong, take: Take, tmp_path: Path
) -> None:
    values = ", ".join(f'"sted {n}"' for n in range(40))
    finer = f'[[offence.finer]]\noffence = "hærværk"\ncolumn = "bolig"\nvalues = [{values}]\ncategory = "arson"\n'
    use_mapping(source, own_home, "[municipality]", f"{finer}\n[municipality]", without=["municipality", "point"])
    kept = {n: said for n, said in wrong.items() if set(said) & {"fra", "forhold"}}
    outcome = take(_file(tmp_path / "big.csv", kept))
    assert [one.line for one in outcome.rejected[:]] == [n + 2 for n in kept]
