"""However often a message is asked for and whenever a process is killed, it has one effect, and none is lost."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.config.installation import Installation, new_installation
from tests.evidence import evidence

pytestmark = pytest.mark.database
SEED = 20240820
_POST = """
import random
from django.db import connections
from samvirke.foundation.words import Said
from samvirke.registers.outbox.commands.post import post
from samvirke.trust.access.actor import system
from samvirke.trust.access.guard import deed

dice = random.Random({seed})
asked = [number for number in range({count}) for _copy in range(dice.randint(0, 5))]
random.Random({order}).shuffle(asked)  # repeated, mixed up, and late
words = {{"subject": Said("A referral has come"), "body": Said("Open it.")}}
sender = system("scheduler")
for start in range(0, len(asked), 50):
    with deed(sender):
        for number in asked[start : start + 50]:
            post(sender, key=f"message-{{number}}", to_kind="agency", to_id="fjordby-kommune", **words)
    print("null", flush=True)
connections.close_all()
print(json.dumps(sorted(set(asked))))
"""
_DELIVER = """
import sys, uuid
from samvirke.registers.outbox import jobs
from samvirke.trust.access.actor import system
{control}
print(json.dumps(jobs.deliver(system("scheduler"), lambda *_: None)))
"""
# The control arm: a delivery that forgets under which name it has dropped a message.
_FORGETFUL = """
real = jobs.drop
def forgetful(message, where, language):
    real(message, where, language)
    (where / f"{message.pk}.eml").rename(where / f"{message.pk}-{uuid.uuid4()}.eml")
jobs.drop = forgetful
"""
_ROWS = """
from samvirke.registers.outbox.models import Message
print(json.dumps([[one.key, str(one.pk), one.state] for one in Message.objects.all()]))
"""


def dropped(folder: Path) -> list[str]:
    """The message of each file that was dropped."""
    return [entry.name[:36] for entry in os.scandir(folder) if entry.name.endswith(".eml")]


def ended(process: subprocess.Popen[str]) -> Any:
    """What a process answers that may take its time: a hundred thousand messages are posted in minutes."""
    with process:
        said, complained = process.communicate()
    assert process.returncode == 0, complained
    return json.loads(said.splitlines()[-1])


def killed(process: subprocess.Popen[str], folder: Path, files: int) -> bool:
    """Kill it once so many files lie there; whether it was still at work."""
    while process.poll() is None and len(dropped(folder)) < files:
        time.sleep(0.005 + files / 100_000)  # to count many files takes a while itself
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return process.returncode == -signal.SIGKILL


def delivered(installation: Installation, folder: Path, count: int, kills: int, control: str = "") -> dict[str, Any]:
    """Post and deliver, with processes killed on the way; what is there in the end."""
    folder.mkdir()
    shot = installation.begin(_POST.format(seed=SEED, count=count, order=1))
    assert [shot.stdout and shot.stdout.readline() for _chunk in range(3)] == ["null\n"] * 3
    shot.kill()
    shot.communicate()
    asked = ended(installation.begin(_POST.format(seed=SEED, count=count, order=2)))
    dice, hits, begin = random.Random(SEED), 0, _DELIVER.format(control=control)
    for files in sorted(dice.randint(1, len(asked) - 1) for _kill in range(kills)):
        hits += killed(installation.begin(begin, SAMVIRKE_MAILDROP=str(folder)), folder, files)
    ended(installation.begin(begin, SAMVIRKE_MAILDROP=str(folder)))
    rows = ended(installation.begin(_ROWS))
    return {"asked": asked, "rows": rows, "files": Counter(dropped(folder)), "kills": hits}


def wrong(found: dict[str, Any]) -> tuple[int, int]:
    """How many messages are missing or unsettled, and how many effects are too many."""
    wanted = {f"message-{number}" for number in found["asked"]}
    settled = {key: pk for key, pk, state in found["rows"] if state == "delivered"}
    missing = len(wanted ^ set(settled)) + sum(pk not in found["files"] for pk in settled.values())
    return missing, sum(found["files"].values()) - len(found["files"]) + len(found["rows"]) - len(wanted)


def test_five_hundred_messages_have_one_effect_each_though_processes_are_killed(tmp_path: Path):
    installation = new_installation(tmp_path / "samvirke")
    found = delivered(installation, tmp_path / "drop", 500, kills=3)
    assert len(found["asked"]) > 350
    assert found["kills"] >= 2
    assert wrong(found) == (0, 0)


def test_a_delivery_that_forgets_what_it_dropped_would_be_found(tmp_path: Path):
    installation = new_installation(tmp_path / "samvirke")
    missing, too_many = wrong(delivered(installation, tmp_path / "drop", 300, kills=3, control=_FORGETFUL))
    assert missing == 0
    assert too_many > 0


@pytest.mark.slow
def test_a_hundred_thousand_messages_have_one_effect_each(tmp_path: Path):
    found = delivered(new_installation(tmp_path / "samvirke"), tmp_path / "drop", 121_000, kills=20)
    assert wrong(found) == (0, 0)
    assert found["kills"] >= 10
    assert len(found["asked"]) >= 100_000  # one in six is asked for in no copy at all
    control = delivered(new_installation(tmp_path / "other"), tmp_path / "dropped", 2_000, 10, control=_FORGETFUL)
    _missing, too_many = wrong(control)
    assert too_many > 0
    evidence(
        "T12",
        what="each message has one effect, whatever is repeated, mixed up or killed",
        count=len(found["asked"]),
        seed=SEED,
        result=f"0 missing, 0 twice, {found['kills']} kills",
        control=f"{too_many} twice of 2,000",
    )
