"""A plan goes from draft over consultation and discussion to approval, signing and publication; no step is skipped."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.desks.plan.conftest import TODAY
from tests.trail import one_line, refusal

from samvirke.desks.plan.commands.answer import answer, enter_answer, take_up
from samvirke.desks.plan.commands.approve import approve
from samvirke.desks.plan.commands.consult import close_consultation, open_consultation
from samvirke.desks.plan.commands.move import note_discussion, send_for_approval, take_back
from samvirke.desks.plan.commands.publish_plan import publish_plan
from samvirke.desks.plan.commands.sign import sign
from samvirke.desks.plan.commands.suggest import suggest
from samvirke.desks.plan.commands.write_section import write_section
from samvirke.desks.plan.content import text_digest
from samvirke.desks.plan.models import Approval, Consulted, Edition
from samvirke.desks.plan.queries.plans import plan_in_force, replaced_by
from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.trust.identity.models import Agency

pytestmark = pytest.mark.django_db

UNTIL = date(2024, 9, 20)
NAMES = [{"name": "Ellen", "office": {"da": "Politidirektør"}, "agency": "fjordkredsens-politi"}]


def consulted(desk):
    return open_consultation(
        desk.tine,
        plan=desk.now(),
        agencies=[Agency.objects.get(pk="fjordby-kommune")],
        others=["Offerrådgivningen", ""],
        until=UNTIL,
        version=desk.plan.version,
    )


def test_a_consultation_keeps_who_was_asked_what_they_said_and_what_came_of_it(desk):
    with one_line("plan.consult") as lines:
        opened = consulted(desk)
    assert lines[0].facts == {"asked": 2, "until": "2024-09-20"}
    assert desk.now().stage == "consultation"
    own, other = opened.consulted.order_by("agency_id")
    assert own.agency_id or other.agency_id
    own, other = (own, other) if own.agency_id else (other, own)
    answer(desk.soeren, plan=desk.plan, asked=own, text="Godt.", version=1)
    enter_answer(desk.tine, plan=desk.plan, asked=other, text="Nævn ofre.", by="Ida, leder", version=1)
    close_consultation(desk.tine, plan=desk.plan, consultation=opened)
    with pytest.raises(Refused, match="not said how the answer was taken up"):
        take_up(desk.tine, plan=desk.plan, asked=own, outcome="noted", how="", version=2)
    take_up(desk.tine, plan=desk.plan, asked=own, outcome="noted", how="Tak.", version=2)
    kept = Consulted.objects.get(pk=own.pk)
    assert (kept.answer, kept.answered_on, kept.outcome, kept.taken_up) == ("Godt.", TODAY, "noted", "Tak.")
    assert kept.answered_by == desk.soeren.name


def test_nobody_answers_for_another_nor_after_the_round_nor_over_a_newer_answer(desk):
    opened = consulted(desk)
    own = opened.consulted.get(agency_id="fjordby-kommune")
    with pytest.raises(Refused, match="Another was asked"):
        answer(desk.ellen, plan=desk.plan, asked=own, text="Ja.", version=1)
    answer(desk.anne, plan=desk.plan, asked=own, text="Ja.", version=1)
    with pytest.raises(Refused, match="changed the answer"):
        answer(desk.soeren, plan=desk.plan, asked=own, text="Nej.", version=1)
    close_consultation(desk.tine, plan=desk.plan, consultation=opened)
    with pytest.raises(Refused, match="has ended"):
        answer(desk.anne, plan=desk.plan, asked=own, text="Nej.", version=2)
    assert Consulted.objects.get(pk=own.pk).answer == "Ja."


@pytest.mark.parametrize(
    ("asked", "others", "until", "said"),
    [([], [" "], UNTIL, "Nobody is asked"), ([], ["Ida"], date(2024, 8, 1), "1.August 2024 is past")],
)
def test_a_round_needs_somebody_and_a_day_to_come(desk, asked, others, until, said):
    with pytest.raises(Refused, match=said):
        open_consultation(desk.tine, plan=desk.plan, agencies=asked, others=others, until=until, version=1)
    assert desk.now().stage == "draft"


def test_one_round_at_a_time(desk):
    consulted(desk)
    with pytest.raises(Refused, match="open already"):
        consulted(desk)
    with pytest.raises(IntegrityError), transaction.atomic():
        desk.plan.consultations.create(opened_on=TODAY, until=UNTIL)


def test_a_plan_goes_for_approval_when_it_was_discussed_and_nothing_hangs_loose(desk):
    one = suggest(desk.soeren, plan=desk.plan, section=desk.section(), text="Andet.")
    with pytest.raises(Refused, match="has not discussed"):
        send_for_approval(desk.tine, plan=desk.now(), version=desk.plan.version)
    with pytest.raises(Refused, match="not said at which meeting"):
        note_discussion(desk.tine, plan=desk.plan, on=TODAY, at="", version=1)
    with pytest.raises(Refused, match="has not come yet"):
        note_discussion(desk.tine, plan=desk.plan, on=UNTIL, at="Møde 3", version=1)
    with pytest.raises(Refused, match="One suggestion is not answered"):
        desk.to_approval()
    type(one).objects.all().delete()
    send_for_approval(desk.tine, plan=desk.now(), version=desk.plan.version)
    assert (desk.now().stage, desk.plan.discussed_at) == ("approval", "Kredsrådet, møde 3")


def test_an_open_consultation_and_an_answer_that_was_not_taken_up_hold_the_plan_back(desk):
    opened = consulted(desk)
    own = opened.consulted.get(agency_id="fjordby-kommune")
    answer(desk.anne, plan=desk.plan, asked=own, text="Ja.", version=1)
    with pytest.raises(Refused, match="A consultation is open"):
        desk.to_approval()
    close_consultation(desk.tine, plan=desk.plan, consultation=opened)
    with pytest.raises(Refused, match="answer of Fjordby Kommune"):
        send_for_approval(desk.tine, plan=desk.now(), version=desk.plan.version)


def test_whoever_moves_a_plan_has_read_where_it_stands(desk):
    consulted(desk)
    with pytest.raises(Refused, match="has moved on"):
        note_discussion(desk.tine, plan=desk.plan, on=TODAY, at="Møde 3", version=1)


def test_chief_and_mayor_approve_for_their_own_party_alone(desk, dale, person):
    plan = desk.to_approval()
    police, town = (plan.parties.get(agency_id=one) for one in ("fjordkredsens-politi", "fjordby-kommune"))
    with one_line("plan.approve"):
        approve(desk.anne, party=town, digest=text_digest(plan))
    for somebody in (
        desk.anne,
        desk.tine,
        person("chief", "dalkredsens-politi"),
        person("director", "fjordby-kommune"),
    ):
        with refusal("plan.approve"):
            approve(somebody, party=police, digest=text_digest(plan))
    with pytest.raises(Refused, match="approved already"):
        approve(desk.anne, party=town, digest=text_digest(plan))
    assert [one.by_id for one in Approval.objects.filter(party__plan=desk.plan)] == [desk.anne.key]


def test_nobody_approves_another_text_than_the_one_that_was_read(desk):
    plan = desk.to_approval()
    with pytest.raises(Refused, match="not the one you have read"):
        approve(desk.anne, party=plan.parties.get(agency_id="fjordby-kommune"), digest="0" * 64)


def test_a_text_that_is_out_for_approval_is_not_written_in(desk):
    desk.to_approval()
    with pytest.raises(Refused, match="sent for approval"):
        write_section(desk.tine, plan=desk.plan, section=desk.section(), heading="Nyt", text="Nyt", version=1)


def test_a_change_after_an_approval_needs_a_new_one(desk):
    desk.to_approval()
    plan = desk.approved()
    take_back(desk.tine, plan=plan, version=plan.version)
    assert desk.now().stage == "discussed"
    write_section(desk.tine, plan=desk.plan, section=desk.section(), heading="Rådet", text="Andet.", version=1)
    send_for_approval(desk.tine, plan=desk.now(), version=desk.plan.version)
    with pytest.raises(Refused) as refused:
        sign(desk.tine, plan=desk.now(), on=TODAY, at="Fjordby", signatories=NAMES, version=desk.plan.version)
    assert len(refused.value.faults) == 2


def test_the_missing_party_is_named_and_nothing_is_signed_or_published(desk):
    desk.to_approval()
    plan = desk.approved(desk.ellen)
    for deed in (
        lambda: sign(desk.tine, plan=plan, on=TODAY, at="", signatories=NAMES, version=plan.version),
        lambda: publish_plan(desk.tine, plan=plan),
    ):
        with pytest.raises(Refused, match="Fjordby Municipality has not approved the plan"):
            deed()
    assert (desk.now().stage, Edition.objects.filter(plan=desk.plan).count()) == ("approval", 0)


def test_a_plan_is_signed_by_somebody_on_a_day_and_then_published_with_its_approvals(desk):
    desk.to_approval()
    plan = desk.approved()
    with pytest.raises(Refused, match="not signed"):
        publish_plan(desk.tine, plan=plan)
    with pytest.raises(Refused, match="Nobody has signed"):
        sign(desk.tine, plan=plan, on=TODAY, at="", signatories=[], version=plan.version)
    with one_line("plan.sign"):
        sign(desk.tine, plan=plan, on=TODAY, at="Fjordby", signatories=NAMES, version=plan.version)
    edition = publish_plan(desk.tine, plan=desk.now())
    assert desk.now().stage == "published"
    assert [one["agency"]["en"] for one in edition.content["approvals"]] == [
        "Fjord District Police",
        "Fjordby Municipality",
    ]
    assert edition.content["changes"]["year"] == 2030
    with pytest.raises(Refused, match="cannot be taken back"):
        take_back(desk.tine, plan=desk.plan, version=desk.plan.version)


def test_a_party_that_is_renamed_has_approved_all_the_same_and_the_new_name_is_a_new_edition(desk):
    desk.to_approval()
    plan = desk.approved()
    sign(desk.tine, plan=plan, on=TODAY, at="", signatories=NAMES, version=plan.version)
    first = publish_plan(desk.tine, plan=desk.now())
    Agency.objects.filter(pk="fjordby-kommune").update(name={"da": "Ny Fjordby Kommune"})
    second = publish_plan(desk.tine, plan=desk.now())
    assert (first.number, second.number) == (1, 2)
    assert second.content["approvals"][1]["agency"] == {"da": "Ny Fjordby Kommune"}


def test_a_mayor_neither_signs_nor_publishes(desk):
    desk.to_approval()
    plan = desk.approved()
    with refusal("plan.sign"):
        sign(desk.anne, plan=plan, on=TODAY, at="", signatories=NAMES, version=plan.version)
    with refusal("plan.publish"):
        publish_plan(desk.anne, plan=plan)


def test_a_plan_is_replaced_when_the_year_of_a_later_one_in_force_has_come(desk):
    before = desk.plan.before
    assert replaced_by(desk.tine, before) is None
    desk.to_approval()
    plan = desk.approved()
    sign(desk.tine, plan=plan, on=TODAY, at="", signatories=NAMES, version=plan.version)
    assert replaced_by(desk.tine, before) is None
    with standing_on(date(2031, 1, 1)):
        assert replaced_by(desk.tine, before) == plan
        assert plan_in_force(desk.tine, "fjordkredsen") == plan
