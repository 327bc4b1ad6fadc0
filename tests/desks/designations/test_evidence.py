"""Evidence is frozen with its data, analysis, figures and digest; a place is looked at again and again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.desks.designations.conftest import SHOWN, SQUARE
from tests.trail import one_line

from samvirke.desks.designations.commands.enter_practice import enter_practice
from samvirke.desks.designations.commands.freeze import freeze
from samvirke.desks.designations.commands.review import review
from samvirke.desks.designations.facts.digest import is_intact
from samvirke.desks.designations.facts.figures import Figure
from samvirke.desks.designations.facts.practice import last_day, next_review
from samvirke.desks.designations.models import Evidence, Review
from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused

pytestmark = pytest.mark.django_db

SURVEY = Figure("Feel safe", "share", 70.0, n=100, low=61.0, high=79.0)


def test_evidence_is_frozen_on_the_day_and_its_digest_shows_a_later_change(desk):
    place = desk.propose("speed-van-site")
    with one_line("designations.freeze"):
        made = freeze(desk.tine, designation=place, shown=replace(SHOWN, police_count=4, hospital_count=11))
    assert (made.frozen_on, made.police_count, made.hospital_count) == (date(2024, 8, 20), 4, 11)
    stored = Evidence.objects.get(pk=made.pk)
    assert is_intact(stored)
    stored.hospital_count = 3
    assert not is_intact(stored)


def test_the_same_evidence_is_frozen_once(desk):
    place = desk.propose("speed-van-site")
    freeze(desk.tine, designation=place, shown=SHOWN)
    with pytest.raises(Refused, match="frozen already"):
        freeze(desk.tine, designation=place, shown=SHOWN)
    freeze(desk.tine, designation=place, shown=replace(SHOWN, figures=(SURVEY,)))
    assert place.evidence.count() == 2


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"says": " "}, "what shows it, from which data"),
        ({"data": ""}, "what shows it, from which data"),
        ({"analysis": ""}, "what shows it, from which data"),
        ({"data": "x" * 201}, "at most 200"),
        ({"data_until": date(2023, 6, 30)}, "end before they begin"),
        ({"data_until": date(2024, 8, 21)}, "end after today"),
        ({"figures": ()}, "baseline without figures"),
        ({"figures": (replace(SURVEY, n=None),)}, "“Feel safe” lacks its n or its interval"),
        ({"figures": (replace(SURVEY, low=None),)}, "lacks its n or its interval"),
        ({"figures": (replace(SURVEY, value=80.0),)}, "does not lie in its interval"),
        ({"figures": (replace(SURVEY, high=101.0),)}, "is no share"),
        ({"figures": (Figure("Reports", "count", 1.5),)}, "is no count"),
        ({"figures": (Figure("Reports", "count", float("inf")),)}, "is no number"),
        ({"figures": (Figure(" ", "count", 1),)}, "has no name"),
        ({"figures": (Figure("Reports", "rank", 1),)}, "has no name"),
        ({"figures": (Figure("Reports", "count", 1),) * 21}, "more than 20 figures"),
    ],
)
def test_evidence_that_nobody_could_judge_is_refused(desk, wrong, words):
    place = desk.propose("speed-van-site")
    with pytest.raises(Refused, match=words):
        freeze(desk.tine, designation=place, shown=replace(SHOWN, **wrong))
    assert not place.evidence.exists()


@pytest.fixture
def square(desk):
    """A place under weekly watch since 1 July."""
    told = {"district": desk.district, "kind": "insecure-place", "reference": "Decision 5"}
    enter_practice(desk.tine, longest_months=6, **told)
    place = desk.propose("insecure-place", shape="polygon", drawing=SQUARE, homes=30)
    freeze(desk.tine, designation=place, shown=SHOWN)
    desk.step(place, "told")
    return desk.name(place, since=date(2024, 8, 1), until=date(2024, 12, 31))


def look(desk, place, **more):
    told = {"held_on": date(2024, 8, 8), "found": "Broken lamps", "conclusion": "goes-on", "level": "yellow"} | more
    return review(desk.tine, designation=place, version=more.pop("version", desk.again(place).version), **told)


def test_a_watched_place_is_looked_at_each_week_and_changes_its_colour(desk, square):
    assert (square.level, square.next_review) == ("green", date(2024, 8, 8))
    with one_line("designations.review"):
        made = look(desk, square)
    assert (made.due, made.next_review) == (date(2024, 8, 8), date(2024, 8, 15))
    look(desk, square, held_on=date(2024, 8, 20), level="red")
    again = desk.again(square)
    assert (again.level, again.next_review) == ("red", date(2024, 8, 27))
    assert [one.level for one in square.reviews.all()] == ["yellow", "red"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"found": " "}, "what was found"),
        ({"held_on": date(2024, 8, 21)}, "ahead, or before"),
        ({"held_on": date(2024, 7, 31)}, "ahead, or before"),
        ({"conclusion": "perhaps"}, "what follows"),
        ({"level": ""}, "what follows"),
        ({"level": "purple"}, "what follows"),
    ],
)
def test_a_review_that_says_nothing_is_refused(desk, square, wrong, words):
    with pytest.raises(Refused, match=words):
        look(desk, square, **wrong)
    assert not square.reviews.exists()


def test_a_day_is_reviewed_once_and_a_place_without_colours_has_none(desk, square):
    look(desk, square)
    with pytest.raises(Refused, match="written down already"):
        look(desk, square)
    named = desk.name(desk.sub_area(), since=date(2024, 8, 1), until=date(2025, 7, 31))
    with pytest.raises(Refused, match="what follows"):
        look(desk, named)
    assert Review.objects.filter(designation=square).count() == 1


def test_whoever_answers_for_the_review_may_write_it_down(desk, square, person):
    analyst = person("analyst", "fjordby-kommune")
    mayor = person("mayor", "fjordby-kommune", "bodil")
    type(square).objects.filter(pk=square.pk).update(reviewer_id=mayor.id)
    told = {"found": "Calm", "conclusion": "goes-on", "level": "green"}
    place = desk.again(square)
    review(mayor, designation=place, version=place.version, held_on=date(2024, 8, 9), **told)
    place = desk.again(square)
    review(analyst, designation=place, version=place.version, held_on=date(2024, 8, 16), **told)
    assert square.reviews.count() == 2


def test_a_place_that_has_run_out_is_past_and_late(desk, square):
    assert [square.is_past(day) for day in (date(2024, 12, 31), date(2025, 1, 1))] == [False, True]
    assert [square.is_review_late(day) for day in (date(2024, 8, 8), date(2024, 8, 9))] == [False, True]
    with standing_on(date(2025, 1, 3)):
        assert look(desk, square, held_on=date(2025, 1, 3)).next_review == date(2025, 1, 10)


@pytest.mark.parametrize(
    ("since", "months", "last"),
    [
        (date(2024, 1, 1), 12, date(2024, 12, 31)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 12, 15), 1, date(2025, 1, 14)),
    ],
)
def test_a_period_of_months_ends_the_day_before_it_would_begin_again(since, months, last):
    assert last_day(since, months) == last


def test_the_next_review_comes_no_later_than_the_last_day_of_the_period():
    day = date(2024, 8, 1)
    assert next_review(day, 26, date(2024, 12, 31)) == date(2024, 12, 31)
    assert next_review(day, 1, date(2024, 12, 31)) == day + timedelta(days=7)
    assert next_review(date(2025, 1, 3), 1, date(2024, 12, 31)) == date(2025, 1, 10)
