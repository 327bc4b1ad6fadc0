"""What a form of a meeting says of somebody or something that is not there is refused, and nothing is stored."""

from __future__ import annotations

import uuid

import pytest
from tests.doors.web.meetings.conftest import here, wrong

from samvirke.desks.meetings.models import Attendance, Consulted, Decision, Vote
from samvirke.registers.commitments.models import Commitment
from samvirke.trust.identity.models import Account

pytestmark = pytest.mark.django_db
NOBODY = str(uuid.UUID(int=7))


@pytest.fixture
def decided(running):
    running.write(5, outcome="approved", decision="Tiltrådt.")
    return running


def act(client, table, **sent):
    return client.post(here(table, f"minutes/{table.item(5).pk}/deed"), sent)


@pytest.mark.parametrize("who", [NOBODY, "nobody", ""])
def test_a_vote_of_somebody_who_is_not_on_the_list_is_refused_with_all_the_others(decided, comes, who):
    tine, ellen = comes("tine"), decided.who("Ellen").pk
    act(tine, decided, deed="vote", **{f"vote-{ellen}": "against"})
    answer = act(tine, decided, deed="vote", **{f"vote-{ellen}": "for", f"vote-{who}": "for"})
    assert (answer.status_code, "not on the list of this meeting" in wrong(answer)) == (422, True)
    assert [one.choice for one in Vote.objects.all()] == ["against"]


def test_a_conflict_of_nobody_and_an_item_of_no_agenda_are_refused(decided, comes):
    tine = comes("tine")
    assert "It is not said who." in wrong(act(tine, decided, deed="conflict", who=NOBODY, why="x"))
    for page in ("minutes/999999/", "minutes/999999/deed", "items/999999/"):
        assert tine.post(here(decided, page), {"deed": "start", "is_open": "open", "version": "1"}).status_code == 404


@pytest.mark.parametrize(
    ("owner", "says"),
    [
        ("nowhere", "no agency of the district"),
        ("fjordby-kommune/nobody", "Nobody is known by that key"),
        (f"fjordby-kommune/{NOBODY}", "do not work"),
    ],
)
def test_a_commitment_of_an_unknown_owner_is_refused(decided, comes, owner, says):
    before = Commitment.objects.count()
    sent = {"title": "Lys", "owner": owner, "due": "2024-12-01"}
    answer = act(comes("tine"), decided, deed="commit", **sent)
    assert (answer.status_code, says in wrong(answer), Commitment.objects.count()) == (422, True, before)


@pytest.mark.parametrize("sent", [{"is_open": "perhaps"}, {}, {"is_open": "open", "deed": "approve"}])
def test_minutes_that_do_not_say_whether_they_are_open_or_press_no_button_of_ours_store_nothing(running, comes, sent):
    given = {"version": "1", "outcome": "approved", "decision": "Tiltrådt.", **sent}
    answer = comes("tine").post(here(running, f"minutes/{running.item(5).pk}/"), given)
    assert (answer.status_code, Decision.objects.count(), running.item(5).version) == (422, 0, 1)


@pytest.mark.parametrize("field", ["state-", "for-"])
@pytest.mark.parametrize("who", [NOBODY, "nobody"])
def test_attendance_of_somebody_who_is_not_on_the_list_changes_nobody(running, comes, field, who):
    sent = {"deed": "came", f"state-{running.who('Anne').pk}": "apologies", f"{field}{who}": "present"}
    answer = comes("tine").post(here(running, "attendance/"), sent)
    assert (answer.status_code, "not on the list of this meeting" in wrong(answer)) == (422, True)
    assert running.who("Anne").state == "present"


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"name": "Hans", "role": "king"}, "in which role"),
        ({"account": NOBODY, "role": "member"}, "works in the district"),
        ({"account": "nobody", "role": "member"}, "works in the district"),
    ],
)
def test_nobody_is_put_on_the_list_in_an_unknown_role_or_by_an_unknown_key(called, comes, sent, says):
    before = Attendance.objects.count()
    answer = comes("tine").post(here(called, "attendance/"), {"deed": "add", **sent})
    assert (answer.status_code, says in wrong(answer), Attendance.objects.count()) == (422, True, before)


def test_a_chair_who_is_not_on_the_list_is_refused(called, comes):
    answer = comes("tine").post(here(called, "attendance/"), {"deed": "chair", "who": NOBODY})
    assert (answer.status_code, called.who("Ellen").chairs) == (422, True)


@pytest.mark.parametrize("who", [NOBODY, "nobody"])
def test_a_reader_who_does_not_work_here_is_refused_with_all_the_others(drafted, comes, who):
    ellen = str(Account.objects.get(username="ellen").pk)
    sent = {"deed": "consult", "reader": [ellen, who], "answer_by": "2024-09-01"}
    answer = comes("tine").post(here(drafted), sent)
    assert (answer.status_code, "does not work here" in wrong(answer), Consulted.objects.count()) == (422, True, 0)
