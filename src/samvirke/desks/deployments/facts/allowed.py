"""Whether it is for somebody's agency to ask for, plan or carry out a kind of deployment, as the kind declares."""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.desks.deployments.engine.kind import Kind
from samvirke.desks.deployments.models import Deployment
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
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


def has_asked_for(actor: Actor, deployment: Deployment, kind: Kind) -> bool:
    """Whether a request is theirs to change or withdraw: their own agency's, or one that they plan themselves."""
    return deployment.requester_id in actor.agencies or is_theirs(actor, deployment.district_id, kind.planned_by)


def refuse_unless_asked_for(actor: Actor, deployment: Deployment, kind: Kind) -> None:
    """Raises `Refused` when another agency has asked for it and a third one plans it."""
    if not has_asked_for(actor, deployment, kind):
        raise Refused.because(
            _("Another agency has asked for this."), _("Ask that agency, or whoever plans such deployments.")
        )
