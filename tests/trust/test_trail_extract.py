"""The extract for the person concerned: every deed about them and no other, without names unless they are needed."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from tests.trail import one_line

from samvirke.foundation.fault import Refused
from samvirke.trust.access.actor import NOBODY, Actor, system
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may, visible
from samvirke.trust.audit.commands.append import append
from samvirke.trust.audit.entry import Entry
from samvirke.trust.audit.models import Line, Side
from samvirke.trust.audit.subjects import subject_digest
from samvirke.trust.keys import rotate
from samvirke.trust.oversight.queries.extract import Told, extract

pytestmark = [pytest.mark.django_db, pytest.mark.database]

OPERATOR = system("operator")
EVA, OMAR = "0101801234", "020290-2345"  # invented numbers
PETER = Actor(
    id="peter",
    name="Peter",
    agencies=frozenset({"fjordby-kommune"}),
    posts=frozenset({("privacy-officer", "fjordby-kommune")}),
)


@pytest.fixture(autouse=True)
def _own_keys(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "keys"))


def write(*persons: str, **given: Any) -> int:
    facts = {"action": "casework.read", "decision": "permit", "ground": "works on the case", "kind": "read"} | given
    entry = Entry(
        actor="7f3c", personal={"name": "Ida Vang"}, subjects=[subject_digest(one) for one in persons], **facts
    )
    entry.agency = entry.agency or "fjordby-kommune"
    append([entry])
    return Line.objects.order_by("-seq").first().seq


def kinds(told: tuple[Told, ...]) -> list[str]:
    return [one.kind.text("en") for one in told]


def test_a_person_is_told_when_which_agency_did_what_and_what_for():
    write(EVA, purpose="prevention", basis="justice-act-115-ssp")
    write(EVA, action="casework.write", kind="act")
    write(EVA, action="casework.disclose", kind="act", recipients=["dal-kommune", "politi"])
    write(EVA, decision="deny")
    found = extract(OPERATOR, subject=EVA)
    assert kinds(found.told) == ["Looked at", "Recorded or changed", "Passed on", "Refused"]
    first, third = found.told[0], found.told[2]
    assert (first.agency, first.purpose, first.basis, first.name) == (
        "fjordby-kommune",
        "prevention",
        "justice-act-115-ssp",
        "",
    )
    assert third.recipients == ("dal-kommune", "politi")
    assert "Ida" not in repr(found)


def test_nobody_else_stands_in_it():
    write(OMAR)
    write(EVA, OMAR)
    (told,) = extract(OPERATOR, subject=EVA).told
    assert subject_digest(OMAR).split(":")[1] not in repr(told)
    assert extract(OPERATOR, subject="0303031111").told == ()


def test_names_are_told_only_for_a_reason_that_is_kept():
    write(EVA)
    with pytest.raises(Refused, match="need a reason"):
        extract(OPERATOR, subject=EVA, names=True)
    with one_line("audit.extract") as lines:
        assert [one.name for one in extract(OPERATOR, subject=EVA, names=True, why="A court asks").told] == ["Ida Vang"]
    assert Side.objects.get(pk=lines[0].seq).content["why"] == "A court asks"


def test_the_extract_is_itself_a_deed_about_the_person_and_keeps_no_number():
    write(EVA)
    extract(OPERATOR, subject=EVA)
    again = extract(OPERATOR, subject=EVA)
    assert [one.action for one in again.told] == ["casework.read", "audit.extract"]
    rows = [*Line.objects.values(), *Side.objects.values()]
    assert "0101801234" not in str(rows)
    assert "010180-1234" not in str(rows)


def test_lines_that_were_written_with_an_older_key_are_found():
    write(EVA)
    rotate("subject")
    write(EVA)
    assert len(extract(OPERATOR, subject=EVA).told) == 2


def test_a_data_protection_officer_tells_of_their_own_agency_only():
    write(EVA)
    write(EVA, agency="politi")
    assert [one.agency for one in extract(PETER, subject=EVA, agency="fjordby-kommune").told] == ["fjordby-kommune"]
    for agency in ("", "politi"):
        with pytest.raises(NotAllowed):
            extract(PETER, subject=EVA, agency=agency)
    with pytest.raises(NotAllowed):
        extract(NOBODY, subject=EVA)
    assert {one.agency for one in extract(OPERATOR, subject=EVA, agency="politi").told} == {"politi"}


def test_what_is_told_and_what_is_lawfully_withheld_are_all_that_the_trail_has():
    dice, actions = random.Random(20240820), ["casework.read", "casework.write", "casework.disclose"]
    stored = 0
    for _number in range(120):
        persons = dice.sample([EVA, OMAR], dice.randrange(3))
        stored += EVA in persons
        write(*persons, action=dice.choice(actions))
    for withheld in ([], actions[:1], actions):
        found = extract(OPERATOR, subject=EVA, withheld=withheld, why="An investigation runs")
        assert len(found.told) + found.withheld == stored
        assert not {one.action for one in found.told} & set(withheld)
        stored += 1  # the extract's own line
    with pytest.raises(Refused, match="need a reason"):
        extract(OPERATOR, subject=EVA, withheld=actions)


@pytest.mark.parametrize("number", ["", "Eva", "010180123", "0101801234 0202902345"])
def test_what_is_no_number_is_refused_and_leaves_no_line(number):
    before = Line.objects.count()
    with pytest.raises(Refused, match="no CPR number"):
        extract(OPERATOR, subject=number)
    assert Line.objects.count() == before


CHIEF = replace(PETER, id="ellen", posts=frozenset({("chief", "fjordby-kommune")}), roles=frozenset({"chief"}))


@pytest.mark.parametrize("verb", ["audit.extract", "audit.review-deed"])
def test_the_list_and_the_question_agree_about_every_line_for_everybody(verb):
    for agency in ("fjordby-kommune", "politi", ""):
        for actor in ("peter", "ellen", "7f3c"):
            append([Entry(actor, "casework.read", "permit", "a test", agency=agency, kind="read")])
    lines = list(Line.objects.all())
    shown = {}
    for actor in (PETER, CHIEF, OPERATOR, NOBODY):
        shown[actor.id] = set(visible(actor, verb, Line.objects.all()).values_list("pk", flat=True))
        assert shown[actor.id] == {line.pk for line in lines if may(actor, verb, line)}
    own = {line.pk for line in lines if line.agency == "fjordby-kommune"}
    by_peter = {line.pk for line in lines if line.actor == "peter"}
    everything = {line.pk for line in lines}
    assert shown["peter"] == (own if verb == "audit.extract" else own - by_peter)
    assert (shown["ellen"], shown["nobody"]) == (set(), set())
    assert shown["system:operator"] == (everything if verb == "audit.extract" else set())


@pytest.mark.parametrize("verb", ["audit.checkpoint", "audit.export"])
def test_the_whole_trail_is_the_operators_and_the_schedulers_alone(verb):
    assert [may(actor, verb) for actor in (OPERATOR, system("scheduler"))] == [True, True]
    assert [may(actor, verb) for actor in (PETER, CHIEF, NOBODY, system("letterbox"))] == [False] * 4
