"""Alcohol licences: statement, decision, conditions, supervision, withdrawal."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import Basis

BASIS = Basis(
    name="licensing-act",
    version=1,
    title=_("Alcohol licences"),
    law=_("Restaurants Act, sections 12 and 19"),
    law_version="as amended by act 386 of 26 April 2017",
    confidence="H",
    serves=("licence",),
    gives=("police", "municipality"),
    receives=("police", "municipality"),
    necessity=False,
)
