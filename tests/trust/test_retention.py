"""The sweep forgets what is past its time, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db.models import Model

from samvirke.foundation.clock import now, standing_on
from samvirke.foundation.kept import Kept, kept_tables
from samvirke.handovers.jobs import sweep_at_night
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import NOBODY, system
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.audit.commands.append import append
from samvirke.trust.audit.entry import Entry
from samvirke.trust.audit.models import Head, Line, Side
from samvirke.trust.audit.verifier import FIELDS, verify
from samvirke.trust.jobs.declared import by_the_clock, declared
from samvirke.trust.retention.commands.sweep import sweep

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SCHEDULER = system("scheduler")
# One row of each table that is swept, with the moment from which its age counts.
MADE: dict[str, Callable[[datetime], dict[str, Any]]] = {
    "jobs.job": lambda at: {"name": "plan.push", "due": at, "asked_by": "x", "state": "done", "finished_at": at},
    "audit.subject": lambda at: {"seq": 10**9 + uuid4().int % 10**9, "at": at, "digest": "d", "key_id": "k"},
    "oversight.review": lambda at: {"seq": 10**9 + uuid4().int % 10**9, "at": at, "by": "eva", "note": "a case"},
    "audit.side": lambda at: {"seq": 10**9 + uuid4().int % 10**9, "at": at, "salt": "s", "content": {"name": "Eva"}},
    "outbox.message": lambda at: {
        "key": uuid4().hex, "to_kind": "agency", "to_id": "x", "subject": ["x", {}], "body": ["x", {}], "at": at,
    },
    "studies.study": lambda at: {
        "district": District.objects.get_or_create(id="x", defaults={"name": {"en": "X"}, "country": "XX"})[0],
        "kind": "change", "categories": ["arson"], "first": at.date(), "after": at.date() + timedelta(days=1),
        "parameters": {}, "seed": 1, "made_from": {}, "asked_by": "x", "asked_at": at,
    },
    "identity.signintry": lambda at: {"name_digest": "d", "at": at},
    "sessions.session": lambda at: {"session_key": uuid4().hex, "session_data": "", "expire_date": at},
}  # fmt: skip
SWEPT = [kept for kept in kept_tables().values() if kept.days is not None]


def made(table: str, at: datetime) -> Model:
    return apps.get_model(table)._default_manager.create(**MADE[table](at))


def counted() -> dict[str, int]:
    """How many rows lie in each table of the staff database, but for the trail that grows."""
    tables = [model for model in apps.get_models() if model._meta.app_label not in ("audit", "publications")]
    return {model._meta.label_lower: model._default_manager.count() for model in tables}


def test_each_swept_table_is_tried_here():
    assert {kept.table for kept in SWEPT} == set(MADE)


@pytest.mark.parametrize("kept", SWEPT, ids=lambda kept: kept.table)
def test_a_row_goes_when_it_is_past_its_time_and_not_a_moment_before(kept: Kept):
    assert kept.age is not None
    rows = apps.get_model(kept.table)._default_manager
    old = [made(kept.table, now() - kept.age - timedelta(seconds=seconds)) for seconds in (1, 86400)]
    young = [made(kept.table, now() - kept.age + timedelta(seconds=seconds)) for seconds in (60, 86400)]
    gone = sweep(SCHEDULER)
    assert gone[kept.table] == len(old)
    assert not rows.filter(pk__in=[row.pk for row in old]).exists()
    assert rows.filter(pk__in=[row.pk for row in young]).count() == len(young)


def test_work_that_has_not_ended_stays_however_old_it_is():
    job = made("jobs.job", now() - timedelta(days=1000))
    apps.get_model("jobs.job")._default_manager.filter(pk=job.pk).update(finished_at=None, state="waiting")
    sweep(SCHEDULER)
    assert apps.get_model("jobs.job")._default_manager.filter(pk=job.pk).exists()


def test_no_other_table_loses_a_row(fjord: District):
    before = counted()
    assert before["places.district"] >= 1
    sweep(SCHEDULER)
    assert counted() == before


def test_the_business_date_does_not_make_anything_old():
    job = made("jobs.job", now())
    with standing_on(now().date() + timedelta(days=5000)):
        sweep(SCHEDULER)
    assert apps.get_model("jobs.job")._default_manager.filter(pk=job.pk).exists()


def test_the_trail_is_whole_after_its_persons_are_forgotten():
    append([Entry(actor="eva", action="plan.put", decision="permit", ground="x", personal={"name": "Eva Strand"})])
    seq = Head.objects.get().seq
    Side.objects.filter(seq=seq).update(at=now() - timedelta(days=5 * 365 + 1))
    sweep(SCHEDULER)
    assert not Side.objects.filter(seq=seq).exists()
    sides = {side.seq: (side.salt, side.content) for side in Side.objects.all()}
    head = Head.objects.values_list("seq", "hash").get()
    assert verify(Line.objects.order_by("seq").values(*FIELDS, "hash"), sides, head) == []


def test_the_sweep_leaves_a_line_that_says_how_much_it_forgot():
    made("jobs.job", now() - timedelta(days=121))
    sweep(SCHEDULER)
    line = Line.objects.order_by("-seq").first()
    assert (line.action, line.actor, line.facts["swept"]["jobs.job"]) == ("retention.sweep", "system:scheduler", 1)


def test_nobody_may_sweep_by_hand():
    made("jobs.job", now() - timedelta(days=121))
    with pytest.raises(NotAllowed):
        sweep(NOBODY)
    assert apps.get_model("jobs.job")._default_manager.exists()


def test_the_sweep_comes_due_every_night_as_the_scheduler():
    assert "retention.sweep" in {one.name for one in by_the_clock()}
    assert declared("retention.sweep").tries > 1
    made("jobs.job", now() - timedelta(days=121))
    assert sweep_at_night(SCHEDULER, lambda *_: None)["jobs.job"] == 1
