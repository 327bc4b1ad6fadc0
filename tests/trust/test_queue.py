"""The queue: a row is claimed once, given back when its worker died, and due once for all schedulers."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st
from tests.config.installation import Installation, answer, new_installation

from samvirke.foundation.clock import COPENHAGEN, now
from samvirke.foundation.words import Said
from samvirke.trust.access.actor import system
from samvirke.trust.jobs.commands.cancel import cancel
from samvirke.trust.jobs.commands.enqueue import enqueue
from samvirke.trust.jobs.declared import Nightly, by_a_question, by_the_clock, declared
from samvirke.trust.jobs.models import Job
from samvirke.trust.jobs.scheduler import put_due_work_in_the_queue
from samvirke.trust.jobs.worker import _give_back as give_back
from samvirke.trust.jobs.worker import claim, give_back_lost_work, run_worker, see_through

pytestmark = [pytest.mark.database]
in_a_database = pytest.mark.django_db
OPERATOR = system("operator")
WORK = "documents.sweep-orphans"


def row(**facts: Any) -> Job:
    given: dict[str, Any] = {"name": WORK, "due": now() - timedelta(minutes=1), "asked_by": "system:operator"}
    return Job.objects.create(**given | facts)


def stands(job: Job) -> tuple[str, int]:
    return Job.objects.values_list("state", "attempts").get(pk=job.pk)


@in_a_database
def test_work_that_nobody_declares_cannot_be_asked_for():
    with pytest.raises(LookupError, match=r"plan\.sing"):
        enqueue(OPERATOR, "plan.sing")
    assert not Job.objects.exists()


@in_a_database
def test_work_asked_for_twice_runs_twice_and_scheduled_work_once():
    assert enqueue(OPERATOR, WORK).pk != enqueue(OPERATOR, WORK).pk
    tonight = now()
    assert enqueue(OPERATOR, WORK, due=tonight).pk == enqueue(OPERATOR, WORK, due=tonight).pk
    assert Job.objects.count() == 3


@in_a_database
def test_what_people_wait_for_comes_first_then_the_oldest_and_what_is_not_due_waits():
    row(due=now() + timedelta(hours=1))
    later, earlier = row(due=now() - timedelta(hours=1)), row(due=now() - timedelta(hours=2))
    asked = row(due=now() - timedelta(minutes=1), asked_by="7f3c")  # somebody waits for it
    assert [claim(), claim(), claim(), claim()] == [asked, earlier, later, None]
    assert stands(earlier) == ("running", 1)


@in_a_database
def test_claimed_work_is_not_claimed_again():
    row()
    assert claim() is not None
    assert claim() is None


@in_a_database
@pytest.mark.parametrize("state", ["done", "failed", "cancelled", "running"])
def test_only_waiting_work_is_claimed(state: str):
    row(state=state)
    assert claim() is None


@in_a_database
def test_work_whose_worker_died_is_given_back_and_keeps_its_due_time():
    job = row(state="running", attempts=1, beat_at=now() - timedelta(minutes=2))
    give_back_lost_work()
    assert stands(job) == ("waiting", 1)
    assert Job.objects.get(pk=job.pk).due == job.due
    assert claim() == job


@in_a_database
def test_work_whose_worker_still_beats_is_left_alone():
    job = row(state="running", attempts=1, beat_at=now() - timedelta(seconds=30))
    give_back_lost_work()
    assert stands(job) == ("running", 1)


@in_a_database
def test_work_that_was_lost_too_often_ends_with_a_fault():
    job = row(state="running", attempts=declared(WORK).tries, beat_at=now() - timedelta(minutes=2))
    give_back_lost_work()
    job.refresh_from_db()
    assert job.state == "failed"
    assert job.finished_at is not None
    assert "has died" in job.fault[0]["what"][0]


@in_a_database
def test_work_that_another_worker_has_taken_over_is_not_given_back_again():
    stale = row(state="running", attempts=1, beat_at=now() - timedelta(minutes=2))
    Job.objects.filter(pk=stale.pk).update(attempts=2, beat_at=now())
    give_back(stale, Said("Lost."))
    assert stands(stale) == ("running", 2)


@in_a_database
def test_work_that_this_release_no_longer_knows_ends_and_the_worker_goes_on():
    unknown = row(name="plan.sing", state="running", attempts=1, beat_at=now() - timedelta(minutes=2))
    waiting = row(name="plan.hum")
    give_back_lost_work()
    claimed = claim()
    assert claimed == waiting
    see_through(claimed)
    for job in (unknown, waiting):
        job.refresh_from_db()
        assert job.state == "failed"
    assert waiting.fault[0]["what"][1] == {"name": "plan.hum"}


@in_a_database
def test_an_empty_queue_lets_a_worker_go_that_runs_once():
    assert run_worker(once=True) == 0


@in_a_database
def test_waiting_work_can_be_stopped_and_ended_work_cannot():
    waiting, ended = row(), row(state="done")
    assert cancel(waiting)
    assert not cancel(ended)
    assert (stands(waiting)[0], stands(ended)[0]) == ("cancelled", "done")
    assert not Job.objects.get(pk=waiting.pk).is_open


@in_a_database
def test_the_night_comes_due_once_however_often_the_scheduler_looks():
    timed = {one.name for one in by_the_clock()}
    assert {"retention.sweep", "documents.sweep-orphans", "incidents.sweep-store"} <= timed
    assert put_due_work_in_the_queue() == len(by_the_clock()) + len(by_a_question())
    assert put_due_work_in_the_queue() == 0
    assert set(Job.objects.values_list("asked_by", flat=True)) == {"system:scheduler"}


@in_a_database
def test_nightly_work_that_was_tried_again_does_not_come_due_a_second_time():
    put_due_work_in_the_queue()
    Job.objects.filter(name=WORK).update(state="running", attempts=1, beat_at=now() - timedelta(minutes=2))
    give_back_lost_work()
    assert put_due_work_in_the_queue() == 0


MOMENTS = st.datetimes(datetime(2023, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC))
TIMES = st.times().map(lambda moment: moment.replace(tzinfo=None, fold=0))


@given(MOMENTS, TIMES)
def test_work_was_last_due_at_the_latest_such_time_in_copenhagen_before_now(moment: datetime, at: time):
    days = [moment.date() + timedelta(days=step) for step in range(-3, 3)]
    instants = [datetime.combine(day, at, COPENHAGEN).astimezone(UTC) for day in days]
    due = Nightly("odd", at).last_due(moment)
    assert due <= moment
    # The wall's day decides; on the night of the changed clock this may be one day more than a day ago.
    assert due in instants
    assert moment - due < timedelta(days=1, hours=2)


def test_the_nightly_sweep_is_due_at_ten_past_three_in_winter_and_summer():
    sweep = next(one for one in by_the_clock() if one.name == "retention.sweep")
    summer = sweep.last_due(datetime(2024, 8, 20, 1, 10, tzinfo=UTC))
    winter = sweep.last_due(datetime(2024, 1, 20, 2, 9, tzinfo=UTC))
    assert (summer.isoformat(), winter.isoformat()) == ("2024-08-20T01:10:00+00:00", "2024-01-19T02:10:00+00:00")


@in_a_database
@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"state": "asleep"}, id="job_in_known_state"),
        pytest.param({"progress": 1.01}, id="job_progress_is_a_share"),
        pytest.param({"progress": -0.01}, id="job_progress_is_a_share, below"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused(wrong: dict[str, Any]):
    with pytest.raises(IntegrityError, match="job_"), transaction.atomic():
        row(**wrong)


@in_a_database
def test_the_same_work_is_in_the_queue_once_for_a_time_and_a_key():
    due = now()
    row(due=due, key="a")
    row(due=due, key="b")
    with pytest.raises(IntegrityError), transaction.atomic():
        row(due=due, key="a")


# What follows needs processes that share a database.


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return new_installation(tmp_path / "samvirke", DJANGO_SETTINGS_MODULE="tests.trust.odd_settings")


CLAIM_ALL = """
    from samvirke.trust.jobs.worker import claim
    mine = []
    while (job := claim()) is not None:
        mine.append(str(job.pk))
    print(json.dumps(mine))
"""


def test_two_workers_never_claim_the_same_row(installation: Installation):
    installation.ask("""
        from samvirke.foundation.clock import now
        from samvirke.trust.jobs.models import Job
        sixty = (Job(name="odd.tell", key=str(n), due=now(), asked_by="system:operator") for n in range(60))
        Job.objects.bulk_create(sixty)
        print(json.dumps(None))
    """)
    one, other = (answer(worker) for worker in [installation.begin(CLAIM_ALL), installation.begin(CLAIM_ALL)])
    assert len(one) + len(other) == 60
    assert len({*one, *other}) == 60


def test_two_schedulers_at_once_write_one_row_a_night(installation: Installation):
    script = """
        from samvirke.trust.jobs.scheduler import put_due_work_in_the_queue
        for _ in range(5):
            put_due_work_in_the_queue()
        print(json.dumps(None))
    """
    for scheduler in [installation.begin(script) for _ in range(2)]:
        answer(scheduler)
    counts = installation.ask("""
        from collections import Counter
        from samvirke.trust.jobs.models import Job
        print(json.dumps(Counter(Job.objects.values_list("name", flat=True))))
    """)
    assert set(counts.values()) == {1}
    assert counts["odd.whoami"] == 1
