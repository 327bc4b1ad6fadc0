"""What crosses between meetings, duties, commitments, other bodies and the public, each in one deed."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desks.meetings.conftest import *  # noqa: F403  the council and its people are the same
from tests.desks.meetings.conftest import at

from samvirke.desks.meetings.commands.close import close
from samvirke.desks.meetings.commands.draft_agenda import draft_agenda
from samvirke.desks.meetings.commands.leave_out import leave_out
from samvirke.desks.meetings.content import digest_of
from samvirke.desks.meetings.jobs import push
from samvirke.desks.meetings.models import MadePublic, Matter, Meeting
from samvirke.desks.meetings.queries.decisions import born_of, decisions
from samvirke.desks.meetings.queries.year import body_years
from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Words
from samvirke.handovers.decision_to_commitment import Born, commit
from samvirke.handovers.meeting_agenda import begin_meeting, proposed, take_in
from samvirke.handovers.meeting_close import approve, close_meeting, send_minutes
from samvirke.handovers.meeting_forward import forward_matter
from samvirke.handovers.meeting_publish import preview, publish_part
from samvirke.handovers.meeting_year import cancel, move, take_over
from samvirke.registers.commitments.commands.fulfil import fulfil
from samvirke.registers.commitments.commands.record import record
from samvirke.registers.commitments.models import Commitment, Fulfilment
from samvirke.registers.outbox.models import Message
from samvirke.registers.partners.models import Body
from samvirke.registers.publications.models import Publication
from samvirke.trust.access.actor import actor_of
from samvirke.trust.identity.models import Account

pytestmark = pytest.mark.django_db(databases=["default", "public"])


def late(table, **more):
    facts = {
        "title": {"da": "Lys på stien"}, "text": {"da": "Kommunen sætter lys op."}, "owners": ["fjordby-kommune"],
        "kind": "one-off", "measurable": True, "due": date(2024, 6, 1), "body_id": table.body.pk, **more,
    }  # fmt: skip
    return record(table.tine, district=table.body.district, commitments=[facts])[0]


def units(body):
    return list(Fulfilment.objects.filter(body=body).order_by("evidence").values_list("evidence", "state", "on"))


def test_the_year_that_is_taken_over_counts_for_the_duty(table):
    (row,) = body_years(table.tine, [table.body], 2024)
    assert (len(row.meetings), row.missing) == (1, 3)
    take_over(table.tine, body=table.body, days=row.proposed)
    assert [state for _evidence, state, _on in units(table.body)] == ["planned"] * len(row.proposed)
    (again,) = body_years(table.tine, [table.body], 2024)
    assert again.proposed == []


def test_a_meeting_that_the_duty_knows_from_elsewhere_is_neither_missing_nor_proposed(table):
    for day, planned in ((date(2024, 3, 4), False), (date(2024, 11, 5), True)):
        fulfil(
            table.tine, body=table.body, duty_name="district-council-meetings", year=2024,
            evidence=f"Møde {day}", on=day, planned=planned,
        )  # fmt: skip
    take_over(table.tine, body=table.body, days=[date(2024, 12, 3)])
    (row,) = body_years(table.tine, [table.body], 2024)
    assert (len(row.meetings), row.noted, row.noted_held, row.missing) == (2, 1, 1, 1)


def test_a_moved_meeting_moves_its_unit_and_a_cancelled_one_takes_it_back(table):
    (made,) = take_over(table.tine, body=table.body, days=[date(2024, 11, 5)])
    facts = {"starts_at": at(11, 7), "ends_at": at(11, 7, 11), "place": "Havnen", "why": "Valg."}
    move(table.tine, meeting=made, version=1, **facts)
    assert units(table.body) == [("meeting 2/2024", "planned", date(2024, 11, 7))]
    cancel(table.tine, meeting=made, version=2, why="For få sager.")
    assert units(table.body) == []


def test_a_refused_plan_leaves_neither_meetings_nor_units(table):
    with pytest.raises(Refused):
        take_over(table.tine, body=table.body, days=[date(2024, 11, 5), date(2024, 9, 10)])
    assert units(table.body) == []
    assert table.body.meetings.count() == 1


def test_late_commitments_forwarded_matters_and_duties_offer_themselves_once(drafted, town, in_days):
    promise = late(drafted)
    Body.objects.filter(pk=drafted.body.pk).update(duties=["youth-crime-discussed"])
    forward_matter(
        drafted.tine, body=town, to_body=drafted.body, title=Words(da="Natbusser"), text="Kan de køre?",
        answer_by=in_days(60),
    )  # fmt: skip
    found = proposed(drafted.tine, drafted.again())
    assert [one.source for one in found] == ["commitment", "matter", "duty"]
    item = take_in(drafted.tine, meeting=drafted.again(), proposal=found[0])
    assert (item.number, item.kind, item.summary) == (6, "decision", "Kommunen sætter lys op.")
    promise.refresh_from_db()
    assert promise.taken_up_in == f"meeting:{drafted.meeting.pk}"
    leave_out(drafted.tine, meeting=drafted.meeting, source="duty", source_key="youth-crime-discussed")
    assert [one.source for one in proposed(drafted.tine, drafted.again())] == ["matter"]


def test_a_meeting_called_without_a_list_begins_with_those_who_sit_there_that_day(demo):
    tine = actor_of(Account.objects.get(username="tine"))
    meeting = Meeting.objects.get(body_id="lokalraad-randers", year=2024, number=3)
    meeting.attendances.all().delete()
    with standing_on(meeting.starts.date()):
        begin_meeting(tine, meeting=meeting)
    there = {one.name: one for one in meeting.attendances.all()}
    assert there["Bent Overgaard"].chairs
    assert there["Søren Vestergaard"].account.username == "soeren"
    assert there["Torben Elkjær"].role == "member"


def test_a_commitment_is_born_of_a_decision_and_comes_back_when_it_is_late(running, in_days):
    running.write(5, outcome="approved", decision="Lys på stien.")
    decision = running.item(5).decision
    made = commit(
        running.tine, decision=decision, born=Born("Sæt lys op", "fjordby-kommune", date(2024, 10, 1), "antal lamper")
    )
    assert (made.sort, made.came_from, made.measurable) == ("decision", f"decision:{decision.pk}", True)
    assert born_of(running.tine, running.body.district_id, decision) == {str(decision.pk): [made]}
    running.run_through()
    close_meeting(running.ellen, meeting=running.meeting, version=running.again().version)
    with standing_on(date(2024, 11, 20)):
        (following,) = take_over(running.tine, body=running.body, days=[date(2024, 12, 3)])
        draft_agenda(running.tine, meeting=following, version=1)
        assert [one.title.text("da") for one in proposed(running.tine, following)] == ["Sæt lys op"]


@pytest.mark.parametrize(
    ("born", "says"),
    [
        (Born(" ", "", None), "not said what is agreed"), (Born("x", "", date(2024, 12, 1)), "Nobody owns"),
        (Born("x", "fjordby-kommune", None), "no date"),
        (Born("x", "fjordby-kommune", date(2024, 9, 9)), "before the meeting"),
    ],
)  # fmt: skip
def test_a_commitment_without_owner_or_date_is_not_recorded(running, born, says):
    running.write(5, decision="Ja.")
    with pytest.raises(Refused, match=says):
        commit(running.tine, decision=running.item(5).decision, born=born)
    assert not Commitment.objects.filter(came_from__startswith="decision:").exists()


def test_closing_fulfils_the_duty_to_meet_and_the_duties_on_the_agenda(running):
    item = running.item(4)
    type(item).objects.filter(pk=item.pk).update(source="duty", source_key="youth-crime-discussed")
    running.run_through()
    close_meeting(running.ellen, meeting=running.meeting, version=running.again().version)
    assert {unit.duty for unit in Fulfilment.objects.filter(body=running.body, state="done")} == {
        "district-council-meetings", "youth-crime-discussed",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("number", "duty", "outcome"), [(5, "sub-areas-designated", "rejected"), (4, "action-plan-in-force", "")]
)
def test_an_item_that_was_turned_down_or_needs_its_own_proof_fulfils_no_duty(running, number, duty, outcome):
    item = running.item(number)
    type(item).objects.filter(pk=item.pk).update(source="duty", source_key=duty)
    running.run_through()
    if outcome:
        running.write(number, outcome=outcome, decision="Ikke tiltrådt.")
    close_meeting(running.ellen, meeting=running.meeting, version=running.again().version)
    assert [one.duty for one in Fulfilment.objects.filter(body=running.body)] == ["district-council-meetings"]


def test_the_answer_goes_back_to_where_the_matter_came_from(called, town, in_days, monkeypatch):
    matter = forward_matter(
        called.tine, body=town, to_body=called.body, title=Words(da="Natbusser"), text="Kan de køre?",
        answer_by=in_days(60),
    )  # fmt: skip
    (offered,) = [one for one in proposed(called.tine, called.again()) if one.source == "matter"]
    item = take_in(called.tine, meeting=called.again(), proposal=offered)
    from samvirke.desks.meetings.commands.attend import attend
    from samvirke.desks.meetings.commands.run import begin

    monkeypatch.setenv("SAMVIRKE_TODAY", "2024-09-10")
    begin(called.tine, meeting=called.meeting)
    attend(called.tine, meeting=called.meeting, attendance=called.who("Ellen"), state="present")
    called.run_through()
    close(called.ellen, meeting=called.meeting, version=called.again().version)
    send_minutes(called.tine, meeting=called.meeting, version=called.again().version, by=in_days(3))
    with standing_on(in_days(4)):
        approve(called.tine, meeting=called.meeting, version=called.again().version)
    answer = Matter.objects.get(pk=matter.pk).answer
    assert answer == f"{item.decision.label}: Tiltrådt."


def test_members_are_told_that_minutes_wait_and_nothing_of_what_they_say(running, in_days):
    running.run_through()
    close(running.ellen, meeting=running.meeting, version=running.again().version)
    send_minutes(running.tine, meeting=running.meeting, version=running.again().version, by=in_days(3))
    told = Message.objects.filter(key__startswith="minutes:")
    assert {one.to_id for one in told} == {str(running.ellen.key), str(running.anne.key)}
    assert all("Indbrud" not in str(one.subject_said) + str(one.body_said) for one in told)


@pytest.fixture
def public_part(running):
    """A running meeting with an open decision and a closed item."""
    running.write(4, is_open=False, text="Fortroligt.", inside="Meget fortroligt.")
    running.write(5, outcome="approved", decision="Tiltrådt.", text="Åben drøftelse.", inside="Kun for os.")
    commit(running.tine, decision=running.item(5).decision, born=Born("Lys", "fjordby-kommune", date(2024, 10, 1)))
    return running


def test_the_preview_shows_open_items_alone_and_agencies_for_owners(public_part):
    content = preview(public_part.tine, public_part.again(), "minutes")
    assert set(content["items"][3]) == {"number", "key", "is_open"}
    shown = content["items"][4]
    assert shown["decision"]["commitments"] == [
        {"owners": [{"da": "Fjordby Kommune", "en": "Fjordby Municipality"}], "due": "2024-10-01"}
    ]
    for hidden in ("ortroligt", "Kun for os", "Ellen", "Anne", "Hans"):
        assert hidden not in str(content)


def test_minutes_are_published_as_shown_when_they_are_approved_and_only_then(public_part, in_days):
    table = public_part
    shown = digest_of(preview(table.tine, table.again(), "minutes"))
    with pytest.raises(Refused, match="not approved yet"):
        publish_part(table.tine, meeting=table.again(), kind="minutes", shown=shown)
    table.run_through()
    close(table.ellen, meeting=table.meeting, version=table.again().version)
    send_minutes(table.tine, meeting=table.meeting, version=table.again().version, by=in_days(3))
    with standing_on(in_days(4)):
        approve(table.tine, meeting=table.meeting, version=table.again().version)
    with pytest.raises(Refused, match="changed since the preview"):
        publish_part(table.tine, meeting=table.again(), kind="minutes", shown=shown)
    content = preview(table.tine, table.again(), "minutes")
    made = publish_part(table.tine, meeting=table.again(), kind="minutes", shown=digest_of(content))
    again = publish_part(table.tine, meeting=table.again(), kind="minutes", shown=digest_of(content))
    assert made.pk == again.pk
    push(table.tine, lambda *_: None, edition=str(made.pk))
    push(table.tine, lambda *_: None, edition=str(made.pk))
    assert [one.content for one in Publication.objects.filter(kind="minutes")] == [content]
    assert MadePublic.objects.count() == 1


def test_decisions_are_found_by_their_words_and_closed_ones_by_those_who_attend_alone(public_part, person):
    table = public_part
    table.run_through()
    table.write(5, is_open=False, outcome="approved", decision="Belysning på stien.")
    close(table.ellen, meeting=table.meeting, version=table.again().version)
    outsider = person("analyst", "fjordby-kommune")
    district = table.body.district_id
    assert [one.text for one in decisions(table.anne, district, "belysning stien")] == ["Belysning på stien."]
    assert decisions(table.anne, district, "natbusser").count() == 0
    assert decisions(outsider, district).count() == 0
