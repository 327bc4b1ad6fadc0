"""Closes a signal that was found real, with what came of it."""

from __future__ import annotations

from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.insight.emerging.as_it_is_now import as_it_is_now
from samvirke.insight.emerging.models import Signal
from samvirke.insight.emerging.models.signal import CLOSED, JUDGED
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("emerging.close", on="signal")
def close(actor: Actor, *, signal: Signal, version: int, why: str) -> Signal:
    """It no longer offers itself for an agenda. Raises `Refused` without a reason."""
    there = as_it_is_now(signal, version, JUDGED)
    if not why.strip():
        raise Refused.because(_("It is not said why it is closed."), _("Write what came of it, without names."))
    refuse_if_too_long(Signal, why_closed=why)
    there.state, there.closed_on, there.why_closed = CLOSED, today(), why.strip()
    there.version += 1
    there.save()
    note(there, state=CLOSED)
    return there
