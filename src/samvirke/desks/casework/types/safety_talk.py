"""Safety talk (tryghedssamtale): the police come back to somebody who feels unsafe after an incident."""

from samvirke.desks.casework.engine.declaration import (
    NOTHING,
    CaseType,
    FromConfiguration,
    Outcome,
    Role,
    Section,
    Stage,
)
from samvirke.desks.casework.engine.questions import Choice, Day, LongText, YesNo
from samvirke.foundation.words import _

_FOR = "victim-support"

# Both plans: a talk with citizens who have reported something that left them unsafe; and it is followed up whether
# reports and enquiries were followed up enough, which is the review at the end.
SAFETY_TALK = CaseType(
    name="safety-talk",
    version=1,
    title=_("Safety talk"),
    summary=_("The police talk with somebody whom an incident has left feeling unsafe."),
    basis="law-enforcement-act",
    owner=("police",),
    people=(Role("harmed", _("The person who feels unsafe"), "harmed", at_least=1),),
    sections=(
        Section(
            "occasion",
            _("Occasion"),
            (
                Choice(
                    "from",
                    _("How the need was seen"),
                    (
                        ("report", _("A report to the police")),
                        ("enquiry", _("An enquiry by the citizen")),
                        ("event", _("An unsettling event nearby")),
                    ),
                    required=True,
                ),
                Day("happened_on", _("Day it happened")),
                LongText("about", _("What makes the person feel unsafe"), matter="offence"),
            ),
            by=("police",),
        ),
        Section(
            "talk",
            _("The talk"),
            (
                Day("held_on", _("Day of the talk")),
                Choice(
                    "way",
                    _("How it was held"),
                    (
                        ("visit", _("At a visit")),
                        ("station", _("At a police station or mobile station")),
                        ("phone", _("By telephone")),
                    ),
                ),
                LongText("agreed", _("What was advised and agreed")),
                YesNo("more_needed", _("More is needed")),
            ),
            by=("police",),
        ),
        Section(
            "review",
            _("Review of the follow-up"),
            (
                Day("reviewed_on", _("Day of the review")),
                YesNo("enough", _("It was followed up enough")),
                LongText("learning", _("What is to be done otherwise")),
            ),
            by=("police",),
            readers=("case-leader", "coordinator"),
        ),
    ),
    stages=(
        Stage(
            "offered",
            _("Offered"),
            leads_to=("held", "closed"),
            clock=FromConfiguration(),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "held",
            _("Talk held"),
            leads_to=("review", "closed"),
            needs=("talk.held_on",),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "review",
            _("Review of the follow-up"),
            leads_to=("held", "closed"),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            purpose=_FOR,
            outcomes=(
                Outcome("held", _("The talk was held")),
                Outcome("declined", _("The person did not want it"), told="not-taken-up"),
                Outcome("not_reached", _("Not reached"), told="not-taken-up"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    counts=("offered", "held", "review", "closed: held", "closed: declined", "closed: not_reached"),
    unverified=(_("No time from incident to talk was seen; the district enters its own."),),
)
