"""Cases about children, release and concern in a real district: what crosses, what is told and what is erased."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.desks.casework.conftest import World, again, in_days

from samvirke.desks.casework.commands.invite import invite
from samvirke.desks.casework.commands.involve import involve
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.facts.proposal import draw
from samvirke.desks.casework.facts.type_standings import type_standings
from samvirke.desks.casework.models import Case, Contribution, Disclosure, Involved, Referral, Tally
from samvirke.foundation.fault import Refused
from samvirke.handovers.case_end import move_on
from samvirke.handovers.case_people import name_person
from samvirke.handovers.case_referrals import send, take_on
from samvirke.registers.persons.models import Person
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.audit.models import Line

NEED = "The municipality cannot help the family without it."


def write(actor: Actor, case: Case, section: str, answers: Mapping[str, object]) -> None:
    write_section(again(actor), case=case, section=section, answers=answers, version=0)


def go(actor: Actor, case: Case, to: str, outcome: str = "") -> Case:
    move_on(again(actor), case=case, to=to, version=case.version, outcome=outcome)
    return Case.objects.filter(pk=case.pk).first() or case


def refer(actor: Actor, case: Case, world: World, kind: str, to_type: str, *fields: str) -> Referral:
    return send(
        again(actor),
        case=case,
        receiver=world.agency(kind),
        to_type=to_type,
        fields=fields,
        necessity=NEED,
        expires_at=in_days(30),
        confirmed=True,
    )


def counted(case_type: str) -> list[str]:
    """What was counted of a kind of case, beside how long each stage lasted."""
    found = Tally.objects.filter(district_id="fjordkredsen", case_type=case_type).exclude(what__startswith="left ")
    return sorted(found.values_list("what", flat=True))


@pytest.fixture
def anna(world: World) -> Actor:
    return world.worker("police", "caseworker", "anna")


@pytest.fixture
def child(world: World, anna: Actor) -> Case:
    """A concern for an invented child, of the police's own."""
    case = world.begin(anna, "social-report")
    name_person(anna, case=case, agency=world.agency("police"), role="child", name="Bo Opdigtet", born=date(2015, 3, 1))
    seen = {"found_by": "patrol", "about": ["neglect"], "seen": "Alone in the street at 2 on 4 August."}
    write(anna, case, "concern", seen)
    return go(anna, case, "report")


def test_the_police_report_a_child_and_learn_no_more_than_the_class_of_outcome(world: World, anna: Actor, child: Case):
    sent = refer(anna, child, world, "municipality", "child-notification", "concern.seen", "people.child")
    # Health or minors: somebody else looks first, so what waits has not yet been given.
    assert sent.disclosure.why_four_eyes == "minor"
    assert (sent.disclosure.basis, sent.disclosure.purpose) == ("childrens-act-notification", "child-protection")
    assert sent.told == ""


def test_the_receipt_is_due_six_weekdays_after_the_municipality_received_it(anna: Actor, child: Case):
    write(anna, child, "report", {"received_on": "2024-08-16"})
    child.refresh_from_db()
    waiting = go(anna, child, "receipt")
    assert waiting.due_on == date(2024, 8, 26)


def test_below_the_threshold_a_concern_leaves_counts_and_nothing_else(world: World):
    ida = world.worker("municipality", "caseworker", "ida")
    case = world.begin(ida, "ssp-concern", "municipality")
    name_person(ida, case=case, agency=world.agency("municipality"), role="young_person", name="Eli Opdigtet")
    write(ida, case, "concern", {"level": "individual", "about": ["absence"], "seen": "Gone since May."})
    go(ida, case, "below_threshold", "no_ground")
    assert not Case.objects.filter(pk=case.pk).exists()
    assert not Contribution.objects.exists()
    assert not Involved.objects.exists()
    assert not Person.objects.exists()
    assert counted("ssp-concern") == ["below_threshold: no_ground", "own_agency"]


def test_whoever_is_part_of_another_case_stays_in_the_register_when_one_is_erased(world: World):
    ida, agency = world.worker("municipality", "caseworker", "ida"), world.agency("municipality")
    other, case = (world.begin(ida, "ssp-concern", "municipality") for _each in range(2))
    there = name_person(ida, case=other, agency=agency, role="young_person", name="Eli Opdigtet")
    involve(again(ida), case=case, person=there.person, role="young_person")
    name_person(ida, case=case, agency=agency, role="guardian", name="Gry Opdigtet")
    go(ida, case, "below_threshold", "no_ground")
    assert list(Person.objects.all()) == [there.person]
    forgotten = Line.objects.get(action="persons.forget")
    assert (forgotten.actor, forgotten.decision) == ("system:scheduler", "permit")


def test_a_concern_is_discussed_without_names_before_anybody_is_named(world: World):
    ida = world.worker("municipality", "caseworker", "ida")
    case = world.begin(ida, "ssp-concern", "municipality")
    about = {"level": "individual", "about": ["absence"], "seen": "Gone since May.", "threshold": True}
    write(ida, case, "concern", about)
    invite(again(ida), case=case, agency=world.agency("police"))
    case = go(ida, case, "unnamed")

    def against(*fields: str) -> list[str]:
        giver, receivers = case.owner_id, [world.agency("police")]
        drawn = draw(case, giver, frozenset({"caseworker"}), receivers, fields, NEED, confirmed=True)
        return [str(one) for one in drawn.objections]

    assert against("concern.about") == []
    assert against("concern.seen") == ["Free text could name somebody, and nobody is named at this stage."]
    assert against("people.young_person") == ["Nobody is named to another agency at this stage."]


def test_an_enquiry_at_the_contact_point_leaves_a_count_alone(world: World, anna: Actor):
    case = world.begin(anna, "child-contact-point")
    write(anna, case, "enquiry", {"asked_on": "2024-08-20", "asked_by": "school", "about": "violence"})
    write(anna, case, "answer", {"answered_on": "2024-08-20", "advice": "report"})
    case = go(anna, case, "answered")
    go(anna, case, "closed", "report")
    assert not Case.objects.filter(pk=case.pk).exists()
    assert not Contribution.objects.exists()
    assert counted("child-contact-point") == ["answered", "asked", "closed: report"]


@pytest.mark.parametrize(
    ("role", "born"), [("suspected_child", date(2008, 1, 1)), ("sentenced_young", date(2012, 1, 1))]
)
def test_somebody_of_the_wrong_age_has_no_part_before_the_board(world: World, anna: Actor, role: str, born: date):
    case = world.begin(anna, "youth-crime-board")
    with pytest.raises(Refused, match="is for people of"):
        name_person(anna, case=case, agency=world.agency("police"), role=role, name="Eli Opdigtet", born=born)
    assert not Involved.objects.exists()


def test_a_release_under_letter_c_goes_to_the_info_house_for_its_purpose_alone(world: World):
    kim = world.worker("probation", "caseworker", "kim")
    case = world.begin(kim, "ksp-release", "probation")
    agency = world.agency("probation")
    name_person(kim, case=case, agency=agency, role="convicted", name="Max Opdigtet", born=date(1990, 1, 1))
    write(kim, case, "ground", {"radicalised": True, "release_on": "2024-09-20"})
    write(kim, case, "plan", {"home": "A room in Randers"})
    with pytest.raises(Refused, match="Nothing crosses"):
        refer(kim, case, world, "municipality", "info-house", "plan.home")
    case = go(kim, go(kim, case, "letter_c"), "info_house")
    sent = refer(kim, case, world, "municipality", "info-house", "plan.home")
    disclosed = Disclosure.objects.get(pk=sent.disclosure_id)
    assert (disclosed.basis, disclosed.purpose) == ("justice-act-115-ksp-c", "radicalisation")
    mona = world.worker("municipality", "case-leader", "mona")
    taken = take_on(mona, referral=sent, agency=world.agency("municipality"), reason="has the house this week")
    taken.refresh_from_db()
    go(mona, taken, "closed", "effort_ended")
    sent.refresh_from_db()
    assert sent.told == "taken-up"


@pytest.mark.parametrize("name", ["focused-intervention", "gang-cooperation"])
def test_what_no_law_was_found_for_cannot_be_opened_as_shipped(fjord: District, name: str):
    standing = type_standings(fjord.pk)[name]
    assert not standing.in_use
    assert any("is not in use" in str(reason) for reason in standing.against)


def test_under_a_test_basis_somebody_is_nominated_reviewed_and_taken_off(world: World):
    lead = world.worker("police", "case-leader", "lea")
    case = world.begin(lead, "focused-intervention")
    agency = world.agency("police")
    name_person(lead, case=case, agency=agency, role="nominated", name="Max Opdigtet", born=date(1990, 1, 1))
    with pytest.raises(Refused, match="not answered"):
        go(lead, case, "active")
    acts = {"nominated_by": "Head of local police", "nominated_on": "2024-08-19", "acts": "Robbery on 3 August."}
    write(lead, case, "nomination", {**acts, "latest_act_on": "2024-08-03"})
    write(lead, case, "approval", {"approved": True, "approved_by": "Chief", "approved_on": "2024-08-20"})
    case = go(lead, case, "active")
    assert case.due_on == date(2025, 2, 16)
    case = go(lead, case, "closed", "removed")
    assert (case.is_open, case.outcome) == (False, "removed")
    assert set(counted("focused-intervention")) >= {"active", "closed: removed", "nominated"}
