"""Who may read and keep papers."""

from samvirke.foundation.words import _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, in_office, takes_part
from samvirke.trust.access.rules import rule

_MAKES_PAPERS = in_office(
    _("makes the papers of the district's councils"), "district_id", "secretary", "coordinator", "analyst"
)

rule("documents.read", takes_part("district_id"), OPERATES_THE_MACHINE)
rule("documents.keep", _MAKES_PAPERS, OPERATES_THE_MACHINE)
rule("documents.drop", _MAKES_PAPERS, OPERATES_THE_MACHINE)
