"""SSP concern: school, social services and police share no more than is needed, and only with those who act."""

from samvirke.desks.casework.engine.declaration import (
    NOTHING,
    UNNAMED,
    CaseType,
    FromConfiguration,
    Outcome,
    Role,
    Section,
    Stage,
)
from samvirke.desks.casework.engine.questions import Choice, Day, LongText, Several, YesNo
from samvirke.foundation.words import _

_ALL = ("municipality", "police", "association")
_OWNERS = ("municipality", "police")

# The four filters are the first four stages: one's own agency, then without names, then the least that is needed, then
# only those who act. Below the threshold of the first three the content goes at once and a count is left; once somebody
# acts there is a case to account for, so that end cannot be reached from there.
SSP_CONCERN = CaseType(
    name="ssp-concern",
    version=1,
    title=_("SSP concern"),
    summary=_("A child, a young person or a group worries the school, the social services or the police."),
    basis="justice-act-115-ssp",
    owner=_OWNERS,
    joined_by=_ALL,
    people=(
        Role("young_person", _("Child or young person under 18"), "child", ages=(0, 17)),
        Role("young_adult", _("Young adult (SSP+)"), "concerned", ages=(18, 25)),
        Role("guardian", _("Guardian"), "relative"),
    ),
    sections=(
        Section(
            "concern",
            _("Concern"),
            (
                Choice(
                    "level",
                    _("Level of the effort"),
                    (
                        ("general", _("General: for everybody")),
                        ("specific", _("Specific: for a group at risk")),
                        ("individual", _("Individual: for a named young person")),
                    ),
                    required=True,
                    hint=_("Names belong to the individual level only."),
                ),
                Several(
                    "about",
                    _("What the concern is about"),
                    (
                        ("absence", _("Absence from school")),
                        ("company", _("Company that draws towards crime")),
                        ("crime", _("Criminal acts")),
                        ("online", _("Life on social media")),
                        ("home", _("Conditions at home")),
                        ("place", _("Trouble at a place")),
                    ),
                    required=True,
                ),
                LongText(
                    "seen",
                    _("What was seen or heard, with days"),
                    required=True,
                    matter="offence",
                    hint=_("Facts and their source. Judgements belong elsewhere."),
                ),
                YesNo(
                    "threshold",
                    _("It is serious enough for others to hear of it"),
                    hint=_("If not, close it below the threshold: the content is erased and a count remains."),
                ),
            ),
            by=_OWNERS,
        ),
        Section(
            "wellbeing",
            _("Wellbeing and substances"),
            (
                LongText("wellbeing", _("Wellbeing, as far as it matters here"), matter="health"),
                LongText("substances", _("Alcohol, opioids or other substances"), matter="health"),
            ),
            by=_ALL,
            readers=("caseworker", "case-leader", "coordinator"),
        ),
        Section(
            "necessity",
            _("Who needs to know what"),
            (
                LongText("least", _("The least that must be shared, and why")),
                LongText("who_acts", _("Who acts, and on what")),
            ),
            by=_OWNERS,
        ),
        Section(
            "effort",
            _("Effort"),
            (
                Day("first_action_on", _("Day of the first action")),
                LongText("agreed", _("What we do")),
                YesNo("guardian_involved", _("A guardian is involved")),
                YesNo("in_school_at_start", _("In school, education or work at the start")),
                YesNo("in_school_at_end", _("In school, education or work at the end")),
            ),
            by=_ALL,
        ),
        Section(
            "handover",
            _("Hand-over to SSP+"),
            (
                Day("turns_18_on", _("Day the young person turns 18")),
                Day("handed_over_on", _("Day of the hand-over")),
                LongText("goes_on", _("What goes on, and with whom")),
            ),
            by=_OWNERS,
        ),
    ),
    stages=(
        Stage(
            "own_agency",
            _("In one's own agency"),
            leads_to=("unnamed", "below_threshold", "closed"),
            clock=FromConfiguration(),
            crosses=NOTHING,
        ),
        Stage(
            "unnamed",
            _("Discussed without names"),
            leads_to=("minimum", "below_threshold", "closed"),
            needs=("concern.threshold",),
            clock=FromConfiguration(),
            crosses=UNNAMED,
        ),
        Stage(
            "minimum",
            _("The least that is needed"),
            leads_to=("acting", "below_threshold", "closed"),
            needs=("necessity.least",),
            clock=FromConfiguration(),
        ),
        Stage(
            "acting",
            _("Only those who act"),
            leads_to=("handing_over", "closed"),
            needs=("necessity.who_acts",),
            clock=FromConfiguration(),
        ),
        Stage(
            "handing_over",
            _("Hand-over to SSP+"),
            leads_to=("acting", "closed"),
            needs=("handover.turns_18_on",),
            clock=FromConfiguration(),
        ),
        Stage(
            "below_threshold",
            _("Below the threshold"),
            crosses=NOTHING,
            outcomes=(
                Outcome("no_ground", _("No ground for more"), told="not-taken-up", erases=True),
                Outcome("own_agency_helps", _("One's own agency helps without SSP"), told="not-taken-up", erases=True),
            ),
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("effort_ended", _("The effort is ended")),
                Outcome("known", _("Already dealt with elsewhere"), told="already-known"),
                Outcome("handed_over", _("Handed over to SSP+"), told="passed-on"),
                Outcome("other_authority", _("Passed on to another authority"), told="passed-on"),
                Outcome("moved_away", _("Moved away"), told="passed-on"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    sensitive=True,
    facts=("effort.guardian_involved", "effort.in_school_at_start", "effort.in_school_at_end"),
    first_action="effort.first_action_on",
    counts=(
        "own_agency",
        "unnamed",
        "minimum",
        "acting",
        "handing_over",
        "below_threshold: no_ground",
        "below_threshold: own_agency_helps",
        "closed: effort_ended",
        "closed: handed_over",
    ),
    refers_to=("ssp-concern",),
    unverified=(
        _("Whether SSP+ has a basis of its own was not verified; it rests on section 115(1)(1)."),
        _("The upper age of SSP+ differs between municipalities; 25 is the usual one."),
        _("How long SSP notes may be kept was not verified; the district enters its own."),
    ),
)
