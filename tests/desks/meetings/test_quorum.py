"""A body whose rules say how many must be there decides nothing with fewer; where nobody knows, nothing is refused."""

from __future__ import annotations

import pytest

from samvirke.desks.meetings.commands.attend import attend
from samvirke.desks.meetings.commands.run import finish_item, postpone_item, start_item
from samvirke.desks.meetings.facts.quorum import quorum
from samvirke.foundation.fault import Refused
from samvirke.registers.partners.models import Body

pytestmark = pytest.mark.django_db


def rule(table, **said):
    """Ellen and Anne are there, Hans is not."""
    Body.objects.filter(pk=table.body.pk).update(quorum=said)
    table.write(5, outcome="approved", decision="Tiltrådt.")
    start_item(table.tine, meeting=table.meeting, item=table.item(5))


def finish(table):
    return finish_item(table.tine, meeting=table.meeting, item=table.item(5))


@pytest.mark.parametrize("said", [{}, {"least": 2}, {"more_than_half": True}])
def test_a_decision_stands_where_enough_are_there_or_no_rule_is_known(running, said):
    rule(running, **said)
    finish(running)
    assert running.item(5).state == "done"


def test_a_decision_with_too_few_is_refused_with_both_numbers_and_can_be_postponed(running):
    rule(running, least=3)
    with pytest.raises(Refused, match="2 of 3 members are there; The district council decides with at least 3"):
        finish(running)
    assert running.item(5).state == "running"
    postpone_item(running.tine, meeting=running.meeting, item=running.item(5))
    assert running.item(5).state == "postponed"


def test_half_of_the_members_is_not_more_than_half(running):
    attend(running.tine, meeting=running.meeting, attendance=running.who("Anne"), state="apologies")
    rule(running, more_than_half=True)
    with pytest.raises(Refused, match="1 of 3 members are there"):
        finish(running)
    ida, anne = running.who("Ida"), running.who("Anne")
    attend(running.tine, meeting=running.meeting, attendance=ida, state="present", stands_in_for=anne)
    found = quorum(running.again())
    assert (found.here, found.members, found.least) == (2, 3, 2)
    finish(running)


def test_what_is_only_discussed_needs_no_quorum(running):
    rule(running, least=3)
    start_item(running.tine, meeting=running.meeting, item=running.item(1))
    finish_item(running.tine, meeting=running.meeting, item=running.item(1))
    assert running.item(1).state == "done"
