"""What the operator keeps in order: accounts, keys, the trail, the queue and the tables."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from django.db import connection

from samvirke.foundation.clock import today
from samvirke.trust.access.actor import system
from samvirke.trust.audit.models import Line
from samvirke.trust.identity.models import Account
from samvirke.trust.jobs.commands.enqueue import enqueue
from samvirke.trust.jobs.declared import by_a_question, by_the_clock
from samvirke.trust.jobs.models import Job
from samvirke.trust.keys import KINDS, current

pytestmark = pytest.mark.django_db

EVA = ("accounts", "add", "eva.holm", "--name", "Eva Strand", "--agency", "fjordby-kommune", "--role", "coordinator")
SECRET = ("--password", "three fjords and a mill")


@pytest.fixture
def own_keys(tmp_path, monkeypatch):
    """Keys of the test's own: what is rotated here is not the key of other tests."""
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "keys"))


@pytest.fixture
def operator_work(db):
    """A piece of work in the queue."""
    return enqueue(system("operator"), "documents.sweep-orphans")


def test_somebody_gets_an_account_and_can_be_told_its_last_day(fjord, command_line, in_danish):
    assert command_line(*EVA, *SECRET, "--until", "2024-12-31") == (0, "Eva Strand can sign in as eva.holm.\n", "")
    work = Account.objects.get(username="eva.holm").affiliations.get()
    assert (work.role, work.since, str(work.until)) == ("coordinator", today(), "2024-12-31")
    assert "can sign in" not in in_danish(*EVA, *SECRET)[1]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        (("--password", "short"), "Choose another password."),
        (("--agency", "moonbase"), "There is no agency “moonbase”."),
        (("--role", "wizard"), "'wizard'"),
        (("--until", "soon"), "'soon'"),
        (("--until", "2023-12-31"), "The last day, 2023-12-31, lies before the first"),
    ],
)
def test_an_account_that_cannot_be_is_refused_and_not_there(fjord, command_line, changed, says):
    code, out, err = command_line(*EVA, *SECRET, *changed)
    assert (code, out, Account.objects.filter(username="eva.holm").exists()) == (2, "", False)
    assert says in err


def test_an_agency_nobody_knows_is_told_in_danish(fjord, in_danish):
    code, _out, err = in_danish(*EVA, *SECRET, "--agency", "moonbase")
    assert code == 2
    assert "moonbase" in err
    assert "There is no" not in err


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_key_becomes_the_current_one(own_keys, command_line, in_danish, kind):
    before = current(kind).id
    code, out, err = command_line("keys", "rotate", kind)
    assert (code, err, current(kind).id != before) == (0, "", True)
    assert out == f"The current {kind} key is now {current(kind).id}.\n"
    assert "is now" not in in_danish("keys", "rotate", kind)[1]


def test_a_kind_of_key_that_does_not_exist_is_a_wrong_request(own_keys, command_line):
    code, _out, err = command_line("keys", "rotate", "house")
    assert code == 2
    assert "'house'" in err


def test_a_trail_that_nobody_touched_is_whole(fjord, command_line, in_danish):
    count = Line.objects.order_by("-seq").first().seq
    assert command_line("audit", "verify") == (0, f"The trail is whole: {count} lines.\n", "")
    assert json.loads(command_line("audit", "verify", "--json")[1]) == {"lines": count, "findings": []}
    assert "The trail" not in in_danish("audit", "verify")[1]


@pytest.fixture
def intruder(fjord):
    """Somebody with the rights of the database's owner, who has taken away what guards the trail."""
    lite = ("DROP TRIGGER line_no_update", "DROP TRIGGER line_no_delete")
    with connection.cursor() as cursor:
        for statement in lite if connection.vendor == "sqlite" else ("SET LOCAL session_replication_role = replica",):
            cursor.execute(statement)
    return Line.objects.order_by("-seq").first().seq - 2


@pytest.mark.parametrize(
    "change", [{"facts": {"bodies": 99}}, {"actor": "system:scheduler"}, {"ground": "is somebody"}]
)
def test_a_line_that_was_changed_is_found_and_named(intruder, command_line, in_danish, change):
    seq = intruder
    Line.objects.filter(pk=seq).update(**change)
    code, out, _err = command_line("audit", "verify")
    assert (code, out) == (4, f"Line {seq}: changed after it was written.\n")
    code, out, _err = command_line("audit", "verify", "--json")
    assert (code, [one["seq"] for one in json.loads(out)["findings"]]) == (4, [seq])
    assert in_danish("audit", "verify")[1].startswith(f"Linje {seq}: ")


def test_a_line_that_was_taken_away_is_found(intruder, command_line):
    Line.objects.filter(pk=intruder).delete()
    code, out, _err = command_line("audit", "verify")
    assert code == 4
    assert out.startswith(f"Line {intruder}: a line is missing.\n")


def test_what_comes_due_is_put_in_the_queue_once(command_line):
    Job.objects.all().delete()
    names = sorted([*(one.name for one in by_the_clock()), *by_a_question()])
    for _time in range(2):
        assert command_line("jobs", "schedule", "--once") == (0, "", "")
        assert sorted(Job.objects.values_list("name", flat=True)) == names
    assert by_the_clock()


@pytest.mark.parametrize("state", ["waiting", "done"])
def test_work_that_no_worker_has_claimed_is_not_run(command_line, in_danish, operator_work, state):
    Job.objects.filter(pk=operator_work.pk).update(state=state)
    code, out, err = command_line("jobs", "run", operator_work.pk)
    assert (code, out) == (2, "")
    assert f"No worker has claimed any work {operator_work.pk}." in err
    assert Job.objects.get(pk=operator_work.pk).state == state
    assert command_line("jobs", "run", uuid4())[0] == 2
    assert command_line("jobs", "run", "7")[0] == 2


def test_work_that_a_worker_has_claimed_is_done(command_line, operator_work):
    Job.objects.filter(pk=operator_work.pk).update(state="running", attempts=1)
    assert command_line("jobs", "run", operator_work.pk) == (0, "", "")
    operator_work.refresh_from_db()
    assert (operator_work.state, operator_work.result.keys()) == ("done", {"removed"})


@pytest.mark.django_db(databases=["default", "public"])
def test_migrating_says_so_in_either_language(command_line, in_danish):
    assert command_line("migrate") == (0, "The tables are up to date.\n", "")
    assert "The tables" not in in_danish("migrate")[1]
