"""A design is fixed before anybody looks, and one that could tell nothing is refused with what to do instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.insight.effects.conftest import FIRST, HERE, LAST, PARK, PERIODS, START, THERE

from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.insight.effects.commands.change_design import change_design
from samvirke.insight.effects.commands.estimate import estimate
from samvirke.insight.effects.engine.area import Area
from samvirke.insight.effects.engine.break_of_series import Break
from samvirke.insight.effects.engine.periods import Periods
from samvirke.insight.effects.every import all_breaks
from samvirke.insight.effects.facts.shapes import circle, outline
from samvirke.insight.effects.facts.wanted import wanted_of
from samvirke.insight.effects.models import Change, Design
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.places.models import Municipality
from samvirke.trust.access.guard import NotAllowed

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_a_design_keeps_what_was_fixed_and_that_nobody_could_know(place):
    made = place.fix()
    assert (made.registered_on, made.knew, made.version) == (date(2022, 12, 1), False, 1)
    assert [one.name for one in made.treated_areas + made.comparison_areas] == ["Fjordby", "Skovby"]
    assert made.title == {"da": "Genbesøg", "en": "Revisits"}
    assert wanted_of(made) == place.wanted()
    assert place.fix(on=START).knew


@pytest.mark.parametrize(
    ("more", "word"),
    [
        ({"periods": Periods(FIRST, START, START, LAST)}, "overlap"),
        ({"periods": Periods(START, FIRST, START, LAST)}, "ends before it begins"),
        ({"periods": Periods(START - 20 * DAY, START - DAY, START, LAST)}, "shorter than eight weeks"),
        ({"periods": Periods(date(2021, 1, 1), START - DAY, START, LAST)}, "before the data do"),
        ({"periods": None}, "periods are missing"),
        ({"comparison": ()}, "nobody can tell what would have happened anyway"),
        ({"comparison": (HERE,)}, "touches the treated area"),
        ({"treated": ()}, "where it was done"),
        ({"treated": (Area("Elsewhere", "municipality", 101),)}, "in which municipality"),
        ({"categories": ()}, "which reported incidents"),
        ({"categories": ("speeding",)}, "police find themselves"),
        ({"categories": ("nothing",)}, "which reported incidents"),
        ({"ring": 200}, "no ring of neighbours"),
        ({"kind": "prayer"}, "No kind of measure is called"),
        ({"target": "person"}, "what the design is about"),
        ({"key": "nothing"}, "what the design is about"),
        ({"sort": "guess"}, "does not say how it compares"),
        ({"sort": "none"}, "why it is not measured"),
        ({"sort": "staggered"}, "at least two"),
        (
            {
                "sort": "staggered",
                "treated": (replace(HERE, since=START), replace(THERE, since=FIRST)),
                "comparison": (),
            },
            "“Skovby” did not begin within",
        ),
        ({"outcome": "harm"}, "no table of harm weights"),
        ({"outcome": "survey"}, "what people were asked"),
        ({"outcome": "survey", "survey": {"question": "Safe?"}}, "survey before is missing"),
        (
            {"outcome": "survey", "survey": {"question": "Safe?", "before": {"share": 70, "n": 0, "source": "x"}}},
            r"how many answered \(n\)",
        ),
        ({"cost": -1}, "no amount in kroner"),
    ],
)
def test_what_could_tell_nothing_is_refused_and_nothing_is_stored(place, more, word):
    with pytest.raises(Refused, match=word):
        place.fix(**more)
    assert not Design.objects.filter(district=place.district).exists()


def test_figures_are_not_compared_across_a_known_break(place, monkeypatch):
    broken = Break("x", START, "They count otherwise.", ("burglary-home",), "x", "H")
    monkeypatch.setitem(all_breaks(), "x", broken)
    with pytest.raises(Refused, match="They count otherwise"):
        place.fix()
    monkeypatch.setitem(all_breaks(), "x", replace(broken, source_id="another"))
    assert place.fix().pk


def test_an_area_across_the_border_and_one_home_are_refused(place):
    town = Municipality.objects.get(pk=998)
    across = PARK.replace("55.5500", "55.4700")
    with pytest.raises(Refused, match="crosses its border"):
        outline(place.district, "Across", town, across, 400)
    with pytest.raises(Refused, match="Fewer than 5 homes"):
        outline(place.district, "Home", town, PARK, 1)
    with pytest.raises(Refused, match="how many homes"):
        outline(place.district, "Home", town, PARK, None)
    small = circle(place.district, "Corner", town, "55.5550, 9.1070", 20, 0)
    with pytest.raises(Refused, match="so small an area can be one home"):
        place.fix(treated=(replace(small, homes=None),))


def test_a_comparison_area_that_was_treated_too_is_refused(place):
    place.fix()
    with pytest.raises(Refused, match="“Fjordby” was treated too"):
        place.fix(key=str(_another(place).pk), treated=(THERE,), comparison=(HERE,))


def _another(place):
    first = Commitment.objects.get(pk=place.measure.pk)
    first.pk, first._state.adding = None, True
    first.save()
    return first


def test_a_change_is_recorded_with_its_reason_and_whether_anybody_had_looked(place):
    made = place.fix()
    later = replace(wanted_of(made), read="difference")
    with pytest.raises(Refused, match="why the design is changed"):
        change_design(place.tine, design=made, version=1, wanted=later, why=" ")
    with pytest.raises(Refused, match="Nothing has been changed"):
        change_design(place.tine, design=made, version=1, wanted=wanted_of(made), why="x")
    changed = change_design(place.tine, design=made, version=1, wanted=later, why="The council reads numbers")
    assert (changed.version, changed.knew) == (2, True)
    [kept] = made.changes.all()
    assert (kept.was, kept.now, kept.looked) == ({"read": "ratio"}, {"read": "difference"}, False)
    with pytest.raises(Refused, match="Somebody else has changed this design"):
        change_design(place.tine, design=made, version=1, wanted=later, why="late")
    estimate(place.tine, design=changed)
    again = change_design(place.tine, design=changed, version=2, wanted=wanted_of(made), why="Back")
    assert again.changes.get(version=3).looked
    with pytest.raises(IntegrityError), transaction.atomic():
        Change.objects.filter(design=made).update(why="forged")


def test_a_design_of_none_says_why_and_needs_nothing_else(place):
    made = place.fix(sort="none", why_none="Too small", periods=None, treated=(), comparison=(), categories=())
    assert not made.is_measured
    with pytest.raises(Refused, match="measures nothing"):
        estimate(place.tine, design=made)


def test_the_database_refuses_what_no_command_would_write(place):
    made = place.fix()
    for wrong in ({"sort": "guess"}, {"sort": "none"}, {"before_until": LAST}, {"after_from": None}, {"kind": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Design.objects.filter(pk=made.pk).update(**wrong)


def test_others_neither_fix_change_nor_estimate(place, person):
    reader = person("chief", "fjordkredsens-politi")
    made = place.fix()
    for deed in (
        replace(place, tine=reader).fix,
        lambda: estimate(reader, design=made),
        lambda: change_design(reader, design=made, version=1, wanted=wanted_of(made), why="x"),
    ):
        with pytest.raises(NotAllowed), standing_on(date(2024, 8, 20)):
            deed()
    assert made.periods == PERIODS
