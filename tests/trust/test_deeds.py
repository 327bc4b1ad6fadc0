"""A deed asks, acts and leaves its trail in one transaction, or does none of the three."""

from __future__ import annotations

import contextlib

import pytest
from django.db import IntegrityError, transaction

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said
from samvirke.trust.access import rules
from samvirke.trust.access.actor import NOBODY, Actor, system
from samvirke.trust.access.grounds import Anything, Ground, Nothing
from samvirke.trust.access.guard import NotAllowed, ask, channel, command, deed, note
from samvirke.trust.access.rules import decide, forbid, may, rule
from samvirke.trust.audit.models import Head, Line, Side
from samvirke.trust.identity.models import Agency

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ALWAYS = Ground(Said("is anybody"), Anything())
OPERATOR = system("operator")


@pytest.fixture(autouse=True)
def _rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three verbs for these tests alone."""
    monkeypatch.setattr(rules, "_rules", dict(rules._rules))
    rule("test.write", ALWAYS)
    rule("test.never", Ground(Said("is nobody"), Nothing()))
    rule("test.forbidden", ALWAYS)
    forbid("test.forbidden", Ground(Said("is forbidden to everybody"), Anything()))


@command("test.write")
def write(actor, *, name: str) -> Agency:
    """Make an agency."""
    agency = Agency.objects.create(id=name, name={"en": name}, kind="other")
    note(agency, reason="a test")
    return agency


@command("test.never")
def never(actor, *, name: str) -> Agency:
    """What nobody may do."""
    return Agency.objects.create(id=name, name={"en": name}, kind="other")


@command("test.write")
def write_and_fail(actor, *, name: str) -> None:
    """Make an agency, and then find that it cannot be."""
    Agency.objects.create(id=name, name={"en": name}, kind="other")
    note(reason="too early")
    raise Refused.because("It cannot be.", "Leave it.")


def last_line() -> Line:
    return Line.objects.order_by("-seq").first()


def test_a_deed_leaves_what_it_did_and_one_line_of_the_trail_about_it():
    before = Line.objects.count()
    write(OPERATOR, name="an-agency")
    assert Agency.objects.filter(pk="an-agency").exists()
    line = Line.objects.order_by("-seq").first()
    assert Line.objects.count() == before + 1
    assert (line.action, line.decision, line.ground, line.actor) == (
        "test.write",
        "permit",
        "is anybody",
        "system:operator",
    )
    assert line.things == ["identity.agency:an-agency"]
    assert line.facts == {"reason": "a test"}


def test_a_refused_deed_does_nothing_and_its_refusal_is_in_the_trail():
    with pytest.raises(NotAllowed):
        never(OPERATOR, name="never")
    assert not Agency.objects.filter(pk="never").exists()
    line = Line.objects.order_by("-seq").first()
    assert (line.action, line.decision) == ("test.never", "deny")


def test_when_the_deed_fails_its_trail_goes_with_it():
    before = Line.objects.count()

    def half_a_deed() -> None:
        with deed(OPERATOR):
            write(OPERATOR, name="twice")
            Agency.objects.create(id="other", name={}, kind="no kind at all")

    with pytest.raises(IntegrityError):
        half_a_deed()
    assert Line.objects.count() == before
    assert not Agency.objects.filter(pk="twice").exists()


def test_when_the_trail_cannot_be_written_the_deed_does_not_happen():
    Head.objects.get_or_create(id=1)
    before = Line.objects.count()
    Line.objects.create(
        seq=Head.objects.get().seq + 1, at="2024-08-20T10:00Z", actor="x", action="x", decision="permit", ground="x",
        channel="x", policy="x", before="x", hash="x",
    )  # fmt: skip  # the next place in the chain is taken, so the append cannot succeed anywhere
    with pytest.raises(IntegrityError), transaction.atomic():
        write(OPERATOR, name="without-trail")
    assert not Agency.objects.filter(pk="without-trail").exists()
    assert Line.objects.count() == before + 1


def test_commands_in_one_deed_share_its_transaction_and_leave_a_line_each():
    before = Line.objects.count()
    with deed(OPERATOR):
        write(OPERATOR, name="one")
        write(OPERATOR, name="two")
    assert Line.objects.count() == before + 2


def test_forbidden_beats_permitted():
    assert not decide(OPERATOR, "test.forbidden").permitted


def test_a_misspelt_verb_raises_instead_of_quietly_denying():
    with pytest.raises(LookupError, match=r"test\.wirte"):
        may(OPERATOR, "test.wirte")


def test_a_verb_has_one_rule():
    with pytest.raises(LookupError, match="two rules"):
        rule("test.write", ALWAYS)


def test_nobody_may_load_a_district():
    assert not may(NOBODY, "places.put-district")


def test_a_command_takes_the_actor_first():
    with pytest.raises(TypeError, match="actor first"):
        write("operator", name="an-agency")


def test_a_part_that_fails_leaves_nothing_although_the_deed_carries_on():
    before = Line.objects.count()
    with deed(OPERATOR):
        write(OPERATOR, name="whole")
        with contextlib.suppress(Refused):
            write_and_fail(OPERATOR, name="half")
        write(OPERATOR, name="after")
    assert set(Agency.objects.filter(pk__in=["whole", "half", "after"]).values_list("pk", flat=True)) == {
        "whole",
        "after",
    }
    assert Line.objects.count() == before + 2
    assert "too early" not in str(list(Line.objects.values_list("facts", flat=True)))


def test_a_refused_part_stands_in_the_trail_although_the_deed_carries_on():
    with deed(OPERATOR):
        with contextlib.suppress(NotAllowed):
            never(OPERATOR, name="never")
        write(OPERATOR, name="after")
    last, refused = Line.objects.order_by("-seq")[:2]
    assert (last.action, last.decision) == ("test.write", "permit")
    assert (refused.action, refused.decision) == ("test.never", "deny")


def test_a_refused_part_ends_the_whole_deed_and_names_who_was_refused():
    scheduler = system("scheduler")

    def carelessly() -> None:
        with deed(OPERATOR):
            write(OPERATOR, name="undone")
            never(scheduler, name="never")

    before = Line.objects.count()
    with pytest.raises(NotAllowed):
        carelessly()
    assert not Agency.objects.filter(pk="undone").exists()
    assert Line.objects.count() == before + 1
    assert (last_line().action, last_line().actor) == ("test.never", "system:scheduler")


def test_the_name_of_a_person_stands_in_the_side_that_can_be_forgotten():
    eva = Actor(id="7f3c", name="Eva Strand", agencies=frozenset({"fjordby-kommune"}))
    write(eva, name="of-eva")
    line = last_line()
    assert (line.actor, line.agency) == ("7f3c", "fjordby-kommune")
    assert Side.objects.get(seq=line.seq).content == {"name": "Eva Strand"}
    row = {name: str(value) for name, value in Line.objects.filter(pk=line.pk).values().get().items()}
    assert "Eva" not in str(row)


def test_a_deed_says_through_which_channel_it_came():
    token = channel.set("job")
    try:
        write(OPERATOR, name="by-job")
    finally:
        channel.reset(token)
    assert last_line().channel == "job"
    write(OPERATOR, name="by-hand")
    assert last_line().channel == "cli"


def test_asking_early_records_a_refusal_and_leaves_no_line_when_it_is_permitted():
    before = Line.objects.count()
    ask(OPERATOR, "test.write")
    assert Line.objects.count() == before
    with pytest.raises(NotAllowed, match=r"test\.never"):
        ask(OPERATOR, "test.never")
    assert (last_line().action, last_line().decision) == ("test.never", "deny")


def test_a_refusal_says_what_was_asked_and_whom_to_turn_to_in_danish():
    with pytest.raises(NotAllowed) as refused:
        never(OPERATOR, name="never")
    assert refused.value.exit_code == 3
    assert refused.value.text("en") == (
        "You may not do this (test.never): no rule gives this person a ground for it. "
        "Ask the secretariat of the district."
    )
    assert "secretariat" not in refused.value.text("da")


def test_there_is_nothing_to_note_outside_a_command():
    with pytest.raises(RuntimeError, match="nothing is being done"):
        note(reason="none")
    with pytest.raises(RuntimeError, match="nothing is being done"), deed(OPERATOR):
        note(reason="none")


def test_a_deed_leaves_no_trace_of_itself_for_the_next():
    with contextlib.suppress(Refused):
        write_and_fail(OPERATOR, name="first")
    before = Line.objects.count()
    write(OPERATOR, name="second")
    assert Line.objects.count() == before + 1
