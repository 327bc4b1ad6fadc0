"""Those who owe something are reminded once before and once after its date, and told when it is handed to them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.registers.commitments.rows import TODAY, put

from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.handovers.commitment_hand_over import hand_over_and_tell
from samvirke.handovers.commitment_reminders import remind
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.outbox.models import Message
from samvirke.registers.outbox.queries.inbox import inbox
from samvirke.trust.access.actor import system
from samvirke.trust.identity.models import Account
from samvirke.trust.jobs.declared import by_the_clock, declared

pytestmark = pytest.mark.django_db

SCHEDULER = system("scheduler")


def test_whoever_answers_for_it_is_reminded_once_before_and_once_after(fjord, person):
    omar = person("analyst", "fjordby-kommune", "omar")
    there = put(fjord, due=TODAY + timedelta(days=3), person_id=omar.account)
    for days in (0, 1, 2, 3, 4, 5, 9):
        with standing_on(TODAY + timedelta(days=days)):
            remind(SCHEDULER)
    subjects = [one.subject_said.text("en") for one in inbox(omar).order_by("at")]
    assert subjects == ["A commitment is soon due", "A commitment is past its date"]
    assert {one.link for one in inbox(omar)} == {f"/districts/fjordkredsen/commitments/{there.pk}/"}
    for message in inbox(omar):
        assert "23. august 2024" in message.body_said.text("da").replace("\u00a0", " ")
        assert "23 August 2024" in message.body_said.text("en").replace("\u00a0", " ")


def test_without_somebody_those_who_follow_up_in_the_agency_are_reminded(fjord, person):
    eva, omar = person("coordinator", "fjordby-kommune", "eva"), person("analyst", "fjordby-kommune", "omar")
    put(fjord, due=TODAY)
    assert remind(SCHEDULER) >= 1
    assert (inbox(eva).count(), inbox(omar).count()) == (1, 0)


def test_a_message_says_nothing_of_what_the_commitment_is_about(fjord):
    put(fjord, due=TODAY, title={"da": "Tal med familien på Havnegade"})
    remind(SCHEDULER)
    assert Message.objects.filter(to_id="fjordby-kommune").exists()
    assert not any("Havnegade" in str(one.subject) + str(one.body) for one in Message.objects.all())


def test_reminding_is_work_of_every_morning():
    assert "commitments.remind" in {one.name for one in by_the_clock()}
    assert declared("commitments.remind").tries == 3


def test_both_are_told_when_somebody_changes_post(fjord, person):
    eva, omar = (person("coordinator", "fjordby-kommune", name) for name in ("eva", "omar"))
    for _number in range(2):
        put(fjord, person_id=eva.account)
    giver, taker = Account.objects.get(username="eva"), Account.objects.get(username="omar")
    hand_over_and_tell(omar, district=fjord, giver=giver, taker=taker)
    assert inbox(omar)[0].subject_said.text("en") == "You now answer for 2 commitments"
    assert inbox(eva)[0].subject_said.text("en") == "2 commitments were handed over"


def test_nobody_is_told_of_a_handing_over_that_was_refused(fjord, person):
    eva, omar = (person("coordinator", "fjordby-kommune", name) for name in ("eva", "omar"))
    put(fjord, person_id=eva.account)
    giver, taker = Account.objects.get(username="omar"), Account.objects.get(username="eva")
    with pytest.raises(Refused):
        hand_over_and_tell(omar, district=fjord, giver=giver, taker=taker)
    assert not Message.objects.exists()
    assert Commitment.objects.get(district=fjord, person__isnull=False).person_id == eva.account
