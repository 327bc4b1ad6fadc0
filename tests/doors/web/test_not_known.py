"""Every page that shows where says what it does not know, and what the police find themselves is chosen on purpose."""

from __future__ import annotations

import pytest
from tests.doors.web.places import DISTRICT, read, text_of

from samvirke.desks.designations.models import Designation
from samvirke.insight.emerging.models import Signal
from samvirke.registers.incidents.categories import categories

pytestmark = pytest.mark.django_db

HERE = f"/districts/{DISTRICT}/"
SENTENCE = "reported is not happened, and what the police find themselves grows with how much they look"
FOUND = {code for code, one in categories().items() if one.found}


@pytest.mark.parametrize(
    "page", ["", "municipalities/730/", "indicators/burglary-homes/", "places/", "siting/", "emerging/"]
)
def test_a_page_with_a_map_says_what_it_does_not_know(reader, page):
    answer = reader.get(f"{HERE}{page}")
    assert answer.status_code == 200
    assert SENTENCE in text_of(read(answer))


def test_a_place_and_a_signal_say_it_beside_their_map(reader):
    place = Designation.objects.filter(district=DISTRICT, invented=True).exclude(geometry="").first()
    signal = Signal.objects.filter(district=DISTRICT, invented=True).first()
    for address in (f"places/{place.pk}/", f"emerging/{signal.pk}/"):
        page = read(reader.get(f"{HERE}{address}"))
        assert page.xpath("//svg[contains(@class, 'map')]")
        assert SENTENCE in text_of(page)


@pytest.mark.parametrize("page", ["studies/new/kde/", "siting/"])
def test_what_the_police_find_themselves_stands_apart_and_is_not_chosen(reader, page):
    form = read(reader.get(f"{HERE}{page}"))
    apart = form.xpath("//fieldset[legend[contains(., 'Found by the police themselves')]]//input[@name='categories']")
    assert {one.get("value") for one in apart} == FOUND
    assert [one for one in apart if one.get("checked") is not None] == []
    others = form.xpath("//fieldset[not(legend[contains(., 'Found by the police')])]//input[@name='categories']/@value")
    assert not FOUND & set(others)
