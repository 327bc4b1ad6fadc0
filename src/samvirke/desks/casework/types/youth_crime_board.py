"""Youth crime board: from the police's screening to the board's decision and supervision, with each agency's clock."""

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
from samvirke.desks.casework.engine.questions import AtMost, Choice, Day, LongText, Several, YesNo
from samvirke.foundation.words import _

_IMPROVEMENT = _("Act on combating youth crime, section 13")
_LAWS = (
    ("penal", _("Penal Code")), ("drugs", _("Act on euphoriant substances")),
    ("weapons", _("Weapons Act")), ("knives", _("Knife Act")),
)  # fmt: skip
_REACTIONS = (
    ("repair", _("Repair of damage")), ("cleaning", _("Cleaning")),
    ("mediation", _("Mediation")), ("other", _("Something else")),
)  # fmt: skip
_MEASURES = (
    ("home_by", _("Home by a set time")), ("club", _("Club or education")), ("support_at_home", _("Support at home")),
    ("family", _("Family treatment")), ("placement", _("Placement")), ("relief", _("Relief")),
    ("contact", _("Contact person")), ("traineeship", _("Traineeship")), ("other", _("Something else")),
)  # fmt: skip
_COUNTS = (
    "screening", "referred", "investigation", "board", "reaction", "starting", "supervision", "special_supervision",
    "returned", "closed: course_done", "closed: reaction_done", "closed: not_referred",
)  # fmt: skip

# Section 2: 10 to 14 years and suspected, or 15 to 17 and sentenced to prison; two parts, because suspicion is no
# conviction. Section 13: an improvement course lasts at most two years, in quite special cases of 10 to 14 up to four.
# The statute's processing periods were not found (only what the press derived from an audit), so every other clock is
# the district's. `clock_of` says whose time runs, so that a wait is counted at the agency where it arises.
YOUTH_CRIME_BOARD = CaseType(
    name="youth-crime-board",
    version=1,
    title=_("Youth crime board"),
    summary=_("A child or young person of 10 to 17 who has committed serious crime is brought before the board."),
    basis="youth-crime-board-act",
    owner=("police",),
    joined_by=("municipality", "probation", "other"),
    people=(
        Role("suspected_child", _("Child of 10 to 14 who is suspected"), "suspected", ages=(10, 14), guardian_below=18),
        Role(
            "sentenced_young",
            _("Young person of 15 to 17 who is sentenced"),
            "convicted",
            ages=(15, 17),
            guardian_below=18,
        ),
        Role("guardian", _("Guardian"), "relative"),
    ),
    some_of=("suspected_child", "sentenced_young"),
    sections=(
        Section(
            "screening",
            _("Screening"),
            (
                Several("law", _("Which law is broken"), _LAWS, required=True, matter="offence"),
                Choice(
                    "kind",
                    _("Kind of crime"),
                    (("person", _("Crime against the person")), ("serious", _("Other serious crime"))),
                    required=True,
                    matter="offence",
                ),
                YesNo(
                    "special_risk",
                    _("At special risk of further crime, on the facts below"),
                    matter="offence",
                    hint=_("A person decides it; no program counts it."),
                ),
                LongText("facts", _("Facts that it rests on"), matter="offence"),
                LongText(
                    "risk_assessment", _("The professional's assessment in words"), matter="offence", assessment=True
                ),
                Day("screened_on", _("Day of the screening")),
                Day("referred_on", _("Day it was referred to the board")),
            ),
            by=("police",),
        ),
        Section(
            "investigation",
            _("Municipal investigation"),
            (
                Day("begun_on", _("Day the investigation began")),
                LongText("findings", _("Findings on the child, the family and school")),
                LongText("recommendation", _("Recommendation to the board")),
                Day("sent_on", _("Day it was sent to the board")),
                YesNo("in_school_at_start", _("In school, education or work at the start")),
                YesNo("in_school_at_end", _("In school, education or work at the end")),
            ),
            by=("municipality",),
        ),
        Section(
            "health",
            _("Health"),
            (LongText("health", _("Health, as far as the board must know it"), matter="health"),),
            by=("municipality",),
            readers=("caseworker", "case-leader"),
        ),
        Section(
            "decision",
            _("Meeting and decision"),
            (
                Day("meeting_on", _("Day of the board's meeting")),
                YesNo("guardian_came", _("A guardian attended")),
                YesNo("lawyer_offered", _("A lawyer was offered"), hint=_("Free of charge from the age of 12.")),
                Day("decided_on", _("Day of the decision")),
                Several(
                    "reaction",
                    _("Immediate reaction"),
                    _REACTIONS,
                ),
                Several(
                    "measures",
                    _("Measures of the improvement course"),
                    _MEASURES,
                ),
                Day(
                    "course_until",
                    _("The course lasts until"),
                    at_most=AtMost(2, "decision.decided_on", _IMPROVEMENT),
                    hint=_("At most two years after the decision."),
                ),
                YesNo("special_child", _("A quite special case, and the child is 10 to 14")),
                Day(
                    "special_until",
                    _("The course lasts until (special case)"),
                    at_most=AtMost(4, "decision.decided_on", _IMPROVEMENT),
                    hint=_("At most four years after the decision, for 10 to 14 only."),
                ),
            ),
            by=("police",),
        ),
        Section(
            "supervision",
            _("Supervision"),
            (
                Day("first_action_on", _("Day the course began")),
                Day("last_seen_on", _("Day of the latest supervision")),
                LongText("kept", _("What is kept and what is not")),
                Day("breach_on", _("Day of a breach")),
            ),
            by=("probation", "municipality"),
        ),
    ),
    stages=(
        Stage(
            "screening",
            _("Screening"),
            leads_to=("referred", "closed"),
            clock=FromConfiguration(),
            clock_of="police",
            crosses=NOTHING,
        ),
        Stage(
            "referred",
            _("Referred"),
            leads_to=("investigation", "closed"),
            needs=("screening.special_risk", "screening.referred_on"),
            clock=FromConfiguration(),
            clock_of="police",
        ),
        Stage(
            "investigation",
            _("Municipal investigation"),
            leads_to=("board", "closed"),
            clock=FromConfiguration(),
            clock_of="municipality",
        ),
        Stage(
            "board",
            _("Before the board"),
            leads_to=("reaction", "starting", "closed"),
            clock=FromConfiguration(),
            clock_of="other",
        ),
        Stage(
            "reaction",
            _("Immediate reaction"),
            leads_to=("starting", "closed"),
            needs=("decision.decided_on", "decision.reaction"),
            clock=FromConfiguration(),
            clock_of="municipality",
        ),
        Stage(
            "starting",
            _("Improvement course to begin"),
            leads_to=("supervision", "special_supervision", "closed"),
            needs=("decision.decided_on", "decision.measures"),
            clock=FromConfiguration(),
            clock_of="municipality",
        ),
        Stage(
            "supervision",
            _("Improvement course under supervision"),
            leads_to=("returned", "closed"),
            needs=("decision.course_until",),
            clock=Until("decision.course_until"),
            clock_of="probation",
        ),
        Stage(
            "special_supervision",
            _("Improvement course under supervision (special case)"),
            leads_to=("returned", "closed"),
            needs=("decision.special_child", "decision.special_until"),
            clock=Until("decision.special_until"),
            clock_of="probation",
        ),
        Stage(
            "returned",
            _("Back before the board after a breach"),
            leads_to=("starting", "supervision", "special_supervision", "closed"),
            clock=FromConfiguration(),
            clock_of="other",
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("course_done", _("The improvement course is completed")),
                Outcome("reaction_done", _("The immediate reaction is completed")),
                Outcome("ended_early", _("The course ended early")),
                Outcome("no_measure", _("The board decided on no measure")),
                Outcome("not_referred", _("Not referred to the board"), told="not-taken-up"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    sensitive=True,
    facts=("decision.guardian_came", "investigation.in_school_at_start", "investigation.in_school_at_end"),
    first_action="supervision.first_action_on",
    counts=_COUNTS,
    unverified=(
        _("The statutory processing periods were not found; each agency's is entered by the district."),
        _("What may cross at each step was not read in the act; the basis is out of use until the district answers."),
        _("One plan speaks of 10 to 17½ years; the form follows the act's 10 to 17."),
        _("How often supervision is held was not seen."),
    ),
)
