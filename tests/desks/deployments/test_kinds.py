"""Every declared kind of deployment is sound and says where it comes from; a careless one gets sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samvirke.desks.deployments.engine.faults import faults
from samvirke.desks.deployments.engine.kind import Choice, Companion, Count, Promise, Sort
from samvirke.desks.deployments.register import all_kinds, kind_called
from samvirke.desks.designations.register import all_kinds as all_place_kinds
from samvirke.foundation.fault import Refused
from samvirke.registers.commitments.register import all_duties
from samvirke.registers.incidents.categories import categories
from samvirke.trust.access.by import By

REPORTED = {code for code, one in categories().items() if not one.found}
FUT = kind_called("fut-patrol")
SCHOOLS = kind_called("school-traffic")
VAN = kind_called("speed-van")


@pytest.mark.parametrize("name", all_kinds())
def test_each_kind_is_sound(name: str):
    assert faults(all_kinds()[name], REPORTED, all_duties()) == []


def test_the_kinds_of_the_plans_are_there_and_only_those_of_the_police_are_closed_until_done():
    assert set(all_kinds()) == {
        "mobile-police-station", "fut-patrol", "pattern-patrol", "speed-van", "speed-check", "phone-check",
        "heavy-vehicle-check", "booked-talk", "citizens-meeting", "safe-side", "school-traffic", "learning-activity",
        "exercise",
    }  # fmt: skip
    closed = {name for name, one in all_kinds().items() if one.closed_until_done}
    assert closed == {"pattern-patrol", "speed-van", "speed-check", "phone-check", "heavy-vehicle-check"}


def test_only_what_a_source_promises_is_a_promise():
    told = {name: [(one.times, one.per, one.companion) for one in kind.promises] for name, kind in all_kinds().items()}
    assert {name: promised for name, promised in told.items() if promised} == {
        "fut-patrol": [(3, "week", ""), (1, "week", "nurse")]
    }
    assert FUT.promised("sydoestjylland") == ()
    booked = kind_called("booked-talk")
    assert (booked.answer_days, booked.hold_days) == (14, 30)


def test_a_place_is_suggested_only_from_kinds_of_place_that_there_are():
    assert {site for kind in all_kinds().values() for site in kind.sites} <= set(all_place_kinds())


def test_no_finding_counts_persons_by_name_or_plate():
    words = [words.lower() for kind in all_kinds().values() for words in kind.spoken()]
    assert not [one for one in words if "name of" in one or "cpr" in one]
    for name in ("speed-van", "speed-check", "phone-check", "heavy-vehicle-check"):
        assert any("registration numbers" in one for one in kind_called(name).never)


@pytest.mark.parametrize(
    ("sound", "careless", "words"),
    [
        (FUT, {"title": " "}, "say title"),
        (FUT, {"confidence": "sure"}, "say how sure"),
        (FUT, {"never": ("Nothing",)}, "never holds persons"),
        (FUT, {"places": ("moon",)}, "it takes place at one of"),
        (FUT, {"done_by": ()}, "say who carries it out"),
        (FUT, {"planned_by": (By("press"),)}, "say who plans"),
        (FUT, {"companions": (Companion("x", "X", "press"),)}, "a companion comes from"),
        (FUT, {"findings": (Count("a", "A"), Count("a", "A"))}, "a stands twice"),
        (FUT, {"findings": (Count("days", "Days"),)}, "days is counted of every kind already"),
        (FUT, {"findings": (Count("a", "A", of="b"),)}, "a is a part of b"),
        (FUT, {"findings": (Choice("a", "A", (("x", "X"),)),)}, "a leaves nothing to choose"),
        (FUT, {"promises": (Promise("luck", 3, "week", "x", "H", ("a",)),)}, "a promise is a number"),
        (FUT, {"promises": (Promise("days", 3, "week", "", "H", ("a",)),)}, "a promise says where it stands"),
        (FUT, {"promises": (Promise("days", 1, "week", "x", "H", ("a",), "king"),)}, "a promise of a companion"),
        (FUT, {"answer_days": 0}, "answer_days is at least one day"),
        (FUT, {"categories": ("drugs",)}, "drugs is not reported by anybody"),
        (VAN, {"requested_by": (By("municipality"),)}, "by them alone"),
        (SCHOOLS, {"sorts": (Sort("a", "A", "dancing"),)}, "a fulfils dancing"),
        (SCHOOLS, {"places": ("point",)}, "takes place at none"),
    ],
)
def test_a_careless_kind_gets_sentences(sound, careless: dict[str, object], words: str):
    found = faults(replace(sound, **careless), REPORTED, all_duties())
    assert any(words in one and one.startswith(f"{sound.name}: ") for one in found), found


def test_a_misspelt_kind_is_told_the_nearest():
    with pytest.raises(Refused, match="speed-van"):
        kind_called("speed-vans")
