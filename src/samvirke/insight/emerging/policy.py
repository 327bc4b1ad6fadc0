"""Who looks for signals and judges them, and who reads them: councils read what somebody has found real."""

from samvirke.foundation.words import Said, _
from samvirke.insight.emerging.models.signal import REAL
from samvirke.trust.access.common import OPERATES_THE_MACHINE, at_work, takes_part
from samvirke.trust.access.grounds import AgenciesAs, Both, Ground, In, Is, Of, OfActor
from samvirke.trust.access.rules import rule

_WORKERS = ("analyst", "secretary")
_FIGURES_OF_POLICE = _("works with the figures in the police of the district")
_KEEPS_FIGURES = at_work(_FIGURES_OF_POLICE, "police_id", *_WORKERS)
_DECIDES = at_work(_("decides in the police of the district, or writes it down"), "police_id", *_WORKERS, "chief")
_IN_THE_POLICE = Ground(Said(_FIGURES_OF_POLICE), Of("district", In("police_id", AgenciesAs(_WORKERS))))
_WAS_FOUND_REAL = Ground(
    Said(_("works in an agency that takes part in the district, and somebody has found the signal real")),
    Both((Is("verdict", REAL), In("district_id", OfActor("districts")))),
)

rule("emerging.see", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("emerging.look", _KEEPS_FIGURES, OPERATES_THE_MACHINE)
rule("emerging.set-budget", _DECIDES, OPERATES_THE_MACHINE)
rule("emerging.read", _IN_THE_POLICE, _WAS_FOUND_REAL, OPERATES_THE_MACHINE)
rule("emerging.judge", _IN_THE_POLICE)
rule("emerging.close", _IN_THE_POLICE)
