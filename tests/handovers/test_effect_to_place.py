"""An estimate becomes evidence of the place that it is about, rounded, with its warnings."""

from __future__ import annotations

from datetime import date

import pytest
from tests.insight.effects.conftest import HERE, PARK, THERE, bare, place

from samvirke.desks.designations.facts.digest import is_intact
from samvirke.desks.designations.models import Designation
from samvirke.foundation.fault import Refused
from samvirke.handovers.effect_to_place import freeze_effect
from samvirke.insight.effects.commands.estimate import estimate
from samvirke.insight.effects.facts.shapes import outline
from samvirke.insight.effects.queries.designs import designs
from samvirke.registers.places.models import Municipality

__all__ = ["bare", "place"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def area(place):
    """An area with many burglaries, in force since the first day of the period after."""
    town = Municipality.objects.get(pk=998)
    return Designation.objects.create(
        district=place.district, municipality=town, kind="burglary-area", name="Parken", shape="polygon",
        geometry=outline(place.district, "Parken", town, PARK, 300).geometry, homes=300, state="in-force",
        since=date(2023, 1, 2), until=date(2025, 1, 1), next_review=date(2024, 9, 1), reviewer_id=place.tine.account,
        criterion="Most", decision="1", decided_on=date(2022, 12, 1), proposed_on=date(2022, 12, 1),
    )  # fmt: skip


def test_the_newest_estimate_is_frozen_with_its_interval_rounded(place, area):
    made = place.fix(target="designation", key=str(area.pk), kind="neighbour-watch", treated=(HERE,))
    with pytest.raises(Refused, match="no estimate about a place"):
        freeze_effect(place.tine, designs(place.tine, place.district).get(pk=made.pk))
    kept = estimate(place.tine, design=made)
    frozen = freeze_effect(place.tine, designs(place.tine, place.district).get(pk=made.pk))
    [figure] = frozen.figures
    assert (figure["sort"], figure["value"], figure["n"]) == ("estimate", 0.4, 440)
    assert figure["low"] < 0.4 < figure["high"]
    assert frozen.parameters == {"SHA-256": kept.digest[:16]}
    assert frozen.term == area.term + 1
    assert is_intact(frozen)


def test_the_area_of_a_place_is_its_own_and_its_naming_bars_it_as_a_comparison(place, area):
    made = place.fix(target="designation", key=str(area.pk), kind="neighbour-watch", treated=(HERE,))
    assert made.title["en"] == "Parken"
    small = outline(place.district, "Corner of the park", Municipality.objects.get(pk=998), PARK, 300)
    with pytest.raises(Refused, match="“Corner of the park” was treated too: Parken"):
        place.fix(treated=(THERE,), comparison=(small,))
