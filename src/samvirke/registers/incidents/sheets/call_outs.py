"""Call-outs with the minutes until the first patrol came (udrykninger med responstid)."""

from samvirke.foundation.words import _
from samvirke.registers.incidents.engine.sheet_kind import Column, SheetKind

SHEET = SheetKind(
    name="call-outs",
    version=1,
    title=_("Call-outs with response time"),
    about=_("A row a call-out that somebody came to. The way of counting is named in each row, as it has changed."),
    columns=(
        Column("day", "day", _("The day of the call")),
        Column("municipality", "municipality", _("Where to"), may_be_empty=True),
        Column("cause", "label", _("What the call was about, as the log calls it")),
        Column("minutes", "amount", _("Minutes from the call until the first patrol was there")),
        Column("counted_as", "label", _("By which way of counting, such as “6 causes”")),
    ),
    dated="day",
    never=_("Addresses, callers and patrols."),
)
