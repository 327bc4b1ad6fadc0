"""The demo is the same everywhere: invented, marked as such, and loading it again changes nothing that is so."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from datetime import date

import pytest
from tests.handovers.snapshot import everything

from samvirke.desks.meetings.models import Learning, Meeting
from samvirke.desks.plan.models import Plan, Series
from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.handovers.jobs import sweep_at_night
from samvirke.handovers.load_demo import DISTRICT, DISTRICTS, SOURCE, TODAY, load_demo, load_year, write_invented_file
from samvirke.handovers.meeting_agenda import proposed
from samvirke.registers.commitments.commands.close import close
from samvirke.registers.commitments.models import Commitment, Fulfilment
from samvirke.registers.incidents.models import ImportRun, StoreVersion
from samvirke.registers.partners.models import Body, SeatHolder
from samvirke.registers.partners.queries.sittings import members_on
from samvirke.registers.places import schematic
from samvirke.registers.places.models import Denominator, District
from samvirke.trust.access.actor import system
from samvirke.trust.identity.models import Account
from samvirke.trust.jobs.declared import by_the_clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

OPERATOR = system("operator")


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The invented file, written twice, and the truths planted in it."""
    return [write_invented_file(tmp_path_factory.mktemp(name)) for name in ("once", "again")]


def test_without_the_set_up_the_demo_says_what_to_do_and_stores_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr(schematic, "BUILT", tmp_path / "denmark.json")
    before = District.objects.count()
    with pytest.raises(Refused, match="make run"):
        load_demo(OPERATOR)
    assert District.objects.count() == before


def rows_of(file):
    with gzip.open(file, "rb") as opened:
        return opened.read()


def test_the_invented_file_and_its_truths_are_the_same_each_time(written):
    (file, truths), (again, truths_again) = written
    assert rows_of(file) == rows_of(again)
    assert truths == truths_again


def test_every_row_of_the_file_is_in_the_store(written):
    run = ImportRun.objects.filter(source_id=SOURCE).latest("pk")
    rows = rows_of(written[0][0]).count(b"\n") - 1
    assert run.rows_in == rows
    assert run.rows_in == run.accepted + run.rejected + run.duplicates
    newest = StoreVersion.objects.filter(source_id=SOURCE).order_by("-number").first()
    assert 200_000 < newest.rows == run.accepted <= rows < 300_000


def test_the_truth_file_beside_the_home_is_that_of_the_figures(written, home):
    truths = json.loads((home / "demo-truths.json").read_text(encoding="utf-8"))
    assert truths == json.loads(written[0][1])
    assert truths


def test_three_districts_are_loaded():
    assert set(District.objects.filter(loaded_at__isnull=False).values_list("pk", flat=True)) >= set(DISTRICTS)
    assert District.objects.get(pk=DISTRICT).harm_weights == "english-example"


def test_what_is_invented_is_marked_and_what_a_plan_says_is_not():
    for rows in (Meeting.objects.all(), Account.objects.all(), Denominator.objects.all()):
        assert rows.exists()
        assert not rows.filter(invented=False).exists()
    assert not Commitment.objects.filter(plan_id="", invented=False).exists()
    invented = list(Plan.objects.filter(invented=True).values_list("pk", flat=True))
    assert not Commitment.objects.exclude(plan_id__in=["", *invented]).filter(invented=True).exists()
    assert not Commitment.objects.filter(plan_id__in=invented, invented=False).exists()
    assert not Series.objects.exclude(origin={}).filter(invented=True).exists()


def test_every_council_of_the_demo_has_invented_people_and_somebody_who_chairs_it():
    assert not SeatHolder.objects.filter(invented=False).exists()
    councils = Body.objects.filter(district_id=DISTRICT, kind__in=["district-council", "local-council"])
    assert len(councils) == 8
    for council in councils:
        roles = [one.role for one in members_on(OPERATOR, council, TODAY)]
        assert roles.count("chair") == 1, council
        assert len(roles) > 1, council
    kredsraad = Body.objects.get(pk="kredsraad-oestjylland")
    assert [one.role for one in members_on(OPERATOR, kredsraad, TODAY)].count("vice-chair") == 1


def test_learning_is_held_and_planned_and_counts_for_the_duties_of_the_other_district():
    assert not Learning.objects.filter(invented=False).exists()
    assert set(Learning.objects.values_list("district", "state")) >= {
        (district, state) for district in DISTRICTS[:2] for state in ("held", "planned")
    }
    counted = Fulfilment.objects.filter(body="dks-sydoestjylland", evidence__startswith="learning")
    assert set(counted.values_list("duty", "state")) == {
        ("erfa-meetings", "done"),
        ("municipality-visits", "done"),
        ("municipality-visits", "planned"),
    }


def test_nobody_of_the_cast_can_sign_in_by_a_password():
    assert [one.username for one in Account.objects.all() if one.has_usable_password()] == []


def test_a_meeting_held_lies_before_the_day_the_demo_stands_on_and_counts_once_for_its_duty():
    held = Meeting.objects.filter(state="held")
    assert {meeting.starts_at.date() < TODAY for meeting in held} == {True}
    evidence = Counter(
        Fulfilment.objects.filter(state="done", duty__endswith="council-meetings").values_list("body", flat=True)
    )
    assert evidence == Counter(held.values_list("body", flat=True))


def test_the_year_again_changes_nothing_that_is_already_so():
    before = everything()
    with standing_on(TODAY):
        load_year(OPERATOR, District.objects.get(pk=DISTRICT))
    assert everything() == before


def test_the_year_again_leaves_what_somebody_has_closed():
    there = Commitment.objects.filter(district_id=DISTRICT, plan_id="", state="open", case_id=None).first()
    close(OPERATOR, commitment=there, evidence="Closed by Tine.")
    with standing_on(date(2024, 8, 21)):
        load_year(OPERATOR, District.objects.get(pk=DISTRICT))
    assert Commitment.objects.get(pk=there.pk).evidence == "Closed by Tine."


def test_what_is_past_its_time_is_forgotten_each_night():
    assert "retention.sweep" in {one.name for one in by_the_clock()}
    swept = sweep_at_night(OPERATOR, lambda _share, _doing: None)
    assert all(isinstance(count, int) for count in swept.values())
    assert json.loads(json.dumps(swept)) == swept


def test_a_meeting_that_is_called_has_its_people_and_its_frozen_papers():
    called = Meeting.objects.get(state="called")
    assert (called.body_id, called.sent.count()) == ("lokalraad-randers", 1)
    assert called.attendances.filter(chairs=True).count() == 1
    assert set(called.papers.values_list("is_open", "document__kind")) == {
        (True, "meeting-agenda"), (False, "meeting-agenda"),
    }  # fmt: skip


def test_a_meeting_with_items_has_its_agenda_begun_and_its_people_expected():
    with_items = Meeting.objects.filter(items__isnull=False).distinct()
    assert set(with_items.values_list("state", flat=True)) == {"agenda", "called"}
    assert not with_items.filter(attendances__isnull=True).exists()


def test_a_late_commitment_on_an_agenda_is_not_offered_to_it_a_second_time():
    meeting = Meeting.objects.select_related("body__district").get(body_id="kredsraad-oestjylland", number=3)
    with standing_on(TODAY):
        offered = [one.title.text("da") for one in proposed(OPERATOR, meeting)]
    assert "Kommissorium for strategisk PSP-forum" in [one.words.text("da") for one in meeting.items.all()]
    assert "Kommissorium for strategisk PSP-forum" not in offered
    there = Commitment.objects.get(slug="kommissorium-for-strategisk-psp-forum")
    assert there.taken_up_in == f"meeting:{meeting.pk}"
