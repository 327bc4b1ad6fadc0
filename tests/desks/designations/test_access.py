"""Who sees which place: everybody the open ones, the police alone those that they watch, and strangers none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.desks.designations.conftest import OPERATOR, SHOWN, places
from tests.trail import one_line, refusal

from samvirke.desks.designations.commands.enter_practice import enter_practice
from samvirke.desks.designations.commands.freeze import freeze
from samvirke.desks.designations.commands.take_step import take_step
from samvirke.desks.designations.models import RestrictedPlan
from samvirke.desks.designations.queries.course import evidence_of, restricted_of, reviews_of, steps_of
from samvirke.desks.designations.queries.places import due_places
from samvirke.desks.designations.queries.places import places as seen_places
from samvirke.desks.designations.queries.practices import known_practice, practices
from samvirke.desks.designations.register import kind_called
from samvirke.trust.access.actor import NOBODY
from samvirke.trust.access.rules import may, visible

pytestmark = [pytest.mark.django_db, pytest.mark.database]

VERBS = [f"designations.{verb}" for verb in ("read", "freeze", "step", "name", "review", "end")]
RESTRICTED = ["designations.read-restricted", "designations.keep-restricted"]
# By role and agency: what they may with an open place, and with one that the police watch.
MAY = {
    ("secretary", "fjordkredsens-politi"): (VERBS + RESTRICTED, VERBS + RESTRICTED),
    ("chief", "fjordkredsens-politi"): (
        ["designations.read", "designations.name", "designations.end", *RESTRICTED],
        ["designations.read", "designations.name", "designations.end", *RESTRICTED],
    ),
    ("analyst", "fjordkredsens-politi"): (
        [*VERBS[:3], "designations.review", *RESTRICTED],
        [*VERBS[:3], "designations.review", *RESTRICTED],
    ),
    ("coordinator", "fjordby-kommune"): (VERBS, []),
    ("mayor", "fjordby-kommune"): (["designations.read"], []),
    ("caseworker", "fjordkredsens-politi"): (["designations.read"], []),
    ("secretary", "dalby-kommune"): ([], []),
    ("secretary", "dalkredsens-politi"): ([], []),
}


@pytest.fixture
def two(desk, dale):
    """An open place and one that the police watch."""
    return desk.propose(), desk.propose("gang-clubhouse", homes=0)


@pytest.mark.parametrize(("role", "agency"), MAY)
def test_each_may_what_the_table_says_and_the_list_agrees(two, person, role, agency):
    somebody = person(role, agency)
    for place, allowed in zip(two, MAY[role, agency], strict=True):
        assert {verb for verb in VERBS + RESTRICTED if may(somebody, verb, place)} == set(allowed), place.kind
    for verb in VERBS + RESTRICTED:
        listed = set(visible(somebody, verb, places()).values_list("pk", flat=True))
        assert listed == {one.pk for one in two if may(somebody, verb, one)}, verb


def test_the_operator_loads_places_and_reads_nothing_restricted_and_nobody_does_anything(two):
    for place in two:
        assert {verb for verb in VERBS + RESTRICTED if not may(OPERATOR, verb, place)} == {
            "designations.read-restricted"
        }
        assert not any(may(NOBODY, verb, place) for verb in VERBS + RESTRICTED)


def test_lists_and_courses_show_no_more_than_the_place_itself(desk, two, person):
    tine, mayor, stranger = desk.tine, person("mayor", "fjordby-kommune"), person("secretary", "dalby-kommune")
    _open, watched = two
    freeze(tine, designation=watched, shown=SHOWN)
    desk.step(watched, "seen")
    assert [sum(place.is_live for place in seen_places(one, desk.district)) for one in (tine, mayor, stranger)] == [
        2,
        1,
        0,
    ]
    for question in (evidence_of, steps_of):
        assert [len(question(one, watched)) for one in (tine, mayor, stranger)] == [1, 0, 0]
    assert not reviews_of(mayor, watched).exists()
    town = person("coordinator", "fjordby-kommune")
    with refusal("designations.step"):
        take_step(town, designation=watched, version=2, stage="named", on=date(2024, 8, 1))


def test_the_restricted_paper_is_read_by_the_police_and_every_reading_is_written_down(desk, person):
    place = desk.name(desk.sub_area())
    assert restricted_of(desk.tine, place) is None
    RestrictedPlan.objects.create(
        designation=place, owner_id="fjordkredsens-politi", kept_where="J.nr. 7",
        reviewed_on=date(2024, 8, 1), review_by=date(2025, 2, 1),
    )  # fmt: skip
    with one_line("designations.read-restricted"):
        assert restricted_of(desk.tine, place).kept_where == "J.nr. 7"
    assert restricted_of(person("coordinator", "fjordby-kommune"), place) is None


def test_what_is_due_is_found_by_review_and_by_the_end_of_the_period(desk):
    place = desk.name(desk.sub_area())
    desk.propose()
    assert not due_places(desk.tine, desk.district, place.next_review - timedelta(days=1)).exists()
    assert list(due_places(desk.tine, desk.district, place.next_review)) == [place]
    assert len(seen_places(desk.tine, desk.district)) == 2


def test_what_a_district_has_entered_is_seen_by_those_who_take_part(desk, dale, person):
    enter_practice(desk.tine, district=desk.district, kind="safety-camera", review_weeks=52, reference="x")
    camera = kind_called("safety-camera")
    for somebody, weeks in ((person("mayor", "fjordby-kommune"), 52), (person("mayor", "dalby-kommune"), None)):
        assert practices(somebody, desk.district).exists() is (weeks is not None)
        assert known_practice(somebody, desk.district, camera, desk.town).review_weeks == weeks
