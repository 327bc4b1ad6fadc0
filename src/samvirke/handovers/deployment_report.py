"""Writes how far a promise was kept as a status of the commitment that the plan made of it."""

from __future__ import annotations

from samvirke.desks.deployments.queries.coverage import Line, coverage
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.registers.commitments.commands.report import report
from samvirke.registers.commitments.models import Commitment, StatusReport
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed


def report_kept(
    actor: Actor, *, district: District, commitment: Commitment, version: int, state: str, speech: Speech
) -> StatusReport:
    """Add a status of today with the weeks that were kept; `state` is what the person who reports makes of it.

    Raises `Refused` where no week can be told yet, for a commitment that no kind of deployment keeps, and like the
    command that reports.
    """
    with deed(actor):
        line = _line_of(actor, district, commitment)
        if line is None or not line.weeks:
            raise Refused.because(
                _("No whole week has been written that could be reported."),
                _("Write what was carried out first, and report when a week is over."),
            )
        return report(
            actor,
            commitment=commitment,
            version=version,
            said=kept_said(line, speech),
            state=state,
            evidence=speech.say(_("The coverage of deployments in {year}"), year=today().year),
        )


def kept_said(line: Line, speech: Speech) -> str:
    """The weeks in a sentence: how many were kept, of how many, and what is wanted each week."""
    words = _("{kept} of {weeks} weeks kept since {day}, with {number} each week as the measure.")
    since = speech.day(line.weeks[0].monday, year=True)
    return speech.say(words, kept=line.kept, weeks=len(line.weeks), day=since, number=line.wanted.number)


def _line_of(actor: Actor, district: District, commitment: Commitment) -> Line | None:
    rows = (line for one in coverage(actor, district, today().year) for line in one.lines)
    return next((one for one in rows if one.wanted.commitment and one.wanted.commitment == commitment.slug), None)
