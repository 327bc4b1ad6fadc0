"""Partner violence and stalking (vold i nære relationer, stalking), of large areas only."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import DISTRICT, TWELVE_MONTHS, At, Brief, Measure, Unanswered

_VIOLENCE, _STALKING = At("Østjylland", 2024, "5.6"), At("Østjylland", 2024, "5.5")

BRIEF = Brief(
    name="close-relations-and-stalking",
    version=1,
    title=_("Violence in close relations, and stalking"),
    question=_("Do more people report, are they helped, and is what was agreed between the authorities done?"),
    source=(_VIOLENCE, _STALKING),
    confidence="H",
    words="nære relation, vold nære, stær, stalking, tilhold, æresrelateret, partnervold, psykisk vold, husspektakler, "
    "krisecent, close relation, stalking, restraining order, honour",
    indicators=("close-relation-violence", "stalking-orders"),
    smallest=DISTRICT,
    span=TWELVE_MONTHS,
    fewest=10,
    measures=(
        Measure(_("Telephone revisits after a domestic call-out"), _VIOLENCE),
        Measure(_("Counsel on reporting, shelters and help"), _VIOLENCE),
        Measure(_("Cases of stalking and restraining orders gathered in one team"), _STALKING),
        Measure(_("Plans and assessments made together with the municipality"), _STALKING),
    ),
    unanswered=(
        Unanswered(
            _("How many telephone revisits were made of those that were due?"),
            _("Enter the count as a series by quarter; the team that calls keeps it."),
        ),
        Unanswered(
            _("How many never report?"),
            _("Only a survey of victims tells. Reports may rise because more people dare to report."),
        ),
    ),
    breaks=(
        _("The law on psychological violence and on stalking is new; what it did to the counts is not known."),
        _("From 2023 a team of its own takes the cases in East Jutland, which may change how they are recorded."),
    ),
    never=(
        _("Persons and households."),
        _("A single municipality's change: only a number pooled over two years, from ten on."),
    ),
)
