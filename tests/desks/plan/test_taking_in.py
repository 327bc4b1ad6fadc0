"""A plan that was read waits item by item: a person takes each in or leaves it out, and nobody else does."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from tests.desks.plan.conftest import Desk
from tests.trail import one_line, refusal

from samvirke.desks.plan.commands.begin_plan import begin_plan
from samvirke.desks.plan.commands.move import note_discussion, send_for_approval
from samvirke.desks.plan.commands.take_in import leave_out, take_in
from samvirke.desks.plan.models import Plan, ReadItem, Section
from samvirke.desks.plan.reading.read import read_path
from samvirke.foundation.fault import Refused
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import system

pytestmark = pytest.mark.django_db

PRINTED = Path(__file__).parent / "reading" / "printed"
OPERATOR = system("operator")


@pytest.fixture
def read(desk: Desk, council: Body) -> Desk:
    """The draft of 2040, begun from a file with numbers that jump."""
    draft = read_path(PRINTED / "jumps.txt")
    plan = begin_plan(desk.tine, body=council, year=2040, title={"da": "Plan"}, read=draft, sha256="f" * 64)
    return Desk(plan, desk.tine, desk.soeren, desk.ellen, desk.anne)


def items(desk: Desk, kind: str = "section") -> list[ReadItem]:
    return list(desk.plan.read_items.filter(kind=kind))


def numbered(desk: Desk, number: str) -> ReadItem:
    return next(one for one in items(desk) if one.content["number"] == number)


def test_nothing_of_the_file_stands_in_the_draft_and_everything_waits_with_its_line(read):
    draft = read_path(PRINTED / "jumps.txt")
    assert not read.plan.sections.exists()
    assert not read.plan.measures.exists()
    assert len(items(read)) == len(draft.sections)
    assert len(items(read, "measure")) == len(draft.commitments)
    places = [(one.place, one.level) for one in items(read)]
    assert places == [(one.place.to_json(), one.confidence.level) for one in draft.sections]
    read.plan.refresh_from_db()
    assert (read.plan.read_from["file"], read.plan.read_from["sha256"]) == ("jumps.txt", "f" * 64)


def test_a_section_is_taken_in_as_printed_and_in_its_place_whatever_the_order_of_taking(read):
    second, first = numbered(read, "2"), numbered(read, "1")
    with one_line("plan.take-in") as lines:
        take_in(read.tine, plan=read.plan, item=second)
    assert lines[0].facts == {"state": "taken-in", "kind": "section"}
    take_in(read.tine, plan=read.plan, item=first)
    assert [one.number for one in read.plan.sections.order_by("order")] == ["1", "2"]
    made = read.plan.sections.get(number="1")
    assert (made.heading["da"], made.summary.get("da", "")) == (first.content["heading"], first.content["text"])
    first.refresh_from_db()
    assert (first.state, first.decided_by_id, first.section_id) == ("taken-in", read.tine.key, made.pk)


def test_a_number_that_another_section_has_is_not_given_twice(read):
    read.plan.sections.create(number="1", order=1, heading={"da": "Egen"}, has_body=False, slug="egen")
    made = take_in(read.tine, plan=read.plan, item=numbered(read, "1"))
    assert (made.number, made.heading["da"]) == ("", numbered(read, "1").content["heading"])


def test_an_item_is_decided_once_and_stays_in_the_list(read):
    one = numbered(read, "1")
    leave_out(read.tine, plan=read.plan, item=one)
    for deed in (take_in, leave_out):
        with pytest.raises(Refused, match="already"):
            deed(read.tine, plan=read.plan, item=one)
    assert not read.plan.sections.exists()
    one.refresh_from_db()
    assert one.state == "left-out"


def test_only_an_editor_decides_and_never_the_machine(read):
    for somebody in (read.soeren, read.anne, OPERATOR):
        with refusal("plan.take-in"):
            take_in(somebody, plan=read.plan, item=numbered(read, "1"))


def test_the_database_takes_no_decision_without_a_person(read):
    one = numbered(read, "1")
    with pytest.raises(IntegrityError), transaction.atomic():
        ReadItem.objects.filter(pk=one.pk).update(state="taken-in")


def test_a_plan_with_items_that_nobody_has_decided_on_is_not_sent_for_approval(read):
    take_in(read.tine, plan=read.plan, item=numbered(read, "1"))
    plan = read.now()
    note_discussion(read.tine, plan=plan, on=plan.begun_on, at="Møde 3", version=plan.version)
    with pytest.raises(Refused, match="neither taken in nor left out"):
        send_for_approval(read.tine, plan=read.now(), version=read.plan.version)
    for one in read.plan.read_items.filter(state="waiting"):
        leave_out(read.tine, plan=read.plan, item=one)
    send_for_approval(read.tine, plan=read.now(), version=read.plan.version)
    assert read.now().stage == "approval"


def test_a_focus_area_marks_the_section_it_stands_in_once_that_is_taken_in(desk, council):
    draft = read_path(PRINTED / "themes.txt")
    plan = begin_plan(desk.tine, body=council, year=2041, title={"da": "Plan"}, read=draft)
    one = plan.read_items.filter(kind="focus").first()
    with pytest.raises(Refused, match="is not taken in"):
        take_in(desk.tine, plan=plan, item=one)
    section = take_in(desk.tine, plan=plan, item=plan.read_items.get(kind="section", order=one.of))
    assert take_in(desk.tine, plan=plan, item=one) == section
    assert section.focus_area.title["da"] == one.content["title"]


def test_an_unnumbered_section_lies_under_the_number_above_it(desk, council):
    draft = read_path(PRINTED / "parts.txt")
    plan = begin_plan(desk.tine, body=council, year=2042, title={"da": "Plan"}, read=draft)
    for one in plan.read_items.filter(kind="section"):
        take_in(desk.tine, plan=plan, item=one)
    made = list(plan.sections.order_by("order"))
    assert [one.heading["da"] for one in made] == [one.heading for one in draft.sections]
    below = [(one.heading["da"], one.under) for one in made if one.under and not one.number]
    printed = {one.order: one for one in draft.sections}
    wanted = [
        (one.heading, printed[one.under].number)
        for one in draft.sections
        if not one.number and one.under and printed[one.under].number
    ]
    assert below == wanted


def taken_in(desk: Desk, council: Body, name: str, year: int) -> list[tuple[str, str, int]]:
    """Number, what it stands under, and depth of every section of a plan of the shelf that is taken in whole."""
    draft = read_path(PRINTED.parent / name)
    plan = begin_plan(desk.tine, body=council, year=year, title={"da": "Plan"}, read=draft)
    for one in plan.read_items.filter(kind="section"):
        take_in(desk.tine, plan=plan, item=one)
    return [(one.number, one.under, one.depth) for one in plan.sections.order_by("order")]


def test_roman_and_lettered_numbers_are_kept_as_printed(desk, council):
    assert taken_in(desk, council, "printed/roman.txt", 2043)[:3] == [("I", "", 1), ("II", "", 1), ("A", "II", 2)]
    lettered = taken_in(desk, council, "elsewhere/appendix_table.txt", 2044)
    assert [one for one in lettered if one[0][:2] in ("B", "B.")] == [("B", "", 1), ("B.1", "B", 2), ("B.2", "B", 2)]
    both = taken_in(desk, council, "elsewhere/number_and_letter.txt", 2045)
    assert ("2a", "2", 2) in both


def test_chapters_keep_their_word_and_what_does_not_say_where_it_lies_stands_under_them(desk, council):
    made = taken_in(desk, council, "elsewhere/chapters_and_signs.txt", 2046)
    assert made[:3] == [("Kapitel 1", "", 1), ("Kapitel 2", "", 1), ("§ 1", "Kapitel 2", 2)]


def test_a_letter_or_figure_that_comes_back_below_another_heading_is_kept_there(desk, council):
    made = taken_in(desk, council, "printed/roman.txt", 2048)
    assert [one for one in made if one[0] == "A"] == [("A", "II", 2), ("A", "III", 2)]
    again = taken_in(desk, council, "printed/parts.txt", 2049)
    assert [one for one in again if one[0] == "1"] == [("1", "", 1), ("1", "Del II", 2)]
    for plan in Plan.objects.filter(year__in=(2048, 2049)):
        anchors = [one.anchor for one in plan.sections.all()]
        assert len(set(anchors)) == len(anchors)


def test_the_parts_of_a_plan_come_along_with_their_sections(desk, council):
    taken_in(desk, council, "printed/parts.txt", 2047)
    plan = Plan.objects.get(year=2047)
    assert plan.parts == [{"da": "Del I: ORGANISERING"}, {"da": "Del II: INDSATSER"}]
    parts = list(plan.sections.order_by("order").values_list("part", flat=True))
    assert parts == [None, 1, 1, *[2] * 8]


def test_a_number_that_says_where_it_lies_is_its_link_alone_and_another_is_told_by_what_it_lies_under(desk, council):
    taken_in(desk, council, "elsewhere/chapters_and_signs.txt", 2050)
    taken_in(desk, council, "elsewhere/number_and_letter.txt", 2051)
    anchors = dict(Plan.objects.get(year=2050).sections.values_list("number", "under"))
    made = {one.number: one.anchor for one in Section.objects.filter(plan__year__in=(2050, 2051))}
    assert anchors["§ 1"] == "Kapitel 2"
    assert (made["§ 1"], made["2a"], made["Kapitel 1"]) == ("s-kapitel-2-par-1", "s-2a", "s-kapitel-1")
    assert Section(number="3.1", under="3").anchor == "s-3-1"
    assert Section(number="3.1").anchor == "s-3-1"
