"""Enters the survey that was made afterwards, with its n and design effect."""

from __future__ import annotations

from typing import Any

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.insight.effects.facts.as_it_is_now import as_it_is_now
from samvirke.insight.effects.facts.waves import AFTER, refuse_unless_asked
from samvirke.insight.effects.models import Design
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("effects.enter-survey", on="design")
def enter_survey(actor: Actor, *, design: Design, version: int, wave: dict[str, Any]) -> Design:
    """`wave` holds share (per cent), n, design and source. Raises `Refused` without n, twice, and for another design.

    It is no change of the design: what was to be asked was fixed before.
    """
    there = as_it_is_now(design, version)
    if not there.is_survey or AFTER in there.survey:
        raise Refused.because(
            _("This design awaits no survey, or has it already."),
            _("Change the design, with the reason, to correct it."),
        )
    survey = {**there.survey, AFTER: wave}
    refuse_unless_asked(survey)
    there.survey = survey
    there.save(update_fields=["survey"])
    note(there)
    return there
