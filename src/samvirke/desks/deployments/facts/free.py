"""Whether a unit is free: it cannot be in two places at once."""

from __future__ import annotations

from datetime import datetime

from samvirke.desks.deployments.models import Deployment, Unit
from samvirke.desks.deployments.models.deployment import DONE, PLANNED
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import clock_span, said_day
from samvirke.foundation.words import Said, Words, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import may


def refuse_if_busy(actor: Actor, unit: Unit, starts_at: datetime, ends_at: datetime, but: Deployment) -> None:
    """Raises `Refused`, naming where the unit is instead as far as the actor may see it.

    The unit is locked until the deed ends: of two who plan it for the same hour at once, the second waits and is told.
    """
    Unit.objects.select_for_update().get(pk=unit.pk)
    there = Deployment.objects.filter(
        unit=unit, state__in=(PLANNED, DONE), starts_at__lt=ends_at, ends_at__gt=starts_at
    ).exclude(pk=but.pk)
    other = there.select_related("district").first()
    if other is None or other.starts_at is None or other.ends_at is None:
        return
    begins, ends = other.starts_at.astimezone(COPENHAGEN), other.ends_at.astimezone(COPENHAGEN)
    told = {"unit": unit.name, "day": said_day(begins.date()), "hours": _span(begins, ends), "name": other.name}
    if may(actor, "deployments.read", other):
        what = Said(_("{unit} is at “{name}” on {day}, {hours}."), told)
    else:
        what = Said(_("{unit} is elsewhere on {day}, {hours}."), told)
    raise Refused.because(what, _("Choose other hours or another unit, or move the other deployment first."))


def _span(begins: datetime, ends: datetime) -> Words:
    """The hours as each language writes them."""
    return Words(**{language: clock_span(begins, ends, language) for language in ("da", "en")})
