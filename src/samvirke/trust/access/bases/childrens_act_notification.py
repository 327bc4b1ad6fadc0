"""Notification (underretning) about a child: whoever works for the public must send it."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import Basis

BASIS = Basis(
    name="childrens-act-notification",
    version=1,
    title=_("Notification about a child"),
    law=_("Children's Act, section 133"),
    law_version="consolidation act 282 of 17 March 2025",
    confidence="H",
    serves=("child-protection",),
    gives=("police", "municipality", "region", "probation", "association"),
    receives=("municipality",),
    duty=True,
)
