"""Homes are stored as keyed hashes only: the address lies nowhere in the home, and the key lies outside it."""

from __future__ import annotations

import gzip
import hashlib
import hmac
import uuid
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from tests.registers.incidents.arrange import Home, row, stored, write_rows

from samvirke.registers.incidents.engine.outcome import Outcome
from samvirke.registers.incidents.models import Source
from samvirke.trust.keys import current, rotate

Take = Callable[..., Outcome]
_ADDRESS = "Opdigtetvangen 117, 3. tv"


def _by_hand(address: str, secret: bytes) -> uuid.UUID:
    return uuid.UUID(hmac.digest(secret, address.encode(), hashlib.sha256)[:16].hex())


def test_a_home_is_stored_as_a_keyed_hash_with_the_name_of_its_key(take_rows: Take, source: Source) -> None:
    addresses = ["Bygade 1", "Ærøvej 5, st. tv", "日本 1", "x" * 300]
    take_rows([row(journal=str(n), bolig=address) for n, address in enumerate([*addresses, *addresses])])
    key = current("dwelling")
    told = stored(source, "dwelling, dwelling_key")
    assert sorted(home for home, _key in told) == sorted(2 * [_by_hand(each.lower(), key.secret) for each in addresses])
    assert {name for _home, name in told} == {key.id}


@pytest.mark.parametrize("size", [1, 20, 63, 64])
def test_the_hash_is_that_of_the_standard_for_keys_of_every_length(
    size: int, take_rows: Take, source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert size == 64 or _by_hand("bygade 1", b"a" * size) == _by_hand("bygade 1", (b"a" * size).ljust(64, b"\0"))
    take_rows([row(bolig="Bygade 1")])
    assert stored(source, "dwelling") == [(_by_hand("bygade 1", current("dwelling").secret),)]


def test_capitals_and_blanks_make_no_other_home_and_no_address_makes_none(take_rows: Take, source: Source) -> None:
    written = ["Bygade 1, 2. TV", "bygade  1, 2. tv", " BYGADE 1,   2. tv ", "Bygade 1, 2.\ttv", "Bygade 1, 2. th", ""]
    take_rows([row(journal=str(n), bolig=each) for n, each in enumerate(written)])
    homes = [home for (home,) in stored(source, "dwelling")]
    assert homes.count(None) == 1
    assert sorted(homes.count(home) for home in set(homes) - {None}) == [1, 4]


def test_two_installations_share_no_hash_because_each_has_a_key_of_its_own(
    take_rows: Take, source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_rows([row(bolig="Bygade 1")])
    here = stored(source, "dwelling")
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "other-keys"))
    take_rows([row(journal="J2", bolig="Bygade 1")])
    homes = {home for (home,) in stored(source, "dwelling")}
    assert len(homes) == 2
    assert here[0][0] in homes


def test_a_row_told_again_after_the_key_has_changed_is_hashed_with_the_new_one(take_rows: Take, source: Source) -> None:
    rows = [row(journal="A", bolig="Bygade 1"), row(journal="B", bolig="")]
    take_rows(rows)
    new = rotate("dwelling")
    outcome = take_rows(rows)
    assert (outcome.merged.corrected, outcome.duplicates) == (1, 1)
    found = {home for home in stored(source, "dwelling, dwelling_key") if home[0]}
    assert found == {(_by_hand("bygade 1", new.secret), new.id)}


def _holds(folder: Path, words: list[bytes]) -> list[str]:
    found = []
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            if file.suffix == ".parquet":
                content += repr(duckdb.execute("FROM read_parquet(?)", [str(file)]).fetchall()).encode()
            if any(word.lower() in content.lower() for word in words):
                found.append(str(file.relative_to(folder)))
    return found


@pytest.mark.parametrize("packed", [False, True])
def test_no_file_of_the_home_holds_an_address_or_the_key(packed: bool, program: Home, tmp_path: Path) -> None:
    rows = [row(journal=f"J{n}", bolig=_ADDRESS, forhold="røveri" if n % 2 else "løse hunde") for n in range(40)]
    # Rejected rows tell what is wrong with them, and nothing else of what they say.
    rows += [row(journal="R", bolig=_ADDRESS, fra="igår"), row(journal="S", bolig=_ADDRESS, oest="0")]
    file = write_rows(tmp_path / "homes.csv", rows)
    if packed:
        file = tmp_path / "homes.csv.gz"
        file.write_bytes(gzip.compress((tmp_path / "homes.csv").read_bytes()))
    said = program.take(file)
    assert said.returncode == 0, said.stderr
    keys = Path(f"{program.folder}-keys")
    secret = (keys / "dwelling" / "0-first.key").read_bytes()
    words = [_ADDRESS.encode(), b"opdigtetvangen", _ADDRESS.encode("utf-16-le"), secret, secret.hex().encode()]
    assert _holds(tmp_path, words[:1]) == ["homes.csv"] or packed
    assert _holds(program.folder, words) == []
    assert not keys.is_relative_to(program.folder)
    homes = list(program.folder.rglob("2024.parquet"))
    assert duckdb.execute("SELECT DISTINCT dwelling FROM read_parquet(?)", [str(homes[0])]).fetchall() == [
        (_by_hand(_ADDRESS.lower(), secret),)
    ]
    assert _ADDRESS not in said.stdout + said.stderr
