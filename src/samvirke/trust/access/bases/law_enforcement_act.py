"""The police's and the probation service's own task, with individually targeted prevention such as exit programmes."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import Basis

# Prevention aimed at one person is what the act covers: exit programmes by the supervisor's own words, and so the talk
# with somebody who is on the way into crime.
BASIS = Basis(
    name="law-enforcement-act",
    version=1,
    title=_("The police's own task"),
    law=_("Act 410 of 27 April 2017 (the Law Enforcement Act)"),
    confidence="H",
    serves=("exit", "ssp", "victim-support", "restraining-order", "nightlife-ban"),
)
