"""Who may see commitments and duties, and who may change them."""

from samvirke.foundation.words import Said, _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, in_office, takes_part
from samvirke.trust.access.grounds import Both, Ground, In, Is, Not, OfActor
from samvirke.trust.access.rules import forbid, rule

_FOLLOWS_UP = in_office(_("follows up on the district's commitments"), "district_id", "secretary", "coordinator")

# Whoever may publish the plan brings its measures and its duty into force with it, in one deed.
_PUBLISHES = in_office(_("leads the district's police, and publishes its plan"), "district_id", "chief")

# A part of the system has no account, and what nobody answers for is nobody's.
_ANSWERS_FOR_IT = Ground(
    Said(_("answers for it")),
    Both(
        (
            Not(Is("person_id", None)),
            Is("person_id", OfActor("account")),
            In("district_id", OfActor("districts")),
        )
    ),
)

_OF_A_CASE = Ground(Said(_("it is a task of a case, and is seen there alone")), Not(Is("case_id", None)))

rule("commitments.see", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("commitments.read", takes_part("district_id"), OPERATES_THE_MACHINE)
forbid("commitments.read", _OF_A_CASE)
rule("commitments.record", _FOLLOWS_UP, _PUBLISHES, OPERATES_THE_MACHINE)
rule("commitments.close", _FOLLOWS_UP, OPERATES_THE_MACHINE)
rule("commitments.report", _FOLLOWS_UP, _ANSWERS_FOR_IT, OPERATES_THE_MACHINE)
forbid("commitments.report", _OF_A_CASE)
rule("commitments.change", _FOLLOWS_UP, OPERATES_THE_MACHINE)
forbid("commitments.change", _OF_A_CASE)
rule("commitments.hand-over", _FOLLOWS_UP, OPERATES_THE_MACHINE)
rule("commitments.take-up", _FOLLOWS_UP, OPERATES_THE_MACHINE)
forbid("commitments.take-up", _OF_A_CASE)
rule("commitments.mark-seen", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("commitments.fulfil", _FOLLOWS_UP, _PUBLISHES, OPERATES_THE_MACHINE)
rule("commitments.enter-cadence", _FOLLOWS_UP, OPERATES_THE_MACHINE)
rule("commitments.put-schools", _FOLLOWS_UP, OPERATES_THE_MACHINE)
rule("commitments.track", takes_part("district_id"), OPERATES_THE_MACHINE)
