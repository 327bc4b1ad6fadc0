"""What offers itself for an agenda from the figures: the rises that the pack announces, and rates that are high."""

from __future__ import annotations

import pytest

from samvirke.foundation.period import read_period
from samvirke.handovers.load_demo import QUARTER
from samvirke.insight.briefing.announced import announced
from samvirke.insight.briefing.jobs import make
from samvirke.insight.briefing.pack.occasion import WITH_PAPERS, Occasion
from samvirke.insight.briefing.signals import certain_rises, close_burglaries, high_rates
from samvirke.registers.documents.models import Document
from samvirke.registers.partners.models import Body

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def council(demo, db):
    return Body.objects.get(pk="kredsraad-oestjylland")


def test_each_council_is_offered_the_rises_that_its_pack_announces_and_nothing_else(demo, operator):
    offered = {}
    for body in Body.objects.filter(district_id=demo, kind__in=WITH_PAPERS):
        rows = announced(Occasion(operator, body, read_period(QUARTER), "da").counted_rows)
        offered[body.pk] = [one.key.split(":")[1] for one in certain_rises(operator, body)]
        assert offered[body.pk] == [row.name for row in rows if row.change.state == "rise"]
    assert offered["kredsraad-oestjylland"] == ["stalking-orders"]


def test_a_rise_says_how_many_when_between_what_how_and_from_where(council, operator):
    [found] = certain_rises(operator, council)
    assert found.key == f"rise:stalking-orders:{QUARTER}"
    assert found.title.text("da") == "Stalking og brudte tilhold er steget 62\u00a0%"
    assert found.title.text("en") == "Stalking and broken restraining orders have risen 62%"
    assert found.why.text("en") == "between +15 and +131%"
    for told in ("91 anmeldte mod 56", "+15 og +131", "2. kvartal 2024", "Holm", "Anmeldelser til politiet"):
        assert told in found.text


def test_burglaries_close_to_one_another_are_offered_where_the_pack_says_so(demo, operator):
    councils = ["lokalraad-randers", "lokalraad-odder", "kredsraad-oestjylland"]
    Document.objects.filter(body_id__in=councils, kind="pack").delete()
    assert not any(close_burglaries(operator, Body.objects.get(pk=one)) for one in councils)
    for one in councils:
        make(operator, lambda _share, _doing: None, body=one, quarter=QUARTER, language="da")
    offered = {body.pk: close_burglaries(operator, body) for body in Body.objects.filter(pk__in=councils)}
    [found] = offered.pop("lokalraad-randers")
    assert (list(offered.values()), found.key) == ([[], []], f"near:burglary-homes:{QUARTER}")
    assert found.title.text("en") == "Burglaries close to one another around Spentrup"
    for told in ("33 par", "p = 0,001", "n 343", "30. juni 2024", "Knox", "999", "Anmeldelser til politiet"):
        assert told in found.text.replace("\u00a0", " ")


def test_a_high_rate_is_offered_to_the_council_whose_duty_it_is_and_to_no_other(demo, operator):
    body = Body.objects.get(pk="lokalraad-randers")
    assert high_rates(operator, body) == []
    body.duties = [*body.duties, "burglary-discussed"]
    [found] = high_rates(operator, body)
    assert found.key == f"rate:burglary-homes:730:{QUARTER}"
    assert "Randers" in found.title.text("en")
    assert "in twelve months" in found.why.text("en")
    for told in (" n 344", "sikkert over kredsen", "95", "30. juni 2024", "Anmeldelser"):
        assert told in found.text.replace("\u00a0", " ")
    other = Body.objects.get(pk="lokalraad-aarhus")
    other.duties = body.duties
    assert high_rates(operator, other) == []


def test_a_committee_and_a_district_without_figures_are_offered_nothing(demo, fjord, operator):
    committee = Body.objects.filter(district_id=demo).exclude(kind__in=WITH_PAPERS).first()
    assert certain_rises(operator, committee) == []
    assert certain_rises(operator, Body.objects.get(pk="kredsraad-fjordkredsen")) == []
