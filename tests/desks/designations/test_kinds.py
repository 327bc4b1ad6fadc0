"""Every kind of place is declared soundly, and a careless one gets sentences back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from samvirke.desks.designations import kinds
from samvirke.desks.designations.engine.faults import faults
from samvirke.desks.designations.engine.kind import NEEDS, Kind, Stage
from samvirke.desks.designations.engine.ready import MISSING, lacking, missing, next_stage
from samvirke.desks.designations.register import all_kinds, kind_called
from samvirke.foundation.fault import Refused
from samvirke.insight.indicators.every import every_indicator
from samvirke.registers.commitments.register import all_duties
from samvirke.registers.incidents.categories import categories
from samvirke.trust.access.by import By

SOUND = all_kinds()["sub-area"]
OF_ISSUE = {
    "sub-area", "nightlife-zone", "safety-camera", "speed-van-site", "black-spot", "grey-stretch", "burglary-area",
    "insecure-place", "gang-clubhouse", "fatal-accident-review", "speed-limit-review", "border-post",
}  # fmt: skip
EVERY = sorted(all_kinds().values(), key=lambda kind: kind.name)


def named(*needs: str) -> Stage:
    return Stage("named", "Named", needs=needs, names=True)


def with_naming(stage: Stage) -> tuple[Stage, ...]:
    return tuple(stage if one.names else one for one in SOUND.stages)


def test_the_kinds_are_those_that_the_plans_and_the_audits_speak_of():
    assert set(all_kinds()) == OF_ISSUE


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
def test_a_declared_kind_has_no_fault_and_names_what_exists(kind: Kind):
    assert faults(kind) == []
    assert set(kind.categories) <= set(categories())
    assert set(kind.indicators) <= set(every_indicator())
    assert not kind.duty or kind.duty in all_duties()
    assert all(words.strip() for words in kind.spoken())


@pytest.mark.parametrize("file", sorted(Path(kinds.__path__[0]).glob("[a-z]*.py")), ids=lambda file: file.stem)
def test_a_kind_is_one_short_file(file: Path):
    assert 15 <= len(file.read_text(encoding="utf-8").splitlines()) <= 45


@pytest.mark.parametrize(
    ("careless", "words"),
    [
        ({"source": " "}, "say source"),
        ({"measured": ""}, "say measured"),
        ({"confidence": "sure"}, "how sure its source is"),
        ({"never": ("Pictures.",)}, "never holds persons"),
        ({"shapes": ()}, "its shape is one of"),
        ({"shapes": ("circle",)}, "its shape is one of"),
        ({"shapes": ("polygon", "municipality")}, "no homes to count"),
        ({"stages": SOUND.stages[:1]}, "one stage names the place"),
        ({"stages": (*SOUND.stages, SOUND.stages[0])}, "assessed stands twice"),
        ({"stages": with_naming(named("criterion", "evidence", "decision", "period"))}, "without reviewer"),
        ({"stages": (Stage("dreamt", "Dreamt", needs=("luck",)), *SOUND.stages)}, "needs luck"),
        ({"stages": (Stage("told", "Told", needs=("afterwards",)), *SOUND.stages)}, "afterwards cannot be needed"),
        ({"stages": (Stage("a", "A", needs=("purpose",)), *SOUND.stages)}, "the purpose is needed when it is named"),
        ({"stages": (*SOUND.stages, Stage("z", "Z", stops=("no",)))}, "stops at no"),
        ({"plan": ""}, "the restricted paper and the stage"),
        ({"discussed_in": ""}, "the body and a stage"),
        ({"proposed_by": ()}, "say who proposes"),
        ({"decided_by": (By("press"),)}, "say who decides"),
        ({"longest_months": 0}, "longest_months is at least one"),
        ({"target": -1}, "a target is a number"),
    ],
)
def test_a_careless_kind_gets_sentences(careless: dict[str, object], words: str):
    found = faults(replace(SOUND, **careless))
    assert any(words in one and one.startswith("sub-area: ") for one in found), found


def test_a_misspelt_kind_is_told_the_nearest():
    with pytest.raises(Refused, match="safety-camera"):
        kind_called("safty-camera")


def test_what_a_stage_lacks_is_said_with_what_to_do():
    assert set(MISSING) == set(NEEDS)
    stage = SOUND.naming
    assert lacking(stage, NEEDS) == []
    assert lacking(stage, {"criterion", "decision"}) == ["evidence", "period", "reviewer", "body"]
    assert [one.text() for one in missing(["body"])] == ["It is not said which body has discussed it. Choose the body."]


def test_the_next_stage_is_the_first_that_was_not_taken_and_none_after_the_way_has_ended():
    burglary = all_kinds()["burglary-area"]
    assert next_stage(burglary, set()).name == "found"
    assert next_stage(burglary, {"found", "named", "contacted"}).name == "answered"
    taken = {"found", "named", "contacted", "answered"}
    assert next_stage(burglary, taken, ["accepted"]).name == "held"
    assert next_stage(burglary, taken, ["declined"]) is None
    assert next_stage(burglary, {one.name for one in burglary.stages}) is None
