"""A goal is offered the indicator that counts what it speaks of, and none where none does."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from samvirke.desks.plan.engine.indicator_hints import hints
from samvirke.desks.plan.models import Goal
from samvirke.handovers.plan_goal import indicators_for
from samvirke.insight.indicators.kit import all_indicators

ROOT = Path(__file__).resolve().parents[2]
# What the two printed plans and the demo want to reach, by the folder of the district, in its own words. Where the
# folder names an indicator that only shares the subject, none is offered: recruiting, knowledge, trust and crime at
# large are counted by no indicator.
OTHERWISE = {
    "Grupperne skaber ikke utryghed, og nye bliver ikke hvervet.": ["safety-share"],
    "Unge ender ikke i rocker- og bandemiljøet.": [],
    "Borgerne ved, hvordan man færdes klogt på nettet.": [],
    "Tilliden til politiet er fortsat høj hos beboerne.": [],
    "Kriminaliteten er lavere.": [],
    "Færre hjem får indbrud, og færre rammes igen.": ["burglary-homes", "repeat-dwellings"],
}
INVENTED = {
    "Færre indbrud i sommerhuse": [],
    "Færre indbrud i villaer og rækkehuse": ["burglary-homes"],
    "Færre borgere oplever indbrud i deres hjem": ["burglary-homes"],
    "Færre butikstyverier og butiksindbrud": [],
    "Ingen hjem har indbrud igen inden for et år": ["repeat-dwellings", "burglary-homes"],
    "Flere deltager i nabohjælp": [],
    "Færre voldsepisoder i nattelivet": ["nightlife-violence"],
    "Færre unge bliver udsat for vold i kæresteforhold": ["close-relation-violence"],
    "Vold i familien opdages tidligere": ["close-relation-violence"],
    "Færre overfald på gaden": ["violence-against-person"],
    "Voldsomme hændelser behandles ordentligt": [],
    "Færre kvinder på krisecenter": [],
    "Færre trafikdræbte på landevejene": ["collisions-injury"],
    "Flere børn cykler til skole": [],
    "Farten falder på Kystvejen": [],
    "Færre bliver svindlet på nettet": ["online-fraud"],
    "Ældre borgere kender tegnene på svindel": [],
    "Flere unge har et fritidsjob": [],
    "Flere forlader bandemiljøet": ["exit-courses"],
    "Færre unge ryger hash": [],
    "Flere konfliktråd gennemføres": ["mediation-completed"],
    "Større tryghed i de udsatte boligområder": ["safety-share"],
    "Digital tryghed for børn": [],
    "Mindre uro på torvet": ["disorder-calls"],
    "Borgerne er mindre urolige for fremtiden": [],
    "Lokalrådene mødes som aftalt": ["meetings-held"],
    "Alle aftalte indsatser gennemføres til tide": ["commitments-overdue"],
    "Stalking tages alvorligt": ["stalking-orders"],
    "Mindre alvorlig kriminalitet": ["harm"],
    "Færre hadforbrydelser": [],
    "Bedre koordinering mellem skole og politi": [],
    "Miljøet i byen bliver renere": [],
    "Hurtigere responstider": [],
    "Fewer people feel unsafe at night": ["safety-share"],
    "Fewer burglaries in homes": ["burglary-homes"],
    "Better relations with the press": [],
}


def offered(goal: str) -> list[str]:
    return [one for one in indicators_for(Goal(text={"da": goal})) if one in all_indicators()]


def goals_of(pattern: str) -> list[tuple[str, str]]:
    """The words and the indicator of every goal in the files of a folder."""
    found = []
    for file in sorted(ROOT.glob(pattern)):
        for one in tomllib.loads(file.read_text(encoding="utf-8")).get("goals", []):
            words = one["text"]["da"] if isinstance(one["text"], dict) else one["text"]
            found.append((words, one.get("indicator", "")))
    return found


@pytest.mark.parametrize(
    ("goal", "indicator"),
    [*goals_of("districts/*/plans/*/sections/*.toml"), *goals_of("src/samvirke/handovers/demo/plan.toml")],
)
def test_a_goal_of_the_printed_plans_is_offered_what_its_folder_names_or_nothing(goal: str, indicator: str) -> None:
    assert offered(goal) == OTHERWISE.get(goal, [indicator] if indicator else [])


@pytest.mark.parametrize(("goal", "wanted"), INVENTED.items())
def test_a_goal_is_offered_what_counts_it_and_nothing_that_only_sounds_alike(goal: str, wanted: list[str]) -> None:
    assert sorted(offered(goal)) == sorted(wanted)


@pytest.mark.parametrize("name", all_indicators())
def test_every_indicator_declares_the_words_for_what_it_counts(name: str) -> None:
    words = all_indicators()[name].field_words
    assert any(not one.startswith("!") for one in words)
    assert [one for one in words if one != one.lower()] == []


def test_more_words_count_more_and_a_forbidden_word_rules_out() -> None:
    known = {"homes": ((), ("indbrud", "!butik")), "again": ((), ("indbrud igen",))}
    assert hints("Færre indbrud", known) == ["homes"]
    assert hints("Færre indbrud igen", known) == ["again"]
    assert hints("Færre indbrud i butikker", known) == []


def test_a_title_counts_where_the_goal_has_all_its_words() -> None:
    known = {"board": (("Sager i ungdomskriminalitetsnævnet", "Cases of the board"), ())}
    assert hints("Færre sager i ungdomskriminalitetsnævnet", known) == ["board"]
    assert hints("Færre sager", known) == []
