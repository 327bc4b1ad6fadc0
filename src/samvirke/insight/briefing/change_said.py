"""A change in words: what may be said of two counts, and of two shares."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.analysis.change import CERTAIN_FALL, CERTAIN_RISE, TOO_FEW, UNCERTAIN, change
from samvirke.foundation.speech import NBSP, Speech
from samvirke.foundation.words import _
from samvirke.insight.suppression.cells import Cell
from samvirke.insight.suppression.rates import share_difference

FALL, RISE, SAME, FEW, HIDDEN, BROKEN, UNKNOWN, UNTESTED = (
    "fall", "rise", "same", "few", "hidden", "broken", "unknown", "untested",
)  # fmt: skip
_MOST_DECIMALS = 3
_STATES = {CERTAIN_FALL: FALL, CERTAIN_RISE: RISE, UNCERTAIN: SAME, TOO_FEW: FEW}


@dataclass(frozen=True)
class ChangeSaid:
    """What may be said. `headline` and `detail` are sentences; the ratio is given only where it may be drawn."""

    state: str
    headline: str
    detail: str
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None

    @property
    def is_certain(self) -> bool:
        """Whether the interval excludes no change."""
        return self.state in (FALL, RISE)


def change_said(now: Cell | None, before: Cell | None, speech: Speech, broken: bool = False) -> ChangeSaid:
    """The change between two released counts. Hidden, missing or broken ones are not compared, and it is said why."""
    if broken:
        return ChangeSaid(
            BROKEN, speech.say(_("break in the series")), speech.say(_("What is counted changed in between."))
        )
    if now is None or before is None:
        return ChangeSaid(
            UNKNOWN,
            speech.say(_("nothing to compare with")),
            speech.say(_("There are no figures for the year before.")),
        )
    if now.value is None or before.value is None:
        return ChangeSaid(HIDDEN, speech.say(_("too few to say")), speech.say(_("Hidden to protect people")))
    found = change(before.value, now.value)
    low, high = found.interval
    state = _STATES[found.verdict]
    if state == FEW:
        values = {"before": speech.number(before.value), "now": speech.number(now.value)}
        return ChangeSaid(
            FEW, speech.say(_("too few to say")), speech.say(_("n {now} against {before} the year before"), **values)
        )
    ends = between(low, high, speech)
    return ChangeSaid(
        state, _headline(state, found.rate_ratio, speech), ends, found.rate_ratio, low, high, found.p_exact
    )


def share_change_said(
    now: tuple[float, float] | None, before: tuple[float, float] | None, speech: Speech
) -> ChangeSaid:
    """The change between two shares (part, whole), in percentage points."""
    if now is None or before is None or not now[1] or not before[1]:
        return ChangeSaid(UNKNOWN, speech.say(_("nothing to compare with")), "")
    moved = share_difference(before, now)
    ends = {"low": _signed(100 * moved.low, speech), "high": _signed(100 * moved.high, speech)}
    detail = speech.say(_("between {low} and {high} percentage points"), **ends)
    if moved.low <= 0 <= moved.high:
        return ChangeSaid(SAME, speech.say(_("no certain change")), detail)
    points = speech.number(abs(100 * moved.value))
    if moved.value < 0:
        return ChangeSaid(FALL, speech.say(_("fallen {points} points"), points=points), detail)
    return ChangeSaid(RISE, speech.say(_("risen {points} points"), points=points), detail)


def between(low: float, high: float, speech: Speech) -> str:
    """“mellem −27 og −5 %”."""
    ends = {"low": _signed(100 * (low - 1), speech), "high": _with_unit(_signed(100 * (high - 1), speech), speech)}
    return speech.say(_("between {low} and {high}"), **ends)


def _headline(state: str, ratio: float, speech: Speech) -> str:
    share = speech.percent(abs(100 * (ratio - 1)))
    if state == FALL:
        return speech.say(_("fallen {share}"), share=share)
    return speech.say(_("risen {share}"), share=share) if state == RISE else speech.say(_("no certain change"))


def _signed(percent: float, speech: Speech) -> str:
    """Whole per cents; an end that would be rounded to 0 keeps decimals, or a certain change would seem to hold 0."""
    written = [speech.signed(percent, decimals) for decimals in range(_MOST_DECIMALS + 1)]
    return next((one for one in written if any(figure in one for figure in "123456789")), written[0])


def _with_unit(number: str, speech: Speech) -> str:
    return f"{number}{NBSP}%" if speech.language == "da" else f"{number}%"
