"""Who may see places that are named for something, who proposes and decides, and who reads what is restricted."""

from samvirke.foundation.words import Said, _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, in_office, takes_part
from samvirke.trust.access.grounds import AgenciesAs, Both, DistrictsAs, Either, Ground, In, Is, Not, Of, OfActor
from samvirke.trust.access.rules import forbid, rule

_WORKERS = ("secretary", "coordinator", "analyst")
_DECIDERS = ("secretary", "coordinator", "chief")
_WORKS = in_office(_("works with the places of the district"), "district_id", *_WORKERS)
_DECIDES = in_office(
    _("decides on the places of the district, or writes down what was decided"), "district_id", *_DECIDERS
)
_POLICE = Of("district", In("police_id", AgenciesAs((*_WORKERS, "chief"))))
_WITH_THE_POLICE = Said(_("works with such places in the police of the district"))
_IN_THE_POLICE = Ground(_WITH_THE_POLICE, _POLICE)
_OF_THE_POLICE = Ground(_WITH_THE_POLICE, Both((Is("is_open", False), _POLICE)))
_IS_OPEN = Ground(
    Said(_("works in an agency that takes part in the district")),
    Both((Is("is_open", True), In("district_id", OfActor("districts")))),
)
_CLOSED = Ground(
    Said(_("it is a place that the police alone work with")),
    Both((Is("is_open", False), In("district_id", DistrictsAs((*_WORKERS, "chief"))), Not(_POLICE))),
)
_REVIEWS = Ground(
    Said(_("answers for looking at it again")),
    Both(
        (
            Not(Is("reviewer_id", None)),
            Is("reviewer_id", OfActor("account")),
            In("district_id", OfActor("districts")),
        )
    ),
)
_OWNS_IT = Ground(
    Said(_("is one of the two who own the problem")),
    Both(
        (
            Either((Is("officer_id", OfActor("account")), Is("partner_id", OfActor("account")))),
            In("district_id", OfActor("districts")),
        )
    ),
)

rule("designations.see", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("designations.read", _IS_OPEN, _OF_THE_POLICE, OPERATES_THE_MACHINE)
rule("designations.propose", _WORKS, OPERATES_THE_MACHINE)
rule("designations.enter-practice", _DECIDES, OPERATES_THE_MACHINE)
rule("designations.freeze", _WORKS, OPERATES_THE_MACHINE)
rule("designations.step", _WORKS, OPERATES_THE_MACHINE)
rule("designations.name", _DECIDES, OPERATES_THE_MACHINE)
rule("designations.review", _WORKS, _REVIEWS, OPERATES_THE_MACHINE)
rule("designations.end", _DECIDES, OPERATES_THE_MACHINE)
rule("designations.read-restricted", _IN_THE_POLICE)
rule("designations.choose-sites", _WORKS, OPERATES_THE_MACHINE)
rule("designations.keep-restricted", _IN_THE_POLICE, OPERATES_THE_MACHINE)
rule("designations.read-problem", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("designations.open-problem", _WORKS, OPERATES_THE_MACHINE)
rule("designations.work-on-problem", _WORKS, _OWNS_IT, OPERATES_THE_MACHINE)
forbid("designations.freeze", _CLOSED)
forbid("designations.step", _CLOSED)
forbid("designations.name", _CLOSED)
forbid("designations.review", _CLOSED)
forbid("designations.end", _CLOSED)
