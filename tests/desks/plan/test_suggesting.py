"""Members comment and suggest; an editor accepts or declines, and no change is lost between them."""

from __future__ import annotations

import pytest
from tests.trail import one_line, refusal

from samvirke.desks.plan.commands.comment import comment, settle_comment
from samvirke.desks.plan.commands.decide import accept, decline
from samvirke.desks.plan.commands.suggest import suggest
from samvirke.desks.plan.commands.write_section import write_section
from samvirke.desks.plan.models import Comment, Suggestion
from samvirke.foundation.fault import Refused

pytestmark = pytest.mark.django_db


def proposed(desk, text="Rådet mødes fem gange."):
    return suggest(desk.soeren, plan=desk.plan, section=desk.section(), text=text, why="Fire var for lidt.")


def test_an_accepted_suggestion_becomes_the_text_and_its_history_names_both(desk):
    one = proposed(desk)
    with one_line("plan.decide") as lines:
        section = accept(desk.tine, plan=desk.plan, suggestion=one)
    assert lines[0].facts == {"state": "accepted"}
    assert (section.summary["da"], section.version) == ("Rådet mødes fem gange.", 2)
    assert section.summary["en"] == "The council meets.", "the translation stays, and is said to be older"
    newest = section.versions.first()
    assert (newest.by_id, newest.suggested_by_id) == (desk.tine.key, desk.soeren.key)
    one.refresh_from_db()
    assert (one.state, one.decided_by_id, one.agency_id) == ("accepted", desk.tine.key, "fjordby-kommune")


def test_a_declined_suggestion_leaves_the_text_and_needs_a_reason(desk):
    one = proposed(desk)
    with pytest.raises(Refused, match="It is not said why"):
        decline(desk.tine, plan=desk.plan, suggestion=one, answer=" ")
    decline(desk.tine, plan=desk.plan, suggestion=one, answer="Loven siger fire.")
    assert desk.section().version == 1
    one.refresh_from_db()
    assert (one.state, one.answer) == ("declined", "Loven siger fire.")
    with pytest.raises(Refused, match="answered already"):
        accept(desk.tine, plan=desk.plan, suggestion=one)


def test_a_suggestion_against_an_older_text_does_not_undo_what_was_written_since(desk):
    one = proposed(desk)
    write_section(desk.tine, plan=desk.plan, section=desk.section(), heading="Rådet", text="Nyt.", version=1)
    with pytest.raises(Refused, match="changed since this was suggested"):
        accept(desk.tine, plan=desk.plan, suggestion=one)
    assert desk.section().summary["da"] == "Nyt."
    assert Suggestion.objects.get(pk=one.pk).state == "open"


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "is empty"), ("Rådet mødes.", "changes nothing"), ("x" * 20_001, "too long")],
)
def test_a_suggestion_that_says_nothing_new_is_refused(desk, text, said):
    with pytest.raises(Refused, match=said):
        proposed(desk, text)
    assert not Suggestion.objects.filter(section__plan=desk.plan).exists()


def test_a_comment_stands_with_its_agency_until_it_is_settled(desk):
    with one_line("plan.comment"):
        said = comment(desk.soeren, plan=desk.plan, section=desk.section(), text=" Hvem leder mødet? ")
    assert (said.text, said.agency_id) == ("Hvem leder mødet?", "fjordby-kommune")
    settle_comment(desk.tine, plan=desk.plan, comment=said)
    with pytest.raises(Refused, match="settled already"):
        settle_comment(desk.tine, plan=desk.plan, comment=said)


@pytest.mark.parametrize("text", ["  ", "x" * 2001])
def test_an_empty_or_endless_comment_is_refused(desk, text):
    with pytest.raises(Refused):
        comment(desk.soeren, plan=desk.plan, section=desk.section(), text=text)
    assert not Comment.objects.filter(section__plan=desk.plan).exists()


def test_a_member_neither_writes_nor_decides_and_a_stranger_says_nothing(desk, dale, person):
    one = proposed(desk)
    stranger = person("secretary", "dalkredsens-politi")
    with refusal("plan.write"):
        write_section(desk.soeren, plan=desk.plan, section=desk.section(), heading="Nyt", text="Nyt", version=1)
    with refusal("plan.decide"):
        accept(desk.soeren, plan=desk.plan, suggestion=one)
    with refusal("plan.comment"):
        comment(stranger, plan=desk.plan, section=desk.section(), text="Hej")
    with refusal("plan.suggest"):
        suggest(stranger, plan=desk.plan, section=desk.section(), text="Hej")
