"""What law and plans say of the kinds of case that protect somebody stands in their declarations."""

from __future__ import annotations

from datetime import date

import pytest

from samvirke.desks.casework.engine.answers import checked
from samvirke.desks.casework.engine.clocks import due_on
from samvirke.desks.casework.engine.crossing import may_cross
from samvirke.desks.casework.engine.declaration import NOTHING, FromConfiguration
from samvirke.desks.casework.engine.questions import LongText
from samvirke.desks.casework.engine.ready import obstacles
from samvirke.desks.casework.register import case_type

TODAY = date(2024, 8, 20)
CONSENTED = {
    "stalking": ("joint", "action_plan"),
    "honour-related": ("joint", "action_plan"),
    "close-relation-callback": ("put_in_touch", "advice"),
    "psychological-violence": ("put_in_touch", "contact"),
    "victim-service": ("put_in_touch", "contact"),
    "victim-support-referral": ("referred", "consent"),
}


def entered(_what: str) -> int | None:
    return None


def said(declared, stage, answers, people=()):
    return [str(one) for one in obstacles(declared, declared.stage(stage), answers, people, TODAY)]


def test_an_ordinary_decision_follows_the_service_of_an_immediate_order_within_60_days_as_far_as_possible():
    stalking = case_type("stalking")
    clock = stalking.stage("immediate").clock
    assert (clock.source, clock.soft) == ("Restraining Orders Act, section 2 a", True)
    served = {"order.immediate_served_on": "2024-08-01"}
    assert due_on(stalking, "immediate", TODAY, served, entered) == date(2024, 9, 30)
    assert due_on(stalking, "immediate", TODAY, {}, entered) is None


def test_a_restraining_order_lasts_at_most_five_years_and_its_stage_until_it_ends():
    stalking = case_type("stalking")
    order = stalking.section("order")
    for until, faults in (("2029-08-20", 0), ("2029-08-21", 1)):
        answers = {"decided": "restraining", "decided_on": "2024-08-20", "valid_until": until}
        assert len(checked(stalking, order, answers, {})[1]) == faults
    assert due_on(stalking, "in_force", TODAY, {"order.valid_until": "2029-08-20"}, entered) == date(2029, 8, 20)


@pytest.mark.parametrize("name", ["stalking", "honour-related"])
def test_an_assessment_is_dated_words_on_facts_that_never_leave_the_police(name):
    declared = case_type(name)
    section = declared.section("assessment")
    (assessed,) = [one for one in section.questions if isinstance(one, LongText) and one.assessment]
    assert {"facts", "assessed_on"} <= {one.name for one in section.questions}
    assert (section.confidential, section.by, assessed.name) == (True, ("police",), "risk_assessment")
    assert may_cross(declared, "joint", "assessment.risk_assessment") is not None


def test_where_somebody_under_pressure_can_be_reached_is_not_even_known_to_others():
    honour = case_type("honour-related")
    assert honour.section("contact").hidden
    assert "confidential" in str(may_cross(honour, "joint", "contact.safe_way"))


@pytest.mark.parametrize("name", sorted(CONSENTED))
def test_only_what_somebody_has_consented_to_is_shared(name):
    declared = case_type(name)
    stage, section = CONSENTED[name]
    assert [one.name for one in declared.stages if one.crosses != NOTHING] == [stage]
    assert declared.basis_at(stage) == "consent"
    assert f"{section}.subject_consents" in declared.stage(stage).needs


@pytest.mark.parametrize("name", sorted(set(CONSENTED) - {"victim-support-referral"}))
def test_whoever_is_protected_can_be_referred_to_those_who_support(name):
    assert case_type(name).refers_to == ("victim-support-referral",)


def test_the_family_law_authority_and_the_municipality_join_the_work_on_stalking():
    stalking = case_type("stalking")
    assert stalking.joined_by == ("municipality", "other")
    assert stalking.section("action_plan").by == ("police", "municipality", "other")
    assert stalking.section("family_law").by == ("police", "other")
    guided = {one.name for one in stalking.section("guidance").questions}
    assert {"harmed_guided_on", "counterpart_guided_on"} <= guided


def test_an_interview_on_psychological_violence_names_the_version_of_its_checklist():
    declared = case_type("psychological-violence")
    answers = {"interview.held_on": "2024-08-20"}
    people = [("harmed", date(1990, 1, 1))]
    assert said(declared, "interviewed", answers, people) == [
        "“Version of the interview and contact checklist” is not answered."
    ]
    assert said(declared, "interviewed", answers | {"checklist.version": "2024-1"}, people) == []


def test_a_promised_contact_is_the_deadline_of_a_case_in_contact():
    for name in ("psychological-violence", "victim-service"):
        promised = {"contact.next_contact_on": "2024-09-02"}
        assert due_on(case_type(name), "in_contact", TODAY, promised, entered) == date(2024, 9, 2)


def test_a_request_to_a_provider_runs_on_the_districts_own_period_and_a_sample_is_reviewed():
    declared = case_type("victim-service")
    assert isinstance(declared.stage("take_down").clock, FromConfiguration)
    assert declared.stage("review").needs == ("review.sampled",)


def test_a_home_is_revisited_when_it_was_hit_again_within_a_year():
    revisit = case_type("burglary-revisit")
    section = revisit.section("burglaries")
    for latest, faults in (("2024-03-01", 0), ("2024-03-02", 1)):
        assert len(checked(revisit, section, {"first_on": "2023-03-01", "latest_on": latest}, {})[1]) == faults
    latest = {"burglaries.latest_on": "2024-02-29"}
    assert due_on(revisit, "offered", TODAY, latest, entered) == date(2025, 2, 28)


def test_mediation_needs_both_consents_a_confession_and_a_mediator_who_finds_it_possible():
    mediation = case_type("mediation")
    people = [("harmed", date(1980, 1, 1)), ("offender", date(2008, 1, 1))]
    answers = {"consent.harmed_consents": True, "consent.offender_consents": False}
    assert said(mediation, "meeting", answers, people) == [
        "“The offender consents” has to be yes.",
        "“The mediator finds both ready for a constructive dialogue” is not answered.",
        "“Offender” is under 18 or of unknown age, and no guardian is named.",
    ]
    assert mediation.stage("offered").needs == ("screening.confessed",)


def test_nothing_said_in_mediation_crosses_at_any_stage():
    mediation = case_type("mediation")
    assert {one.crosses for one in mediation.stages} == {NOTHING}
    assert mediation.section("meeting").confidential
    assert {"withdrawn", "ended"} <= {one.name for one in mediation.stage("closed").outcomes}
