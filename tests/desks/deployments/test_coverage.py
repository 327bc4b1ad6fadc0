"""Coverage against what was promised: weeks kept, schools and groups reached, and what nobody has written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from samvirke.desks.deployments.commands.set_target import set_target
from samvirke.desks.deployments.engine.kept import Carried, amount, weeks_kept
from samvirke.desks.deployments.queries.coverage import coverage
from samvirke.foundation.fault import Refused
from samvirke.registers.places.models import District

MONDAY, TODAY = date(2024, 7, 29), date(2024, 8, 20)
NURSE = ("nurse",)


def days(*offsets, **more):
    return [Carried(MONDAY + timedelta(days=offset), **more) for offset in offsets]


def test_a_day_a_school_and_a_group_count_once_and_a_sum_adds_up():
    rows = [
        Carried(MONDAY, "a", ("young",), NURSE, {"talks": 3}),
        Carried(MONDAY, "a", ("young", "older"), (), {"talks": 4}),
        Carried(TODAY, "", (), (), {}),
    ]
    told = {name: amount(rows, name) for name in ("times", "days", "schools", "groups", "talks")}
    assert told == {"times": 3, "days": 2, "schools": 1, "groups": 2, "talks": 7}
    assert amount(rows, "days", "nurse") == 1


def test_a_week_is_kept_by_its_own_days_and_the_running_week_is_not_judged():
    weeks = weeks_kept(days(0, 1, 2, 7, 8, 8, 21), "days", 3, 2024, TODAY)
    assert [(one.monday, one.reached, one.is_kept) for one in weeks] == [
        (MONDAY, 3, True),
        (MONDAY + timedelta(days=7), 2, False),
        (MONDAY + timedelta(days=14), 0, False),
    ]


def test_weeks_before_anything_was_written_are_left_out_and_none_is_made_up():
    assert weeks_kept([], "days", 3, 2024, TODAY) == []
    assert weeks_kept(days(14), "days", 1, 2024, TODAY)[0].monday == MONDAY + timedelta(days=14)


def test_a_week_belongs_to_the_year_of_its_thursday():
    rows = [Carried(date(2024, 12, 30)), Carried(date(2025, 1, 2))]
    assert weeks_kept(rows, "days", 2, 2024, date(2025, 3, 1)) == []
    [first, *_rest] = weeks_kept(rows, "days", 2, 2025, date(2025, 3, 1))
    assert (first.monday, first.is_kept) == (date(2024, 12, 30), True)


@pytest.mark.django_db
class TestOfADistrict:
    """Coverage as the desk tells it."""

    def told(self, desk, kind):
        return next(one for one in coverage(desk.tine, desk.district, 2024) if one.kind.name == kind)

    def test_schools_and_groups_that_were_not_reached_are_named(self, desk):
        school = {"shape": "school", "drawing": "", "school": desk.schools[0]}
        desk.done(
            "safe-side", date(2024, 8, 13), found={"groups": ("seventh-grade",), "counts": {"pupils": 24}}, **school
        )
        desk.done("safe-side", date(2024, 8, 14), **school)
        told = self.told(desk, "safe-side")
        assert (told.done, told.schools, told.schools_left) == (2, 3, ("Havneskolen", "Skovskolen"))
        assert told.groups_left == ("parents",)
        assert told.counts == (("classes", 0, 0), ("pupils", 24, 1))
        assert told.unwritten == 1

    def test_a_promise_of_one_district_is_none_of_another(self, desk):
        desk.done("fut-patrol", MONDAY, shape="municipality", drawing="", companions=NURSE)
        assert self.told(desk, "fut-patrol").lines == ()

    def test_a_target_of_the_district_is_told_with_what_is_missing(self, desk):
        told = {"district": desk.district, "kind": "speed-check", "year": 2024, "reference": "The chief, 3 January"}
        set_target(desk.tine, counted="times", per="year", number=5, **told)
        set_target(desk.tine, counted="measured", per="year", number=300, **told)
        desk.done("speed-check", date(2024, 8, 13), found={"counts": {"measured": 400, "too-fast": 31}})
        desk.plan(desk.ask("speed-check"), day=date(2024, 8, 27))
        found = self.told(desk, "speed-check")
        assert (found.done, found.planned) == (1, 1)
        lines = {one.wanted.counted: (one.reached, one.missing, one.n) for one in found.lines}
        assert lines == {"times": (1, 4, 1), "measured": (400, 0, 1)}

    @pytest.mark.parametrize(
        ("more", "words"),
        [
            ({"counted": "luck"}, "Nobody counts that"),
            ({"per": "day"}, "Nobody counts that"),
            ({"number": 0}, "cannot be meant"),
            ({"year": 2034}, "cannot be meant"),
            ({"reference": " "}, "who decided the target"),
        ],
    )
    def test_a_target_that_cannot_be_meant_is_refused(self, desk, more, words):
        told = {"kind": "speed-check", "counted": "times", "per": "year", "year": 2024, "number": 9, "reference": "x"}
        with pytest.raises(Refused, match=words):
            set_target(desk.tine, district=desk.district, **told | more)

    def test_what_a_plan_promises_is_no_target_of_the_district(self, demo, person):
        tine = person("secretary", "oestjyllands-politi")
        told = {"kind": "fut-patrol", "counted": "days", "per": "week", "year": 2024, "number": 2, "reference": "x"}
        with pytest.raises(Refused, match="promises a number"):
            set_target(tine, district=District.objects.get(pk="oestjylland"), **told)
