"""Lets many people edit the same sections of cases at once, each in a process of their own, and notes what they saw."""

from __future__ import annotations

import json
import os
import random
import time
import traceback
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connections
from django.db.models import F

from samvirke.desks.casework.commands.assign import assign
from samvirke.desks.casework.commands.begin import begin
from samvirke.desks.casework.commands.enter_period import enter_period
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.engine.clocks import configured
from samvirke.desks.casework.models import Case, Contribution
from samvirke.desks.casework.register import case_types
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor, actor_of, system
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.access.commands.use_basis import use_basis
from samvirke.trust.access.wall import within
from samvirke.trust.identity.models import Account, Agency, AgencyDistrict

TYPE, SECTION, QUESTION = "staff-violence", "dispensation", "justification"
_COLLEAGUES = 5
_CASES = 2
_CONFLICT = "Somebody else has changed this section"
Write = Callable[..., object]


def prepare() -> None:
    """An invented municipality that can open such cases, and the colleagues who share them."""
    operator, declared = system("operator"), case_types()[TYPE]
    district = District.objects.create(id="fjord", name={"en": "Fjord"}, country="XX")
    agency = Agency.objects.create(id="fjord-town", name={"en": "Fjord Town"}, kind="municipality")
    AgencyDistrict.objects.create(agency=agency, district_id=district.pk)
    for basis in declared.bases:
        use_basis(operator, district=district, basis=basis, reference="a test", assessment="a test")
    for what in configured(declared):
        enter_period(operator, district=district, case_type=TYPE, what=what, days=30, reference="a test")
    for number in range(_COLLEAGUES):
        name = f"colleague-{number}"
        put_account(operator, username=name, name=name, agency=agency.pk, role="case-leader", since=date(2024, 1, 1))


def last_one_wins(actor: Actor, *, case: Case, section: str, version: int, **told: Any) -> None:
    """The control arm: the same row is written whatever its version is by now."""
    where = {"case": case, "section": section, "agency": case.owner}
    values = {**told, "changed_at": now()}
    with within(actor):
        row, made = Contribution.objects.get_or_create(**where, defaults=values)
        if not made:
            Contribution.objects.filter(pk=row.pk).update(**values, version=F("version") + 1)


WAYS: dict[str, Write] = {"as_shipped": write_section, "last_one_wins": last_one_wins}


def edit_together(edits: int, *, seed: int, write: Write, folder: Path) -> dict[str, tuple[int, str]]:
    """Let 2 to 50 editors at a time make so many edits in all; how each text lies there at the end, with its version.

    What each editor saw and did is in a file of their own in `folder`, a line an edit.
    """
    dice, left, turn = random.Random(seed), edits - 1, 0
    edited = [str(new_case().pk)]
    # One edit here, so that the children need not each load what an edit needs.
    _tell(folder / "parent", edited, 1, write, dice)
    while left > 0:
        turn += 1
        editors = dice.randint(2, 50)
        each = -(-min(left, editors * dice.randint(5, 15)) // editors)
        cases = [str(new_case().pk) for _ in range(_CASES)]
        edited += cases
        connections.close_all()  # forked processes may not share one
        files = [folder / f"{turn}-{number}" for number in range(editors)]
        pids = [_begin(file, cases, each, write, seed=dice.randrange(2**32)) for file in files]
        ends = [os.waitpid(pid, 0)[1] for pid in pids]
        if any(ends):
            raise RuntimeError("\n".join(file.read_text(encoding="utf-8") for file in folder.glob("*.wrong")))
        left -= editors * each
    with within(_lead()):
        rows = list(Contribution.objects.filter(section=SECTION, case__in=edited))
    return {str(row.case_id): (row.version, row.answers[QUESTION]) for row in rows}


def new_case() -> Case:
    """A case that all the colleagues share."""
    colleagues = list(Account.objects.order_by("username"))
    agency, lead = Agency.objects.get(), actor_of(colleagues[0])
    told = {"agency": agency, "district": District.objects.get(), "case_type": TYPE}
    case = begin(lead, **told, reason="takes the calls of the day")
    for account in colleagues[1:]:
        assign(lead, case=case, account=account, agency=agency, reason="shares the work")
    return case


def _lead() -> Actor:
    return actor_of(Account.objects.order_by("username")[0])


def _begin(file: Path, cases: list[str], times: int, write: Write, *, seed: int) -> int:
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        _tell(file, cases, times, write, random.Random(seed))
        status = 0
    except BaseException:
        file.with_suffix(".wrong").write_text(traceback.format_exc(), encoding="utf-8")
    finally:
        os._exit(status)


def _tell(file: Path, cases: list[str], times: int, write: Write, dice: random.Random) -> None:
    with file.open("w", encoding="utf-8") as told:
        told.writelines(json.dumps(one) + "\n" for one in _edits(file.name, cases, times, write, dice))


def _edits(editor: str, cases: list[str], times: int, write: Write, dice: random.Random) -> Iterator[list[Any]]:
    """Read, think, write: the case, the editor, the token, the version and the text that were read, and the outcome."""
    actor = actor_of(dice.choice(list(Account.objects.all())))
    for number in range(times):
        token = f"{editor}.{number}"
        with within(actor):
            case = Case.objects.get(pk=dice.choice(cases))
            row = Contribution.objects.filter(case=case, section=SECTION).first()
        version, text = (row.version, row.answers[QUESTION]) if row else (0, "")
        time.sleep(dice.uniform(0, 0.02))
        outcome = "written"
        try:
            write(actor, case=case, section=SECTION, answers={QUESTION: f"{text} {token}".strip()}, version=version)
        except Refused as refused:
            if _CONFLICT not in str(refused):
                raise
            outcome = "refused"
        yield [str(case.pk), editor, token, version, text, outcome]
