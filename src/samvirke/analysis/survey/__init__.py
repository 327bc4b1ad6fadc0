"""How safe do people feel? The share that says yes in a survey, with weights and strata, and no false precision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from samvirke.analysis.kit import amounts, analysis, asked, labels, refuse_unless, same_length
from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.survey.design import Sample, estimate, not_asked
from samvirke.analysis.survey.result import SAID, TOO_FEW, Share, Survey, differences
from samvirke.foundation.words import _


@dataclass(frozen=True)
class Parameters:
    """How sure the interval is to be, and from how many answers on a share is said."""

    level: float = asked(_("Level"), _("How often such an interval holds the true share."), 0.95)
    fewest: int = asked(_("Fewest"), _("With fewer answers nothing is said."), 30)

    def __post_init__(self) -> None:
        refuse_unless(
            0 < self.level < 1 and self.fewest >= 2,
            _("Level or fewest is out of range."),
            _("The level lies between 0 and 1; fewest is at least 2."),
        )


@analysis(
    name="survey",
    question=_("How safe do people feel?"),
    method=_("Weighted share with linearised error and Korn–Graubard interval"),
    caution=_("The interval covers the drawing of the sample only, not who refused to answer or how it was asked."),
    reference="Kish 1965; Korn & Graubard 1998; Lumley 2010; Newcombe 1998",
)
def survey(
    answer: ArrayLike,
    weight: ArrayLike | None = None,
    strata: ArrayLike | None = None,
    stratum_size: ArrayLike | None = None,
    place: ArrayLike | None = None,
    series: ArrayLike | None = None,
    parameters: Parameters | None = None,
) -> Survey:
    """The share of answers that are 1, of all and of each `place`.

    `strata` says in which part of the population a person was drawn, `stratum_size` how many live there (for
    the finite population), `series` in which wave they answered. Waves are samples of their own.
    """
    chosen = parameters or Parameters()
    said = amounts(answer, "answer")
    refuse_unless(said.size > 0, _("There are no answers."), _("Choose a longer period or a larger area."))
    refuse_unless(
        bool(np.isin(said, (0, 1)).all()),
        _("An answer is neither 1 nor 0."),
        _("Write yes as 1, no as 0."),
        column="answer",
    )
    columns: dict[str, Any] = {
        "answer": said,
        "weight": np.ones(said.size) if weight is None else amounts(weight, "weight"),
    }
    columns["stratum_size"] = np.zeros(said.size) if stratum_size is None else amounts(stratum_size, "stratum_size")
    groups = {
        name: _named(given, name, said.size)
        for name, given in (("strata", strata), ("place", place), ("series", series))
    }
    same_length(columns | {name: codes for name, (_names, codes) in groups.items()})
    waves, wave = groups["series"]
    shares = tuple(
        each
        for at, name in enumerate(waves)
        for each in _wave(name, wave == at, columns, groups, stratum_size is not None, chosen)
    )
    last = next(each for each in shares if each.wave == waves[-1])
    return Survey(
        n=int(said.size),
        level=chosen.level,
        share=last.share,
        interval=last.interval,
        design_effect=last.design_effect,
        verdict=last.verdict,
        shares=shares,
        differences=differences(shares, waves),
    )


def _named(given: ArrayLike | None, name: str, many: int) -> tuple[list[str], Any]:
    return ([""], np.zeros(many, np.int64)) if given is None else labels(given, name)


def _wave(
    name: str, here: Any, columns: dict[str, Numbers], groups: dict[str, Any], sized: bool, chosen: Parameters
) -> list[Share]:
    """The shares of one wave: of all, then of each place."""
    strata, stratum = groups["strata"]
    present, codes = np.unique(stratum[here], return_inverse=True)
    size = columns["stratum_size"][here] if sized else None
    part = not_asked(codes, [strata[each] for each in present], size)
    sample = Sample(columns["answer"][here], columns["weight"][here], codes, part)
    places, place = groups["place"][0], groups["place"][1][here]
    found = [_share(name, "", sample, np.ones(codes.size, bool), chosen)]
    if places != [""]:
        found += [
            _share(name, each, sample, place == at, chosen) for at, each in enumerate(places) if (place == at).any()
        ]
    return found


def _share(wave: str, place: str, sample: Sample, within: Any, chosen: Parameters) -> Share:
    found = estimate(sample, within, chosen.level)
    if found.n < chosen.fewest or np.isnan(found.low):
        return Share(wave, place, found.n, np.nan, np.nan, (np.nan, np.nan), np.nan, np.nan, np.nan, TOO_FEW)
    ends = (found.low, found.high)
    effects = (found.design_effect, found.weights_effect, found.n_effective)
    return Share(wave, place, found.n, found.share, found.se, ends, *effects, SAID)
