"""Social report: the police notify the municipality of a child who worries them, and hear how it was received."""

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
from samvirke.desks.casework.engine.questions import Choice, Day, LongText, Several, YesNo
from samvirke.foundation.words import _

# The report is a notification (underretning), a duty and one-way: the municipality sends a receipt within six weekdays
# and, of how it ended, no more than its class. That the municipality assesses it within 24 hours was not confirmed.
SOCIAL_REPORT = CaseType(
    name="social-report",
    version=1,
    title=_("Social report"),
    summary=_("The police are worried about a child and send the municipality a notification."),
    basis="childrens-act-notification",
    owner=("police",),
    joined_by=("municipality",),
    people=(
        Role("child", _("Child or young person under 18"), "child", ages=(0, 17), at_least=1),
        Role("guardian", _("Guardian"), "relative"),
    ),
    sections=(
        Section(
            "concern",
            _("Concern"),
            (
                Choice(
                    "found_by",
                    _("How it was found"),
                    (
                        ("patrol", _("A patrol or a call-out")),
                        ("search", _("The weekly search in the daily reports")),
                        ("case", _("A criminal case")),
                        ("other", _("In another way")),
                    ),
                    required=True,
                ),
                Several(
                    "about",
                    _("What the concern is about"),
                    (
                        ("violence_at_home", _("Violence at home")),
                        ("parents_substances", _("Parents' alcohol or drugs")),
                        ("neglect", _("Lack of care")),
                        ("own_crime", _("The child's own acts")),
                        ("whereabouts", _("Where and with whom the child is")),
                        ("other", _("Something else")),
                    ),
                    required=True,
                    matter="health",
                ),
                LongText(
                    "seen",
                    _("What was seen or heard, with days"),
                    required=True,
                    matter="offence",
                    hint=_("Write what the police saw, not what they think of the parents."),
                ),
                YesNo("acute", _("It cannot wait: the municipality's duty line is called first")),
            ),
            by=("police",),
            readers=("caseworker", "case-leader", "coordinator", "duty-officer"),
        ),
        Section(
            "report",
            _("Report and receipt"),
            (
                Day(
                    "received_on",
                    _("Day the municipality received the report"),
                    hint=_("The receipt's period runs from here."),
                ),
                Day("receipt_on", _("Day of the municipality's receipt")),
                YesNo("family_told", _("The family knows that the report was sent")),
            ),
            by=("police",),
        ),
    ),
    stages=(
        Stage("concern", _("Concern"), leads_to=("report", "closed"), clock=FromConfiguration(), crosses=NOTHING),
        Stage(
            "report",
            _("Report to the municipality"),
            leads_to=("receipt", "closed"),
            needs=("concern.about", "concern.seen"),
            clock=FromConfiguration(),
        ),
        Stage(
            "receipt",
            _("Receipt awaited"),
            leads_to=("answer", "closed"),
            needs=("report.received_on",),
            clock=Clock(6, "weekdays", _("Children's Act: receipt for a notification"), since="report.received_on"),
            clock_of="municipality",
        ),
        Stage(
            "answer",
            _("Class of outcome awaited"),
            leads_to=("closed",),
            needs=("report.receipt_on",),
            clock=FromConfiguration(),
            clock_of="municipality",
            crosses=NOTHING,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("taken_up", _("Taken up by the municipality")),
                Outcome("already_known", _("Already known to the municipality"), told="already-known"),
                Outcome("passed_on", _("Passed on to another municipality"), told="passed-on"),
                Outcome("not_taken_up", _("Not taken up"), told="not-taken-up"),
                Outcome("unanswered", _("The municipality did not say")),
                Outcome("no_report", _("No ground for a report"), told="not-taken-up", erases=True),
            ),
        ),
    ),
    keep=FromConfiguration(),
    sensitive=True,
    counts=(
        "concern",
        "report",
        "answer",
        "closed: taken_up",
        "closed: already_known",
        "closed: passed_on",
        "closed: not_taken_up",
        "closed: unanswered",
        "closed: no_report",
    ),
    refers_to=("child-notification",),
    unverified=(
        _("The section on the receipt was not noted; its six weekdays were read in the act."),
        _("That the municipality assesses within 24 hours was not confirmed and is no clock here."),
    ),
)
