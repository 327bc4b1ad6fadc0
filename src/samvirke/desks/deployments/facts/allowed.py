"""Whether it is for somebody's agency to ask for, plan or carry out a kind of deployment, as the kind declares."""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.desks.deployments.engine.kind import Kind
from samvirke.desks.deployments.models import Deployment, Unit
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.by import By
from samvirke.trust.access.theirs import is_theirs


def refuse_unless_theirs(actor: Actor, district: District, people: Iterable[By]) -> None:
    """Raises `Refused` when this is for another agency to do."""
    if not is_theirs(actor, district.pk, people):
        raise Refused.because(
            _("This kind of deployment is not for your agency to ask for, plan or carry out."),
            _("Ask the agency that the description of the kind names."),
        )


def is_for(actor: Actor, deployment: Deployment, people: Iterable[By]) -> bool:
    """Whether a step of this one is theirs: the police take those of the whole district, another agency its own.

    Its own are those that it has asked for, and those to which its unit is sent.
    """
    given = list(people)
    agencies = {deployment.requester_id, deployment.unit.agency_id if deployment.unit else None}
    own = not agencies.isdisjoint(actor.agencies)
    wanted = given if own else [one for one in given if one.agency == "police"]
    return is_theirs(actor, deployment.district_id, wanted)


def refuse_unless_for(actor: Actor, deployment: Deployment, people: Iterable[By]) -> None:
    """Raises `Refused` when this step is for another agency to take."""
    if not is_for(actor, deployment, people):
        raise Refused.because(
            _("This deployment is not for your agency to plan or carry out."),
            _("Ask the agency that asked for it, or the police."),
        )


def refuse_others_unit(actor: Actor, unit: Unit) -> None:
    """Raises `Refused` for a unit of another agency; the police plan for all of them."""
    police = actor.account is None or unit.district.police_id in actor.agencies
    if not police and unit.agency_id not in actor.agencies:
        raise Refused.because(
            Said(_("{unit} belongs to another agency."), {"unit": unit.name}),
            _("Choose one of your own, or ask the police to plan it."),
        )


def has_asked_for(actor: Actor, deployment: Deployment, kind: Kind) -> bool:
    """Whether a request is theirs to change or withdraw: their own agency's, or one that they plan themselves."""
    return deployment.requester_id in actor.agencies or is_for(actor, deployment, kind.planned_by)


def refuse_unless_asked_for(actor: Actor, deployment: Deployment, kind: Kind) -> None:
    """Raises `Refused` when another agency has asked for it and a third one plans it."""
    if not has_asked_for(actor, deployment, kind):
        raise Refused.because(
            _("Another agency has asked for this."), _("Ask that agency, or whoever plans such deployments.")
        )
