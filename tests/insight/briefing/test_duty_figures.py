"""What a duty brings to an agenda: each municipality beside the district, nothing hidden told, and where it is owed."""

from __future__ import annotations

from datetime import date

import pytest
from tests.insight.written_file import FJORDBY, SKOVBY, Row, many

from samvirke.insight.briefing.duty_figures import duty_conditions, duty_figures
from samvirke.insight.briefing.high_rates import beside_district
from samvirke.insight.suppression.models import Released
from samvirke.insight.suppression.release import COUNCIL
from samvirke.registers.partners.models import Body
from samvirke.registers.places.commands.put_denominators import put_denominators
from samvirke.trust.access.actor import NOBODY

pytestmark = [pytest.mark.django_db]


def cells(text):
    """The rows of the table in a text, by their first cell."""
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("|")]
    return {first: rest for first, *rest in rows}


def spread(number: int, **facts: object) -> list[Row]:
    """So many in each quarter of the two years to midsummer 2024."""
    starts = [date(year, month, 1) for year in (2022, 2023, 2024) for month in (1, 4, 7, 10)][2:10]
    return [row for first in starts for row in many(number, first, 88, **facts)]


@pytest.fixture
def council(fjord):
    body = Body.objects.get(pk="kredsraad-fjordkredsen")
    body.duties = ["youth-crime-discussed", "burglary-discussed"]
    return body


@pytest.fixture
def known(counted, operator):
    """In Fjordby every theft tells of young suspects, in Skovby there are two a quarter."""
    rows = spread(30, offence="butikstyveri", young="ja") + spread(40, offence="hærværk", young="nej")
    rows += spread(2, offence="butikstyveri", young="ja", municipality=SKOVBY)
    put_denominators(
        operator, kind="inhabitants", year=2023, values={FJORDBY: 10_000, SKOVBY: 5_000}, source="made up",
        invented=True,
    )  # fmt: skip
    return counted([*rows, Row(date(2024, 6, 30), offence="andet")])


def test_the_district_council_of_the_demo_gets_every_municipality(facts, operator):
    body = Body.objects.get(pk="kredsraad-oestjylland")
    told = duty_figures(operator, body)["youth-crime-discussed"]
    found, table = beside_district(facts, "youth-crime", COUNCIL), cells(told)
    assert list(table)[1:] == [*(one.name for one in facts.municipalities.values()), "Hele politikredsen"]
    for code, rate in found.rates.items():
        n, said, beside = table[facts.municipalities[code].name]
        assert n.replace(".", "") == f"{rate.count:.0f}"
        assert said.startswith(f"{rate.rate.value:.{1 if rate.rate.value >= 1 else 2}f}".replace(".", ",") + " (")
        assert beside == ("sikkert over kredsen" if rate.is_high else "ikke sikkert over kredsen")
    assert 4 <= len(found.rates) < len(facts.municipalities)
    for part in ("30. juni 2024", "95"):
        assert part in told.replace("\xa0", " ")


def test_a_local_council_gets_its_own_municipality_beside_the_district(facts, operator):
    body = Body.objects.get(pk="lokalraad-randers")
    body.duties = ["burglary-discussed"]
    told = duty_figures(operator, body)["burglary-discussed"]
    assert [len(rest) for rest in cells(told).values()] == [3, 3, 3]
    assert cells(told)["Randers"][0] == "344"


def test_a_small_cell_is_hidden_with_its_rate_and_remembered_as_released(known, council, operator):
    told = cells(duty_figures(operator, council)["youth-crime-discussed"])
    assert told["Skovby"][:2] == ["skjult", "for få til at sige"]
    released = Released.objects.filter(table="fjordkredsen youth-crime", audience=COUNCIL)
    assert set(released.filter(area=SKOVBY).values_list("value", flat=True)) == {None}
    assert not {"8", "2"} & {one for row in told.values() for one in row}


def test_a_source_that_does_not_tell_is_said_and_no_nought_is_shown(counted, council, operator):
    counted(spread(30, offence="butikstyveri"))
    told = duty_figures(operator, council)["youth-crime-discussed"]
    assert "|" not in told
    assert "0" not in told
    assert told.startswith(("Ungdomskriminalitet: ", "Youth crime: "))


def test_a_municipality_that_does_not_tell_stands_there_without_a_number(counted, council, operator):
    counted(spread(30, offence="butikstyveri", young="ja") + spread(30, municipality=SKOVBY, offence="hærværk"))
    told = cells(duty_figures(operator, council)["youth-crime-discussed"])
    assert (told["Fjordby"][0], told["Skovby"][0]) == ("120", "–")


def test_without_figures_of_a_year_it_says_so(council, operator):
    told = duty_figures(operator, council)
    assert set(told) == {"youth-crime-discussed", "burglary-discussed"}
    assert not any("|" in text for text in told.values())


def test_who_may_not_count_incidents_gets_no_figures(known, council):
    assert duty_figures(NOBODY, council) == {}
    assert duty_conditions(NOBODY, [council]) == {}


def test_a_condition_is_the_same_test_as_the_signal_and_unknown_without_figures(facts, fjord, operator):
    local = list(Body.objects.filter(district=facts.district, kind="local-council").order_by("pk"))
    for body in local:
        body.duties = ["burglary-discussed"]
    found = beside_district(facts, "burglary-homes", COUNCIL)
    met = duty_conditions(operator, local)
    for body in local:
        code = body.covers.get().municipality_id
        high = found.rates[code].is_high if code in found.rates else None
        assert met.get((body.pk, "burglary-discussed")) == high
    assert {True, False} <= set(met.values())
    nobody = Body.objects.get(pk="kredsraad-fjordkredsen")
    nobody.duties = ["burglary-discussed"]
    assert duty_conditions(operator, [nobody]) == {}
