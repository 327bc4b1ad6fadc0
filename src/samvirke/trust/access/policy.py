"""Who may give somebody an account."""

from samvirke.trust.access.common import OPERATES_THE_MACHINE
from samvirke.trust.access.rules import rule

rule("access.put-account", OPERATES_THE_MACHINE)
