"""The two waves of a survey, each with its share, n and design effect."""

from __future__ import annotations

from typing import Any

from samvirke.analysis.survey.shares import Stated
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _

BEFORE, AFTER = WAVES = ("before", "after")


def stated(wave: dict[str, Any]) -> Stated:
    """A wave as the analysis wants it. Raises `Refused` for a share without n."""
    return Stated(float(wave["share"]) / 100, int(wave.get("n") or 0), float(wave.get("design") or 1.0))


def refuse_unless_asked(survey: dict[str, Any]) -> None:
    """Raises `Refused` where the question or the wave before is missing, or a share has no n."""
    if not str(survey.get("question", "")).strip():
        raise Refused.because(_("It is not said what people were asked."), _("Write the question."))
    if BEFORE not in survey:
        raise Refused.because(
            _("The survey before is missing: afterwards nobody can ask how it was."),
            _("Write its share, n and source."),
        )
    for wave in (survey[name] for name in WAVES if name in survey):
        stated(wave)
        if not str(wave.get("source", "")).strip():
            raise Refused.because(_("A survey does not say its source."), _("Write who asked, and when."))


def refuse_without_both(survey: dict[str, Any]) -> None:
    """Raises `Refused` while the wave after has not been entered."""
    if AFTER not in survey:
        raise Refused.because(_("The survey after has not been entered."), _("Enter its share, n and source first."))
