"""Suggestions of where and when: with reasons, from reported incidents alone, kept in the request of a person."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from tests.desks.deployments.conftest import Desk, desk
from tests.desks.designations.conftest import SHOWN
from tests.desks.designations.conftest import Desk as PlaceDesk
from tests.doors.web.bodies.test_bodies import shown, tine
from tests.doors.web.places import read
from tests.insight.conftest import counted, operator
from tests.insight.written_file import Row

from samvirke.desks.deployments.models import Deployment
from samvirke.desks.deployments.register import all_kinds, kind_called
from samvirke.desks.designations.commands.enter_practice import enter_practice
from samvirke.desks.designations.commands.freeze import freeze
from samvirke.desks.designations.models import Designation
from samvirke.foundation.clock import today
from samvirke.foundation.speech import Speech
from samvirke.handovers.deployment_suggestions import suggestions
from samvirke.registers.incidents.categories import categories
from samvirke.registers.partners.models import Body
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.identity.models import Account

__all__ = ["counted", "desk", "operator", "tine"]

HERE = "/districts/fjordkredsen/deployments/"
SPEECH = Speech("en")
pytestmark = pytest.mark.django_db


@pytest.fixture
def square(desk: Desk) -> Designation:
    """A place that feels unsafe, in force, at the point that the incidents lie on."""
    council = Body.objects.select_related("district").get(pk="kredsraad-fjordkredsen")
    there = PlaceDesk(desk.district, desk.town, council, desk.tine, Account.objects.get(pk=desk.tine.id))
    told = {"district": desk.district, "kind": "insecure-place", "reference": "x"}
    enter_practice(desk.tine, longest_months=12, review_weeks=1, **told)
    place = there.propose("insecure-place", homes=0)
    freeze(desk.tine, designation=place, shown=SHOWN)
    there.step(place, "told")
    since = today() - timedelta(days=1)
    return there.name(place, since=since, until=since + timedelta(days=90), decided_on=since)


def burglaries(weeks: int = 24) -> list[Row]:
    """One a week at the square, reported on a Saturday, and something elsewhere on the last day of June."""
    rows = [Row(date(2024, 1, 6) + timedelta(days=7 * week), x=506309, y=6156002) for week in range(weeks)]
    return [*rows, Row(date(2024, 6, 30), x=515_000, y=6_160_000)]


def test_a_place_in_force_is_suggested_with_its_rule_its_hours_and_what_they_rest_on(desk, square, counted):
    counted(burglaries())
    [told] = suggestions(desk.tine, desk.district, kind_called("mobile-police-station"))
    assert told.place == square
    assert told.why(SPEECH).startswith("Place that feels unsafe, in force until ")
    assert "Friday 18–21: 24.0 of 24, between " in told.when(SPEECH)
    assert "an even spread would give 0.4" in told.when(SPEECH)
    kept = told.stored(SPEECH)
    assert (kept["n"], kept["place"]) == ("24", "Torvet")
    assert "reported incidents only" in kept["method"]
    assert all(kept[name] for name in ("says", "period", "source"))


def test_too_few_incidents_name_no_hours_and_no_number(desk, square, counted):
    counted(burglaries(7))
    [told] = suggestions(desk.tine, desk.district, kind_called("mobile-police-station"))
    assert told.when(SPEECH).startswith("Too few to say which hours")
    assert told.stored(SPEECH)["n"] == "too few"


def test_a_place_that_has_ended_or_suits_another_kind_is_not_suggested(desk, square):
    station = kind_called("mobile-police-station")
    assert suggestions(desk.tine, desk.district, station)[0].when(SPEECH).startswith("No hours are suggested")
    assert suggestions(desk.tine, desk.district, kind_called("speed-van")) == []
    Designation.objects.filter(pk=square.pk).update(state="proposed")
    assert suggestions(desk.tine, desk.district, station) == []


def test_the_police_alone_weigh_and_no_kind_reads_what_they_find_themselves(desk, square, person, hired):
    for role, agency in (("coordinator", "fjordby-kommune"), ("chief", "fjordkredsens-politi")):
        with pytest.raises(NotAllowed):
            suggestions(person(role, agency), desk.district, kind_called("mobile-police-station"))
    assert hired("coordinator", "fjordby-kommune").get(f"{HERE}suggestions/").status_code == 404
    known = categories()
    assert not [code for kind in all_kinds().values() for code in kind.categories if known[code].found]


def test_a_person_takes_a_suggestion_up_and_the_request_keeps_what_it_said(tine, desk, square, counted):
    counted(burglaries())
    page = tine.get(f"{HERE}suggestions/?kind=mobile-police-station")
    assert "What the police find themselves weighs nothing" in shown(page)
    [link] = [one for one in read(page).xpath("//main//a/@href") if "?from=" in one]
    form = read(tine.get(link)).xpath("//main//form")[-1]
    assert "18–21: 24.0 of 24" in form.fields["reason"]
    assert not Deployment.objects.filter(district="fjordkredsen").exists()
    fields = {**dict(form.fields), "reason": "And the school has told of it", "group": []}
    made = tine.post(link, {**fields, "says": "Ten thousand"}).url
    kept = Deployment.objects.get(district="fjordkredsen")
    assert (kept.reason, kept.suggestion["n"], kept.suggestion["from"]) == (
        "And the school has told of it",
        "24",
        str(square.pk),
    )
    assert "Ten thousand" not in str(kept.suggestion)
    assert "What the analysis said when the suggestion was taken up" in shown(tine.get(made))


def test_a_suggestion_that_is_no_longer_there_is_refused(tine, desk, square):
    address = f"{HERE}new/mobile-police-station/?from={uuid4()}"
    page = tine.get(address)
    assert page.status_code == 422
    assert "no longer in force" in page.content.decode()
    assert tine.get(f"{HERE}new/mobile-police-station/?from=x").status_code == 404
    empty = shown(tine.get(f"{HERE}suggestions/?kind=speed-van"))
    assert "No place that suits this kind is in force. See the places" in empty
