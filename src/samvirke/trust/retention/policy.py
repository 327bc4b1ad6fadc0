"""Who may let the sweep forget what is past its time."""

from samvirke.trust.access.common import OPERATES_THE_MACHINE
from samvirke.trust.access.rules import rule

rule("retention.sweep", OPERATES_THE_MACHINE)
rule("retention.replay", OPERATES_THE_MACHINE)
