"""A kind of case that lets something cross where nothing ever could, or waits for another's answers, is told so."""

from __future__ import annotations

from dataclasses import replace

from samvirke.desks.casework.engine.declaration import FIELDS, Clock, Until
from samvirke.desks.casework.engine.faults import faults
from samvirke.desks.casework.register import case_type


def with_stage(name, stage, **changed):
    declared = case_type(name)
    return replace(
        declared, stages=tuple(replace(one, **changed) if one.name == stage else one for one in declared.stages)
    )


def test_a_stage_cannot_let_anything_cross_on_a_basis_that_joins_nobody():
    assert faults(with_stage("stalking", "asked", crosses=FIELDS)) == [
        "asked lets something cross, which restraining-order-act does not"
    ]


def test_consent_has_to_be_asked_for_in_the_form_before_anything_crosses_by_it():
    declared = case_type("victim-support-referral")
    section = declared.section("consent")
    silent = replace(section, questions=section.questions[1:])
    form = (silent, *declared.sections[1:])
    stages = tuple(replace(one, needs=()) for one in declared.stages)
    assert faults(replace(declared, sections=form, stages=stages)) == [
        "consent asks for the consent of subject: ask yes or no to subject_consents"
    ]


def test_a_stage_cannot_need_what_only_another_agency_answers():
    assert faults(with_stage("alcohol-licence", "deciding", needs=("hearing.answered_on",))) == [
        "deciding needs hearing.answered_on, which the owner of the case does not write"
    ]


def test_a_clock_cannot_run_on_what_only_another_agency_answers():
    until = with_stage("alcohol-licence", "deciding", clock=Until("hearing.answered_on"))
    assert faults(until) == ["deciding lasts until hearing.answered_on, which the owner of the case does not write"]
    counted = with_stage("alcohol-licence", "deciding", clock=Clock(1, "days", "a rule", since="hearing.answered_on"))
    assert faults(counted) == [
        "the clock of deciding counts from hearing.answered_on, which the owner of the case does not write"
    ]
