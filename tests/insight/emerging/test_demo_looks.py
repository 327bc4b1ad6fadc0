"""The demo: the weekly look finds the planted wave that it can see, and is silent where there is noise."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from samvirke.foundation.speech import Speech
from samvirke.handovers.emerging_demo import found_in, read_looks
from samvirke.insight.emerging.looked import looked
from samvirke.insight.emerging.models import Look, Signal
from samvirke.insight.emerging.queries.budget import budget_of
from samvirke.insight.emerging.queries.this_year import this_year
from samvirke.insight.emerging.said import title
from samvirke.registers.incidents.queries.store import open_store
from samvirke.registers.places.models import District

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(demo, db):
    return District.objects.get(pk=demo)


@pytest.mark.parametrize("until", [date(2024, 3, 31), date(2024, 5, 19)])
def test_a_look_made_now_finds_what_the_demo_says_that_it_found(here, operator, until):
    told = read_looks()
    [week] = [one for one in told["weeks"] if one["until"] == until]
    made = looked(open_store(operator, here), until, budget_of(operator, here), lambda _share, _doing: None)
    assert made.found == found_in(told, week)
    assert made.facts["n"] == week["n"]
    kept = Look.objects.get(district=here, until=until)
    assert {name: getattr(kept, name) for name in ("series", "alarm_p", "parameters", "made_from", "by_chance")} == {
        name: made.facts[name] for name in ("series", "alarm_p", "parameters", "made_from", "by_chance")
    }


def test_the_planted_wave_is_one_signal_that_waits_while_it_goes_on(here, operator, home):
    wave = json.loads((home / "demo-truths.json").read_text(encoding="utf-8"))["moves"]["spentrup-wave"]
    [one] = Signal.objects.filter(district=here, municipality=wave["municipality"], category__in=wave["kinds"])
    assert (one.town, one.state, one.invented) == (wave["town"], "waiting", True)
    last = one.sightings.order_by("look__until").last()
    assert ((last.x - wave["east"]) ** 2 + (last.y - wave["north"]) ** 2) ** 0.5 < last.radius
    assert wave["from"] <= str(last.begins) <= wave["to"]
    # It is raised while it goes on: there is time to do something.
    assert date.fromisoformat(wave["from"]) < one.first_until < date.fromisoformat(wave["to"])


def test_whatever_else_was_raised_is_no_more_than_was_promised(here, operator):
    """Of the planted things a scan of places sees the wave alone; the rest of sixty weeks is noise."""
    told = read_looks()
    looks = Look.objects.filter(district=here, until__in=[one["until"] for one in told["weeks"]])
    others = Signal.objects.filter(district=here, invented=True).exclude(town="Spentrup")
    assert looks.count() == len(told["weeks"]) == 60
    [chance] = others
    assert (chance.category, chance.state, chance.verdict) == ("public-order", "closed", "known")
    assert title(chance, Speech("en")) == "Public order offence 7 km northwest of Aarhus"
    assert others.count() <= sum(one.by_chance for one in looks)
    year = this_year(operator, here)
    assert (year.looks, year.until - year.first) == (52, timedelta(weeks=51))
    assert year.by_chance == pytest.approx(2.0, abs=0.01)
