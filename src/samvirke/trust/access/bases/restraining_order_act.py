"""Restraining orders (tilhold), exclusion orders and removal."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import Basis

BASIS = Basis(
    name="restraining-order-act",
    version=1,
    title=_("Restraining orders"),
    law=_("Act 112 of 3 February 2012 on restraining orders, exclusion orders and removal"),
    confidence="H",
    serves=("restraining-order",),
)
