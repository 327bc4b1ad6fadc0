"""Attempts to bring something across between agencies, or to harm one, past the rules of disclosure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from tests.desks.casework.conftest import World, account_of, again, in_days
from tests.desks.casework.shared_case import WHY, Shared, shared_case

from samvirke.desks.casework.commands.approve import approve, reject
from samvirke.desks.casework.commands.ask_for import ask_for
from samvirke.desks.casework.commands.assign import assign, release
from samvirke.desks.casework.commands.break_glass import break_glass
from samvirke.desks.casework.commands.disclose import disclose
from samvirke.desks.casework.commands.invite import part
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.note_conflict import note_conflict
from samvirke.desks.casework.commands.recall import recall
from samvirke.desks.casework.commands.refer import accept, turn_down
from samvirke.desks.casework.commands.seal import seal
from samvirke.desks.casework.models import Ask, Case, Conflict, Disclosure, Member, Referral, TaskText
from samvirke.desks.casework.queries.referrals import referrals_received
from samvirke.foundation.fault import Refused
from samvirke.handovers.case_people import name_person, take_out
from samvirke.handovers.case_referrals import approve_and_tell, send
from samvirke.handovers.case_tasks import give
from samvirke.registers.outbox.models import Message
from samvirke.registers.persons.commands.forget_person import forget_person
from samvirke.registers.persons.models import Person
from samvirke.trust.access.actor import Actor, system
from samvirke.trust.retention import ledger
from samvirke.trust.retention.commands.replay import replay

_CHILD = date(2010, 1, 1)


@pytest.fixture
def shared(world: World) -> Shared:
    return shared_case(world)


def _leader(shared: Shared) -> Actor:
    return shared.world.worker("police", "case-leader", "leader")


def _refer(shared: Shared) -> Referral:
    """The police's matter, sent to the municipality."""
    return send(
        again(shared.line),
        case=shared.case,
        receiver=shared.town,
        to_type="trial-house",
        fields=["enquiry.events"],
        necessity=WHY,
        expires_at=in_days(30),
        confirmed=True,
    )


def _asked(shared: Shared) -> Ask:
    """The police ask the municipality, which has something to answer and knows whom it is about."""
    shared.disclose(["people.citizen"])
    shared.write(shared.karim, "support", {"home": "a flat", "contact": True})
    return ask_for(again(shared.line), case=shared.case, holder=shared.town, section="support", why="Is a home lost?")


def test_what_waits_is_not_given_to_an_agency_that_has_left(world: World):
    shared = shared_case(world, born=_CHILD)
    waiting = shared.disclose()
    part(again(shared.line), case=shared.case, agency=shared.town)
    with pytest.raises(Refused, match="takes no part"):
        approve(_leader(shared), disclosure=waiting)
    assert Disclosure.objects.get(pk=waiting.pk).given_at is None


def test_what_waits_is_not_given_where_the_case_was_moved_since_the_page_was_opened(world: World):
    shared = shared_case(world, "filtered", born=_CHILD)
    waiting = Disclosure.objects.select_related("case").get(pk=shared.disclose().pk)
    move(again(shared.line), case=Case.objects.get(pk=shared.case.pk), to="shared", version=2)
    with pytest.raises(Refused, match="another stage"):
        approve(_leader(shared), disclosure=waiting)


def test_a_case_that_was_closed_since_its_page_was_opened_discloses_nothing(shared: Shared):
    old = Case.objects.get(pk=shared.case.pk)
    move(again(shared.line), case=shared.case, to="closed", version=3, outcome="taken_off")
    given = {"necessity": WHY, "expires_at": in_days(3), "confirmed": True}
    with pytest.raises(Refused, match="closed"):
        disclose(again(shared.line), case=old, receivers=[shared.town], fields=["enquiry.events"], **given)


@pytest.mark.parametrize(
    ("born", "told", "state"),
    [(_CHILD, True, "waiting"), (date(1990, 1, 1), True, "given"), (_CHILD, False, "waiting")],
)
def test_about_a_child_a_second_person_decides_also_for_an_agency_that_has_named_nobody(
    world: World, born: date, told: bool, state: str
):
    shared = shared_case(world, born=born)
    if told:
        named = shared.disclose(["people.citizen"])
        if named.state == "waiting":
            approve(_leader(shared), disclosure=named)
    shared.write(shared.karim, "support", {"home": "a flat", "contact": True})
    assert shared.disclose(["support.contact"], by=shared.karim, to=shared.region).state == state


def test_a_relative_who_is_a_child_is_not_named_by_one_person_alone(shared: Shared):
    named = {"case": shared.case, "agency": shared.police, "role": "guardian"}
    name_person(again(shared.line), name="Eva Lund", born=date(1970, 1, 1), **named)
    assert shared.disclose(["people.guardian"]).state == "given"
    name_person(again(shared.line), name="Ib Lund", born=_CHILD, **named)
    assert shared.disclose(["people.guardian"]).why_four_eyes == "minor"
    assert shared.disclose().state == "given"


def test_a_question_is_not_answered_by_telling_somebody_else(shared: Shared):
    asked = _asked(shared)
    with pytest.raises(Refused, match="agency that asked"):
        shared.disclose(["support.contact"], by=shared.karim, to=shared.region, ask=asked)
    assert Ask.objects.get(pk=asked.pk).state == "open"


@pytest.mark.parametrize(("verdict", "state"), [(approve, "answered"), (reject, "open")])
def test_whoever_asked_does_not_see_that_an_answer_waits(shared: Shared, verdict, state: str):
    asked = _asked(shared)
    name_person(again(shared.karim), case=shared.case, agency=shared.town, role="young", name="Ib Lund", born=_CHILD)
    waiting = shared.disclose(["support.contact"], by=shared.karim, to=shared.police, ask=asked)
    assert (waiting.state, Ask.objects.get(pk=asked.pk).state) == ("waiting", "open")
    verdict(shared.world.worker("municipality", "case-leader", "second"), disclosure=waiting)
    assert Ask.objects.get(pk=asked.pk).state == state


def test_an_agency_shuts_nobody_of_another_out_of_their_case(shared: Shared):
    leader = _leader(shared)
    assign(leader, case=shared.case, account=account_of(leader), agency=shared.police, reason="leads", leads=True)
    for whom in (shared.line, shared.birgit):
        with pytest.raises(Refused, match="not your agency's"):
            note_conflict(again(shared.karim), case=shared.case, account=account_of(whom), kind="other")
    assert not Conflict.objects.exists()
    note_conflict(again(shared.karim), case=shared.case, account=account_of(shared.karim), kind="self")


def test_a_person_who_cannot_be_forgotten_leaves_no_line_that_a_restart_would_try_for_ever(shared: Shared):
    before = ledger.last()
    with pytest.raises(Refused, match="still part of a case"):
        forget_person(again(shared.line), person=Person.objects.get(name="Mads Lund"))
    assert ledger.last() == before
    assert replay(system("operator")) == {}


def test_whoever_is_taken_out_of_their_only_case_leaves_the_register(shared: Shared):
    second = shared.world.begin(shared.line, "trial-psp")
    number = {"role": "citizen", "name": "Ida Holm", "born": date(1990, 5, 2), "agency": shared.police}
    alone = name_person(again(shared.line), case=shared.case, **number)
    both = name_person(again(shared.line), case=shared.case, cpr="0101801234", role="citizen", name="Bo Friis",
                       agency=shared.police)  # fmt: skip
    name_person(again(shared.line), case=second, cpr="0101801234", role="citizen", name="Bo Friis",
                agency=shared.police)  # fmt: skip
    for involved in (alone, both):
        take_out(again(shared.line), case=shared.case, involved=involved)
    assert set(Person.objects.values_list("name", flat=True)) == {"Mads Lund", "Bo Friis"}


def test_a_referral_becomes_no_case_of_another_agency_or_kind(shared: Shared):
    sent = _refer(shared)
    with pytest.raises(Refused, match="not referred there"):
        accept(again(shared.karim), agency=shared.town, referral=sent, case=shared.case)
    sent.refresh_from_db()
    assert (sent.state, sent.became) == ("sent", None)


def test_a_referral_that_waits_for_a_second_person_has_reached_nobody(world: World):
    shared = shared_case(world, born=_CHILD)
    sent = _refer(shared)
    told = Message.objects.filter(key=f"referral:{sent.pk}")
    assert sent.disclosure.state == "waiting"
    assert not referrals_received(again(shared.karim), world.district.pk).exists()
    assert not told.exists()
    with pytest.raises(Refused, match="not in force"):
        turn_down(again(shared.karim), agency=shared.town, referral=sent, reason="not ours")
    approve_and_tell(_leader(shared), disclosure=sent.disclosure)
    assert list(referrals_received(again(shared.karim), world.district.pk)) == [sent]
    assert told.count() == 1


def test_a_colleague_is_released_from_the_case_that_was_named_and_no_other(shared: Shared):
    other = shared.world.begin(shared.line, "trial-psp")
    rita = account_of(shared.world.worker("police", "caseworker", "rita"))
    member = assign(again(shared.line), case=other, account=rita, agency=shared.police, reason="helps")
    with pytest.raises(Refused, match="do not work on this case"):
        release(again(shared.line), case=shared.case, member=member)
    assert Member.objects.get(pk=member.pk).until > in_days(80)


def test_words_longer_than_their_column_are_refused_before_a_database_fails_on_them(shared: Shared):
    line, long = again(shared.line), "n" * 1001
    given, other = shared.disclose(), account_of(_leader(shared))
    attempts: list[Callable[[], object]] = [
        lambda: shared.disclose(necessity=long),
        lambda: recall(line, disclosure=given, reason=long),
        lambda: ask_for(line, case=shared.case, holder=shared.town, section="support", why=long),
        lambda: give(line, case=shared.case, agency=shared.town, text=long, due=in_days(9).date()),
        lambda: seal(line, case=shared.case, reason=long),
        lambda: assign(line, case=shared.case, account=other, agency=shared.police, reason=long),
        lambda: break_glass(_leader(shared), case=shared.case, reason="other", text=long),
    ]
    for attempt in attempts:
        with pytest.raises(Refused, match="Write at most"):
            attempt()


@pytest.mark.parametrize(("stage", "closes"), [("screened", False), ("shared", True)])
def test_no_words_reach_another_agency_where_nothing_crosses(world: World, stage: str, closes: bool):
    shared = shared_case(world, stage)
    if closes:
        move(again(shared.line), case=shared.case, to="closed", version=3, outcome="helped")
        shared.case.refresh_from_db()
    said = "closed" if closes else "Nothing crosses"
    line, due = again(shared.line), in_days(9).date()
    with pytest.raises(Refused, match=said):
        ask_for(line, case=shared.case, holder=shared.town, section="support", why="Mads drinks, does he not?")
    with pytest.raises(Refused, match=said):
        give(line, case=shared.case, agency=shared.town, text="Mads drinks: visit him", due=due)
    assert not Ask.objects.exists()
    give(line, case=shared.case, agency=shared.police, text="call Mads", due=due)
    assert TaskText.objects.get().agency_id == shared.police.pk
