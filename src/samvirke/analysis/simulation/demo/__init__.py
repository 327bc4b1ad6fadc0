"""The demo district: Østjylland, five years to 30 June 2024; place names are real, everything else is invented."""

from samvirke.analysis.simulation.demo.kinds import FOCUS, KINDS
from samvirke.analysis.simulation.demo.planted import MOVES, RATE_CHANGES
from samvirke.analysis.simulation.demo.suspects import YOUNG
from samvirke.analysis.simulation.demo.towns import MUNICIPALITIES, NIGHTLIFE, TOWNS
from samvirke.analysis.simulation.parameters import Parameters
from samvirke.foundation.period import read_period

# Chosen among many so that in the packs of 2024Q2 no focus indicator that is noise comes out certain, with or
# without Holm's correction, every plant is found, and the counts lie near those of the drawn screens. So the whole
# district's fall in burglary, expected at 9 %, is larger here by luck. Tests hold the seed to all this.
# Another order of kinds, other rates or a numpy that draws otherwise make it void: choose again.
_SEED = 124805


def demo_parameters(scale: float = 1.0) -> Parameters:
    """The demo district's parameters; at scale 1 some 250,000 rows, at scale 40 ten million."""
    return Parameters(
        quarters=tuple(read_period("2024Q2").back(20)),
        municipalities=MUNICIPALITIES,
        towns=TOWNS,
        nightlife=NIGHTLIFE,
        kinds=KINDS,
        focus=FOCUS,
        rate_changes=RATE_CHANGES,
        moves=MOVES,
        repeat_share=0.065,
        seed=_SEED,
        scale=scale,
        young=YOUNG,
    )
