"""Since 2018 burglary in homes stands under a section of its own."""

from datetime import date

from samvirke.foundation.words import _
from samvirke.insight.effects.engine.break_of_series import Break

BREAK = Break(
    name="burglary-2018",
    on=date(2018, 1, 1),
    what=_("Burglary in homes was given a section of its own (section 276 a of the Criminal Code)."),
    categories=("burglary-home",),
    source="Danmarks Statistik",
    confidence="H",
)
