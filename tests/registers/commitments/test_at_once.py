"""However many write on one commitment at once, one is stored and the others are told; it is handed over once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.config.installation import Installation, answer, new_installation

pytestmark = pytest.mark.database
COLLEAGUES, COMMITMENTS = 3, 10
_IMPORT = "from tests.registers.commitments import at_once; print(json.dumps({}))"


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """A district whose coordinators look at the same ten commitments."""
    made = new_installation(tmp_path / "samvirke", SAMVIRKE_TODAY="2024-08-20")
    prepared = made.ask(_IMPORT.format(f"at_once.prepare({str(tmp_path)!r}, {COLLEAGUES}, {COMMITMENTS})"))
    assert prepared == COMMITMENTS
    return made


def together(installation: Installation, what: str, numbers: range) -> list:
    """What each process answers, all begun when every one is ready."""
    call = f"at_once.{what}({{number}}, {str(installation.folder)!r}, {len(numbers)})"
    running = [installation.begin(_IMPORT.format(call.format(number=one))) for one in numbers]
    return [answer(one) for one in running]


def test_of_those_who_write_at_once_one_is_stored_and_the_others_are_told(installation: Installation):
    found = together(installation, "write", range(COLLEAGUES))
    stored = installation.ask(_IMPORT.format("at_once.stored()"))
    for outcomes, (version, state, dose, said) in zip(zip(*found, strict=True), stored, strict=True):
        assert Counter(outcomes) == {"written": 1, "told": COLLEAGUES - 1}
        winner = outcomes.index("written")
        reported = ("done", "", f"Eva {winner}")
        assert (state, dose, said) == (("open", f"As Eva {winner} says", "") if winner % 2 else reported)
        assert version == 2


def test_what_two_take_over_at_once_goes_whole_to_one_of_them(installation: Installation):
    came = together(installation, "give_away", range(1, COLLEAGUES))
    assert sorted(came) == [0, COMMITMENTS]
    winner = came.index(COMMITMENTS) + 1
    assert installation.ask(_IMPORT.format("at_once.answering()")) == {f"eva-{winner}": COMMITMENTS}
