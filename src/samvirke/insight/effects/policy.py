"""Who may see what worked, who fixes designs and has them estimated, and who sees exact counts."""

from samvirke.foundation.words import Said, _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, in_office, takes_part
from samvirke.trust.access.grounds import AgenciesAs, Both, DistrictsAs, Ground, In, Is, Not, Of, OfActor
from samvirke.trust.access.rules import forbid, rule

_WORKERS = ("secretary", "coordinator", "analyst")
_WORKS = in_office(_("works with what is to help in the district"), "district_id", *_WORKERS)
_POLICE = Of("district", In("police_id", AgenciesAs((*_WORKERS, "chief"))))
_OF_THE_POLICE = Ground(
    Said(_("works with such places in the police of the district")), Both((Is("is_open", False), _POLICE))
)
_IS_OPEN = Ground(
    Said(_("works in an agency that takes part in the district")),
    Both((Is("is_open", True), In("district_id", OfActor("districts")))),
)
_CLOSED = Ground(
    Said(_("it is a place that the police alone work with")),
    Both((Is("is_open", False), In("district_id", DistrictsAs((*_WORKERS, "chief"))), Not(_POLICE))),
)
_ANALYSES = Ground(
    Said(_("analyses the figures of the district's police")), Of("district", In("police_id", AgenciesAs(("analyst",))))
)

rule("effects.see", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("effects.read", _IS_OPEN, _OF_THE_POLICE, OPERATES_THE_MACHINE)
rule("effects.register", _WORKS, OPERATES_THE_MACHINE)
rule("effects.change", _WORKS, OPERATES_THE_MACHINE)
rule("effects.enter-survey", _WORKS, OPERATES_THE_MACHINE)
rule("effects.estimate", _WORKS, OPERATES_THE_MACHINE)
rule("effects.count", _ANALYSES, OPERATES_THE_MACHINE)
forbid("effects.change", _CLOSED)
forbid("effects.enter-survey", _CLOSED)
forbid("effects.estimate", _CLOSED)
