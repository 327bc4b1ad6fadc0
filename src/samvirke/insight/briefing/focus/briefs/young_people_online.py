"""Young people, online life and opioids (unge, nettet og opioider): what is known, and what each local council does."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import TWELVE_MONTHS, At, Brief, Measure, Unanswered

_EAST, _SOUTH_EAST = At("Østjylland", 2024, "4.6"), At("Sydøstjylland", 2020, "3.1.5")

BRIEF = Brief(
    name="young-people-online",
    version=1,
    title=_("Young people, online life and opioids"),
    question=_("What do we know of young people online and of opioids here, and what has each local council agreed?"),
    source=(_EAST, _SOUTH_EAST),
    confidence="H",
    words="opioid, sociale medier, unges færden, unges brug, sikre side, unge nettet, ssp, social media, "
    "young people online",
    indicators=("youth-crime",),
    span=TWELVE_MONTHS,
    duties=("ssp-discussed", "ssp-plan-approved"),
    measures=(
        Measure(_("Local and national data gathered before the talk in the local council"), _EAST),
        Measure(_("A joint effort agreed in each local council"), _EAST),
        Measure(_("“Den Sikre Side” taught in the 7th grade"), _SOUTH_EAST),
    ),
    unanswered=(
        Unanswered(
            _("How many young people have used opioids?"),
            _("Enter the answers of a school survey as a series with n: value, n, year and municipality."),
        ),
        Unanswered(
            _("How many digital sexual offences touch young people?"),
            _("Add their offence codes to the mapping, and the column that says whether a suspect was 10 to 17."),
        ),
        Unanswered(
            _("How many classes were reached by teaching?"),
            _("Plan the talks and enter what came of each; the schools' own numbers bring the whole."),
        ),
    ),
    never=(_("Persons, classes and schools with few pupils."),),
)
