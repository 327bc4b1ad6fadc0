"""Reminders before and after the date, late ones to the next agenda, handing over, and what is new to somebody."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.registers.commitments.rows import TODAY, put
from tests.trail import one_line, refusal

from samvirke.foundation.clock import now, standing_on
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import home
from samvirke.registers.commitments.commands.close import close
from samvirke.registers.commitments.commands.hand_over import hand_over
from samvirke.registers.commitments.commands.mark_seen import mark_seen
from samvirke.registers.commitments.commands.report import report
from samvirke.registers.commitments.commands.take_up import take_up
from samvirke.registers.commitments.follow_up import FollowUp, follow_up
from samvirke.registers.commitments.models import Commitment, LastVisit, Step
from samvirke.registers.commitments.queries.answering import answer_for_some, can_answer
from samvirke.registers.commitments.queries.since_last_visit import own_bodies, own_commitments, since_last_visit
from samvirke.registers.commitments.queries.to_escalate import to_escalate
from samvirke.registers.commitments.queries.to_remind import to_remind
from samvirke.registers.partners.models import Body, Membership, Seat, SeatHolder
from samvirke.trust.access.actor import NOBODY, system
from samvirke.trust.identity.models import Account

pytestmark = pytest.mark.django_db

OPERATOR, SCHEDULER = system("operator"), system("scheduler")
DAYS = FollowUp()


@pytest.fixture
def council(fjord):
    return Body.objects.get(pk="kredsraad-fjordkredsen")


def reminders():
    """Those of the Fjord District; the demo may lie beside it."""
    return [one for one in to_remind(SCHEDULER) if one.commitment.district_id == "fjordkredsen"]


def late(fjord, days, **more):
    return put(fjord, due=TODAY - timedelta(days=days), **more)


@pytest.mark.parametrize(
    ("days_ahead", "when"),
    [(DAYS.remind_before + 1, []), (DAYS.remind_before, ["before"]), (0, ["before"]), (-DAYS.remind_after, ["after"])],
)
def test_a_date_is_reminded_of_from_so_many_days_before_until_just_past_it(fjord, days_ahead, when):
    there = put(fjord, due=TODAY + timedelta(days=days_ahead))
    assert [one.when for one in reminders() if one.commitment == there] == when


def test_what_is_closed_has_no_date_or_has_long_been_late_is_not_reminded_of(fjord):
    close(OPERATOR, commitment=put(fjord, due=TODAY), evidence="done")
    put(fjord)
    late(fjord, DAYS.remind_after + DAYS.escalate_after + 1)
    assert reminders() == []


def test_a_reminder_has_the_same_key_for_the_same_date_and_asks_those_who_owe_it(fjord):
    there = put(fjord, due=TODAY, owners=["fjordby-kommune", "kredsraad-fjordkredsen", "somebody-unknown"])
    first, again = reminders()[0], reminders()[0]
    assert (first.key, first.agencies) == (again.key, ("fjordby-kommune", "fjordkredsens-politi"))
    Commitment.objects.filter(pk=there.pk).update(due=TODAY + timedelta(days=1))
    assert reminders()[0].key != first.key


def test_the_late_one_offers_itself_after_the_days_that_are_set_and_once_a_meeting_took_it_up_no_more(fjord, council):
    late(fjord, DAYS.escalate_after)
    there = late(fjord, DAYS.escalate_after + 1)
    assert list(to_escalate(OPERATOR, council)) == [there]
    with one_line("commitments.take-up") as lines:
        take_up(OPERATOR, commitment=there, where="meeting:7", on=TODAY)
    assert lines[0].facts == {"where": "meeting:7"}
    assert not to_escalate(OPERATOR, council).exists()
    with standing_on(TODAY + timedelta(days=DAYS.escalate_after + 1)):
        assert there in to_escalate(OPERATOR, council)
    assert Step.objects.get(commitment=there, what="taken-up").facts == {"where": "meeting:7", "meets": "2024-08-20"}


def test_a_closed_one_is_not_taken_up_and_others_do_not_take_up(fjord, council, person):
    there, analyst = late(fjord, 50), person("analyst", "fjordby-kommune")
    with refusal("commitments.take-up"):
        take_up(analyst, commitment=there, where="meeting:7", on=TODAY)
    close(OPERATOR, commitment=there, evidence="done")
    with pytest.raises(Refused, match="closed already"):
        take_up(OPERATOR, commitment=there, where="meeting:7", on=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.filter(pk=there.pk).update(taken_up_on=TODAY)


def test_the_days_are_settings_and_a_careless_one_is_refused_with_its_file():
    file = home() / "samvirke.toml"
    before = file.read_bytes() if file.exists() else None
    try:
        file.write_text("[follow-up]\nescalate_after = 3\n", encoding="utf-8")
        assert follow_up() == FollowUp(escalate_after=3)
        for wrong in ("escalate_after = 0", 'remind_before = "soon"', "sing = 3"):
            file.write_text(f"[follow-up]\n{wrong}\n", encoding="utf-8")
            with pytest.raises(Refused, match="sets nothing in the follow-up") as refused:
                follow_up()
            assert "escalate_after, remind_after, remind_before" in str(refused.value)
    finally:
        file.unlink() if before is None else file.write_bytes(before)


def test_everything_open_goes_to_the_one_who_follows_in_one_deed(fjord, person):
    eva, omar = (person("coordinator", "fjordby-kommune", name) for name in ("eva", "omar"))
    two = [put(fjord, person_id=eva.account) for _ in range(2)]
    closed, nobodys = put(fjord, person_id=eva.account), put(fjord)
    close(OPERATOR, commitment=closed, evidence="done")
    giver, taker = Account.objects.get(username="eva"), Account.objects.get(username="omar")
    assert list(answer_for_some(eva, fjord)) == [giver]
    with one_line("commitments.hand-over") as lines:
        handed = hand_over(eva, district=fjord, giver=giver, taker=taker)
    assert (lines[0].facts["commitments"], {one.pk for one in handed}) == (2, {one.pk for one in two})
    rows = {one.pk: (one.person_id, one.version) for one in Commitment.objects.filter(district=fjord)}
    assert [rows[one.pk] for one in two] == [(omar.account, 2)] * 2
    assert (rows[closed.pk][0], rows[nobodys.pk][0]) == (eva.account, None)
    assert Step.objects.filter(what="handed-over").count() == 2


def test_nothing_is_handed_to_oneself_to_a_stranger_or_by_one_who_does_not_follow_up(fjord, dale, person):
    eva, lise = person("coordinator", "fjordby-kommune", "eva"), person("secretary", "dalby-kommune", "lise")
    there = put(fjord, person_id=eva.account)
    giver, stranger = Account.objects.get(username="eva"), Account.objects.get(username="lise")
    with pytest.raises(Refused, match="same person"):
        hand_over(eva, district=fjord, giver=giver, taker=giver)
    with pytest.raises(Refused, match="do not work in an agency"):
        hand_over(eva, district=fjord, giver=giver, taker=stranger)
    with refusal("commitments.hand-over"):
        hand_over(lise, district=fjord, giver=giver, taker=stranger)
    omar = person("mayor", "fjordby-kommune", "omar")
    with pytest.raises(Refused, match="answer for nothing that is open"):
        hand_over(eva, district=fjord, giver=Account.objects.get(username="omar"), taker=giver)
    assert Commitment.objects.get(pk=there.pk).person_id == eva.account
    assert [one.username for one in can_answer(omar, fjord)] == ["eva", "omar"]


def test_what_others_wrote_since_the_last_visit_is_new_and_ones_own_deeds_are_not(fjord, person):
    eva, omar = (person("coordinator", "fjordby-kommune", name) for name in ("eva", "omar"))
    there = put(fjord, due=TODAY - timedelta(days=1))
    put(fjord, owners=["dalby-kommune"], body_id=None)
    report(omar, commitment=there, version=1, said="It stands still.", state="at-risk")
    report(eva, commitment=there, version=2, said="It goes on.", state="on-course")
    found = since_last_visit(eva, fjord)
    said = [getattr(one, "said", getattr(one, "what", "")) for one in found.changes if one.commitment == there]
    assert (found.on, said) == (None, ["It stands still."])
    assert found.became_late == [there]
    mark_seen(eva, district=fjord, until=found.until)
    report(omar, commitment=there, version=3, said="It moves.", state="on-course")
    again = since_last_visit(eva, fjord)
    assert (again.on, [one.said for one in again.changes]) == (TODAY, ["It moves."])


def test_what_happened_after_the_page_was_made_stays_new_and_nobody_looks_ahead(fjord, person):
    eva = person("coordinator", "fjordby-kommune", "eva")
    made = now()
    there = put(fjord)
    report(OPERATOR, commitment=there, version=1, said="It moves.", state="on-course")
    mark_seen(eva, district=fjord, until=made)
    assert [one.commitment for one in since_last_visit(eva, fjord).changes] == [there]
    mark_seen(eva, district=fjord, until=now() + timedelta(days=400))
    mark_seen(eva, district=fjord, until=made)
    assert made < LastVisit.objects.get().at <= now()
    assert since_last_visit(eva, fjord).changes == []


def test_ones_own_bodies_are_those_where_one_sits_and_not_all_of_ones_agency(fjord, person):
    eva, omar = (person("coordinator", "fjordby-kommune", name) for name in ("eva", "omar"))
    council = Body.objects.get(pk="kredsraad-fjordkredsen")
    seat = Seat.objects.create(
        body=council, slug="proeve", office={"da": "Prøve"}, role="member", agency_id="fjordby-kommune", order=900
    )
    sits = SeatHolder.objects.create(district=fjord, name="Eva", account_id=eva.account)
    Membership.objects.create(seat=seat, place=1, holder=sits, since=TODAY - timedelta(days=9))
    assert list(own_bodies(eva, fjord.pk)) == [council]
    assert list(own_bodies(omar, fjord.pk)) == []
    theirs, at_the_table = put(fjord), put(fjord, owners=["fjordkredsens-politi"], body_id=council.pk)
    assert {theirs, at_the_table} <= set(own_commitments(eva, fjord.pk))
    assert theirs in own_commitments(omar, fjord.pk)
    assert at_the_table not in own_commitments(omar, fjord.pk)


def test_a_stranger_has_no_visit_to_the_district(fjord, dale, person):
    lise = person("secretary", "dalby-kommune")
    with refusal("commitments.mark-seen"):
        mark_seen(lise, district=fjord, until=now())
    with refusal("commitments.see"):
        can_answer(NOBODY, fjord)
    assert not LastVisit.objects.exists()


def test_lateness_of_a_year_ago_is_no_news(fjord, person):
    eva = person("coordinator", "fjordby-kommune", "eva")
    put(fjord, due=date(2023, 6, 1))
    assert since_last_visit(eva, fjord).became_late == []
