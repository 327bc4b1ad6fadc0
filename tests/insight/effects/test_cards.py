"""A card says what was tried here of each kind of measure; every kind, target and break is declared with care."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.insight.effects.conftest import burglaries

from samvirke.desks.designations.register import all_kinds as kinds_of_places
from samvirke.foundation.fault import Refused
from samvirke.handovers.effect_to_plan import tried_of, tried_of_measure
from samvirke.insight.effects.commands.estimate import estimate
from samvirke.insight.effects.engine.kind_of_measure import faults
from samvirke.insight.effects.engine.sorts import CANNOT_TELL, FEWER
from samvirke.insight.effects.every import all_breaks, all_kinds, all_targets, kind_called
from samvirke.insight.effects.facts.card import tried_said
from samvirke.insight.effects.models import Design
from samvirke.insight.effects.queries.cards import card_of, cards
from samvirke.insight.effects.queries.designs import designs
from samvirke.insight.suppression.rounded import about, tellable
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.incidents.categories import categories

NONE = {"sort": "none", "why_none": "x", "periods": None, "treated": (), "comparison": (), "categories": ()}


def test_every_declared_kind_is_sound_and_names_what_is_there():
    assert [fault for kind in all_kinds().values() for fault in faults(kind)] == []
    for kind in all_kinds().values():
        assert set(kind.categories) <= set(categories())
        assert not any(categories()[one].found for one in kind.categories)
        assert set(kind.designations) <= set(kinds_of_places())
    assert {"designation", "measure"} <= set(all_targets())
    assert all(one.source and set(one.categories) <= set(categories()) for one in all_breaks().values())


def test_a_careless_kind_gets_sentences_back():
    careless = replace(kind_called("camera"), mechanism=" ", reference="", confidence="sure")
    assert len(faults(careless)) == 3
    with pytest.raises(Refused, match="The nearest are: camera"):
        kind_called("kamera")


@pytest.mark.django_db
def test_a_card_counts_what_was_tried_and_what_came_of_it(place):
    def said() -> str:
        return tried_said(card_of(place.tine, place.district, "revisit")).text()

    assert said() == "Not tried here with a design."
    first = place.fix()
    assert said() == "Tried once here: no estimate yet."
    estimate(place.tine, design=first)
    assert said() == "Tried once here: certainly better 1, certainly worse 0, cannot tell 0."
    place.fix(**NONE)
    card = card_of(place.tine, place.district, "revisit")
    assert (card.tried, card.ended(FEWER), card.ended(CANNOT_TELL), card.unmeasured) == (2, 1, 0, 1)
    assert cards(place.tine, place.district)[0].kind.name == "revisit"
    assert card_of(place.tine, place.district, "nothing") is None


@pytest.mark.django_db
def test_next_years_plan_reads_the_card_beside_the_measure(bare):
    bare.bring(burglaries((6, 5), (6, 6)))
    Commitment.objects.filter(pk=bare.measure.pk).update(slug="genbesoeg")
    bare.measure.refresh_from_db()
    assert tried_of(bare.tine, bare.measure) == []
    estimate(bare.tine, design=bare.fix())
    [words] = tried_of_measure(bare.tine, bare.district, "genbesoeg")
    assert words.text() == "Revisit after burglary: Tried once here: inconclusive."
    assert tried_of_measure(bare.tine, bare.district, "") == []


@pytest.mark.django_db
def test_a_design_about_a_place_of_the_police_is_seen_by_the_police_alone(place, person):
    made = place.fix()
    Design.objects.filter(pk=made.pk).update(is_open=False)
    town = person("analyst", "fjordby-kommune")
    assert list(designs(place.tine, place.district)) == [made]
    assert list(designs(town, place.district)) == []
    assert tried_of(place.tine, place.measure)[0].text().endswith("Not tried here with a design.")


def test_counts_of_drawn_areas_are_rounded_and_not_told_below_ten():
    assert [about(count) for count in (12, 13, 148)] == [10, 15, 150]
    assert tellable(10, 200)
    assert not tellable(9, 200)
