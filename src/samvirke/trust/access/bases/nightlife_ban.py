"""A court's ban from nightlife for up to two years."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import Basis

# The provision was read in authorities' summaries only; a district enters its own reference before it is used.
BASIS = Basis(
    name="nightlife-ban",
    version=1,
    title=_("Ban from nightlife"),
    law=_("Penal Code, section 79 c"),
    law_version="in force 1 July 2021",
    confidence="M",
    serves=("nightlife-ban",),
)
