"""However many secretaries write decisions of one body at once, no number is used twice and no text is lost unseen."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.config.installation import Installation, answer, new_installation

pytestmark = pytest.mark.database
SECRETARIES, DECISIONS = 3, 12


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """A council whose secretaries each have a running meeting."""
    made = new_installation(tmp_path / "samvirke", SAMVIRKE_TODAY="2024-08-20")
    prepared = f"racing.prepare({str(tmp_path)!r}, {SECRETARIES}, {DECISIONS})"
    assert made.ask(f"from tests.desks.meetings import racing; print(json.dumps({prepared}))") == SECRETARIES
    return made


def together(installation: Installation, what: str) -> list[list]:
    """What each secretary's process answers, all begun when every one is ready."""
    call = f"racing.{what}({{number}}, {str(installation.folder)!r}, {SECRETARIES})"
    script = f"from tests.desks.meetings import racing; print(json.dumps({call}))"
    running = [installation.begin(script.format(number=one)) for one in range(SECRETARIES)]
    return [answer(one) for one in running]


def test_no_two_secretaries_get_one_number_and_none_is_left_out(installation: Installation):
    found = together(installation, "decide")
    given = [number for one in found for number in one]
    assert sorted(given) == list(range(1, SECRETARIES * DECISIONS + 1))
    assert installation.ask("from tests.desks.meetings import racing; print(json.dumps(racing.numbers()))") == sorted(
        given
    )
    # They took turns: nobody's numbers are one block.
    assert any(one != list(range(one[0], one[0] + DECISIONS)) for one in found)


def test_of_those_who_write_one_item_at_once_one_is_stored_and_the_others_are_told(installation: Installation):
    found = together(installation, "write_the_same")
    for outcomes in zip(*found, strict=True):
        assert Counter(outcomes) == {"written": 1, "told": SECRETARIES - 1}
