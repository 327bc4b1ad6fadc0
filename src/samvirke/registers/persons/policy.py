"""Who may enter, find and forget people, and who may read a CPR number in clear."""

from samvirke.foundation.words import _
from samvirke.trust.access.common import OPERATES_THE_MACHINE, at_work
from samvirke.trust.access.rules import rule

_CASEWORK = ("caseworker", "case-leader", "coordinator", "mediator", "licensing-clerk", "duty-officer")
_WORKS_THERE = at_work(_("does casework in the agency"), "id", *_CASEWORK)
_KNOWS_THEM = at_work(_("does casework in the agency whose row it is"), "agency_id", *_CASEWORK)

rule("persons.put", _WORKS_THERE)
rule("persons.find", _WORKS_THERE)
rule("persons.correct", _KNOWS_THEM)
rule("persons.show-cpr", _KNOWS_THEM)
rule("persons.forget", _KNOWS_THEM, OPERATES_THE_MACHINE)
rule("persons.reseal", OPERATES_THE_MACHINE)
