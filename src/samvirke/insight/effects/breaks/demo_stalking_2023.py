"""DEMO: in the invented figures stalking is registered in a new way from 2023 on."""

from datetime import date

from samvirke.foundation.words import _
from samvirke.insight.effects.engine.break_of_series import Break

BREAK = Break(
    name="demo-stalking-2023",
    on=date(2023, 1, 1),
    what=_("DEMO: stalking is registered in a new way (invented)."),
    categories=("stalking-orders",),
    source="DEMO",
    confidence="H",
    source_id="demo-oestjylland",
)
