"""Notification about a child (underretning): the municipality receives it, sends a receipt and says how it ended."""

from samvirke.desks.casework.engine.declaration import (
    NOTHING,
    CaseType,
    Clock,
    FromConfiguration,
    Outcome,
    Role,
    Section,
    Stage,
)
from samvirke.desks.casework.engine.questions import Choice, Day, LongText, YesNo
from samvirke.foundation.words import _

# The other end of a social report. Nothing of the municipality's work goes back to the sender but the class of outcome,
# and the municipality's own case on the child is kept in its own system, not here.
CHILD_NOTIFICATION = CaseType(
    name="child-notification",
    version=1,
    title=_("Notification about a child"),
    summary=_("The municipality receives a notification, sends a receipt and tells the sender the class of outcome."),
    basis="childrens-act-notification",
    owner=("municipality",),
    people=(
        Role("child", _("Child or young person under 18"), "child", ages=(0, 17), at_least=1),
        Role("guardian", _("Guardian"), "relative"),
    ),
    sections=(
        Section(
            "received",
            _("Received"),
            (
                Choice(
                    "sender",
                    _("Who sent it"),
                    (
                        ("police", _("The police")),
                        ("school", _("School or day care")),
                        ("health", _("Health services")),
                        ("citizen", _("A citizen")),
                        ("other", _("Somebody else")),
                    ),
                    required=True,
                ),
                Day("received_on", _("Day it was received"), required=True),
                YesNo("acute", _("The child must be helped at once")),
            ),
            by=("municipality",),
        ),
        Section(
            "handling",
            _("Handling"),
            (
                Day("receipt_on", _("Day the receipt was sent")),
                LongText("assessment", _("The professional's assessment in words"), assessment=True),
                Day("assessed_on", _("Day of the assessment")),
                YesNo("child_heard", _("The child was talked with")),
            ),
            by=("municipality",),
            readers=("caseworker", "case-leader"),
        ),
    ),
    stages=(
        Stage(
            "received",
            _("Received"),
            leads_to=("assessed", "closed"),
            clock=Clock(6, "weekdays", _("Children's Act: receipt for a notification"), since="received.received_on"),
            crosses=NOTHING,
        ),
        Stage(
            "assessed",
            _("Assessed"),
            leads_to=("closed",),
            needs=("handling.receipt_on", "handling.assessed_on"),
            clock=FromConfiguration(),
            crosses=NOTHING,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("taken_up", _("Taken up in a case of the municipality")),
                Outcome("already_known", _("Added to a case that was there already"), told="already-known"),
                Outcome("passed_on", _("Passed on to another municipality"), told="passed-on"),
                Outcome("no_action", _("Not taken up"), told="not-taken-up"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    sensitive=True,
    counts=(
        "received",
        "assessed",
        "closed: taken_up",
        "closed: already_known",
        "closed: passed_on",
        "closed: no_action",
    ),
    unverified=(
        _("The section on the receipt was not noted; its six weekdays were read in the act."),
        _("That the municipality assesses within 24 hours was not confirmed and is no clock here."),
    ),
)
