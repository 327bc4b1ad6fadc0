"""SSP group: a group or a place that worries, described without persons until there is a basis to name somebody."""

from samvirke.desks.casework.engine.declaration import UNNAMED, CaseType, FromConfiguration, Outcome, Section, Stage
from samvirke.desks.casework.engine.questions import Choice, Day, LongText, Several, ShortText
from samvirke.foundation.words import _

_BOTH = ("municipality", "police")

# Nobody has a part here and only what names nobody may cross. When one young person is to be helped, a concern of the
# individual level is opened for that one, on what was seen of that one.
SSP_GROUP = CaseType(
    name="ssp-group",
    version=1,
    title=_("SSP group or place"),
    summary=_(
        "A group or a place worries; no person is named here until there is a basis for it in a case of their own."
    ),
    basis="justice-act-115-ssp",
    owner=_BOTH,
    joined_by=("municipality", "police", "association"),
    people=(),
    sections=(
        Section(
            "picture",
            _("Picture"),
            (
                ShortText(
                    "where",
                    _("Place or meeting point"),
                    required=True,
                    hint=_("A place, never an address of somebody."),
                ),
                Several(
                    "ages",
                    _("Ages seen"),
                    (
                        ("under_12", _("Under 12")),
                        ("12_14", _("12 to 14")),
                        ("15_17", _("15 to 17")),
                        ("18_25", _("18 to 25")),
                    ),
                ),
                Choice(
                    "size",
                    _("About how many"),
                    (("few", _("Up to 5")), ("some", _("6 to 15")), ("many", _("More than 15"))),
                ),
                Several(
                    "about",
                    _("What is seen"),
                    (
                        ("noise", _("Noise and trouble")),
                        ("damage", _("Criminal damage")),
                        ("substances", _("Alcohol or drugs")),
                        ("violence", _("Violence or threats")),
                        ("online", _("Conflicts on social media")),
                        ("recruiting", _("Adults who draw young people in")),
                    ),
                    required=True,
                    matter="offence",
                ),
                LongText(
                    "seen", _("What was seen, with days"), hint=_("No names and nothing that points to one person.")
                ),
            ),
            by=_BOTH,
        ),
        Section(
            "effort",
            _("Effort at the place"),
            (
                Choice(
                    "watched",
                    _("How closely the place is followed"),
                    (
                        ("weekly", _("At least once a week")),
                        ("often", _("A couple of times a week")),
                        ("active", _("Partners act together")),
                    ),
                ),
                LongText("agreed", _("What we do"), hint=_("No names and nothing that points to one person.")),
                Day("next_review_on", _("Day we next go through it")),
            ),
            by=("municipality", "police", "association"),
        ),
    ),
    stages=(
        Stage("seen", _("Noticed"), leads_to=("followed", "closed"), clock=FromConfiguration(), crosses=UNNAMED),
        Stage(
            "followed",
            _("Followed"),
            leads_to=("effort", "closed"),
            needs=("effort.watched",),
            clock=FromConfiguration(),
            crosses=UNNAMED,
        ),
        Stage(
            "effort",
            _("Effort"),
            leads_to=("followed", "closed"),
            needs=("effort.agreed", "effort.next_review_on"),
            clock=FromConfiguration(),
            crosses=UNNAMED,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=UNNAMED,
            outcomes=(
                Outcome("calm", _("Calm again")),
                Outcome("individual", _("Goes on as concerns for individuals"), told="passed-on"),
                Outcome("moved", _("Seen somewhere else now"), told="passed-on"),
                Outcome("no_ground", _("No ground for more"), told="not-taken-up", erases=True),
            ),
        ),
    ),
    keep=FromConfiguration(),
    counts=("seen", "followed", "effort", "closed: calm", "closed: individual", "closed: moved", "closed: no_ground"),
    unverified=(_("How often a place is gone through is local practice; the district enters its own."),),
)
