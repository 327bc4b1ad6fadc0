"""A signal as somebody read it before they judged it: who was overtaken is told, nothing is overwritten."""

from __future__ import annotations

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.insight.emerging.models import Signal


def as_it_is_now(signal: Signal, version: int, state: str) -> Signal:
    """The row, locked until the deed ends. Raises `Refused` when it has changed since, or stands elsewhere."""
    found = Signal.objects.select_for_update(of=("self",)).select_related("district").get(pk=signal.pk)
    if found.version != version or found.state != state:
        raise Refused.because(
            _("Somebody else has dealt with this signal since you opened it."),
            _("Reload the page, and see what they wrote."),
        )
    return found
