"""Colleagues who report on, change and hand over the same commitments at once, each in a process of their own."""

from __future__ import annotations

import shutil
import time
from datetime import date
from pathlib import Path

from django.db import connections
from tests.registers.commitments.rows import put

from samvirke.foundation.fault import Refused
from samvirke.handovers.load_district import load_district
from samvirke.registers.commitments.commands.change import change
from samvirke.registers.commitments.commands.hand_over import hand_over
from samvirke.registers.commitments.commands.report import report
from samvirke.registers.commitments.models import Commitment, StatusReport
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor, actor_of, system
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.identity.models import Account

_FJORD = Path(__file__).parents[2] / "handovers" / "fixtures" / "fjordkredsen"


def prepare(folder: str, colleagues: int, commitments: int) -> int:
    """A district with so many coordinators, and so many open commitments that the first of them answers for."""
    there = Path(folder) / "fjordkredsen"
    shutil.copytree(_FJORD, there)
    file = there / "district.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('country = "DK"', 'country = "XX"'), encoding="utf-8")
    district = load_district(system("operator"), there).district
    for number in range(colleagues):
        put_account(
            system("operator"), username=f"eva-{number}", name=f"Eva {number}", agency="fjordby-kommune",
            role="coordinator", since=date(2024, 1, 1),
        )  # fmt: skip
    for number in range(commitments):
        put(district, slug=f"one-{number:02}", person_id=_eva(0).account)
    return Commitment.objects.filter(sort="task").count()


def write(number: int, folder: str, of: int) -> list[str]:
    """Report on every commitment, or change it, as it was read before all began; what became of each."""
    eva = _eva(number)
    rows = list(Commitment.objects.filter(sort="task").order_by("slug"))
    _wait_for_all(number, Path(folder), of)
    found = []
    for one in rows:
        try:
            if number % 2:
                change(eva, commitment=one, version=one.version, dose=f"As Eva {number} says")
            else:
                report(eva, commitment=one, version=one.version, said=f"Eva {number}", state="done", evidence="Seen.")
            found.append("written")
        except Refused:
            found.append("told")
    connections.close_all()
    return found


def give_away(number: int, folder: str, of: int) -> int:
    """Hand everything of the first over to oneself; how many came."""
    eva = _eva(number)
    giver, taker = (Account.objects.get(username=f"eva-{one}") for one in (0, number))
    district = District.objects.get(pk="fjordkredsen")
    _wait_for_all(number - 1, Path(folder), of)
    try:
        return len(hand_over(eva, district=district, giver=giver, taker=taker))
    except Refused:
        return 0
    finally:
        connections.close_all()


def stored() -> list[list[object]]:
    """Each commitment as it stands: version, state, dose, and who reported."""
    said = {one.commitment_id: one.said for one in StatusReport.objects.all()}
    rows = Commitment.objects.filter(sort="task").order_by("slug")
    return [[one.version, one.state, one.dose, said.get(one.pk, "")] for one in rows]


def answering() -> dict[str, int]:
    """How many commitments each answers for."""
    found: dict[str, int] = {}
    for one in Commitment.objects.filter(sort="task").select_related("person"):
        name = one.person.username if one.person else ""
        found[name] = found.get(name, 0) + 1
    return found


def _wait_for_all(number: int, folder: Path, of: int) -> None:
    """Until every process is ready to write."""
    (folder / f"ready-{number}").touch()
    while len(list(folder.glob("ready-*"))) < of:
        time.sleep(0.005)


def _eva(number: int) -> Actor:
    return actor_of(Account.objects.get(username=f"eva-{number}"))
