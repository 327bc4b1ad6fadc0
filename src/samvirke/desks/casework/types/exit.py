"""Exit: somebody who wants out of crime gets a voluntary course; young people drawn towards it are helped in SSP."""

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
from samvirke.desks.casework.engine.questions import Choice, Day, LongText, Several, YesNo
from samvirke.foundation.words import _

_UNITS = ("police", "municipality", "probation")

# The programme is for adults and voluntary, so the police's own task carries the talks and consent carries whatever
# crosses. The second entry is for young people drawn towards the milieu: it leads to SSP, never into the programme,
# and below 18 not without a guardian. Waiting for a place and for a home are stages, so that both can be counted.
EXIT = CaseType(
    name="exit",
    version=1,
    title=_("Exit course"),
    summary=_(
        "Somebody in a gang or another criminal milieu wants out and is helped by police, municipality and probation."
    ),
    basis="law-enforcement-act",
    owner=("police",),
    joined_by=("municipality", "probation", "association"),
    people=(
        Role("participant", _("Person who wants out (18 or over)"), "concerned", ages=(18, 120)),
        Role("drawn", _("Young person drawn towards the milieu"), "concerned", guardian_below=18),
        Role("guardian", _("Guardian"), "relative"),
    ),
    some_of=("participant", "drawn"),
    sections=(
        Section(
            "enquiry",
            _("Enquiry"),
            (
                Choice(
                    "came_by",
                    _("Who made contact"),
                    (
                        ("self", _("The person themself")),
                        ("family", _("The family")),
                        ("prison", _("The probation service")),
                        ("municipality", _("The municipality")),
                        ("police", _("The police")),
                    ),
                    required=True,
                ),
                YesNo("adult", _("The person is 18 or over and wants out")),
                YesNo("drawn", _("A young person who is drawn towards the milieu")),
                YesNo("guardian_involved", _("A guardian is involved")),
                LongText("motive", _("Why now, in the person's own words")),
            ),
            by=("police",),
        ),
        Section(
            "consent",
            _("Consent and agreement"),
            (
                YesNo(
                    "subject_consents",
                    _("The person consents to the cooperation"),
                    hint=_("Each agency asks for itself. It can be withdrawn."),
                ),
                Day("consented_on", _("Day of the consent")),
                YesNo("agreement_signed", _("The cooperation agreement is signed")),
                LongText("agreement", _("What the agreement says")),
            ),
            by=_UNITS,
        ),
        Section(
            "safety",
            _("The person's safety"),
            (LongText("threats", _("Threats against the person, with days"), matter="offence"),),
            by=("police",),
            readers=("caseworker", "case-leader"),
            confidential=True,
            hidden=True,
        ),
        Section(
            "course",
            _("Course"),
            (
                Several(
                    "help",
                    _("Help in the course"),
                    (
                        ("mentor", _("Mentor")),
                        ("work", _("Work or education")),
                        ("debt", _("Debt")),
                        ("treatment", _("Treatment")),
                        ("family", _("Family")),
                        ("network", _("A new network")),
                    ),
                ),
                Day("first_action_on", _("Day of the first action")),
                Day("next_on", _("Day we next go through it")),
                YesNo("in_school_at_start", _("In school, education or work at the start")),
                YesNo("in_school_at_end", _("In school, education or work at the end")),
            ),
            by=_UNITS,
        ),
        Section(
            "housing",
            _("Housing"),
            (
                YesNo("needed", _("Another home is needed for the course to work")),
                Day("asked_on", _("Day a home was asked for")),
                Day("found_on", _("Day a home was found")),
            ),
            by=("police", "municipality"),
        ),
    ),
    stages=(
        Stage(
            "enquiry",
            _("Enquiry"),
            leads_to=("screening", "young", "closed"),
            clock=FromConfiguration(),
            crosses=NOTHING,
        ),
        Stage(
            "young",
            _("Young person to SSP"),
            leads_to=("closed",),
            needs=("enquiry.drawn",),
            clock=FromConfiguration(),
            basis="justice-act-115-ssp",
        ),
        Stage(
            "screening",
            _("Assessment for the programme"),
            leads_to=("waiting", "agreement", "closed"),
            needs=("enquiry.adult", "consent.subject_consents"),
            clock=FromConfiguration(),
            basis="consent",
            purpose="exit",
        ),
        Stage(
            "waiting",
            _("Waiting for a place"),
            leads_to=("agreement", "closed"),
            clock=FromConfiguration(),
            crosses=NOTHING,
        ),
        Stage(
            "agreement",
            _("Agreement"),
            leads_to=("awaiting_home", "course", "closed"),
            needs=("consent.subject_consents",),
            clock=FromConfiguration(),
            basis="consent",
            purpose="exit",
        ),
        Stage(
            "awaiting_home",
            _("Waiting for a home"),
            leads_to=("course", "closed"),
            needs=("consent.subject_consents", "housing.asked_on"),
            clock=FromConfiguration(),
            basis="consent",
            purpose="exit",
        ),
        Stage(
            "course",
            _("Course"),
            leads_to=("awaiting_home", "closed"),
            needs=("consent.subject_consents", "consent.agreement_signed", "course.next_on"),
            clock=Until("course.next_on"),
            basis="consent",
            purpose="exit",
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("completed", _("The course is completed")),
                Outcome("broken_off", _("The course was broken off")),
                Outcome("withdrawn", _("Consent withdrawn"), told="not-taken-up"),
                Outcome("not_suited", _("Not suited"), told="not-taken-up"),
                Outcome("to_ssp", _("A young person passed on to SSP"), told="passed-on"),
                Outcome("moved_away", _("Moved away"), told="passed-on"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    facts=("enquiry.guardian_involved", "course.in_school_at_start", "course.in_school_at_end"),
    first_action="course.first_action_on",
    counts=(
        "enquiry",
        "young",
        "screening",
        "waiting",
        "agreement",
        "awaiting_home",
        "course",
        "closed: completed",
        "closed: broken_off",
        "closed: withdrawn",
        "closed: to_ssp",
    ),
    refers_to=("ssp-concern",),
    unverified=(
        _("No provision on consent to exit cooperation was seen; the district states it."),
        _("How many the programme can take was not stated; waiting is counted instead."),
    ),
)
