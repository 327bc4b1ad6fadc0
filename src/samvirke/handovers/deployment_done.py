"""A deployment is carried out: what was done at a school counts for the duty that is owed there."""

from __future__ import annotations

from samvirke.desks.deployments.commands.finish import Found, correct_findings, finish
from samvirke.desks.deployments.models import Deployment
from samvirke.desks.deployments.models.deployment import DONE
from samvirke.desks.deployments.register import kind_called
from samvirke.registers.commitments.commands.fulfil import fulfil
from samvirke.registers.commitments.register import SCHOOL, duty
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed
from samvirke.trust.access.rules import may


def carried_out(actor: Actor, *, deployment: Deployment, version: int, found: Found) -> Deployment:
    """Write what was found, or correct it, and let it count for a duty, in one deed.

    A duty is let count by those who follow up on duties; whoever only carried it out leaves that to them: when they
    correct what was found, it counts. Raises `Refused` like the two commands.
    """
    write = correct_findings if deployment.state == DONE else finish
    with deed(actor):
        done = write(actor, deployment=deployment, version=version, found=found)
        for body, name in owing(done):
            if may(actor, "commitments.fulfil", body):
                _count(actor, done, body, name)
    return done


def owing(deployment: Deployment) -> list[tuple[Body, str]]:
    """The bodies that owe the duty which such a deployment fulfils, each with the duty's name."""
    sort = kind_called(deployment.kind).sort(deployment.sort)
    if sort is None or not sort.duty or deployment.school_id is None:
        return []
    rows = Body.objects.filter(district=deployment.district_id, covers__municipality=deployment.municipality_id)
    # Duties are a JSON list; SQLite cannot search in it, and a municipality has few bodies.
    return [(one, sort.duty) for one in rows.select_related("district").distinct() if sort.duty in one.duties]


def _count(actor: Actor, done: Deployment, body: Body, name: str) -> None:
    if done.day is None:
        return
    unit = str(done.school_id) if duty(name).per == SCHOOL else ""
    evidence = f"deployment:{done.pk}"
    fulfil(actor, body=body, duty_name=name, year=done.day.year, evidence=evidence, on=done.day, unit=unit)
