"""However many edit the same section of a case at once, nobody's words are overwritten unseen."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.config.installation import Installation, new_installation
from tests.evidence import evidence
from tests.trust.durability.histories import REFUSED, WRITTEN, Edit, Final, faults

pytestmark = pytest.mark.database

SEED = 20240820
EDIT = """
    from pathlib import Path
    from tests.trust.durability import editing
    write = editing.WAYS[{how!r}]
    print(json.dumps(editing.edit_together({edits}, seed={seed}, write=write, folder=Path({folder!r}))))
"""
RACE = """
    from tests.trust.durability.letting_go import WAYS, release_each_other, write_in_what_was_closed_meanwhile
    found = {way: release_each_other(8, do) for way, do in WAYS.items()}
    print(json.dumps({**found, "closed": write_in_what_was_closed_meanwhile()}))
"""
Together = Callable[[str, int], tuple[list[Edit], dict[str, Final]]]


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """One with casework, in a municipality that can open cases."""
    made = new_installation(tmp_path_factory.mktemp("edited") / "samvirke", SAMVIRKE_CASEWORK="on")
    migrated = made.samvirke("migrate")
    assert migrated.returncode == 0, migrated.stderr
    made.ask("from tests.trust.durability.editing import prepare; print(json.dumps(prepare()))")
    return made


@pytest.fixture
def together(installation: Installation, tmp_path: Path) -> Together:
    """Lets editors make so many edits with the product's command, or without its lock; what they did, how it ended."""

    def edited(how: str, edits: int) -> tuple[list[Edit], dict[str, Final]]:
        folder = tmp_path / how
        folder.mkdir()
        process = installation.begin(EDIT.format(how=how, edits=edits, seed=SEED, folder=str(folder)))
        said, wrong = process.communicate()
        assert process.returncode == 0, wrong
        finals = {text: Final(version, tuple(words.split())) for text, (version, words) in json.loads(said).items()}
        return [_edit(line) for file in sorted(folder.iterdir()) for line in file.read_text().splitlines()], finals

    return edited


def _edit(line: str) -> Edit:
    text, editor, token, version, read, outcome = json.loads(line)
    return Edit(text, editor, token, version, tuple(read.split()), outcome)


def test_of_150_edits_at_once_none_is_overwritten_and_every_conflict_is_refused(together: Together):
    edits, finals = together("as_shipped", 150)
    outcomes = Counter(edit.outcome for edit in edits)
    assert outcomes[WRITTEN] > 10
    assert outcomes[REFUSED] > 10
    assert faults(edits, finals) == []


def test_where_the_last_one_wins_words_are_overwritten_and_it_is_found(together: Together):
    edits, finals = together("last_one_wins", 60)
    assert sum("was overwritten" in one for one in faults(edits, finals)) > 10


@pytest.fixture(scope="module")
def races(installation: Installation) -> dict[str, list[object]]:
    """How many still lead each of eight cases, by how two of them went at once; and what was said to a late writer."""
    return installation.ask(RACE)


@pytest.mark.parametrize("way", ["as_shipped", "too_close"])
def test_of_two_who_lead_a_case_and_both_go_at_once_one_stays(races: dict[str, list[object]], way: str):
    assert races[way] == [1] * 8


def test_two_who_look_first_and_let_go_then_leave_a_case_without_a_lead_and_it_is_found(races: dict[str, list[object]]):
    assert 0 in races["unlocked"]


def test_in_a_case_that_was_closed_in_between_nothing_more_is_written(races: dict[str, list[object]]):
    said, stored = races["closed"]
    assert str(said).startswith("The case is closed.")
    assert stored == 0


@pytest.mark.slow
def test_of_20_000_edits_at_once_none_is_overwritten_and_every_conflict_is_refused(together: Together):
    control = sum("was overwritten" in one for one in faults(*together("last_one_wins", 1_000)))
    assert control > 100
    edits, finals = together("as_shipped", 20_000)
    outcomes = Counter(edit.outcome for edit in edits)
    assert len(edits) >= 20_000
    assert faults(edits, finals) == []
    evidence(
        "T11",
        what="edits of the same sections by 2 to 50 editors at once",
        count=len(edits),
        seed=SEED,
        result=f"0 overwritten unseen; {outcomes[WRITTEN]:,} written, {outcomes[REFUSED]:,} conflicts, each refused",
        control=f"the last one wins: {control:,} of 1,000 overwritten",
    )
