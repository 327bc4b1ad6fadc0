"""Ban from nightlife: the police's register of courts' bans from bars and nightlife zones, and of their breaches."""

from samvirke.desks.casework.engine.declaration import (
    NOTHING,
    CaseType,
    FromConfiguration,
    Outcome,
    Role,
    Section,
    Stage,
    Until,
)
from samvirke.desks.casework.engine.questions import AtMost, Choice, Day, LongText, ShortText, YesNo
from samvirke.foundation.words import _

# A court bans for at most two years, from midnight to five, from every serving place and every nightlife zone in the
# country. The police may permit a stay in a zone, never in a serving place.
NIGHTLIFE_BAN = CaseType(
    name="nightlife-ban",
    version=1,
    title=_("Ban from nightlife"),
    summary=_("A court has banned somebody from bars and nightlife zones at night; the police see that it is kept."),
    basis="nightlife-ban",
    owner=("police",),
    people=(Role("banned", _("The person who is banned"), "convicted", at_least=1),),
    sections=(
        Section(
            "judgment",
            _("Judgment"),
            (
                Day("judged_on", _("Day of the judgment"), required=True),
                ShortText("journal", _("Journal number of the criminal case"), required=True, matter="offence"),
                Day("begins_on", _("Day the ban begins"), hint=_("After the sentence has been served.")),
                Day(
                    "ends_on",
                    _("Day the ban ends"),
                    at_most=AtMost(2, "judgment.begins_on", _("Penal Code, section 79 c")),
                    hint=_("At most two years after it begins."),
                ),
            ),
            by=("police",),
        ),
        Section(
            "permission",
            _("Permission to stay in a zone"),
            (
                Choice(
                    "permitted",
                    _("Permission for a zone"),
                    (
                        ("none", _("Not asked for")),
                        ("refused", _("Permission refused")),
                        ("given", _("Permission given")),
                    ),
                    hint=_("Never for a serving place."),
                ),
                LongText("reason", _("Reason")),
                Day("permitted_until", _("The permission lasts until")),
            ),
            by=("police",),
        ),
        Section(
            "breaches",
            _("Breaches"),
            (
                LongText("breaches", _("Breaches, each with its day"), matter="offence"),
                Day("latest_on", _("Day of the latest breach"), matter="offence"),
                YesNo("charged", _("A charge has been raised"), matter="offence"),
            ),
            by=("police",),
        ),
    ),
    stages=(
        Stage(
            "judged", _("Judged"), leads_to=("in_force", "closed"), clock=Until("judgment.begins_on"), crosses=NOTHING
        ),
        Stage(
            "in_force",
            _("Ban in force"),
            leads_to=("closed",),
            needs=("judgment.begins_on", "judgment.ends_on"),
            clock=Until("judgment.ends_on"),
            crosses=NOTHING,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("ran_out", _("The ban ran out")),
                Outcome("changed", _("Changed or lifted by a court")),
                Outcome("mistake", _("Entered by mistake"), told="not-taken-up", erases=True),
            ),
        ),
    ),
    keep=FromConfiguration(),
    counts=("judged", "in_force", "closed: ran_out"),
    unverified=(
        _("The provision was read in summaries only; the district enters its own reference."),
        _("Whether the two years run from the judgment or from the release was not seen."),
    ),
)
