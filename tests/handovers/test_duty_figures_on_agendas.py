"""A duty with figures puts itself on an agenda together with them, and the paper that is sent shows the same table."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html

from samvirke.desks.meetings.commands.draft_agenda import draft_agenda
from samvirke.desks.meetings.commands.plan_year import plan_year
from samvirke.desks.meetings.models import AgendaItem
from samvirke.handovers.meeting_agenda import proposed, take_in
from samvirke.handovers.meeting_papers import frozen_agenda
from samvirke.registers.commitments.models import Fulfilment
from samvirke.registers.documents.queries.documents import content_of
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import actor_of
from samvirke.trust.identity.models import Account

pytestmark = pytest.mark.django_db

_RATE = "burglary-homes"


@pytest.fixture
def tine(demo, db):
    return actor_of(Account.objects.get(username="tine"))


@pytest.fixture
def meeting_of(tine):
    """A meeting of a body with an agenda begun; the body may be given duties of its own."""

    def planned(body, *duties, on=date(2025, 3, 4)):
        found = Body.objects.get(pk=body)
        found.duties = [*found.duties, *duties]
        found.save()
        [made] = plan_year(tine, body=found, days=[on])
        draft_agenda(tine, meeting=made, version=1)
        made.refresh_from_db()
        return made

    return planned


def offered(tine, meeting, source="duty"):
    return {one.key: one for one in proposed(tine, meeting) if one.source == source}


def table_in(content):
    rows = html.fromstring(content).xpath("//table//tr")
    return [[cell.text_content() for cell in row] for row in rows]


def test_youth_crime_comes_to_the_district_council_with_every_municipality(tine, meeting_of):
    meeting = meeting_of("kredsraad-oestjylland", on=date(2025, 12, 2))
    item = take_in(tine, meeting=meeting, proposal=offered(tine, meeting)["youth-crime-discussed"])
    assert item.summary.startswith("Tallene for hver kommune")
    lines = [line for line in item.summary.splitlines() if line.startswith("| ")]
    named = [line.split(" | ")[0].strip("| ") for line in lines[1:]]
    assert named == ["Aarhus", "Favrskov", "Norddjurs", "Odder", "Randers", "Samsø", "Syddjurs", "Hele politikredsen"]
    [opened] = frozen_agenda(tine, meeting)[0]
    told = table_in(content_of(tine, opened))
    assert [row[0] for row in told[1:]] == named
    assert told[1][1] in lines[1]


def test_burglary_puts_itself_on_the_agenda_where_its_rate_is_high_in_place_of_the_signal(tine, meeting_of):
    high = meeting_of("lokalraad-randers", "burglary-discussed")
    found = offered(tine, high)["burglary-discussed"]
    assert "| Randers | 344 |" in found.summary
    assert "sikkert over kredsen" in found.summary
    rates = [key for key in offered(tine, high, "signal") if key.startswith("rate:")]
    take_in(tine, meeting=high, proposal=found)
    again = [key for key in offered(tine, high, "signal") if key.startswith("rate:")]
    assert rates == again == []


def test_once_it_was_discussed_in_the_year_new_figures_come_as_a_signal(tine, meeting_of):
    meeting = meeting_of("lokalraad-randers", "burglary-discussed")
    Fulfilment.objects.create(
        body_id="lokalraad-randers", duty="burglary-discussed", year=2025, state="done", on=date(2025, 1, 9),
        evidence="Referat",
    )  # fmt: skip
    assert "burglary-discussed" not in offered(tine, meeting)
    assert [key for key in offered(tine, meeting, "signal") if key.startswith(f"rate:{_RATE}:730:")]


def test_where_the_rate_is_not_high_nothing_comes_whatever_the_season(tine, meeting_of):
    for day in (date(2025, 3, 4), date(2025, 12, 9)):
        meeting = meeting_of("lokalraad-aarhus", "burglary-discussed", on=day)
        assert "burglary-discussed" not in offered(tine, meeting)


def test_the_page_shows_the_table_before_and_after_it_is_taken_in(tine, meeting_of, client):
    meeting = meeting_of("lokalraad-randers", "burglary-discussed")
    client.force_login(Account.objects.get(username="tine"))
    address = f"/districts/oestjylland/meetings/{meeting.pk}/"
    before = table_in(client.get(address).content)
    assert before[1][:2] == ["Randers", "344"]
    assert client.post(address, {"proposal": "duty/burglary-discussed", "deed": "take-in"}).status_code == 302
    assert table_in(client.get(address).content) == before
    item = AgendaItem.objects.get(meeting=meeting, source="duty", source_key="burglary-discussed")
    client.force_login(Account.objects.get(username="anne"))
    assert table_in(client.get(f"{address}items/{item.pk}/").content) == before
