"""Who may see single incidents on the map, and who has the squares of a quarter locked."""

from samvirke.foundation.words import Said, _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, takes_part
from samvirke.trust.access.grounds import AgenciesAs, Ground, In
from samvirke.trust.access.rules import rule

_ANALYSES_FOR_THE_POLICE = Ground(
    Said(_("analyses the incidents for the police of the district")), In("police_id", AgenciesAs(("analyst",)))
)

# Whoever opens the map first has them locked; nothing can be chosen about it.
rule("tiles.lock", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("tiles.see-points", _ANALYSES_FOR_THE_POLICE)
