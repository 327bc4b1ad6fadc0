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
    elsewhere=_(
        "In 31 studies crime fell by a sixth beside the places compared with, burglary by up to a fifth; most where "
        "the measures fitted the place and were carried out."
    ),
    reference="Grove, Farrell, Farrington & Johnson 2012, Preventing repeat victimization: a systematic review (Brå)",
    confidence="H",
    categories=("burglary-home",),
)
