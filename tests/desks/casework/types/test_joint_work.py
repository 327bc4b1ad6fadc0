"""What law and plans say of PSP, KSP, info houses, exit and the police's own lists stands in their declarations."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from samvirke.desks.casework.engine.answers import checked
from samvirke.desks.casework.engine.clocks import due_on, end_of
from samvirke.desks.casework.engine.crossing import consents, may_cross
from samvirke.desks.casework.engine.declaration import NOTHING, Clock, FromConfiguration
from samvirke.desks.casework.engine.questions import Amount, Choice, LongText
from samvirke.desks.casework.engine.ready import obstacles, out_of_range
from samvirke.desks.casework.register import case_type
from samvirke.trust.access.basis import basis
from samvirke.trust.access.gate import Proposal, objections

TODAY = date(2024, 8, 20)
ADULT = date(1990, 5, 5)
WHY = "Kommunen kan ikke hjælpe uden at vide det."


def entered(_what: str) -> int | None:
    return None


def said(declared, stage, answers, people=()):
    return [str(one) for one in obstacles(declared, declared.stage(stage), answers, people, TODAY)]


class TestPsp:
    """Who takes responsibility, and whether the citizen knows."""

    def test_its_stages_are_those_of_the_screen_and_their_periods_the_districts(self):
        psp = case_type("psp")
        shown = ["referred", "assessed", "discussed", "responsibility", "follow_up"]
        assert [stage.name for stage in psp.stages][:5] == shown
        assert all(isinstance(psp.stage(name).clock, FromConfiguration) for name in shown)
        assert isinstance(psp.keep, FromConfiguration)

    def test_follow_up_waits_for_responsibility_and_for_what_the_citizen_was_told(self):
        psp = case_type("psp")
        answers = {"responsibility.responsible": "region", "responsibility.placed_on": "2024-08-20"}
        citizen = [("citizen", ADULT)]
        assert said(psp, "follow_up", answers, citizen) == [
            "“The citizen is informed of the cooperation” is not answered."
        ]
        assert said(psp, "follow_up", {**answers, "information.informed": "not_now"}, citizen) == []
        assert {"why_not", "review_on"} <= {asked.name for asked in psp.section("information").questions}

    def test_the_patrol_is_asked_for_a_visit_without_any_content(self):
        psp = case_type("psp")
        assert psp.stage("visit").crosses == NOTHING
        assert psp.stage("visit").needs == ("onward.visit_asked",)
        assert "visit" in psp.counts

    def test_the_info_house_hears_of_it_under_its_own_basis_after_the_police_released_it(self):
        psp = case_type("psp")
        assert (psp.basis_at("info_house"), psp.purpose_at("info_house")) == ("info-house", "radicalisation")
        assert psp.stage("info_house").needs == ("onward.released",)
        assert psp.refers_to == ("info-house",)
        assert "follow_up" in psp.stage("info_house").leads_to

    def test_pending_criminal_cases_cannot_be_chosen_and_nobody_else_knows_of_the_section(self):
        psp = case_type("psp")
        pending = psp.section("pending")
        assert (pending.by, pending.confidential, pending.hidden) == (("police",), True, True)
        assert all(may_cross(psp, stage.name, "pending.pending_cases") for stage in psp.stages)

    def test_each_agency_writes_in_its_own_part(self):
        psp = case_type("psp")
        assert "region" not in psp.section("incidents").by
        assert "police" not in psp.section("treatment").by
        assert "probation" not in psp.agencies
        assert "probation" not in basis(psp.basis).receives


class TestKspRelease:
    """Three groups under three letters, each with its own basis."""

    @pytest.mark.parametrize(
        ("stage", "letter", "ground"),
        [("letter_a", "a", "convicted"), ("letter_b", "b", "convicted_young"), ("letter_c", "c", "radicalised")],
    )
    def test_what_is_shared_rests_on_the_letter_that_was_answered_with_yes(self, stage, letter, ground):
        ksp = case_type("ksp-release")
        assert ksp.basis_at(stage) == f"justice-act-115-ksp-{letter}"
        assert ksp.purpose_at(stage) == "ksp"
        assert ksp.stage(stage).needs == (f"ground.{ground}",)
        assert len(said(ksp, stage, {f"ground.{ground}": False}, [("convicted", None)])) == 1

    def test_nothing_crosses_before_a_letter_is_chosen_or_after_the_release(self):
        ksp = case_type("ksp-release")
        assert {stage.name for stage in ksp.stages if stage.crosses == NOTHING} == {"notified", "released", "closed"}

    def test_only_letter_c_leads_to_the_info_house(self):
        ksp = case_type("ksp-release")
        assert {stage.name for stage in ksp.stages if "info_house" in stage.leads_to} == {"letter_c"}
        assert ksp.purpose_at("info_house") == "radicalisation"
        found = basis(ksp.basis_at("info_house"))
        drawn = Proposal("probation", "municipality", "radicalisation", WHY, confirmed=True)
        assert objections(found, drawn, enabled=True) == []

    def test_whoever_leaves_custody_is_not_called_convicted(self):
        characters = {role.name: role.character for role in case_type("ksp-release").people}
        assert characters["released"] == "suspected"
        assert characters["convicted"] == "convicted"


class TestInfoHouse:
    """Released by the police first; resources and risks as texts; nothing is decided there."""

    def test_the_house_begins_when_the_police_have_released_it(self):
        house = case_type("info-house")
        who = [("concerned", ADULT)]
        answers = {"release.released": False, "release.released_on": "2024-08-20"}
        assert said(house, "assessment", answers, who) == [
            "“The police found no crime and no acute danger, and released it” has to be yes."
        ]
        assert said(house, "assessment", {**answers, "release.released": True}, who) == []
        assert house.stage("received").crosses == NOTHING
        assert house.stage("police_check").clock_of == "police"

    def test_resources_stand_beside_risks_and_both_are_words(self):
        asked = [one for one in case_type("info-house").section("assessment").questions if isinstance(one, LongText)]
        assert [(one.name, one.assessment) for one in asked] == [
            ("resources_assessment", True),
            ("risks_assessment", True),
        ]

    def test_a_school_shooting_is_one_of_its_concerns_and_faith_alone_is_none(self):
        about = case_type("info-house").question("concern.about")
        assert "school_shooting" in dict(about.options)
        assert about.hint == "Faith or opinion alone is no concern."

    def test_it_is_handed_on_to_the_house_that_serves_the_municipality(self):
        house = case_type("info-house")
        assert "info-house" in house.refers_to
        assert said(house, "handed_on", {}, [("concerned", ADULT)]) == [
            "“Info house that serves the municipality” is not answered."
        ]


class TestExit:
    """Voluntary and for adults; young people go to SSP; housing and places are counted as waits."""

    def test_nothing_crosses_without_the_persons_consent(self):
        leaving = case_type("exit")
        for stage in leaving.stages:
            if stage.crosses != NOTHING and stage.name != "young":
                assert leaving.basis_at(stage.name) == "consent"
                assert "consent.subject_consents" in stage.needs
        given = consents({"consent.subject_consents": True})
        for consented, found in ((given, 0), (frozenset(), 1)):
            drawn = Proposal("police", "municipality", "exit", WHY, consented, confirmed=True)
            assert len(objections(basis("consent"), drawn, enabled=True)) == found

    def test_it_is_for_those_who_are_18_or_over(self):
        leaving = case_type("exit")
        assert out_of_range(leaving, "participant", date(2006, 8, 21), TODAY) is not None
        assert out_of_range(leaving, "participant", date(2006, 8, 20), TODAY) is None
        assert "enquiry.adult" in leaving.stage("screening").needs

    def test_a_young_person_drawn_towards_the_milieu_goes_to_ssp_with_a_guardian_and_never_into_the_programme(self):
        leaving = case_type("exit")
        assert (leaving.basis_at("young"), leaving.purpose_at("young")) == ("justice-act-115-ssp", "ssp")
        assert leaving.stage("young").leads_to == ("closed",)
        assert leaving.refers_to == ("ssp-concern",)
        drawn = [("drawn", date(2009, 1, 1))]
        assert len(said(leaving, "young", {"enquiry.drawn": True}, drawn)) == 1
        assert said(leaving, "young", {"enquiry.drawn": True}, [*drawn, ("guardian", None)]) == []

    def test_waiting_for_a_place_and_for_a_home_is_counted(self):
        assert {"waiting", "awaiting_home", "course"} <= set(case_type("exit").counts)


def test_a_ban_from_nightlife_lasts_at_most_two_years_and_nothing_of_it_crosses():
    ban = case_type("nightlife-ban")
    for ends, faults in (("2026-08-20", 0), ("2026-08-21", 1)):
        answers = {"judged_on": "2024-08-01", "journal": "Demo 1", "begins_on": "2024-08-20", "ends_on": ends}
        assert len(checked(ban, ban.section("judgment"), answers, {})[1]) == faults
    assert due_on(ban, "in_force", TODAY, {"judgment.ends_on": "2026-08-20"}, entered) == date(2026, 8, 20)
    assert {stage.crosses for stage in ban.stages} == {NOTHING}
    assert (ban.people[0].character, ban.joined_by) == ("convicted", ())


@pytest.mark.parametrize("name", ["focused-intervention", "gang-cooperation"])
class TestNamedPeople:
    """People name people, on dated acts, for half a year; without a basis none can be opened."""

    def test_it_rests_on_a_basis_that_nobody_could_verify(self, name):
        declared = case_type(name)
        assert declared.bases == (name,)
        assert basis(name).confidence == "unknown"
        assert not basis(name).is_verified

    def test_it_begins_with_dated_acts_and_somebody_elses_approval(self, name):
        needs = case_type(name).stage("active").needs
        assert {"nomination.acts", "nomination.latest_act_on"} <= set(needs)
        assert any(path.endswith(".approved") for path in needs)

    def test_it_is_looked_at_again_within_six_months_from_any_day(self, name):
        declared = case_type(name)
        for stage in ("active", "renewed"):
            clock = declared.stage(stage).clock
            assert isinstance(clock, Clock)
            for offset in range(366):
                day = date(2024, 1, 1) + timedelta(days=offset)
                month, year = (day.month + 6, day.year) if day.month <= 6 else (day.month - 6, day.year + 1)
                later = date(year, month, min(day.day, 28))
                assert end_of(clock, day) <= later + timedelta(days=day.day - min(day.day, 28))

    def test_it_goes_on_only_by_a_new_yes(self, name):
        declared = case_type(name)
        assert "review.still" in declared.stage("renewed").needs
        assert declared.stage("renewed").leads_to == ("review", "closed")

    def test_whoever_is_taken_off_has_every_disclosure_called_back(self, name):
        assert all(outcome.recalls for outcome in case_type(name).stage("closed").outcomes)

    def test_nothing_in_it_could_put_people_in_order(self, name):
        asked = [one for section in case_type(name).sections for one in section.questions]
        assert not [one.name for one in asked if isinstance(one, Amount | Choice)]
