"""Secretaries who write decisions of one body at the same time, each in a process of their own."""

from __future__ import annotations

import shutil
import time
from datetime import date
from pathlib import Path

from django.db import connections

from samvirke.desks.meetings.commands.attend import Person, expect
from samvirke.desks.meetings.commands.call import call
from samvirke.desks.meetings.commands.draft_agenda import draft_agenda
from samvirke.desks.meetings.commands.plan_year import plan_year
from samvirke.desks.meetings.commands.put_item import Anatomy, add_item
from samvirke.desks.meetings.commands.run import begin
from samvirke.desks.meetings.commands.write_item import Written, write_item
from samvirke.desks.meetings.facts.as_it_is_now import MovedOn
from samvirke.desks.meetings.models import Decision, Meeting
from samvirke.foundation.clock import standing_on
from samvirke.handovers.load_district import load_district
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor, actor_of, system
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.identity.models import Account

_FJORD = Path(__file__).parents[2] / "handovers" / "fixtures" / "fjordkredsen"
_BODY = "kredsraad-fjordkredsen"
_SPEAKS_SECONDS = 0.02


def prepare(folder: str, secretaries: int, decisions: int) -> int:
    """A council with one running meeting for each secretary, each with so many items to decide."""
    there = Path(folder) / "fjordkredsen"
    shutil.copytree(_FJORD, there)
    file = there / "district.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('country = "DK"', 'country = "XX"'), encoding="utf-8")
    load_district(system("operator"), there)
    body = Body.objects.get(pk=_BODY)
    for number in range(secretaries):
        tine = _secretary(number)
        (meeting,) = plan_year(tine, body=body, days=[date(2024, 9, 2 + number)])
        draft_agenda(tine, meeting=meeting, version=1)
        meeting.items.all().delete()
        for one in range(decisions):
            add_item(tine, meeting=meeting, anatomy=Anatomy(title={"da": f"Sag {one}"}, kind="decision"))
        expect(tine, meeting=meeting, people=[Person("Ellen", "chair")])
        call(tine, meeting=meeting, version=Meeting.objects.get(pk=meeting.pk).version)
        with standing_on(date(2024, 9, 2 + number)):
            begin(tine, meeting=meeting)
    return Meeting.objects.filter(state="running").count()


def decide(number: int, folder: str, of: int) -> list[int]:
    """All decisions of one secretary's meeting, begun when all are ready; their numbers."""
    tine = actor_of(Account.objects.get(username=f"secretary-{number}"))
    meeting = Meeting.objects.get(number=number + 1)
    _wait_for_all(number, Path(folder), of)
    made = []
    for item in meeting.items.order_by("number"):
        written = Written(True, "approved", f"Tiltrådt af {number}.")
        _item, decision = write_item(tine, meeting=meeting, item=item, written=written, version=1)
        made.append(decision.number if decision else 0)
        # As long as it takes to speak: otherwise whoever begins first has written all before the others wake.
        time.sleep(_SPEAKS_SECONDS)
    connections.close_all()
    return made


def write_the_same(number: int, folder: str, of: int) -> list[str]:
    """Write all items of the first meeting, whoever else does so; what became of each."""
    tine = actor_of(Account.objects.get(username=f"secretary-{number}"))
    meeting = Meeting.objects.get(number=1)
    items = list(meeting.items.order_by("number"))
    _wait_for_all(number, Path(folder), of)
    found = []
    for item in items:
        try:
            written = Written(True, "approved", f"Ord fra {number}.")
            write_item(tine, meeting=meeting, item=item, written=written, version=1)
            found.append("written")
        except MovedOn:
            found.append("told")
    connections.close_all()
    return found


def numbers() -> list[int]:
    """The numbers of all decisions."""
    return list(Decision.objects.order_by("number").values_list("number", flat=True))


def _wait_for_all(number: int, folder: Path, of: int) -> None:
    """Until every process is ready to write."""
    (folder / f"ready-{number}").touch()
    while len(list(folder.glob("ready-*"))) < of:
        time.sleep(0.005)


def _secretary(number: int) -> Actor:
    name = f"secretary-{number}"
    account = put_account(
        system("operator"), username=name, name=name, agency="fjordkredsens-politi", role="secretary",
        since=date(2024, 1, 1),
    )  # fmt: skip
    return actor_of(account)
