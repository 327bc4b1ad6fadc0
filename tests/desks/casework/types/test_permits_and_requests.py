"""What law and promises say of permits, of citizens' requests and of violence against staff stands in the types."""

from __future__ import annotations

from datetime import date

import pytest

from samvirke.desks.casework.engine.answers import checked
from samvirke.desks.casework.engine.clocks import due_on
from samvirke.desks.casework.engine.crossing import may_cross
from samvirke.desks.casework.engine.ready import obstacles
from samvirke.desks.casework.register import case_type

TODAY = date(2024, 8, 20)


def entered(_what: str) -> int | None:
    return None


def test_violence_against_staff_is_reported_within_72_hours_of_the_incident():
    declared = case_type("staff-violence")
    happened = {"incident.happened_on": "2024-08-19"}
    assert due_on(declared, "happened", TODAY, happened, entered) == date(2024, 8, 22)
    clock = declared.stage("happened").clock
    assert (clock.amount, clock.unit, clock.soft) == (72, "hours", False)


def test_a_dispensation_asks_for_an_individual_reason_that_stays_with_the_employer():
    declared = case_type("staff-violence")
    needs = declared.stage("dispensation").needs
    assert "dispensation.justification" in needs
    found = obstacles(declared, declared.stage("dispensation"), {}, [("employee", date(1980, 1, 1))], TODAY)
    assert len(found) == len(needs)
    assert may_cross(declared, "happened", "dispensation.justification") is not None


def test_a_report_made_only_for_registration_is_counted_apart():
    counts = case_type("staff-violence").counts
    assert {"closed: reported", "closed: registration_only", "closed: dispensed"} <= set(counts)


def test_a_licence_is_for_eight_four_or_two_years_and_never_longer_than_eight():
    declared = case_type("alcohol-licence")
    years = declared.question("decision.years")
    assert [name for name, _words in years.options] == ["8", "4", "2"]
    for until, faults in (("2032-08-20", 0), ("2032-08-21", 1)):
        answers = {"decided_on": "2024-08-20", "years": "8", "valid_until": until}
        assert len(checked(declared, declared.section("decision"), answers, {})[1]) == faults
    assert due_on(declared, "in_force", TODAY, {"decision.valid_until": "2028-08-20"}, entered) == date(2028, 8, 20)


def test_whoever_loses_a_licence_has_four_weeks_to_ask_for_a_court():
    declared = case_type("alcohol-licence")
    clock = declared.stage("withdrawing").clock
    assert clock.source == "Restaurants Act, section 19"
    made_known = {"supervision.withdrawn_on": "2024-08-01"}
    assert due_on(declared, "withdrawing", TODAY, made_known, entered) == date(2024, 8, 29)


def test_a_licence_goes_through_statement_and_hearing_and_comes_back_for_renewal():
    declared = case_type("alcohol-licence")
    way, wanted = ["applied"], ("statement", "hearing", "deciding", "in_force", "renewal", "statement")
    for stage in wanted:
        assert stage in declared.stage(way[-1]).leads_to
        way.append(stage)
    authorities = [name for name, _words in declared.question("decision.authority").options]
    assert authorities == ["board", "committee"]


def test_every_authority_answers_in_the_consultation_on_an_event():
    declared = case_type("event-permit")
    assert declared.section("consultation").by == declared.agencies == ("police", "municipality", "region", "other")


def test_how_an_event_is_secured_against_terror_never_leaves_the_police():
    declared = case_type("event-permit")
    section = declared.section("security")
    assert (section.confidential, section.hidden, section.by) == (True, True, ("police",))
    assert [one.name for one in section.questions if one.name.startswith("guide_")] == [
        "guide_buildings",
        "guide_places",
        "guide_events",
    ]


@pytest.mark.parametrize(("stage", "last"), [("received", date(2024, 8, 15)), ("accepted", date(2024, 8, 31))])
def test_a_booked_officer_is_answered_in_14_days_and_carried_out_in_30_days_of_the_request(stage, last):
    request = {"request.received_on": "2024-08-01"}
    assert due_on(case_type("booked-officer"), stage, TODAY, request, entered) == last


def test_a_request_for_an_officer_cannot_be_closed_without_a_reasoned_answer():
    declared = case_type("booked-officer")
    assert declared.stage("received").leads_to == ("accepted", "declined")
    for stage in ("accepted", "declined"):
        assert {"answer.reason", "answer.answered_on"} <= set(declared.stage(stage).needs)


def test_a_speed_tip_names_its_dossier_and_the_sender_is_told_and_kept_out_of_what_crosses():
    declared = case_type("speed-tip")
    assert declared.question("tip.stretch").required
    assert declared.stage("told").needs == ("look.action", "reply.told_on")
    assert may_cross(declared, "looked_at", "tip.stretch") is None
    assert may_cross(declared, "looked_at", "reply.words") is not None
