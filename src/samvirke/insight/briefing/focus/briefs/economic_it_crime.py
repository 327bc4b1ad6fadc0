"""Economic crime online (økonomisk it-kriminalitet): reports, phone fraud against older people, and who is reached."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import At, Brief, Measure, Unanswered

_EAST, _SOUTH_EAST = At("Østjylland", 2024, "4.1"), At("Sydøstjylland", 2020, "3.1.5")

BRIEF = Brief(
    name="economic-it-crime",
    version=1,
    title=_("Economic and IT crime"),
    question=_("How much fraud is reported, whom does it strike, and which ages have we reached with knowledge?"),
    source=(_EAST, _SOUTH_EAST),
    confidence="H",
    words="svindel, telefonsvindel, svindler, bedrageri, it-kriminalitet, økonomisk it, digital tryghed, nettet, "
    "hvidvask, fraud, phishing, online crime, phone fraud",
    indicators=("online-fraud",),
    measures=(
        Measure(_("Talks for young people"), _EAST),
        Measure(_("Virtual talks for those between 14 and 60"), _EAST),
        Measure(_("Talks for older people, with phone fraud in them"), _EAST),
        Measure(_("Teaching on the net with schools, by “Den Sikre Side”"), _SOUTH_EAST),
    ),
    unanswered=(
        Unanswered(
            _("How much of the fraud is phone fraud against older people?"),
            _("Add the codes of phone fraud and the age of the harmed, in groups, to the mapping of the reports."),
        ),
        Unanswered(
            _("How many of each age group were reached by talks?"),
            _("Plan the talks with their audience, and enter how many came."),
        ),
    ),
    never=(_("Persons, accounts and numbers; who was struck stays with the police."),),
)
