"""Whoever suggested a text is told when it was answered: what became of it and where, in no words of anybody's own."""

from __future__ import annotations

import pytest
from tests.desks.plan.conftest import council, desk

from samvirke.desks.plan.commands.suggest import suggest
from samvirke.foundation.fault import Refused
from samvirke.handovers.plan_told import accept_suggestion, decline_suggestion
from samvirke.registers.outbox.models import Message
from samvirke.registers.outbox.queries.inbox import inbox

__all__ = ["council", "desk"]
pytestmark = pytest.mark.django_db


def suggested(desk, who=None):
    return suggest(who or desk.soeren, plan=desk.plan, section=desk.section(), text="Rådet mødes fem gange.")


def test_an_accepted_suggestion_is_told_to_whoever_wrote_it(desk):
    accept_suggestion(desk.tine, plan=desk.plan, suggestion=suggested(desk))
    (told,) = inbox(desk.soeren)
    assert told.subject_said.text() == "Your suggestion was accepted"
    assert told.body_said.text().startswith("Cooperation plan, the Fjord District 2031: the answer stands")
    assert told.link.endswith(f"/drafts/{desk.plan.pk}/sections/{desk.section().pk}/history/")


def test_a_declined_suggestion_is_told_without_the_reason_which_stands_on_the_page(desk):
    decline_suggestion(desk.tine, plan=desk.plan, suggestion=suggested(desk), answer="Loven siger fire.")
    (told,) = inbox(desk.soeren)
    assert told.subject_said.text() == "Your suggestion was not accepted"
    assert "Loven" not in f"{told.subject}{told.body}"
    assert not inbox(desk.anne).exists()


def test_an_answer_that_is_refused_tells_nobody_and_nobody_is_told_of_a_deed_of_their_own(desk):
    with pytest.raises(Refused, match="It is not said why"):
        decline_suggestion(desk.tine, plan=desk.plan, suggestion=suggested(desk), answer=" ")
    accept_suggestion(desk.tine, plan=desk.plan, suggestion=suggested(desk, desk.tine))
    assert not Message.objects.filter(key__startswith="suggestion ").exists()
