"""Work that sleeps, crashes, refuses, tells how far it is, and says who it runs as."""

from __future__ import annotations

import os
import time
from datetime import time as time_of_day
from datetime import timedelta
from pathlib import Path
from typing import Any

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, Words
from samvirke.trust.access.actor import Actor
from samvirke.trust.jobs.declared import Progress, job, nightly
from samvirke.trust.jobs.models import Job


@job("odd.sleep", limit=timedelta(seconds=9))
def sleep(actor: Actor, progress: Progress, mark: str) -> None:
    """Longer than it may."""
    Path(mark).write_text(str(os.getpid()), encoding="ascii")
    time.sleep(600)


@job("odd.patient", limit=timedelta(minutes=10), tries=2)
def patient(actor: Actor, progress: Progress, mark: str) -> None:
    """Long, but within its limit."""
    sleep(actor, progress, mark)


@job("odd.crash", tries=2)
def crash(actor: Actor, progress: Progress, mark: str, until: int) -> dict[str, Any]:
    """Die without a word so many times, and then go well."""
    with Path(mark).open("a", encoding="ascii") as file:
        file.write("x")
    if Path(mark).stat().st_size < until:
        os._exit(7)
    return {"times": Path(mark).stat().st_size}


@job("odd.refuse", tries=3)
def refuse(actor: Actor, progress: Progress) -> None:
    """What was given is wrong; trying again would not help."""
    where = Words(da="Rådet", en="The council")
    raise Refused.because(Said("{where} is closed.", {"where": where}), "Come back tomorrow.", file="plan.csv", line=7)


@job("odd.tell")
def tell(actor: Actor, progress: Progress) -> dict[str, Any]:
    """Tell how far it is, and answer with what the row said meanwhile."""
    doing = Said("{what}: {count} row", {"what": Said("2nd quarter"), "count": 2}, plural="{what}: {count} rows")
    progress(0.25, doing)
    first = Job.objects.get(name="odd.tell", state="running")
    time.sleep(0.35)
    progress(7.0, Said("Nearly there"))
    second = Job.objects.get(name="odd.tell", state="running")
    return {
        "first": [first.progress, first.doing_said.text("da")],
        "second": [second.progress, second.doing_said.text()],
    }


@job("odd.whoami")
def whoami(actor: Actor, progress: Progress) -> dict[str, Any]:
    """Who it runs as, and what they may do now."""
    return {"id": actor.id, "roles": sorted(actor.roles), "agencies": sorted(actor.agencies)}


nightly("odd.whoami", time_of_day(2, 30))
