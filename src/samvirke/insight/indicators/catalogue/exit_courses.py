"""New courses of people who want to leave a gang (nye exitforløb), counted by the exit unit."""

from samvirke.foundation.words import _
from samvirke.insight.indicators.counts import series
from samvirke.insight.indicators.kit import Indicator

INDICATOR = Indicator(
    name="exit-courses",
    version=1,
    title=_("New exit courses"),
    subject=_("New exit courses"),
    counted=_("People who began a course with the exit unit. Counts only; who they are is not known here."),
    source=_("The exit unit's own count"),
    count=series("exit-courses"),
    every="quarter",
    several=True,
    words="exit, forlad bande, forlad miljø, bandeexit, leave gang, leave milieu",
)
