"""Who may see places, and who may bring in districts, boundaries and denominators."""

from samvirke.trust.access.common import OPERATES_THE_MACHINE, takes_part
from samvirke.trust.access.rules import rule

rule("places.see", takes_part("id"), OPERATES_THE_MACHINE)
rule("places.put-district", OPERATES_THE_MACHINE)
rule("places.put-areas", OPERATES_THE_MACHINE)
rule("places.put-boundaries", OPERATES_THE_MACHINE)
rule("places.put-denominators", OPERATES_THE_MACHINE)
rule("places.put-harm-weights", OPERATES_THE_MACHINE)
