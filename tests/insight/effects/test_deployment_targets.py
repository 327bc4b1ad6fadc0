"""A deployment that was carried out can carry a design, and where it was is no place to compare with."""

from __future__ import annotations

from datetime import date

import pytest
import shapely

from samvirke.desks.deployments.models import Deployment
from samvirke.insight.effects.every import all_targets
from samvirke.insight.effects.targets.deployment import REACH
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import NOBODY, actor_of
from samvirke.trust.identity.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
TARGET = all_targets()["deployment"]


@pytest.fixture
def district() -> District:
    return District.objects.get(pk="oestjylland")


@pytest.fixture
def tine():
    return actor_of(Account.objects.get(username="tine"))


@pytest.fixture
def van() -> Deployment:
    """A van that measured at a point and is done."""
    return Deployment.objects.filter(district="oestjylland", kind="speed-van", state="done").exclude(geometry="").get()


def test_those_that_were_done_at_a_point_are_offered_and_no_others(tine, district, van):
    rows = Deployment.objects.filter(district=district)
    wanted = {str(one.pk) for one in rows if one.state == "done" and one.geometry}
    assert {one.key for one in TARGET.every(tine, district)} == wanted
    assert str(van.pk) in wanted
    planned = rows.filter(state="planned").exclude(geometry="").earliest("starts_at")
    assert TARGET.find(tine, district, str(planned.pk)) is None
    assert TARGET.find(tine, district, "no id") is None


def test_one_says_where_it_was_and_from_which_day(tine, district, van):
    found = TARGET.find(tine, district, str(van.pk))
    assert (found.since, found.kind, found.address) == (van.day, "speed-van", ("deployments-one", str(van.pk)))
    [area] = found.areas
    assert (area.municipality, area.radius) == (van.municipality_id, REACH)
    assert shapely.from_geojson(area.geometry).contains(shapely.from_geojson(van.geometry))


def test_it_is_busy_on_its_own_day_and_on_no_other(tine, district, van):
    on = {one.key for one in TARGET.busy(tine, district, van.day, van.day)}
    assert str(van.pk) in on
    assert str(van.pk) not in {one.key for one in TARGET.busy(tine, district, date(2024, 1, 1), date(2024, 1, 2))}


def test_nobody_is_offered_nothing(district):
    assert TARGET.every(NOBODY, district) == []
