"""A deployment as somebody read it before they changed it: who was overtaken is told, nothing is overwritten."""

from __future__ import annotations

from samvirke.desks.deployments.models import Deployment
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _


def as_it_is_now(deployment: Deployment, version: int, *states: str) -> Deployment:
    """The row, locked until the deed ends. Raises `Refused` when it is in none of the states, or has changed since."""
    rows = Deployment.objects.select_for_update(of=("self",)).select_related("district", "municipality", "unit")
    found = rows.get(pk=deployment.pk)
    if found.version != version:
        raise Refused.because(
            _("Somebody else has changed this deployment since you opened it."),
            _("Reload the page, see what they wrote, and write yours again."),
        )
    if found.state not in states:
        raise Refused.because(_("This cannot be done as the deployment stands now."), _("Reload the page."))
    return found
