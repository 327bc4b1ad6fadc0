"""A deed asks, acts and leaves its trail in one transaction, or does none of the three."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from samvirke.foundation.words import Said
from samvirke.trust.access.actor import NOBODY, system
from samvirke.trust.access.grounds import Anything, Ground, Nothing
from samvirke.trust.access.guard import NotAllowed, command, deed, note
from samvirke.trust.access.rules import decide, forbid, may, rule
from samvirke.trust.audit.models import Head, Line
from samvirke.trust.identity.models import Agency

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ALWAYS = Ground(Said("is anybody"), Anything())
rule("test.write", ALWAYS)
rule("test.never", Ground(Said("is nobody"), Nothing()))
rule("test.forbidden", ALWAYS)
forbid("test.forbidden", Ground(Said("is forbidden to everybody"), Anything()))

OPERATOR = system("operator")


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
