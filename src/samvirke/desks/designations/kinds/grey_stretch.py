"""A stretch of road with more accidents than the municipality's own rule accepts (grå strækning)."""

from dataclasses import replace

from samvirke.desks.designations.kinds import black_spot
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import LINE

# Found, named and measured as a spot is; only the rule counts along a line.
KIND = replace(
    black_spot.KIND,
    name="grey-stretch",
    title=_("Grey stretch"),
    about=_("A longer stretch with many accidents, by the rule of the municipality that owns the road."),
    source=_("The municipalities' own rules, which differ, such as 4 accidents on 500 metres in 5 years"),
    shapes=(LINE,),
)
