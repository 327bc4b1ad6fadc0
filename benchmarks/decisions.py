"""Decisions a second on loaded facts, for each verb of a case, beside the limit and beside Cedar on the same questions.

How to read it: one process, one core, in the time of the processor itself, so that a busy machine changes little. The
limit is 100,000 decisions a second; the share says how many times that is reached. The cases are thrown at random, with
a few rows of each kind; everybody asks each verb of all of them. The answers of both are compared before anything is
timed. Cedar is asked in batches, with its entities parsed beforehand.
"""

from __future__ import annotations

import json
import os
import platform
import random
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from _side_by_side import peer

# The second hand's policies and the worlds at random stand with the tests.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
_LIMIT = 100_000
_CASES, _ACTORS, _RUNS = 200, 25, 5


def rate(count: int, work: object) -> float:
    """The median of a few runs, in answers a second of the processor's own time."""
    took = []
    for _run in range(_RUNS):
        began = time.process_time()
        work()  # type: ignore[operator]
        took.append(time.process_time() - began)
    return count / median(took)


def main() -> None:
    """Print the table."""
    from samvirke.config import setup

    os.environ["SAMVIRKE_CASEWORK"] = "on"
    os.environ.setdefault("SAMVIRKE_HOME", tempfile.mkdtemp())
    setup.set_up()

    from tests.trust.oracle.thrown import a_case, a_disclosure, an_actor
    from tests.trust.oracle.worlds import OF_CASE, OF_DISCLOSURE

    from samvirke.trust.access.rules import decide

    cedar = peer("cedarpy")
    dice = random.Random(1)
    cases = [a_case(dice) for _case in range(_CASES)]
    crossings = [a_disclosure(dice, case) for case in cases]
    actors = [an_actor(dice) for _actor in range(_ACTORS)]
    where = f"Python {platform.python_version()}, one core, {_CASES} things, medians of {_RUNS} runs"
    print(f"## Decisions on loaded facts\n\n{where}.\n")
    print("| verb | samvirke, a second | times the limit | Cedar, a second | times Cedar | permitted |")
    print("|---|---:|---:|---:|---:|---:|")
    for verb in (*OF_CASE, *OF_DISCLOSURE):
        things = cases if verb in OF_CASE else crossings
        asked = [(actor, verb, thing) for actor in actors for thing in things]
        ours = [decide(*one).permitted for one in asked]

        def decided(asked=asked) -> None:
            for actor, verb, thing in asked:
                decide(actor, verb, thing)

        theirs = _cedar(asked, ours) if cedar else None
        fast = rate(len(asked), decided)
        beside = f"{theirs:,.0f} | {fast / theirs:,.0f}" if theirs else "– | –"
        print(f"| {verb} | {fast:,.0f} | {fast / _LIMIT:.1f} | {beside} | {sum(ours) / len(ours):.0%} |")
    print(f"\nAsked for: at least {_LIMIT:,} a second for each verb.\n")


def _cedar(asked: list[tuple], ours: list[bool]) -> float:
    """How many Cedar answers a second, once it has been found to answer the same."""
    import cedarpy
    from tests.trust.oracle.cedar import POLICIES, laid_out

    questions, entities = laid_out(asked)
    ready = cedarpy.Entities.from_json_str(json.dumps(entities))

    def answered() -> list[bool]:
        return [one.allowed for one in cedarpy.is_authorized_batch(questions, POLICIES, ready)]

    assert answered() == ours
    return rate(len(asked), answered)


if __name__ == "__main__":
    main()
