"""What law and plans say of the cases about children and young people stands in their declarations."""

from __future__ import annotations

from datetime import date

import pytest

from samvirke.desks.casework.engine.answers import checked
from samvirke.desks.casework.engine.clocks import due_on
from samvirke.desks.casework.engine.crossing import may_cross
from samvirke.desks.casework.engine.declaration import NOTHING, UNNAMED, FromConfiguration
from samvirke.desks.casework.engine.questions import FREE_TEXT
from samvirke.desks.casework.engine.ready import obstacles, out_of_range
from samvirke.desks.casework.register import case_type

TODAY = date(2024, 8, 20)
BORN = {age: date(TODAY.year - age, 1, 1) for age in range(30)}


def entered(_what: str) -> int | None:
    return None


def said(declared, stage, answers, people=()):
    return [str(one) for one in obstacles(declared, declared.stage(stage), answers, people, TODAY)]


def fits(role: str, age: int, name: str) -> bool:
    return out_of_range(case_type(name), role, BORN[age], TODAY) is None


class TestSspConcern:
    """Four filters, three levels, and a hand-over to SSP+ when somebody turns 18."""

    def test_it_passes_the_four_filters_in_their_order(self):
        ssp = case_type("ssp-concern")
        filters = ["own_agency", "unnamed", "minimum", "acting"]
        assert [stage.name for stage in ssp.stages][:4] == filters
        assert all(after in ssp.stage(before).leads_to for before, after in zip(filters, filters[1:], strict=False))
        assert [ssp.stage(name).crosses for name in filters] == ["nothing", "unnamed", "fields", "fields"]

    def test_below_the_threshold_it_is_erased_and_only_counted(self):
        ssp = case_type("ssp-concern")
        below = ssp.stage("below_threshold")
        assert [(outcome.erases, outcome.told) for outcome in below.outcomes] == [(True, "not-taken-up")] * 2
        assert {f"below_threshold: {outcome.name}" for outcome in below.outcomes} <= set(ssp.counts)
        assert not any(outcome.erases for outcome in ssp.stage("closed").outcomes)

    def test_what_somebody_acts_on_can_no_longer_be_erased_as_below_the_threshold(self):
        ssp = case_type("ssp-concern")
        leading = {stage.name for stage in ssp.stages if "below_threshold" in stage.leads_to}
        assert leading == {"own_agency", "unnamed", "minimum"}

    def test_another_agency_hears_of_it_only_when_it_is_serious_enough(self):
        ssp = case_type("ssp-concern")
        assert said(ssp, "unnamed", {"concern.threshold": False}) == [
            "“It is serious enough for others to hear of it” has to be yes."
        ]
        assert said(ssp, "unnamed", {"concern.threshold": True}) == []

    def test_without_names_neither_people_nor_free_text_cross(self):
        ssp = case_type("ssp-concern")
        assert may_cross(ssp, "own_agency", "concern.about") is not None
        assert may_cross(ssp, "unnamed", "concern.about") is None
        for path in ("people.young_person", "people.guardian", "concern.seen", "wellbeing.substances"):
            assert may_cross(ssp, "unnamed", path) is not None
            assert may_cross(ssp, "minimum", path) is None

    def test_its_levels_are_the_general_the_specific_and_the_individual(self):
        level = case_type("ssp-concern").question("concern.level")
        assert [name for name, _words in level.options] == ["general", "specific", "individual"]

    def test_ssp_plus_is_for_18_to_25_and_ssp_for_those_below(self):
        assert [fits("young_person", age, "ssp-concern") for age in (5, 17, 18)] == [True, True, False]
        assert [fits("young_adult", age, "ssp-concern") for age in (17, 18, 25, 26)] == [False, True, True, False]

    def test_it_is_handed_over_on_the_birthday_and_the_sender_hears_that_it_was_passed_on(self):
        ssp = case_type("ssp-concern")
        assert ssp.stage("handing_over").needs == ("handover.turns_18_on",)
        told = {outcome.name: outcome.told for outcome in ssp.stage("closed").outcomes}
        assert told["handed_over"] == "passed-on"

    def test_health_is_read_by_those_who_work_with_it(self):
        wellbeing = case_type("ssp-concern").section("wellbeing")
        assert {asked.matter for asked in wellbeing.questions} == {"health"}
        assert set(wellbeing.readers) == {"caseworker", "case-leader", "coordinator"}


class TestSspGroup:
    """A group or a place, and nobody in it."""

    def test_nobody_has_a_part_in_it_and_it_says_so(self):
        group = case_type("ssp-group")
        assert group.people == ()
        assert "no person is named here until there is a basis" in group.summary

    def test_at_no_stage_does_anything_cross_that_could_name_somebody(self):
        group = case_type("ssp-group")
        assert {stage.crosses for stage in group.stages} == {UNNAMED}
        texts = [
            f"{section.name}.{asked.name}"
            for section in group.sections
            for asked in section.questions
            if isinstance(asked, FREE_TEXT)
        ]
        assert len(texts) == 3
        assert all(may_cross(group, stage.name, path) for stage in group.stages for path in texts)


class TestYouthCrimeBoard:
    """The act's ages and years; the periods that were not found are the district's."""

    def test_a_suspected_child_is_10_to_14_and_a_sentenced_one_15_to_17(self):
        board = case_type("youth-crime-board")
        assert {role.name: role.character for role in board.people[:2]} == {
            "suspected_child": "suspected",
            "sentenced_young": "convicted",
        }
        assert [fits("suspected_child", age, board.name) for age in (9, 10, 14, 15)] == [False, True, True, False]
        assert [fits("sentenced_young", age, board.name) for age in (14, 15, 17, 18)] == [False, True, True, False]

    def test_child_and_guardian_come_before_the_board(self):
        board = case_type("youth-crime-board")
        child = [("suspected_child", BORN[12])]
        assert said(board, "board", {}, child) == [
            "“Child of 10 to 14 who is suspected” is under 18 or of unknown age, and no guardian is named."
        ]
        assert said(board, "board", {}, [*child, ("guardian", None)]) == []

    @pytest.mark.parametrize(
        ("question", "last", "late"),
        [("course_until", "2026-08-20", "2026-08-21"), ("special_until", "2028-08-20", "2028-08-21")],
    )
    def test_an_improvement_course_lasts_two_years_at_most_and_four_in_special_cases(self, question, last, late):
        board = case_type("youth-crime-board")
        for until, faults in ((last, 0), (late, 1)):
            answers = {"decided_on": "2024-08-20", question: until}
            assert len(checked(board, board.section("decision"), answers, {})[1]) == faults
        assert board.question(f"decision.{question}").at_most.source == "Act on combating youth crime, section 13"

    def test_the_four_years_are_for_10_to_14_in_quite_special_cases_alone(self):
        board = case_type("youth-crime-board")
        years = {"decision.special_until": "2028-08-20"}
        named = [("suspected_child", BORN[12]), ("guardian", None)]
        assert said(board, "special_supervision", {**years, "decision.special_child": False}, named) == [
            "“A quite special case, and the child is 10 to 14” has to be yes."
        ]
        assert said(board, "special_supervision", {**years, "decision.special_child": True}, named) == []
        assert due_on(board, "special_supervision", TODAY, years, entered) == date(2028, 8, 20)

    def test_supervision_ends_with_the_course_and_a_breach_leads_back_to_the_board(self):
        board = case_type("youth-crime-board")
        assert due_on(board, "supervision", TODAY, {"decision.course_until": "2026-01-31"}, entered) == date(
            2026, 1, 31
        )
        for name in ("supervision", "special_supervision"):
            assert "returned" in board.stage(name).leads_to

    def test_each_wait_is_counted_at_the_agency_where_it_arises(self):
        board = case_type("youth-crime-board")
        assert {stage.name: stage.clock_of for stage in board.stages if stage.clock_of} == {
            "screening": "police",
            "referred": "police",
            "investigation": "municipality",
            "board": "other",
            "reaction": "municipality",
            "starting": "municipality",
            "supervision": "probation",
            "special_supervision": "probation",
            "returned": "other",
        }

    def test_periods_that_only_the_press_derived_are_no_rules(self):
        board = case_type("youth-crime-board")
        for name in ("screening", "referred", "investigation", "board", "starting"):
            assert isinstance(board.stage(name).clock, FromConfiguration)

    def test_the_nine_measures_and_the_reactions_of_the_act_are_offered(self):
        board = case_type("youth-crime-board")
        assert len(board.question("decision.measures").options) == 9
        assert "mediation" in dict(board.question("decision.reaction").options)


class TestNotifications:
    """A social report is one-way: a receipt within six weekdays comes back, and the class of outcome."""

    @pytest.mark.parametrize(
        ("name", "stage", "since"),
        [
            ("social-report", "receipt", "report.received_on"),
            ("child-notification", "received", "received.received_on"),
        ],
    )
    def test_the_receipt_comes_within_six_weekdays_of_the_day_it_was_received(self, name, stage, since):
        declared = case_type(name)
        clock = declared.stage(stage).clock
        assert (clock.amount, clock.unit, clock.soft) == (6, "weekdays", False)
        assert due_on(declared, stage, TODAY, {since: "2024-08-16"}, entered) == date(2024, 8, 26)
        assert due_on(declared, stage, TODAY, {}, entered) is None

    def test_the_municipality_reads_the_report_and_the_police_read_nothing_of_its_work(self):
        report, taken = case_type("social-report"), case_type("child-notification")
        assert report.refers_to == ("child-notification",)
        assert {section.by for section in report.sections} == {("police",)}
        assert taken.owner == ("municipality",)
        assert {stage.crosses for stage in taken.stages} == {NOTHING}

    def test_every_class_of_outcome_comes_back(self):
        told = {outcome.told for outcome in case_type("child-notification").stages[-1].outcomes}
        assert told == {"taken-up", "already-known", "passed-on", "not-taken-up"}

    def test_an_assessment_within_24_hours_was_not_confirmed_and_is_no_clock(self):
        for name in ("social-report", "child-notification"):
            declared = case_type(name)
            assert not [one for one in declared.stages if getattr(one.clock, "unit", "") == "hours"]
            assert any("24 hours was not confirmed" in one for one in declared.unverified)


class TestConcernTalk:
    """Voluntary, with a guardian below 18, and what follows has a basis of its own."""

    def test_nobody_under_18_is_invited_without_a_guardian(self):
        talk = case_type("concern-talk")
        answers = {"invitation.invited_on": "2024-08-20", "invitation.told_voluntary": True}
        assert len(said(talk, "invited", answers, [("invited", BORN[16])])) == 1
        assert said(talk, "invited", answers, [("invited", BORN[16]), ("guardian", None)]) == []
        assert said(talk, "invited", answers, [("invited", BORN[19])]) == []

    def test_the_talk_is_the_polices_own_and_what_follows_rests_elsewhere(self):
        talk = case_type("concern-talk")
        crossing = {stage.name: talk.basis_at(stage.name) for stage in talk.stages if stage.crosses != NOTHING}
        assert crossing == {"ssp": "justice-act-115-ssp", "notification": "childrens-act-notification"}


def test_an_enquiry_before_a_report_names_nobody_and_leaves_a_count():
    point = case_type("child-contact-point")
    assert (point.people, point.joined_by, point.refers_to) == ((), (), ())
    assert {stage.crosses for stage in point.stages} == {NOTHING}
    assert all(outcome.erases for outcome in point.stage("closed").outcomes)
    assert not [one for section in point.sections for one in section.questions if isinstance(one, FREE_TEXT)]
    assert {f"closed: {outcome.name}" for outcome in point.stage("closed").outcomes} <= set(point.counts)
