"""Writes down that a deployment was carried out, and what was found; or corrects what was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from samvirke.desks.deployments.commands.stepped import stepped
from samvirke.desks.deployments.engine.kind import Kind
from samvirke.desks.deployments.facts.allowed import refuse_unless_for
from samvirke.desks.deployments.facts.as_it_is_now import as_it_is_now
from samvirke.desks.deployments.facts.found import refuse_unknown, refuse_unless_typed
from samvirke.desks.deployments.models import Deployment, Finding
from samvirke.desks.deployments.models.deployment import DONE, PLANNED
from samvirke.desks.deployments.models.step_taken import CORRECTED
from samvirke.desks.deployments.register import kind_called
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@dataclass(frozen=True)
class Found:
    """What came of it: counts and answers by name, the groups that were reached, who took part, and a few words.

    What is in none of them was not counted, which is not zero.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    said: str = ""


@command("deployments.finish", on="deployment")
def finish(actor: Actor, *, deployment: Deployment, version: int, found: Found) -> Deployment:
    """It was carried out as planned. From now on everybody who takes part in the district sees it.

    Raises `Refused` before its day, for findings that the kind does not know or that do not agree, and when somebody
    was first.
    """
    there = as_it_is_now(deployment, version, PLANNED)
    if there.day is not None and there.day > today():
        raise Refused.because(_("The day is still ahead."), _("Write it down when it has happened."))
    _write(actor, there, found)
    there.state, there.over_on, there.is_open = DONE, today(), True
    there.save()
    stepped(actor, there, DONE, there.day or today(), found.said)
    note(there, state=DONE)
    return there


@command("deployments.finish", on="deployment")
def correct_findings(actor: Actor, *, deployment: Deployment, version: int, found: Found) -> Deployment:
    """Write otherwise what was found; that it was corrected stays. Raises `Refused` like `finish`."""
    there = as_it_is_now(deployment, version, DONE)
    before = {one.name: one.choice or one.value for one in there.findings.all()}
    _write(actor, there, found)
    there.save()
    stepped(actor, there, CORRECTED, today(), found.said, before=before)
    note(there, state=CORRECTED)
    return there


def _write(actor: Actor, there: Deployment, found: Found) -> None:
    kind = kind_called(there.kind)
    refuse_unless_for(actor, there, kind.done_by)
    refuse_unless_typed(kind, found.counts, found.choices)
    refuse_unknown(found.groups, dict(kind.groups), Said(_("The form names a group that nobody has declared.")))
    named = [one.name for one in kind.companions]
    refuse_unknown(found.companions, named, Said(_("Nobody like that takes part in such a deployment.")))
    for one in kind.findings:
        facts = {"value": found.counts.get(one.name), "choice": found.choices.get(one.name, "")}
        Finding.objects.update_or_create(deployment=there, name=one.name, defaults=facts)
    there.groups = _in_order(kind, found.groups)
    there.companions = [name for name in named if name in found.companions]
    there.said = found.said.strip()
    there.version += 1


def _in_order(kind: Kind, groups: tuple[str, ...]) -> list[str]:
    return [name for name, _title in kind.groups if name in groups]
