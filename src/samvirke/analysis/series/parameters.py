"""How offences are compared: how far apart in time, how finely, and from when on a pair counts as strong."""

from __future__ import annotations

import math
from dataclasses import dataclass

from samvirke.analysis.kit import asked, check_choices, refuse_unless
from samvirke.foundation.words import _

LINKAGES, COMPARED = ("average", "single", "complete"), ("unsolved", "all")
_MOST_BINS = 60


@dataclass(frozen=True)
class Parameters:
    """Which pairs to learn from and to compare, and which to show. Logarithms are natural: 3 is a factor of 20."""

    within_days: float = asked(_("Days"), _("Pairs further apart are neither learned from nor listed."), 365.0)
    bins: int = asked(_("Bins"), _("Into how many bins of equal size each distance is cut."), 15)
    freedom: float = asked(
        _("Degrees of freedom"), _("How freely the bins may differ; fewer make them smoother."), 10.0
    )
    compare: str = asked(_("Compared"), _("Offences without a series, or all of them."), COMPARED[0], choices=COMPARED)
    least: float = asked(_("Strong from"), _("The logarithm of the Bayes factor from which a pair is strong."), 3.0)
    top: int = asked(_("Pairs shown"), _("How many of the strongest pairs are shown."), 50)
    linkage: str = asked(
        _("Linkage"),
        _("How groups are compared: by their average, strongest or weakest pair."),
        LINKAGES[0],
        choices=LINKAGES,
    )
    cut: float = asked(_("Groups from"), _("The logarithm at which offences stop being joined to groups."), 4.0)
    explain: str = asked(_("Explain"), _("Two names of rows with a comma between them."), "")
    most_pairs: float = asked(_("Most pairs"), _("Refuse to compare more pairs than these."), 1e9)

    def __post_init__(self) -> None:
        sound = (
            0 < self.within_days < math.inf
            and 2 <= self.bins <= _MOST_BINS
            and 1 < self.freedom < math.inf
            and math.isfinite(self.least)
            and math.isfinite(self.cut)
            and self.top >= 0
            and 0 < self.most_pairs < math.inf
        )
        refuse_unless(
            sound,
            _("Days, bins, degrees of freedom or limits are out of range."),
            _("Days above 0, 2 to 60 bins, degrees of freedom above 1, finite limits."),
        )
        check_choices(self)
