"""Work runs in a process of its own: killed at its limit, tried again, stopped, and as whoever asked for it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest
from tests.config.installation import Installation, answer, new_installation

pytestmark = pytest.mark.database

ROWS = """
def rows():
    return [
        {"key": job.key, "state": job.state, "attempts": job.attempts, "progress": job.progress,
         "result": job.result, "faults": [Fault.of(one).text() for one in job.fault],
         "faults_da": [Fault.of(one).text("da") for one in job.fault], "finished": job.finished_at is not None}
        for job in Job.objects.order_by("due", "name")
    ]
"""
IMPORTS = """
from samvirke.foundation.fault import Fault
from samvirke.trust.access.actor import system
from samvirke.trust.jobs import worker
from samvirke.trust.jobs.commands.enqueue import enqueue
from samvirke.trust.jobs.models import Job
worker._BEAT_SECONDS = 0.2
"""


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return new_installation(tmp_path / "samvirke", DJANGO_SETTINGS_MODULE="tests.trust.odd_settings")


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{process}/stat").read_text(encoding="ascii").split()[2]


def wait_for(file: Path) -> int:
    until = time.monotonic() + 30
    while not (file.is_file() and file.read_text(encoding="ascii")):
        assert time.monotonic() < until, "the work has not begun"
        time.sleep(0.05)
    return int(file.read_text(encoding="ascii"))


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A queue of work that misbehaves in every way, after `samvirke jobs work --once`; rows by their key."""
    folder = tmp_path_factory.mktemp("work")
    installation = new_installation(folder / "samvirke", DJANGO_SETTINGS_MODULE="tests.trust.odd_settings")
    people = installation.ask(f"""{IMPORTS}
from datetime import date
from samvirke.trust.access.actor import actor_of
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.identity.models import Affiliation, Agency
Agency.objects.create(id="fjordby-kommune", name={{"en": "Fjordby"}}, kind="municipality")
facts = dict(agency="fjordby-kommune", role="coordinator", since=date(2020, 1, 1))
eva = put_account(system("operator"), username="eva", name="Eva", **facts)
omar = put_account(system("operator"), username="omar", name="Omar", **facts)
folder = {str(folder)!r}
enqueue(system("operator"), "odd.sleep", {{"mark": folder + "/sleeper"}}, key="sleeper")
enqueue(system("operator"), "odd.crash", {{"mark": folder + "/once", "until": 2}}, key="crashes once")
enqueue(system("operator"), "odd.crash", {{"mark": folder + "/always", "until": 99}}, key="crashes always")
enqueue(system("operator"), "odd.refuse", key="refuses")
enqueue(system("operator"), "odd.tell", key="tells")
enqueue(actor_of(eva), "odd.whoami", key="of Eva")
enqueue(actor_of(omar), "odd.whoami", key="of Omar, who has left")
enqueue(system("scheduler"), "odd.whoami", key="of the scheduler")
Affiliation.objects.filter(account=omar).update(until=date(2024, 5, 31))
print(json.dumps({{"eva": str(eva.pk), "omar": str(omar.pk)}}))
""")
    ran = installation.samvirke("jobs", "work", "--once")
    assert ran.returncode == 0, ran.stderr
    rows = installation.ask(f"{IMPORTS}{ROWS}\nprint(json.dumps(rows()))")
    return {row["key"]: row for row in rows} | {"people": people, "folder": folder}


def test_work_that_exceeds_its_limit_is_killed_and_says_so(worked: dict[str, Any]):
    row = worked["sleeper"]
    assert (row["state"], row["attempts"], row["finished"]) == ("failed", 1, True)
    assert "longer than its limit of 0.15 minutes" in row["faults"][0]
    assert not is_alive(wait_for(worked["folder"] / "sleeper"))


def test_work_that_dies_is_tried_again_and_may_then_go_well(worked: dict[str, Any]):
    row = worked["crashes once"]
    assert (row["state"], row["attempts"], row["result"]) == ("done", 2, {"times": 2})
    assert (row["progress"], row["faults"]) == (1.0, [])


def test_work_that_dies_each_time_ends_with_its_code(worked: dict[str, Any]):
    row = worked["crashes always"]
    assert (row["state"], row["attempts"]) == ("failed", 2)
    assert "ended without an answer (code 7)" in row["faults"][0]


def test_work_that_refuses_is_not_tried_again_and_its_fault_is_kept_in_every_language(worked: dict[str, Any]):
    row = worked["refuses"]
    assert (row["state"], row["attempts"]) == ("failed", 1)
    assert row["faults"] == ["File plan.csv, line 7: The council is closed. Come back tomorrow."]
    assert row["faults_da"] == ["Fil plan.csv, linje 7: Rådet is closed. Come back tomorrow."]


def test_work_tells_how_far_it_is_in_words_and_as_a_share(worked: dict[str, Any]):
    assert worked["tells"]["result"] == {"first": [0.25, "2. kvartal: 2 rows"], "second": [1.0, "Nearly there"]}


def test_work_runs_as_whoever_asked_with_what_they_may_do_when_it_runs(worked: dict[str, Any]):
    people = worked["people"]
    assert [worked[key]["result"] for key in ("of Eva", "of Omar, who has left", "of the scheduler")] == [
        {"id": people["eva"], "roles": ["coordinator"], "agencies": ["fjordby-kommune"]},
        {"id": people["omar"], "roles": [], "agencies": []},
        {"id": "system:scheduler", "roles": ["scheduler"], "agencies": []},
    ]


def test_work_that_is_stopped_is_killed_and_stays_stopped(installation: Installation, tmp_path: Path):
    mark = tmp_path / "mark"
    script = f"""{IMPORTS}{ROWS}
enqueue(system("operator"), "odd.patient", {{"mark": {str(mark)!r}}})
worker.run_worker(once=True)
print(json.dumps(rows()))
"""
    working = installation.begin(script)
    process = wait_for(mark)
    installation.ask("""
        from samvirke.trust.jobs.commands.cancel import cancel
        from samvirke.trust.jobs.models import Job
        print(json.dumps(cancel(Job.objects.get())))
    """)
    (row,) = answer(working)
    assert (row["state"], row["attempts"]) == ("cancelled", 1)
    assert not is_alive(process)


def test_work_whose_worker_is_shot_is_taken_over_and_the_old_child_cannot_end_it(
    installation: Installation, tmp_path: Path
):
    mark = tmp_path / "mark"
    asked = f"enqueue(system('operator'), 'odd.patient', {{'mark': {str(mark)!r}}})"
    shot = installation.begin(f"{IMPORTS}\n{asked}\nworker.run_worker(once=True)")
    orphan = wait_for(mark)
    shot.kill()
    shot.wait()
    answered = installation.ask(f"""{IMPORTS}{ROWS}
from datetime import timedelta
from samvirke.foundation.clock import now
from samvirke.trust.jobs.child import _end
orphaned = Job.objects.get()
Job.objects.update(beat_at=now() - timedelta(minutes=2))
worker.give_back_lost_work()
taken = worker.claim()
_end(orphaned, "done", progress=1.0)
print(json.dumps(rows()))
""")
    os.kill(orphan, signal.SIGKILL)
    shot.communicate()  # only now: the orphan held its pipes
    assert [(row["state"], row["attempts"]) for row in answered] == [("running", 2)]
