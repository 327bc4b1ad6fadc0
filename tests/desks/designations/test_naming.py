"""A place is named step by step, for a period, by a decision; then it is renewed, or it ends for a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.desks.designations.conftest import OPERATOR, SHOWN, SQUARE
from tests.trail import one_line, refusal

from samvirke.desks.designations.commands.end import end
from samvirke.desks.designations.commands.enter_practice import enter_practice
from samvirke.desks.designations.commands.freeze import freeze
from samvirke.desks.designations.commands.keep_restricted import keep_restricted
from samvirke.desks.designations.commands.name_place import name_place, renew
from samvirke.desks.designations.models import RestrictedPlan, StepTaken
from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.registers.partners.models import Body
from samvirke.trust.identity.models import Account, Agency

pytestmark = pytest.mark.django_db


@pytest.fixture
def zone(desk):
    """A nightlife zone with evidence and a practice of reviewing it."""
    enter_practice(desk.tine, district=desk.district, kind="nightlife-zone", review_weeks=26, reference="Decision 3")
    made = desk.propose("nightlife-zone", shape="polygon", drawing=SQUARE)
    freeze(desk.tine, designation=made, shown=SHOWN)
    desk.step(made, "analysed")
    return desk.again(made)


def test_an_exposed_area_is_assessed_discussed_and_named_for_a_year(desk):
    place = desk.sub_area()
    with one_line("designations.name") as lines:
        named = desk.name(place)
    assert lines[0].facts["since"] == "2024-09-01"
    assert (named.state, named.body_id, named.term) == ("in-force", "kredsraad-fjordkredsen", 1)
    assert (named.until, named.next_review) == (date(2025, 8, 31), date(2025, 3, 2))
    assert list(named.steps.values_list("stage", flat=True)) == ["assessed", "discussed", "named"]


def test_no_step_is_skipped_and_none_taken_twice(desk):
    place = desk.propose("sub-area", shape="polygon", drawing=SQUARE, homes=420)
    with pytest.raises(Refused, match="No evidence has been frozen"):
        desk.step(place, "assessed")
    with pytest.raises(Refused, match="the next step is: Threat assessment made"):
        desk.name(place)
    freeze(desk.tine, designation=place, shown=SHOWN)
    with pytest.raises(Refused, match="the next is: Threat assessment made"):
        desk.step(place, "discussed", body=desk.council)
    desk.step(place, "assessed")
    with pytest.raises(Refused, match="not the turn of this step"):
        desk.step(place, "assessed")
    with pytest.raises(Refused, match="which body has discussed it"):
        desk.step(place, "discussed")
    with pytest.raises(Refused, match="The day is still ahead"):
        desk.step(place, "discussed", body=desk.council, on=date(2024, 8, 21))
    with pytest.raises(Refused, match="the next is: Named"):
        desk.step(desk.sub_area(), "named")
    assert [one.stage for one in place.steps.all()] == ["assessed"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"until": date(2025, 9, 1)}, "12 months at most. The last day can be 31\u00a0August 2025"),
        ({"until": date(2024, 9, 1)}, "last day is not after the first"),
        ({"decision": " "}, "The decision is missing"),
        ({"decision": "x" * 201}, "at most 200"),
        ({"decided_on": date(2024, 8, 21)}, "still ahead"),
    ],
)
def test_a_decision_that_cannot_be_names_nothing(desk, wrong, words):
    place = desk.sub_area()
    with pytest.raises(Refused, match=words):
        desk.name(place, **wrong)
    assert (desk.again(place).state, desk.again(place).since) == ("proposed", None)


def test_reviewer_and_body_belong_to_the_district_and_the_body_is_of_the_right_kind(desk, dale, person):
    place = desk.sub_area()
    stranger = Account.objects.get(pk=person("secretary", "dalby-kommune").id)
    with pytest.raises(Refused, match="does not work in the district"):
        desk.name(place, reviewer=stranger)
    other = Body.objects.get(pk="kredsraad-dalkredsen")
    with pytest.raises(Refused, match="another district"):
        desk.name(place, body=other)
    local = Body.objects.create(id="lokalraad-fjordby", district=desk.district, kind="local-council", name={}, task={})
    with pytest.raises(Refused, match="Another kind of body"):
        desk.name(place, body=local)
    assert desk.again(place).state == "proposed"


def test_what_no_source_states_is_entered_first(desk):
    place = desk.propose("safety-camera")
    freeze(desk.tine, designation=place, shown=SHOWN)
    desk.step(place, "assessed")
    with pytest.raises(Refused) as refused:
        desk.name(place)
    assert [str(one.what) for one in refused.value.faults] == [
        "Nobody has entered how long such a place may be named for.",
        "Nobody has entered how often such a place is reviewed.",
    ]
    told = {"district": desk.district, "kind": "safety-camera", "reference": "The chief of police, 3 May 2024"}
    enter_practice(desk.tine, longest_months=36, review_weeks=52, **told)
    enter_practice(desk.tine, municipality=desk.town, longest_months=12, **told)
    with pytest.raises(Refused, match="12 months at most"):
        desk.name(place, until=date(2026, 8, 31))
    assert desk.name(place).next_review == date(2025, 8, 31)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"longest_months": 25}, "between 1 and 24 months"),
        ({"longest_months": 0, "review_weeks": 4}, "between 1 and 24 months"),
        ({"review_weeks": 261}, "between 1 and 260 weeks"),
        ({}, "Neither a number nor a rule"),
        ({"review_weeks": 4, "reference": " "}, "Neither a number nor a rule"),
        ({"review_weeks": 4, "reference": "x" * 301}, "at most 300"),
    ],
)
def test_a_practice_keeps_within_its_source(desk, wrong, words):
    told = {"district": desk.district, "kind": "nightlife-zone", "reference": "x"} | wrong
    with pytest.raises(Refused, match=words):
        enter_practice(desk.tine, **told)


def test_a_zone_is_renewed_on_new_evidence_only(desk, zone):
    named = desk.name(zone, until=date(2026, 8, 31))
    with standing_on(date(2026, 8, 1)):
        again = desk.named(since=date(2026, 9, 1), until=date(2028, 8, 31), decided_on=date(2026, 7, 30))
        with pytest.raises(Refused, match="a renewal rests on new evidence"):
            renew(desk.tine, designation=named, version=named.version, named=again)
        freeze(desk.tine, designation=named, shown=replace(SHOWN, data_until=date(2026, 6, 30)))
        earlier = replace(again, since=date(2024, 9, 1), until=date(2026, 8, 31))
        with pytest.raises(Refused, match="Choose a later first day"):
            renew(desk.tine, designation=named, version=named.version, named=earlier)
        renewed = renew(desk.tine, designation=named, version=named.version, named=again)
    assert (renewed.term, renewed.since, renewed.until) == (2, date(2026, 9, 1), date(2028, 8, 31))
    assert list(renewed.steps.values_list("term", "stage")) == [(1, "analysed"), (1, "named"), (2, "named")]
    # What follows a naming follows every one.
    with standing_on(date(2026, 9, 2)):
        desk.step(renewed, "announced", on=date(2026, 9, 2))


def test_an_exposed_area_is_not_renewed_without_another_discussion(desk):
    named = desk.name(desk.sub_area())
    with standing_on(date(2025, 8, 1)):
        freeze(desk.tine, designation=named, shown=replace(SHOWN, data_until=date(2025, 6, 30)))
        again = desk.named(since=date(2025, 9, 1), until=date(2026, 8, 31), decided_on=date(2025, 6, 3))
        with pytest.raises(Refused, match="not been discussed again"):
            renew(desk.tine, designation=named, version=named.version, named=again)
        body = replace(again, body=desk.council)
        assert renew(desk.tine, designation=named, version=named.version, named=body).term == 2


def test_a_place_ends_with_a_reason_and_a_proposal_is_withdrawn(desk, zone):
    with pytest.raises(Refused, match="not said why it ends"):
        end(desk.tine, designation=zone, version=zone.version, on=date(2024, 8, 20), why=" ")
    withdrawn = end(desk.tine, designation=zone, version=zone.version, on=date(2024, 8, 20), why="Too few")
    assert (withdrawn.state, withdrawn.why_ended) == ("withdrawn", "Too few")
    named = desk.name(desk.sub_area())
    with pytest.raises(Refused, match="before the place was named"):
        end(desk.tine, designation=named, version=named.version, on=date(2024, 8, 20), why="Calm")
    with standing_on(date(2024, 12, 1)):
        ended = end(desk.tine, designation=named, version=named.version, on=date(2024, 12, 1), why="Calm")
    assert (ended.state, ended.next_review) == ("ended", None)
    with pytest.raises(Refused, match="where the place stands now"):
        end(desk.tine, designation=ended, version=ended.version, on=date(2024, 8, 20), why="Again")
    with pytest.raises(Refused, match="The place has ended"):
        freeze(desk.tine, designation=ended, shown=SHOWN)


def test_an_association_that_declines_ends_the_way(desk):
    told = {"district": desk.district, "kind": "burglary-area", "reference": "Decision 4"}
    enter_practice(desk.tine, longest_months=12, review_weeks=26, **told)
    area = desk.propose("burglary-area", shape="polygon", drawing=SQUARE, homes=120)
    freeze(desk.tine, designation=area, shown=SHOWN)
    desk.step(area, "found")
    desk.name(area)
    desk.step(area, "contacted")
    with pytest.raises(Refused, match="not said how it ended"):
        desk.step(area, "answered")
    desk.step(area, "answered", outcome="declined")
    with pytest.raises(Refused, match="the next is: none"):
        desk.step(area, "held", outcome="walk")
    assert StepTaken.objects.get(designation=area, stage="answered").outcome == "declined"


def test_the_restricted_paper_is_kept_by_the_police_and_never_its_text(desk, person):
    named = desk.name(desk.sub_area())
    with pytest.raises(Refused, match="restricted paper is missing"):
        desk.step(desk.step(named, "group"), "plan")
    told = {"owner": Agency.objects.get(pk="fjordkredsens-politi"), "kept_where": "J.nr. 7", "designation": named}
    days = {"reviewed_on": date(2024, 8, 1), "review_by": date(2025, 2, 1)}
    version = desk.again(named).version
    town = person("secretary", "fjordby-kommune")
    with refusal("designations.keep-restricted"):
        keep_restricted(town, version=version, **told, **days)
    for wrong in ({"kept_where": " "}, {"review_by": date(2024, 8, 1)}, {"reviewed_on": date(2024, 8, 21)}):
        with pytest.raises(Refused):
            keep_restricted(desk.tine, version=version, **told | days | wrong)
    keep_restricted(desk.tine, version=version, **told, **days)
    desk.step(named, "plan")
    assert RestrictedPlan.objects.get(designation=named).kept_where == "J.nr. 7"
    with pytest.raises(Refused, match="No restricted paper belongs"):
        keep_restricted(desk.tine, version=1, **told | {"designation": desk.propose()}, **days)


def test_who_may_not_decide_is_refused_and_two_at_once_do_not_overwrite(desk, person, zone):
    for role in ("mayor", "analyst"):
        somebody = person(role, "fjordby-kommune")
        with refusal("designations.name"):
            name_place(somebody, designation=zone, version=zone.version, named=desk.named())
    town = person("secretary", "fjordby-kommune")
    with pytest.raises(Refused, match="not for your agency"):
        name_place(town, designation=zone, version=zone.version, named=desk.named())
    with pytest.raises(Refused, match="Somebody else has changed this place"):
        name_place(OPERATOR, designation=zone, version=1, named=desk.named())
    assert desk.again(zone).state == "proposed"
