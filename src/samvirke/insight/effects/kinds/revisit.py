"""Homes that were burgled are visited again, with advice and locks, before the next burglary comes."""

from samvirke.foundation.words import _
from samvirke.insight.effects.engine.kind_of_measure import KindOfMeasure

KIND = KindOfMeasure(
    name="revisit",
    title=_("Revisit after burglary"),
    mechanism=_(
        "The burgled home and its neighbours are at highest risk for some weeks; what let the burglar in is "
        "closed in time."
    ),
    moderator=_("Works where repeats are many and the visit comes within days; advice alone does less than locks."),
    implementation=_("Every burgled home gets its visit in the agreed time, and what was advised is done."),
    economics=_("Hours for each visit, and locks."),
    elsewhere=_("About a fifth fewer burglaries in the schemes that were carried out well and fitted to the place."),
    reference="Grove, Farrell, Farrington & Johnson 2012, Preventing repeat victimization: a systematic review (Brå)",
    confidence="mem",
    categories=("burglary-home",),
)
