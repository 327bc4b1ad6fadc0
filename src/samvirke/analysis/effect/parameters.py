"""What has to be said of an intervention before its effect can be asked for: counts of areas, or the day it began."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samvirke.analysis.effect.difference import Area, Times, no_area
from samvirke.analysis.effect.interrupted import FAMILIES
from samvirke.analysis.kit import asked, check_choices, counts, refuse_unless
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import _

UNKNOWN, BEFORE, EARLIER = SELECTIONS = ("unknown", "before", "earlier")
_COUNTS = (
    ("treated_before", "treated_after"),
    ("control_before", "control_after"),
    ("displacement_before", "displacement_after"),
    ("displacement_control_before", "displacement_control_after"),
)
_HELP = _("A count, or one for each kind of offence, with commas.")
_MOST_HARMONICS = 6


@dataclass(frozen=True)
class Parameters:
    """Counts before and after (one for each kind of offence when harm is weighed), or the day of the intervention."""

    treated_before: tuple[float, ...] = asked(_("Treated, before"), _HELP, ())
    treated_after: tuple[float, ...] = asked(_("Treated, after"), _HELP, ())
    control_before: tuple[float, ...] = asked(_("Control, before"), _HELP, ())
    control_after: tuple[float, ...] = asked(_("Control, after"), _HELP, ())
    displacement_before: tuple[float, ...] = asked(_("Neighbours of the treated, before"), _HELP, ())
    displacement_after: tuple[float, ...] = asked(_("Neighbours of the treated, after"), _HELP, ())
    displacement_control_before: tuple[float, ...] = asked(_("Neighbours of the control, before"), _HELP, ())
    displacement_control_after: tuple[float, ...] = asked(_("Neighbours of the control, after"), _HELP, ())
    harm: tuple[float, ...] = asked(_("Harm"), _("The weight of each kind of offence, in the order of the counts."), ())
    time_weights: tuple[float, ...] = asked(
        _("Lengths of the periods"), _("Before and after, in one unit; counts are divided by them."), (1.0, 1.0)
    )
    area_weights: tuple[float, ...] = asked(
        _("Sizes of the areas"), _("Treated, control, and their neighbours; counts are divided by them."), (1.0,) * 4
    )
    dispersion: float = asked(
        _("Dispersion"), _("How many times more than by Poisson's law the counts vary; 1 if nothing is known."), 1.0
    )
    selection: str = asked(
        _("Selection"),
        _("On which period the treated area was chosen: before (the one counted here), earlier, or unknown."),
        UNKNOWN,
        choices=SELECTIONS,
    )
    intervention: str = asked(
        _("Intervention"), _("The day it began, for a series: 2024-03-01, or the number of a day."), ""
    )
    harmonics: int = asked(
        _("Seasons"), _("Waves in the year of a series; −1 takes two if a year lies before, else none."), -1
    )
    family: str = asked(_("Family"), _("How the counts of a series vary."), FAMILIES[0], choices=FAMILIES)
    level: float = asked(_("Level"), _("How often such an interval holds the true effect."), 0.95)

    def __post_init__(self) -> None:
        kinds = {len(getattr(self, name)) for name in self.given}
        same = len(kinds) <= 1 and (not self.harm or kinds <= {len(self.harm)})
        refuse_unless(
            same,
            _("The counts and the harm differ in how many kinds of offence there are."),
            _("Give as many numbers each time, in the same order."),
            key="harm",
        )
        for name in self.given:
            counts(getattr(self, name), name)
        _positive(self.harm, "harm", None)
        self._check_pairs()
        _positive(self.time_weights, "time_weights", 2)
        _positive(self.area_weights, "area_weights", 4)
        _positive((self.dispersion,), "dispersion", 1)
        self._check_series()

    def _check_pairs(self) -> None:
        for pair in _COUNTS:
            lonely = len({bool(getattr(self, name)) for name in pair}) > 1
            refuse_unless(
                not lonely,
                _("One of {first} and {second} is missing."),
                _("Give both."),
                key=pair[0],
                first=_option(pair[0]),
                second=_option(pair[1]),
            )

    def _check_series(self) -> None:
        refuse_unless(
            0 < self.level < 1, _("The level is not between 0 and 1."), _("Give a share, such as 0.95."), key="level"
        )
        refuse_unless(
            -1 <= self.harmonics <= _MOST_HARMONICS,
            _("The number of waves is out of range."),
            _("Give −1 to 6."),
            key="harmonics",
        )
        check_choices(self)

    @property
    def given(self) -> list[str]:
        """The counts that were given."""
        return [name for pair in _COUNTS for name in pair if getattr(self, name)]

    @property
    def weights(self) -> Numbers:
        """The harm of each kind of offence; 1 when none was given."""
        return np.asarray(self.harm or [1.0] * len(self.treated_before), np.float64)

    @property
    def times(self) -> Times:
        """The lengths of both periods."""
        return Times(*self.time_weights)

    def area(self, number: int) -> Area:
        """Treated, control, neighbours of the treated, neighbours of the control: by number from 0."""
        before, after = (np.asarray(getattr(self, name), np.float64) for name in _COUNTS[number])
        return Area(before, after, self.area_weights[number]) if before.size else no_area(len(self.treated_before))


def _positive(values: tuple[float, ...], key: str, many: int | None) -> None:
    sound = bool(np.isfinite(values).all() and (np.asarray(values) > 0).all() and many in (None, len(values)))
    refuse_unless(
        sound,
        _("These weights are not numbers above 0, or not as many as are needed."),
        _("Look at the help of the option."),
        key=key,
    )


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"
