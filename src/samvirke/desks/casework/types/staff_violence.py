"""Violence against municipal staff: the report to the police in time, or a dispensation with its reason."""

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
from samvirke.desks.casework.engine.questions import Choice, Day, LongText, ShortText, YesNo
from samvirke.foundation.words import _

# State compensation asks for a report to the police within 72 hours of the incident. The board may dispense for reasons
# of pedagogy or treatment, on an individual reason in writing. Reports made only to register an industrial injury
# swell the statistics of violence, so they end in an outcome of their own and are counted apart.
STAFF_VIOLENCE = CaseType(
    name="staff-violence",
    version=1,
    title=_("Violence against municipal staff"),
    summary=_("An employee is met with violence or threats at work, and it is settled in time whether it is reported."),
    basis="victim-compensation-act",
    owner=("municipality",),
    joined_by=("police",),
    people=(
        Role("employee", _("Employee"), "harmed", at_least=1),
        Role("citizen", _("The person who did it"), "suspected"),
    ),
    sections=(
        Section(
            "incident",
            _("Incident"),
            (
                Day("happened_on", _("Day of the incident"), required=True, hint=_("The 72 hours run from here.")),
                ShortText("workplace", _("Workplace"), required=True),
                Choice(
                    "kind",
                    _("What happened"),
                    (
                        ("violence", _("Violence")),
                        ("threats", _("Threats")),
                        ("both", _("Both")),
                    ),
                    required=True,
                    matter="offence",
                ),
                LongText("acts", _("Short description"), matter="offence"),
            ),
            by=("municipality",),
        ),
        Section(
            "decision",
            _("Report or dispensation"),
            (
                YesNo(
                    "registration_only",
                    _("Reported only to register an industrial injury"),
                    required=True,
                    hint=_("It is counted apart from other reports."),
                ),
                Day("reported_on", _("Day of the report to the police")),
                ShortText("journal", _("The police's journal number"), matter="offence"),
                YesNo("leader_decided", _("The leader has decided, with the employee's knowledge")),
            ),
            by=("municipality",),
        ),
        Section(
            "dispensation",
            _("Dispensation"),
            (
                Choice(
                    "ground",
                    _("Ground"),
                    (("pedagogy", _("Reasons of pedagogy")), ("treatment", _("Reasons of treatment"))),
                ),
                LongText(
                    "justification",
                    _("Individual reason in writing"),
                    matter="health",
                    hint=_("On this incident and this citizen; a standing text is not enough."),
                ),
                Day("written_on", _("Day the reason was written")),
            ),
            by=("municipality",),
            readers=("caseworker", "case-leader"),
            confidential=True,
        ),
    ),
    stages=(
        Stage(
            "happened",
            _("Happened"),
            leads_to=("reported", "dispensation", "closed"),
            clock=Clock(
                72,
                "hours",
                _("Act on compensation from the state to victims of crime"),
                since="incident.happened_on",
            ),
        ),
        Stage(
            "reported",
            _("Reported"),
            leads_to=("closed",),
            needs=("decision.reported_on",),
        ),
        Stage(
            "dispensation",
            _("Dispensation"),
            leads_to=("reported", "closed"),
            needs=("dispensation.ground", "dispensation.justification", "dispensation.written_on"),
            crosses=NOTHING,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("reported", _("Reported to the police")),
                Outcome("registration_only", _("Reported only for registration")),
                Outcome("dispensed", _("Not reported, with a written reason")),
                Outcome("not_reported", _("Not reported"), told="not-taken-up"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    counts=(
        "happened",
        "closed: reported",
        "closed: registration_only",
        "closed: dispensed",
        "closed: not_reported",
    ),
    unverified=(_("A day is asked for, not an hour: the 72 hours run from the beginning of that day."),),
)
