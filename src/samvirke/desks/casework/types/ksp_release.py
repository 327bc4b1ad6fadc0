"""KSP: the probation service, social services and police plan for somebody who is to be released."""

from samvirke.desks.casework.engine.declaration import (
    NOTHING,
    CaseType,
    FromConfiguration,
    Outcome,
    Role,
    Section,
    Stage,
)
from samvirke.desks.casework.engine.questions import Choice, Day, LongText, ShortText, YesNo
from samvirke.foundation.words import _

_OWNERS = ("probation", "municipality")
_PARTIES = ("probation", "municipality", "police", "association")

# Section 115(1)(3) has three groups under three letters, and the letter decides what a disclosure rests on. The basis
# of a stage cannot depend on an answer, so each letter has a stage of its own, entered by a yes to that letter alone.
# Nothing crosses before a letter is chosen or after release; whoever shares again goes back to the letter's stage.
KSP_RELEASE = CaseType(
    name="ksp-release",
    version=1,
    title=_("KSP release"),
    summary=_(
        "The probation service, social services and police plan for a release, so that it does not end in new crime."
    ),
    basis="justice-act-115-ksp-a",
    owner=_OWNERS,
    joined_by=_PARTIES,
    people=(
        Role("convicted", _("Convicted person to be released"), "convicted"),
        Role("released", _("Person to be released from custody"), "suspected"),
        Role("guardian", _("Guardian"), "relative"),
    ),
    some_of=("convicted", "released"),
    sections=(
        Section(
            "ground",
            _("Ground"),
            (
                YesNo("convicted", _("Letter a: convicted and to be released"), matter="offence"),
                YesNo(
                    "convicted_young",
                    _("Letter b: convicted, under 18, to be released from an institution"),
                    matter="offence",
                ),
                YesNo(
                    "radicalised",
                    _("Letter c: to be released and assessed as radicalised or at risk of it"),
                    matter="offence",
                    hint=_("Whoever is qualified has assessed it; here only that it was."),
                ),
                Day("release_on", _("Expected day of release"), required=True),
            ),
            by=_OWNERS,
        ),
        Section(
            "plan",
            _("Plan for the release"),
            (
                ShortText("home", _("Where the person will live")),
                LongText("income", _("Work, education or benefits from the first day")),
                LongText("contact", _("Whom the person meets on the day of release")),
                LongText("agreed", _("What each agency does")),
            ),
            by=("probation", "municipality", "association"),
        ),
        Section(
            "treatment",
            _("Treatment after release"),
            (LongText("treatment", _("Treatment that goes on"), matter="health"),),
            by=("probation", "municipality", "association"),
            readers=("caseworker", "case-leader"),
        ),
        Section(
            "local",
            _("Local prevention"),
            (LongText("attention", _("What the others should know to prevent new crime"), matter="offence"),),
            by=("police",),
        ),
        Section(
            "after",
            _("After the release"),
            (
                Day("released_on", _("Day of the release")),
                Choice(
                    "housed",
                    _("A home on the day of release"),
                    (("own", _("A home of one's own")), ("temporary", _("A temporary place")), ("none", _("No home"))),
                ),
                YesNo("plan_followed", _("The plan is followed")),
            ),
            by=_OWNERS,
        ),
    ),
    stages=(
        Stage(
            "notified",
            _("Release expected"),
            leads_to=("letter_a", "letter_b", "letter_c", "closed"),
            clock=FromConfiguration(),
            crosses=NOTHING,
        ),
        Stage(
            "letter_a",
            _("Plan for a convicted person"),
            leads_to=("released", "closed"),
            needs=("ground.convicted",),
            clock=FromConfiguration(),
        ),
        Stage(
            "letter_b",
            _("Plan for a convicted young person"),
            leads_to=("released", "closed"),
            needs=("ground.convicted_young",),
            clock=FromConfiguration(),
            basis="justice-act-115-ksp-b",
        ),
        Stage(
            "letter_c",
            _("Plan where there is concern about radicalisation"),
            leads_to=("info_house", "released", "closed"),
            needs=("ground.radicalised",),
            clock=FromConfiguration(),
            basis="justice-act-115-ksp-c",
        ),
        Stage(
            "info_house",
            _("At the info house"),
            leads_to=("letter_c", "released", "closed"),
            needs=("ground.radicalised",),
            clock=FromConfiguration(),
            basis="justice-act-115-ksp-c",
            purpose="radicalisation",
        ),
        Stage(
            "released",
            _("Released"),
            leads_to=("letter_a", "letter_b", "letter_c", "closed"),
            needs=("after.released_on",),
            clock=FromConfiguration(),
            crosses=NOTHING,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("settled", _("Released with a plan that is followed")),
                Outcome("plan_lapsed", _("Released; the plan was not followed")),
                Outcome("no_cooperation", _("No need of joint work"), told="not-taken-up"),
                Outcome("moved_away", _("Moved away"), told="passed-on"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    counts=("notified", "letter_a", "letter_b", "letter_c", "released", "closed: settled", "closed: plan_lapsed"),
    refers_to=("info-house",),
    unverified=(_("How long before release the work begins was not seen; the district enters its own."),),
)
