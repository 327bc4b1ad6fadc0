"""Whether the figures of evidence can be judged later: counts are whole, shares and estimates carry n and interval."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

COUNT, SHARE, ESTIMATE = SORTS = ("count", "share", "estimate")
_LONGEST, _MOST = 120, 20


@dataclass(frozen=True)
class Figure:
    """A count stands for itself; a share (in per cent) or an estimate carries its n and its interval."""

    name: str
    sort: str
    value: float
    n: int | None = None
    low: float | None = None
    high: float | None = None

    def stored(self) -> dict[str, object]:
        """The figure as a row keeps it."""
        return {
            "name": self.name.strip(), "sort": self.sort, "value": self.value,
            "n": self.n, "low": self.low, "high": self.high,
        }  # fmt: skip


def refuse_unless_whole(figures: Iterable[Figure]) -> None:
    """Raises `Refused` for a figure that could not be judged afterwards, naming it."""
    given = list(figures)
    if len(given) > _MOST:
        what = Said(_("There are more than {most} figures."), {"most": _MOST})
        raise Refused.because(what, _("Keep those that decide, and name the study for the others."))
    for one in given:
        _refuse_unless_whole(one)


def _refuse_unless_whole(one: Figure) -> None:
    named = {"name": one.name.strip() or "–"}
    if not one.name.strip() or len(one.name.strip()) > _LONGEST or one.sort not in SORTS:
        raise Refused.because(_("A figure has no name."), _("Write what was counted or asked."))
    numbers = [value for value in (one.value, one.low, one.high) if value is not None]
    if not all(math.isfinite(value) for value in numbers):
        raise Refused.because(Said(_("“{name}” is no number."), named), _("Write it with digits."))
    if one.sort == COUNT:
        if one.value < 0 or one.value != int(one.value):
            raise Refused.because(Said(_("“{name}” is no count."), named), _("Write a whole number."))
        return
    if not one.n or one.n < 1 or one.low is None or one.high is None:
        raise Refused.because(
            Said(_("“{name}” lacks its n or its interval."), named),
            _("Write how many it rests on, and between which numbers it lies: without them nobody can judge it."),
        )
    if not one.low <= one.value <= one.high:
        raise Refused.because(Said(_("“{name}” does not lie in its interval."), named), _("Correct the numbers."))
    if one.sort == SHARE and not 0 <= one.low <= one.high <= 100:
        raise Refused.because(Said(_("“{name}” is no share."), named), _("Write per cent between 0 and 100."))
