"""Somebody called after violence at home is handed to victim support, which takes no part in the police's case."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desks.casework.conftest import World, again, in_days

from samvirke.desks.casework.commands.disclose import disclose
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.models import Case, Disclosure, Referral
from samvirke.foundation.fault import Refused
from samvirke.handovers.case_people import name_person
from samvirke.handovers.case_referrals import send, take_on
from samvirke.registers.persons.models import Person
from samvirke.trust.access.actor import Actor

NEED = "She wants somebody to talk to this week."


@pytest.fixture
def anna(world: World) -> Actor:
    return world.worker("police", "caseworker", "anna")


@pytest.fixture
def called(world: World, anna: Actor) -> Case:
    """A call-back as far as the person has been reached and has said what she wants."""
    case = world.begin(anna, "close-relation-callback")
    name_person(anna, case=case, agency=world.agency("police"), role="harmed", name="Gry", born=date(1990, 1, 1))
    write_section(anna, case=case, section="call", answers={"reached_on": "2024-08-20", "said": "words"}, version=0)
    move(anna, case=case, to="called", version=1)
    return Case.objects.get(pk=case.pk)


def refer(actor: Actor, case: Case, world: World, *fields: str, kind: str = "association") -> Referral:
    return send(
        again(actor),
        case=case,
        receiver=world.agency(kind),
        to_type="victim-support-referral",
        fields=fields,
        necessity=NEED,
        expires_at=in_days(30),
        confirmed=True,
    )


def consented(actor: Actor, case: Case) -> Case:
    answers = {"on": ["support"], "subject_consents": True}
    write_section(again(actor), case=case, section="advice", answers=answers, version=0)
    move(again(actor), case=case, to="put_in_touch", version=case.version)
    return Case.objects.get(pk=case.pk)


def test_without_consent_nothing_is_handed_on(world: World, anna: Actor, called: Case):
    with pytest.raises(Refused, match="not answered"):
        move(again(anna), case=called, to="put_in_touch", version=called.version)
    with pytest.raises(Refused, match="Nothing crosses"):
        refer(anna, called, world, "occasion.kind")
    assert not Disclosure.objects.exists()


def test_what_waits_for_a_second_pair_of_eyes_cannot_be_taken_on(world: World, anna: Actor, called: Case):
    Person.objects.update(born=date(2012, 1, 1))
    sent = refer(anna, consented(anna, called), world, "advice.on", "people.harmed")
    assert (sent.disclosure.state, sent.disclosure.why_four_eyes) == ("waiting", "minor")
    vera = world.worker("association", "case-leader", "vera")
    with pytest.raises(Refused, match="not in force"):
        take_on(vera, referral=sent, agency=world.agency("association"), reason="on duty tonight")
    assert Case.objects.count() == 1


def test_victim_support_takes_it_on_and_the_police_learn_only_how_it_ended(world: World, anna: Actor, called: Case):
    case = consented(anna, called)
    sent = refer(anna, case, world, "advice.on", "people.harmed")
    disclosed = sent.disclosure
    assert (disclosed.basis, disclosed.purpose) == ("consent", "victim-support")
    assert set(disclosed.content) == {"advice.on", "people.harmed"}
    vera = world.worker("association", "case-leader", "vera")
    taken = take_on(vera, referral=sent, agency=world.agency("association"), reason="on duty tonight")
    assert (taken.type, taken.owner) == ("victim-support-referral", world.agency("association"))
    taken.refresh_from_db()
    move(again(vera), case=taken, to="closed", version=taken.version, outcome="known")
    sent.refresh_from_db()
    assert (sent.state, sent.told) == ("accepted", "already-known")


def test_what_was_said_in_the_call_cannot_be_handed_on(world: World, anna: Actor, called: Case):
    case = consented(anna, called)
    with pytest.raises(Refused, match="confidential and never crosses"):
        refer(anna, case, world, "call.said")


def test_it_is_handed_only_to_those_who_take_such_cases(world: World, anna: Actor, called: Case):
    case = consented(anna, called)
    with pytest.raises(Refused, match="takes no part"):
        refer(anna, case, world, "advice.on", kind="municipality")
    with pytest.raises(Refused, match="takes no part"):
        disclose(
            again(anna),
            case=case,
            receivers=[world.agency("association")],
            fields=["advice.on"],
            necessity=NEED,
            expires_at=in_days(30),
            confirmed=True,
        )
