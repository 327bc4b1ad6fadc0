"""A kind of case for the tests alone: three agencies, health, free text, a confidential and a hidden section."""

from samvirke.desks.casework.engine.declaration import CaseType, Clock, FromConfiguration, Outcome, Role, Section, Stage
from samvirke.desks.casework.engine.questions import Amount, AtMost, Choice, Day, LongText, Several, ShortText, YesNo

TRIAL = CaseType(
    name="trial-psp",
    version=1,
    title="Trial",
    summary="Three agencies try what the engine promises.",
    basis="justice-act-115-psp",
    owner=("police",),
    joined_by=("municipality", "region"),
    people=(
        Role("citizen", "Citizen", "concerned", at_least=1),
        Role("young", "Young person", "child", ages=(10, 17), guardian_below=18),
        Role("guardian", "Guardian", "relative"),
    ),
    sections=(
        Section(
            "enquiry",
            "Enquiry",
            (
                ShortText("reason", "Reason", required=True),
                Amount("events", "Events in the last 90 days"),
                Choice("kind", "Kind", (("noise", "Noise"), ("harm", "Harm"))),
                Several("seen_by", "Seen by", (("patrol", "Patrol"), ("nurse", "Nurse"))),
                YesNo("urgent", "Urgent"),
                Day("first_on", "First on"),
                Day("last_on", "Last on", at_most=AtMost(2, "enquiry.first_on", "a law")),
            ),
            by=("police",),
        ),
        Section(
            "support",
            "Housing and support",
            (LongText("home", "Home"), YesNo("contact", "Contact person")),
            by=("municipality",),
        ),
        Section(
            "treatment",
            "Treatment",
            (LongText("course", "Course", matter="health"), Day("next_on", "Next appointment")),
            by=("region", "municipality"),
            readers=("caseworker", "case-leader"),
        ),
        Section("talks", "Talks", (LongText("said", "What was said"),), by=("police", "region"), confidential=True),
        Section("own_notes", "Own notes", (LongText("notes", "Notes"),), by=("region",), hidden=True),
    ),
    stages=(
        Stage(
            "screened", "Screened", leads_to=("filtered", "closed"), clock=Clock(14, "days", "a law"), crosses="nothing"
        ),
        Stage("filtered", "Filtered", leads_to=("shared", "closed"), clock=FromConfiguration(), crosses="unnamed"),
        Stage(
            "shared",
            "Shared",
            leads_to=("closed",),
            needs=("enquiry.urgent",),
            clock=Clock(2, "weekdays", "a law", since="enquiry.last_on"),
        ),
        Stage(
            "closed",
            "Closed",
            outcomes=(
                Outcome("helped", "Helped"),
                Outcome("taken_off", "Taken off", told="not-taken-up", recalls=True),
                Outcome("below", "Below the threshold", told="not-taken-up", erases=True),
            ),
        ),
    ),
    keep=FromConfiguration(),
    sensitive=True,
    counts=("screened", "shared", "closed: helped", "closed: below"),
    refers_to=("trial-house",),
)
