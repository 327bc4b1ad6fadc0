"""The police's and the probation service's own task, with individually targeted prevention such as exit programmes."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import Basis

BASIS = Basis(
    name="law-enforcement-act",
    version=1,
    title=_("The police's own task"),
    law=_("Act 410 of 27 April 2017 (the Law Enforcement Act)"),
    confidence="H",
    serves=("exit", "victim-support", "restraining-order", "nightlife-ban"),
)
