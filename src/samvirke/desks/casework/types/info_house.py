"""Info house (infohus): concern about radicalisation or a school shooting, looked at together but not decided there."""

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

_OWNERS = ("municipality", "police")
_ALL = ("municipality", "police", "region", "probation")
_READERS = ("caseworker", "case-leader", "coordinator")

# The police first see whether it is a crime or an acute danger and only then release it; the gravest concerns stay with
# the police. The house decides nothing: each authority decides under its own law. Some municipalities are served by
# another's house, so what comes to the wrong door is handed on and only its class of outcome comes back.
INFO_HOUSE = CaseType(
    name="info-house",
    version=1,
    title=_("Info house"),
    summary=_("Concern about radicalisation, extremism or a school shooting: resources and risks are seen together."),
    basis="info-house",
    owner=_OWNERS,
    joined_by=_ALL,
    people=(
        Role("concerned", _("The person whom the concern is about"), "concerned", at_least=1),
        Role("guardian", _("Guardian"), "relative"),
        Role("sender", _("Whoever was worried"), "witness"),
    ),
    sections=(
        Section(
            "concern",
            _("Concern"),
            (
                Choice(
                    "about",
                    _("What the concern is about"),
                    (
                        ("political", _("Political extremism")),
                        ("religious", _("Religious extremism")),
                        ("school_shooting", _("A school shooting")),
                        ("unclear", _("Not clear yet")),
                    ),
                    required=True,
                    hint=_("Faith or opinion alone is no concern."),
                ),
                LongText(
                    "seen",
                    _("What was seen or heard, with days"),
                    required=True,
                    matter="offence",
                    hint=_("Acts and words, and from whom you know them."),
                ),
                ShortText(
                    "house", _("Info house that serves the municipality"), hint=_("Hand it on if it is not yours.")
                ),
            ),
            by=_OWNERS,
        ),
        Section(
            "release",
            _("The police's check"),
            (
                YesNo(
                    "released",
                    _("The police found no crime and no acute danger, and released it"),
                    matter="offence",
                    hint=_("Without a yes the house does not work on it."),
                ),
                Day("released_on", _("Day of the release to the house")),
            ),
            by=_OWNERS,
        ),
        Section(
            "assessment",
            _("Resources and risks"),
            (
                LongText("resources_assessment", _("Resources, in words"), assessment=True),
                LongText(
                    "risks_assessment",
                    _("Risks, in words"),
                    assessment=True,
                    hint=_("In words and on facts, never a number or a level."),
                ),
                Day("assessed_on", _("Day of the assessment")),
            ),
            by=_ALL,
            readers=_READERS,
        ),
        Section(
            "health",
            _("Health"),
            (LongText("health", _("What others must know to help"), matter="health"),),
            by=("municipality", "region"),
            readers=_READERS,
        ),
        Section(
            "effort",
            _("Effort"),
            (
                LongText(
                    "each", _("What each authority has decided to do"), hint=_("The house itself decides nothing.")
                ),
                YesNo("mentor", _("A mentor or contact person is offered")),
                YesNo("guardian_involved", _("A guardian is involved")),
                Day("next_on", _("Day we next go through it")),
            ),
            by=_ALL,
        ),
    ),
    stages=(
        Stage(
            "received",
            _("Received"),
            leads_to=("police_check", "handed_on", "closed"),
            clock=FromConfiguration(),
            crosses=NOTHING,
        ),
        Stage(
            "police_check",
            _("Checked by the police"),
            leads_to=("assessment", "handed_on", "closed"),
            clock=FromConfiguration(),
            clock_of="police",
        ),
        Stage(
            "handed_on",
            _("Handed on to the house that serves the municipality"),
            leads_to=("closed",),
            needs=("concern.house",),
            clock=FromConfiguration(),
        ),
        Stage(
            "assessment",
            _("Resources and risks"),
            leads_to=("effort", "closed"),
            needs=("release.released", "release.released_on"),
            clock=FromConfiguration(),
        ),
        Stage(
            "effort",
            _("Effort"),
            leads_to=("assessment", "closed"),
            needs=("assessment.assessed_on", "effort.each", "effort.next_on"),
            clock=FromConfiguration(),
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("effort_ended", _("The effort is ended")),
                Outcome("advice", _("Advice was enough")),
                Outcome("known", _("Already dealt with elsewhere"), told="already-known"),
                Outcome("police", _("Stays with the police"), told="passed-on"),
                Outcome("other_house", _("Taken by the house that serves the municipality"), told="passed-on"),
                Outcome("other_authority", _("Passed on to another authority"), told="passed-on"),
                Outcome("no_ground", _("No ground for more"), told="not-taken-up", erases=True),
            ),
        ),
    ),
    keep=FromConfiguration(),
    sensitive=True,
    counts=(
        "received",
        "assessment",
        "effort",
        "handed_on",
        "closed: effort_ended",
        "closed: advice",
        "closed: police",
        "closed: no_ground",
    ),
    refers_to=("info-house", "psp"),
    unverified=(
        _("The ministry's guidance on sharing in info houses exists; its text was not seen."),
        _("How long info house notes may be kept was not verified; the district enters its own."),
    ),
)
