"""What a survey said: shares, differences between waves, and the words for both."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from samvirke.analysis.kit import Figure, Result, Table, vega
from samvirke.foundation.words import Said, _

SAID, TOO_FEW = "said", "too-few"
HIGHER, LOWER, UNCERTAIN = "higher", "lower", "uncertain"
WORDS = {
    SAID: _("as measured"),
    TOO_FEW: _("too few to say"),
    HIGHER: _("certain rise"),
    LOWER: _("certain fall"),
    UNCERTAIN: _("no certain change"),
}


@dataclass(frozen=True)
class Share:
    """The share that says yes, of all or of one place, in one wave. What there are too few to say is nan."""

    wave: str
    place: str
    n: int
    share: float
    se: float
    interval: tuple[float, float]
    design_effect: float
    weights_effect: float
    n_effective: float
    verdict: str


@dataclass(frozen=True)
class Difference:
    """From one wave to the next, of all or of one place."""

    earlier: str
    later: str
    place: str
    difference: float
    interval: tuple[float, float]
    verdict: str


@dataclass(frozen=True)
class Survey(Result):
    """Shares with intervals; `share`, `interval`, `design_effect` and `verdict` are those of all in the last wave.

    The interval is Korn and Graubard's: exact for a simple sample, and sound near 0 and 1 where others are not.
    """

    n: int
    level: float
    share: float
    interval: tuple[float, float]
    design_effect: float
    verdict: str
    shares: tuple[Share, ...]
    differences: tuple[Difference, ...]

    def table(self) -> Table:
        """A row for each share, then for each difference between waves."""
        head = (
            _("wave"),
            _("place"),
            _("answers"),
            _("share, %"),
            _("from"),
            _("to"),
            _("design effect"),
            _("verdict"),
        )
        rows: list[tuple[str | Said, ...]] = [
            (
                each.wave or Said(_("all")),
                each.place or Said(_("all")),
                Figure(number=each.n),
                *(_percent(value) for value in (each.share, *each.interval)),
                Figure(number=each.design_effect, decimals=2),
                Said(WORDS[each.verdict]),
            )
            for each in self.shares
        ]
        rows += [
            (
                f"{each.earlier} → {each.later}",
                each.place or Said(_("all")),
                "",
                *(_percent(value) for value in (each.difference, *each.interval)),
                "",
                Said(WORDS[each.verdict]),
            )
            for each in self.differences
        ]
        return Table(tuple(Said(each) for each in head), tuple(rows))

    def chart(self, language: str = "en") -> dict[str, Any]:
        """A dot and whiskers for each share."""
        rows = [
            {
                "wave": each.wave,
                "place": each.place,
                "share": each.share,
                "low": each.interval[0],
                "high": each.interval[1],
            }
            for each in self.shares
        ]
        title = Said(_("Share that says yes")).text(language)
        shared = {
            "y": {"field": "place", "type": "nominal", "title": None},
            "color": {"field": "wave", "type": "nominal"},
        }
        rule = {"x": {"field": "low", "type": "quantitative", "title": title}, "x2": {"field": "high"}}
        dot = {"x": {"field": "share", "type": "quantitative", "title": title}}
        layers = [{"mark": mark, "encoding": {**shared, **where}} for mark, where in (("rule", rule), ("point", dot))]
        return vega(rows, title, layer=layers)

    def notes(self) -> tuple[Said, ...]:
        """How many shares and differences there are, so that one that stands out is expected."""
        places, changes = len(self.shares), sum(each.verdict != TOO_FEW for each in self.differences)
        words = _("Shares: {count}. Intervals that miss the truth by chance alone: about {chance}.")
        chance = Figure(number=places * (1 - self.level), decimals=1)
        said = [Said(words, {"count": Figure(number=places), "chance": chance})] if places > 1 else []
        between = _("Differences between waves tested: {count}.")
        return (*said, *([Said(between, {"count": Figure(number=changes)})] if changes else []))


def differences(shares: tuple[Share, ...], waves: list[str]) -> tuple[Difference, ...]:
    """From each wave to the next: Newcombe's interval, made of the two intervals of the shares."""
    by = {(each.wave, each.place): each for each in shares}
    pairs = [
        (by[key], by[later, key[1]])
        for wave, later in pairwise(waves)
        for key in by
        if key[0] == wave and (later, key[1]) in by
    ]
    return tuple(_difference(one, other) for one, other in pairs)


def _difference(one: Share, other: Share) -> Difference:
    apart = other.share - one.share
    low = apart - np.hypot(other.share - other.interval[0], one.interval[1] - one.share)
    high = apart + np.hypot(other.interval[1] - other.share, one.share - one.interval[0])
    few = TOO_FEW in (one.verdict, other.verdict)
    verdict = TOO_FEW if few else HIGHER if low > 0 else LOWER if high < 0 else UNCERTAIN
    return Difference(one.wave, other.wave, one.place, float(apart), (float(low), float(high)), verdict)


def _percent(value: float) -> Said:
    return Figure(number=100 * value, decimals=1)
