"""Since the middle of 2013 sexual offences are counted under a new law."""

from datetime import date

from samvirke.foundation.words import _
from samvirke.insight.effects.engine.break_of_series import Break

BREAK = Break(
    name="sexual-law-2013",
    on=date(2013, 7, 1),
    what=_("The law on sexual offences was changed, and the statistics with it."),
    categories=("sexual-offence", "violence-and-sexual"),
    source="Danmarks Statistik",
    confidence="H",
)
