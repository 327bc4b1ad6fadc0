"""A review that comes up offers itself to the body that named the place, and the demo's places are whole and marked."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from samvirke.desks.designations.facts.digest import is_intact
from samvirke.desks.designations.models import Designation, Evidence, Practice, RestrictedPlan
from samvirke.desks.meetings.commands.draft_agenda import draft_agenda
from samvirke.desks.meetings.commands.plan_year import plan_year
from samvirke.foundation.clock import standing_on
from samvirke.handovers.meeting_agenda import proposed, take_in
from samvirke.handovers.place_demo import load_places
from samvirke.handovers.place_reminders import remind_of_places
from samvirke.handovers.place_reviews import reviews_due
from samvirke.registers.commitments.models import Fulfilment
from samvirke.registers.outbox.models import Message
from samvirke.registers.outbox.queries.inbox import inbox
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import actor_of, system
from samvirke.trust.identity.models import Account
from samvirke.trust.jobs.declared import by_the_clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

OPERATOR, SCHEDULER = system("operator"), system("scheduler")
COUNCIL = "kredsraad-sydoestjylland"


def body(name):
    return Body.objects.select_related("district").get(pk=name)


def titles(name, username="tine"):
    actor = actor_of(Account.objects.get(username=username))
    return sorted(one.title.text("en") for one in reviews_due(actor, body(name)))


def test_the_demo_names_places_in_both_districts_and_says_that_they_are_invented():
    rows = Designation.objects.filter(invented=True)
    assert Counter(rows.values_list("district", flat=True)) == {"oestjylland": 10, "sydoestjylland": 3}
    assert {one.state for one in rows} == {"proposed", "in-force", "ended"}
    assert not Designation.objects.filter(invented=False).exists()
    assert all(one.invented for one in Practice.objects.all())
    assert all("opdigte" in one.data and is_intact(one) for one in Evidence.objects.all())
    assert "opdigtet" in RestrictedPlan.objects.get().kept_where
    assert all("opdigtet" in one.decision for one in rows.filter(state="in-force"))


def test_loading_the_places_again_changes_nothing():
    before = list(Designation.objects.order_by("pk").values_list("pk", "version"))
    for district in District.objects.filter(pk__in=("oestjylland", "sydoestjylland")):
        load_places(OPERATOR, district)
    assert list(Designation.objects.order_by("pk").values_list("pk", "version")) == before


def test_two_areas_of_one_decision_are_one_unit_of_the_yearly_duty():
    [done] = Fulfilment.objects.filter(body=COUNCIL, duty="sub-areas-designated", evidence__startswith="sub-area: ")
    assert (done.year, done.on, done.state) == (2023, date(2023, 12, 5), "done")


def test_a_review_comes_to_the_body_that_named_the_place_and_to_the_local_council_of_the_others():
    assert titles("lokalraad-randers") == ["Review of Randers centrum"]
    assert titles("kredsraad-oestjylland") == []
    with standing_on(date(2024, 10, 15)):
        assert titles(COUNCIL, "lise") == ["Review of Finlandsparken i Vejle", "Review of Sundparken i Horsens"]
        # Neither what the police watch alone nor what is looked at every week goes to an agenda.
        assert titles("lokalraad-aarhus") == ["Review of Aarhus centrum"]
    assert titles("lokalraad-randers", "lise") == []


def test_the_reviewer_is_reminded_once_for_a_day_and_the_message_names_no_place():
    Message.objects.all().delete()
    tine = actor_of(Account.objects.get(username="tine"))
    # The weekly watch is late, the watch by the police too, and the zone of Randers is due within a fortnight.
    for _again in range(2):
        remind_of_places(SCHEDULER)
    mine = list(inbox(tine))
    assert [one.subject_said.text("en") for one in mine] == ["A place is to be looked at again"] * 3
    assert not any("Randers" in str(one.subject) + str(one.body) for one in Message.objects.all())
    with standing_on(date(2024, 11, 4)):
        remind_of_places(SCHEDULER)
        assert "The period of a place runs out" in {one.subject_said.text("en") for one in inbox(tine)}
    assert "designations.remind" in {one.name for one in by_the_clock()}


def test_what_offers_itself_says_why_and_by_which_rule_and_comes_once():
    tine = actor_of(Account.objects.get(username="tine"))
    [first, second] = plan_year(tine, body=body("lokalraad-randers"), days=[date(2025, 3, 4), date(2025, 6, 3)])
    for one in (first, second):
        draft_agenda(tine, meeting=one, version=1)
        one.refresh_from_db()
    [offered] = [one for one in proposed(tine, first) if one.key.startswith("designation:")]
    assert str(offered.why) == "To be reviewed by 3\u00a0September 2024"
    assert "Randers centrum, Randers." in offered.summary
    assert "mindst 10 serveringssteder" in offered.summary
    item = take_in(tine, meeting=first, proposal=offered)
    assert item.source == "signal"
    assert not [one for one in proposed(tine, second) if one.key.startswith("designation:")]
