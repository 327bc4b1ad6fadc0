"""Loads the demo's draft of next year's plan: invented words, said by the cast through the real commands."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from samvirke.desks.plan.commands.answer import answer
from samvirke.desks.plan.commands.approve import approve
from samvirke.desks.plan.commands.comment import comment
from samvirke.desks.plan.commands.move import send_for_approval
from samvirke.desks.plan.commands.suggest import suggest
from samvirke.desks.plan.commands.write_section import add_section, write_section
from samvirke.desks.plan.content import text_digest
from samvirke.desks.plan.models import Consulted, Plan, Section
from samvirke.foundation.clock import today
from samvirke.handovers.plan_begin import begin
from samvirke.handovers.plan_force import sign_plan
from samvirke.handovers.plan_goal import adopt_goal, set_goal, set_measure
from samvirke.handovers.plan_told import decline_suggestion, send_out
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor, actor_of
from samvirke.trust.access.guard import deed
from samvirke.trust.identity.models import Account, Agency

_FILE = Path(__file__).resolve().parent / "demo" / "plan.toml"
_EDITOR = "tine"


def load_draft(district: District) -> None:
    """Begin next year's plan and one action plan, with what the cast has written, asked and answered so far.

    A draft that is there is left as it is.
    """
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    if Plan.objects.filter(district=district, year=told["year"]).exists():
        return
    tine = _actor(_EDITOR)
    council = Body.objects.select_related("district").get(district=district, kind="district-council")
    with deed(tine):
        plan = begin(tine, body=council, year=told["year"], invented=True)
        _write(tine, plan, told)
        _promise(tine, plan, told)
    _discuss(tine, plan, told)
    _consult(tine, plan, told)
    _begin_action_plan(tine, told["action"])
    _action_plan_in_force(tine, told["published"])


def _write(tine: Actor, plan: Plan, told: dict[str, Any]) -> None:
    for one in told["sections"]:
        section = _section(plan, one["number"])
        heading = section.words.text()
        write_section(tine, plan=plan, section=section, heading=heading, text=one["text"], version=section.version)
    add_section(tine, plan=plan, **told["new"])


def _promise(tine: Actor, plan: Plan, told: dict[str, Any]) -> None:
    for one in told["goals"]:
        section = _section(plan, one["number"])
        set_goal(tine, plan=plan, section=section, text=one["text"], indicator=one["indicator"])
    for one in told["measures"]:
        facts = {name: value for name, value in one.items() if name != "number"}
        set_measure(tine, plan=plan, section=_section(plan, one["number"]), facts=facts)


def _discuss(tine: Actor, plan: Plan, told: dict[str, Any]) -> None:
    for one in told["suggestions"]:
        section = _section(plan, one["number"])
        made = suggest(_actor(one["by"]), plan=plan, section=section, text=one["text"], why=one["why"])
        if "declined" in one:
            decline_suggestion(tine, plan=plan, suggestion=made, answer=one["declined"])
    for one in told["comments"]:
        comment(_actor(one["by"]), plan=plan, section=_section(plan, one["number"]), text=one["text"])


def _consult(tine: Actor, plan: Plan, told: dict[str, Any]) -> None:
    agencies = list(Agency.objects.filter(pk__in=told["consulted"]).order_by("pk"))
    send_out(
        tine,
        plan=plan,
        agencies=agencies,
        others=told["others"],
        until=told["consulted_until"],
        version=plan.version,
    )
    for one in told["answers"]:
        asked = Consulted.objects.get(consultation__plan=plan, agency_id=one["agency"])
        answer(_actor(one["by"]), plan=plan, asked=asked, text=one["text"], version=asked.version)


def _action_plan_in_force(tine: Actor, told: dict[str, Any]) -> None:
    """An action plan for two years that police and municipality have approved; it is published with the others."""
    plan = _begin_action_plan(tine, told)
    section = plan.sections.get()
    for one in told["measures"]:
        set_measure(tine, plan=plan, section=section, facts=one)
    send_for_approval(tine, plan=plan, version=plan.version)
    names = []
    for username in told["approved_by"]:
        leader = _actor(username)
        party = plan.parties.get(agency_id__in=leader.agencies)
        approve(leader, party=party, digest=text_digest(plan))
        names.append({"name": leader.name, "office": told["offices"][username], "agency": party.agency_id})
    plan = Plan.objects.select_related("district", "body").get(pk=plan.pk)
    sign_plan(tine, plan=plan, on=today(), at=told["at"], signatories=names, version=plan.version)


def _begin_action_plan(tine: Actor, told: dict[str, Any]) -> Plan:
    body = Body.objects.select_related("district").get(pk=told["body"])
    with deed(tine):
        plan = begin(tine, body=body, year=told["year"], kind="action", until=told["until"], invented=True)
        section = add_section(tine, plan=plan, number="1", heading=told["heading"], text=told["text"])
        council = Plan.objects.filter(district=body.district, kind="cooperation", year=told["year"]).first()
        goal = council.goals.first() if council else None
        if goal is not None:
            adopt_goal(tine, plan=plan, section=section, goal=goal)
    return plan


def _section(plan: Plan, number: str) -> Section:
    return plan.sections.get(number=number)


def _actor(username: str) -> Actor:
    return actor_of(Account.objects.get(username=username))
