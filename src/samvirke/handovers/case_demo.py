"""Loads the demo's cases: invented people, real commands, one step after another on invented days."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from samvirke.desks.casework.commands.approve import approve
from samvirke.desks.casework.commands.ask_for import ask_for
from samvirke.desks.casework.commands.assign import assign
from samvirke.desks.casework.commands.begin import begin
from samvirke.desks.casework.commands.begin_search import begin_search
from samvirke.desks.casework.commands.bring_reports import bring_reports
from samvirke.desks.casework.commands.disclose import disclose
from samvirke.desks.casework.commands.enter_period import enter_period
from samvirke.desks.casework.commands.invite import invite
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.store_types import store_types
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.engine.clocks import configured
from samvirke.desks.casework.facts.searchable import SEARCH, may_hold_searches
from samvirke.desks.casework.facts.type_standings import live_periods
from samvirke.desks.casework.matching.read_reports import read_file
from samvirke.desks.casework.models import Case, Contribution, Disclosure
from samvirke.desks.casework.models.disclosure import WAITING
from samvirke.desks.casework.queries.membership import membership
from samvirke.desks.casework.register import case_types
from samvirke.foundation.clock import now, standing_on
from samvirke.handovers.case_people import name_person
from samvirke.handovers.case_referrals import approve_and_tell, send, take_on
from samvirke.handovers.case_tasks import give
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.access.actor import Actor, actor_of
from samvirke.trust.access.guard import deed
from samvirke.trust.access.wall import within
from samvirke.trust.identity.models import Account, Agency

_FILE = Path(__file__).resolve().parent / "demo" / "cases.toml"
_REFERENCE = "DEMO: opdigtet periode"
_STAGE_DAYS, _KEEP_DAYS, _OPEN_DAYS = 30, 3 * 365, 180


def load_periods(actor: Actor, district: District) -> None:
    """Store the kinds of case, and enter a marked period wherever one is missing, so that each can be walked."""
    store_types(actor)
    entered = set(live_periods(district.pk).values_list("case_type", "what"))
    for declared in case_types().values():
        for what in [*configured(declared), *([SEARCH] if may_hold_searches(declared) else [])]:
            if (declared.name, what) not in entered:
                enter_period(
                    actor,
                    district=district,
                    case_type=declared.name,
                    what=what,
                    days=_KEEP_DAYS if what == "keep" else _STAGE_DAYS,
                    reference=_REFERENCE,
                    invented=True,
                )


def load_cases(district: District) -> None:
    """Each case with its steps, by whoever of the cast takes them. Once they are there nothing is added."""
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    with within(_actor(told["cases"][0]["by"])):
        if Case.objects.filter(district=district, invented=True).exists():
            return
    for one in told["cases"]:
        _tell(district, one)


def _tell(district: District, told: dict[str, Any]) -> None:
    """One case, in one deed of whoever opens it; each step is a deed of whoever takes it, and joins."""
    opener = _actor(told["by"])
    with deed(opener):
        with standing_on(told["on"]):
            case = begin(
                opener,
                agency=Agency.objects.get(pk=told["agency"]),
                district=district,
                case_type=told["type"],
                municipality=Municipality.objects.get(pk=told["municipality"]),
                reason=told["reason"],
                invented=True,
            )
        for step in told.get("steps", ()):
            case.refresh_from_db()
            with standing_on(step["on"]):
                _STEPS[step["do"]](_actor(step["by"]), case, step)


def _actor(username: str) -> Actor:
    return actor_of(Account.objects.get(username=username))


def _agency(step: dict[str, Any]) -> Agency:
    return Agency.objects.get(pk=step["agency"])


def _write(actor: Actor, case: Case, step: dict[str, Any]) -> None:
    mine = membership(actor, case).agency_id
    written = Contribution.objects.filter(case=case, agency_id=mine, section=step["section"]).first()
    answers = {name: str(value) if isinstance(value, date) else value for name, value in step["answers"].items()}
    before = written.answers if written else {}
    version = written.version if written else 0
    write_section(actor, case=case, section=step["section"], answers=before | answers, version=version)


def _name(actor: Actor, case: Case, step: dict[str, Any]) -> None:
    agency = Agency.objects.get(pk=membership(actor, case).agency_id)
    name_person(actor, case=case, agency=agency, role=step["role"], name=step["name"], born=step.get("born"))


def _assign(actor: Actor, case: Case, step: dict[str, Any]) -> None:
    account = Account.objects.get(username=step["account"])
    leads = step.get("leads", False)
    assign(actor, case=case, account=account, agency=_agency(step), reason=step["reason"], leads=leads)


def _disclose(actor: Actor, case: Case, step: dict[str, Any]) -> None:
    disclose(
        actor,
        case=case,
        receivers=list(Agency.objects.filter(pk__in=step["to"])),
        fields=step["fields"],
        necessity=step["necessity"],
        expires_at=now() + timedelta(days=_OPEN_DAYS),
        confirmed=True,
    )


def _approve(actor: Actor, case: Case, _step: dict[str, Any]) -> None:
    for waiting in Disclosure.objects.filter(case=case, state=WAITING).order_by("number"):
        approve(actor, disclosure=waiting)


def _refer(actor: Actor, case: Case, step: dict[str, Any]) -> None:
    sent = send(
        actor,
        case=case,
        receiver=_agency(step),
        to_type=step["type"],
        fields=step["fields"],
        necessity=step["necessity"],
        expires_at=now() + timedelta(days=_OPEN_DAYS),
        confirmed=True,
    )
    if sent.disclosure.state == WAITING:
        approve_and_tell(_actor(step["approved_by"]), disclosure=sent.disclosure)
    if "taken_by" in step:
        taken = take_on(_actor(step["taken_by"]), referral=sent, agency=_agency(step), reason=step["reason"])
        if "search" in step:
            _search(_actor(step["taken_by"]), taken, step["search"])


def _search(actor: Actor, case: Case, told: dict[str, Any]) -> None:
    """Begun and filled; the visitor sees the pairs counted, and compares."""
    period = {"reports_from": told["from"], "reports_to": told["to"]}
    search = begin_search(actor, case=case, about=told["about"], criterion=told["criterion"], **period)
    content = (_FILE.parent / told["file"]).read_bytes()
    bring_reports(actor, search=search, reports=read_file(content, told["from"], told["to"]))


_STEPS: dict[str, Callable[[Actor, Case, dict[str, Any]], object]] = {
    "write": _write,
    "name": _name,
    "assign": _assign,
    "invite": lambda actor, case, step: invite(actor, case=case, agency=_agency(step)),
    "move": lambda actor, case, step: move(
        actor, case=case, to=step["to"], version=case.version, outcome=step.get("outcome", "")
    ),
    "disclose": _disclose,
    "approve": _approve,
    "ask": lambda actor, case, step: ask_for(
        actor, case=case, holder=_agency(step), section=step["section"], why=step["why"]
    ),
    "task": lambda actor, case, step: give(actor, case=case, agency=_agency(step), text=step["text"], due=step["due"]),
    "refer": _refer,
}
