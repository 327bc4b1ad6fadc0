"""Every brief is declared soundly, a careless one gets sentences back, and a plan's focus area finds its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from samvirke.desks.plan.models import FocusArea
from samvirke.insight.briefing.focus import briefs
from samvirke.insight.briefing.focus.declaration import DISTRICT, SERIES, Brief, Unanswered
from samvirke.insight.briefing.focus.faults import faults
from samvirke.insight.briefing.focus.register import about, all_briefs, briefs_of, known

SOUND = all_briefs()["home-burglary"]
LARGE = all_briefs()["close-relations-and-stalking"]
OF_ISSUE = {
    "home-burglary", "violence-and-nightlife", "young-people-online", "traffic", "gangs", "economic-it-crime",
    "travelling-groups", "exposed-housing-areas", "youth-crime", "close-relations-and-stalking",
    "terror-and-preparedness", "response-times", "victim-service-times", "safety-surveys", "fut-and-psp",
    "reporting-breaks",
}  # fmt: skip
EVERY = sorted(all_briefs().values(), key=lambda brief: brief.name)


def test_the_briefs_are_those_of_the_plans():
    assert set(all_briefs()) == OF_ISSUE


@pytest.mark.parametrize("brief", EVERY, ids=lambda brief: brief.name)
def test_a_declared_brief_has_no_fault_and_no_empty_sentence(brief: Brief):
    assert faults(brief, known()) == []
    assert all(words.strip() for words in brief.spoken())


@pytest.mark.parametrize("file", sorted(Path(briefs.__path__[0]).glob("[a-z]*.py")), ids=lambda file: file.stem)
def test_a_brief_is_one_short_file(file: Path):
    assert 15 <= len(file.read_text(encoding="utf-8").splitlines()) <= 75


@pytest.mark.parametrize(
    ("careless", "words"),
    [
        ({"title": " "}, "title cannot be empty"),
        ({"question": ""}, "question cannot be empty"),
        ({"source": ()}, "cannot stand without a source"),
        ({"confidence": "sure"}, "how sure its source is"),
        ({"never": ("Pictures.",)}, "cannot leave out that it never shows persons"),
        ({"words": " , "}, "give its field words"),
        ({"indicators": ("nothing-such",)}, "cannot use the indicator nothing-such"),
        ({"indicators": ("burglary-homes", "burglary-homes")}, "cannot stand twice"),
        ({"duties": ("nothing-such",)}, "cannot use the duty nothing-such"),
        ({"designations": ("nothing-such",)}, "cannot use the kind of place nothing-such"),
        ({"parts": ("hours", "fortune")}, "cannot use the part fortune"),
        ({"categories": ()}, "cannot go without each other"),
        ({"parts": (SERIES,)}, "cannot go without each other"),
        ({"parts": ("hours", "breaks")}, "cannot tell of breaks and name none"),
        ({"unanswered": (Unanswered("How many?", " "),)}, "cannot stay without what brings the answer"),
        ({"unanswered": (Unanswered("How many?", "A table.", "tables"),)}, "cannot use the table tables"),
        ({"smallest": "street"}, "smallest area cannot be"),
        ({"span": "week"}, "span cannot be"),
        ({"fewest": 3}, "cannot tell numbers below 5"),
        ({"smallest": DISTRICT}, "cannot be told below 10, or by the quarter"),
    ],
)
def test_a_careless_brief_gets_a_sentence_back(careless, words):
    found = faults(replace(SOUND, **careless), known())
    assert any(words in one for one in found), found
    assert all(one.startswith("home-burglary: ") for one in found)


def test_a_brief_that_answers_nothing_and_asks_nothing_is_no_brief():
    empty = replace(SOUND, indicators=(), parts=(), categories=(), unanswered=())
    assert any("cannot answer nothing" in one for one in faults(empty, known()))


def test_what_is_told_of_large_areas_waits_for_ten():
    assert LARGE.smallest == DISTRICT
    assert faults(replace(LARGE, fewest=9), known()) != []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Indbrud i privat beboelse", "home-burglary"),
        ("Tryghed og personfarlig kriminalitet", "violence-and-nightlife"),
        ("Færdselssikkerhed", "traffic"),
        ("Rocker- og bandekriminalitet", "gangs"),
        ("Stalking, tilhold og æresrelateret kriminalitet", "close-relations-and-stalking"),
        ("Vold i nære relationer", "close-relations-and-stalking"),
        ("Økonomisk it-kriminalitet", "economic-it-crime"),
        ("Omrejsende kriminelle grupperinger", "travelling-groups"),
        ("Terror og sikkerhed", "terror-and-preparedness"),
        ("Ungdomskriminalitetsnævnet", "youth-crime"),
        ("Særligt udsatte boligområder", "exposed-housing-areas"),
        ("Responstider", "response-times"),
        ("Unges brug af opioider", "young-people-online"),
        ("Four meetings a year", None),
        ("Fire gange om året", None),
    ],
)
def test_a_title_is_known_by_its_words(title, name):
    assert [one.name for one in about(title)] == ([name] if name else [])


def test_a_focus_area_that_says_nothing_of_its_own_is_known_by_what_follows_it():
    area = FocusArea(title={"da": "Tryghed", "en": "Feeling safe"}, indicators=["safety-share"])
    assert [one.name for one in briefs_of(area)] == ["safety-surveys"]
    assert briefs_of(FocusArea(title={"da": "Grænser", "en": "Borders"}, indicators=[])) == []


def test_pointing_out_offenders_is_off_and_says_why():
    off = [one for one in all_briefs()["exposed-housing-areas"].measures if one.off]
    assert len(off) == 1
    assert "persons" in off[0].off


def test_the_nine_points_of_the_plan_are_seven_aims_and_two_methods():
    brief = all_briefs()["exposed-housing-areas"]
    assert (len(brief.aims), len(brief.measures)) == (7, 2)
