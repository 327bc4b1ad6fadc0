"""A person looks at a signal and says what it is: real, an error in the data, or already known."""

from __future__ import annotations

from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.insight.emerging.as_it_is_now import as_it_is_now
from samvirke.insight.emerging.models import Sighting, Signal
from samvirke.insight.emerging.models.signal import CLOSED, JUDGED, REAL, VERDICTS, WAITING
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Account


@command("emerging.judge", on="signal")
def judge(actor: Actor, *, signal: Signal, version: int, verdict: str, words: str) -> Signal:
    """What it is, in words. Real stays open and offers itself for an agenda; data and known close it with the words.

    Raises `Refused` without words, or for a signal that somebody has judged meanwhile.
    """
    there = as_it_is_now(signal, version, WAITING)
    if verdict not in VERDICTS:
        raise Refused.because(_("It is not said what the signal is."), _("Choose real, data or known."))
    if not words.strip():
        raise Refused.because(
            _("It is not said why."), _("Write what you looked at and what you saw, without names or addresses.")
        )
    refuse_if_too_long(Signal, words=words)
    newest = Sighting.objects.filter(signal=there).select_related("look").order_by("-look__until").first()
    there.judged_until = newest.look.until if newest else there.first_until
    there.verdict, there.words, there.judged_on = verdict, words.strip(), today()
    there.judged_by = Account.objects.filter(pk=actor.account).first() if actor.account else None
    there.state = JUDGED
    if verdict != REAL:
        there.state, there.closed_on, there.why_closed = CLOSED, today(), words.strip()
    there.version += 1
    there.save()
    note(there, verdict=verdict)
    return there
