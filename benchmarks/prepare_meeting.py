"""From “prepare next meeting” to a complete pack of papers: how long it takes, and what a secretary presses for it.

How to read it: the pages are asked as a browser asks them, in the process that answers, in the demo district with its
figures: begin the agenda, take in everything that offers itself, make the meeting pack (the queue does it beside),
call the meeting. What comes out is counted: papers, items, people invited. The time is the product's own; what a
secretary thinks and writes in between is not in it, and how long the same takes by hand has not been measured.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from statistics import median
from typing import Any

from _incident_file import measured, where_and_with

_DISTRICT, _BODIES = "oestjylland", ("lokalraad-randers", "kredsraad-oestjylland")
_QUARTER, _DAYS = "2024Q2", ("2025-03-04", "2025-06-03", "2025-09-02")


def prepare(client: Any, body: str, day: str) -> dict[str, float]:
    """One meeting, from nothing but its day: the seconds of each step, and what came of it."""
    from samvirke.desks.meetings.models import Meeting
    from samvirke.handovers.meeting_agenda import proposed
    from samvirke.insight.briefing.jobs import make
    from samvirke.trust.access.actor import actor_of
    from samvirke.trust.identity.models import Account

    actor = actor_of(Account.objects.get(username="tine"))
    client.post(f"/districts/{_DISTRICT}/meetings/plan", {"year": day[:4], "body": body, "day": day})
    meeting = Meeting.objects.get(body_id=body, starts_at__date=day)
    page, pressed, seconds = f"/districts/{_DISTRICT}/meetings/{meeting.pk}/", 0, {}

    def press(deed: str, **sent: str) -> None:
        nonlocal pressed
        pressed += 1
        version = Meeting.objects.get(pk=meeting.pk).version
        answer = client.post(page, {"deed": deed, "version": version, **sent}, follow=True)
        assert answer.status_code == 200, (deed, answer.status_code)

    began = time.perf_counter()
    press("draft")
    seconds["agenda with standing items and members"] = time.perf_counter() - began
    began = time.perf_counter()
    for one in proposed(actor, Meeting.objects.select_related("body__district").get(pk=meeting.pk)):
        press("take-in", proposal=f"{one.source}/{one.key}")
    seconds["everything that offers itself taken in"] = time.perf_counter() - began
    began = time.perf_counter()
    pressed += 1
    make(actor, lambda *_: None, body, _QUARTER, "da")
    seconds["meeting pack, page and PDF"] = time.perf_counter() - began
    began = time.perf_counter()
    press("call")
    seconds["called: agenda frozen open and closed, invitations"] = time.perf_counter() - began
    done = Meeting.objects.get(pk=meeting.pk)
    assert done.state == "called", done.state
    return {
        **{f"s:{name}": took for name, took in seconds.items()},
        "buttons": pressed,
        "items": done.items.count(),
        "papers": done.papers.count(),
        "invited": done.attendances.count(),
    }


def measure() -> dict[str, list[dict[str, float]]]:
    """Each body on three days."""
    from samvirke.config import setup

    setup.set_up()
    setup.ready()
    from django.test import Client

    from samvirke.trust.identity.models import Account

    client = Client(HTTP_HOST="localhost")
    client.force_login(Account.objects.get(username="tine"))
    return {body: [prepare(client, body, day) for day in _DAYS] for body in _BODIES}


def show(found: dict[str, list[dict[str, float]]]) -> None:
    """Steps in seconds, and what came of them."""
    print(f"## From “prepare next meeting” to a complete pack\n\n{where_and_with()}")
    print("| step | " + " | ".join(found) + " |\n|---|" + "---:|" * len(found))
    steps = [name for name in next(iter(found.values()))[0] if name.startswith("s:")]
    for name in steps:
        print(
            f"| {name[2:]}, s | "
            + " | ".join(f"{median(one[name] for one in runs):.2f}" for runs in found.values())
            + " |"
        )
    totals = [median(sum(one[name] for name in steps) for one in runs) for runs in found.values()]
    print("| **all of it, s** | " + " | ".join(f"**{total:.2f}**" for total in totals) + " |")
    for name in ("buttons", "items", "papers", "invited"):
        print(f"| {name} | " + " | ".join(str(int(runs[0][name])) for runs in found.values()) + " |")
    print(f"\nMedians of {len(_DAYS)} meetings each; counts are of the first. Time by hand has not been measured.\n")


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=Path("/tmp/samvirke-benchmark-prepare"))
    parser.add_argument("--measure", action="store_true")
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(measure()))
        sys.exit()
    os.environ |= {"SAMVIRKE_SECOND_FACTOR": "off", "SAMVIRKE_LANGUAGE": "da", "SAMVIRKE_DEMO": "on"}
    home = asked.folder / "home"
    # The meetings that it plans are new each time.
    shutil.rmtree(asked.folder, ignore_errors=True)
    asked.folder.mkdir(parents=True)
    measured(["-m", "samvirke", "demo"], home)
    run = measured([__file__, "--measure"], home)
    show(json.loads(run.said))
