"""Who may see where people and equipment are, who asks for them, plans them, and writes what was found."""

from samvirke.foundation.words import Said, _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, in_office, takes_part
from samvirke.trust.access.grounds import AgenciesAs, Both, DistrictsAs, Ground, In, Is, Not, Of, OfActor
from samvirke.trust.access.rules import forbid, rule

_ASKERS = ("secretary", "coordinator", "analyst")
_PLANNERS = ("secretary", "coordinator")
_DOERS = ("secretary", "coordinator", "duty-officer")
_EVERY = ("secretary", "coordinator", "analyst", "chief", "duty-officer")
_ASKS = in_office(_("asks for people and equipment in the district"), "district_id", *_ASKERS)
_PLANS = in_office(_("plans where people and equipment of the district are"), "district_id", *_PLANNERS)
_DOES = in_office(_("carries out what was planned in the district"), "district_id", *_DOERS)
_DECIDES = in_office(_("sets the district's targets"), "district_id", *_PLANNERS, "chief")
_POLICE = Of("district", In("police_id", AgenciesAs(_EVERY)))
_IS_OPEN = Ground(
    Said(_("works in an agency that takes part in the district")),
    Both((Is("is_open", True), In("district_id", OfActor("districts")))),
)
_OF_THE_POLICE = Ground(
    Said(_("works with deployments in the police of the district")), Both((Is("is_open", False), _POLICE))
)
_CLOSED = Ground(
    Said(_("the police alone work with it until it is done")),
    Both((Is("is_open", False), In("district_id", DistrictsAs(_EVERY)), Not(_POLICE))),
)

_WEIGHS = Ground(
    Said(_("weighs where and when the police of the district are needed")), In("police_id", AgenciesAs(_ASKERS))
)

rule("deployments.see", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("deployments.read", _IS_OPEN, _OF_THE_POLICE, OPERATES_THE_MACHINE)
rule("deployments.request", _ASKS, OPERATES_THE_MACHINE)
rule("deployments.weigh", _WEIGHS, OPERATES_THE_MACHINE)
rule("deployments.put-unit", _PLANS, OPERATES_THE_MACHINE)
rule("deployments.set-target", _DECIDES, OPERATES_THE_MACHINE)
rule("deployments.plan", _PLANS, OPERATES_THE_MACHINE)
rule("deployments.decline", _PLANS, OPERATES_THE_MACHINE)
rule("deployments.cancel", _PLANS, OPERATES_THE_MACHINE)
rule("deployments.finish", _DOES, OPERATES_THE_MACHINE)
forbid("deployments.plan", _CLOSED)
forbid("deployments.decline", _CLOSED)
forbid("deployments.cancel", _CLOSED)
forbid("deployments.finish", _CLOSED)
