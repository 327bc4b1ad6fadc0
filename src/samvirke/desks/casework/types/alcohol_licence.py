"""Alcohol licence: from the application to the police through statement, hearing and decision to supervision."""

from samvirke.desks.casework.engine.declaration import (
    CaseType,
    Clock,
    FromConfiguration,
    Outcome,
    Role,
    Section,
    Stage,
    Until,
)
from samvirke.desks.casework.engine.questions import AtMost, Choice, Day, LongText, ShortText, YesNo
from samvirke.foundation.words import _

# A licence is given for eight years, else for four or two. When it is withdrawn the holder may ask within four weeks
# that the matter be brought before a court. Most municipalities have a board, in others a committee decides.
ALCOHOL_LICENCE = CaseType(
    name="alcohol-licence",
    version=1,
    title=_("Alcohol licence"),
    summary=_("An application to serve strong drinks is assessed, decided with conditions, supervised and renewed."),
    basis="licensing-act",
    owner=("police",),
    joined_by=("municipality",),
    people=(
        Role("applicant", _("Applicant"), "applicant", at_least=1),
        Role("manager", _("Manager of the place"), "applicant"),
    ),
    sections=(
        Section(
            "application",
            _("Application"),
            (
                Day("received_on", _("Day the application was received"), required=True),
                ShortText("place", _("Name and address of the place"), required=True),
                Choice(
                    "kind",
                    _("What is applied for"),
                    (("new", _("New licence")), ("renewal", _("Renewal")), ("change", _("Change of a licence"))),
                    required=True,
                ),
                YesNo("late_hours", _("Longer opening hours are applied for")),
            ),
            by=("police",),
        ),
        Section(
            "statement",
            _("The police's statement"),
            (
                Choice(
                    "recommends",
                    _("The police recommend"),
                    (
                        ("grant", _("To grant")),
                        ("conditions", _("To grant with conditions")),
                        ("refuse", _("To refuse")),
                    ),
                ),
                LongText("reasons", _("Reasons"), matter="offence"),
                Day("given_on", _("Day of the statement")),
            ),
            by=("police",),
            readers=("licensing-clerk", "case-leader"),
        ),
        Section(
            "hearing",
            _("Municipal hearing"),
            (
                Day("answered_on", _("Day of the answer")),
                YesNo("fits_plan", _("It agrees with the municipality's restaurant plan")),
                LongText("remarks", _("Remarks")),
            ),
            by=("municipality",),
        ),
        Section(
            "decision",
            _("Decision and conditions"),
            (
                Choice(
                    "authority",
                    _("Decided by"),
                    (("board", _("Licensing board")), ("committee", _("Economy committee"))),
                ),
                Day("decided_on", _("Day of the decision")),
                Choice(
                    "years",
                    _("Length of the licence"),
                    (("8", _("8 years")), ("4", _("4 years")), ("2", _("2 years"))),
                    hint=_("Eight years, else four or two."),
                ),
                Day(
                    "valid_until",
                    _("The licence is valid until"),
                    at_most=AtMost(
                        8, "decision.decided_on", _("Restaurants Act as amended by act 386 of 26 April 2017")
                    ),
                ),
                LongText("conditions", _("Conditions"), hint=_("Such as opening hours and doormen.")),
            ),
            by=("police", "municipality"),
        ),
        Section(
            "supervision",
            _("Supervision and withdrawal"),
            (
                Day("inspected_on", _("Day of the latest inspection")),
                YesNo("breach", _("A breach of law or conditions was found"), matter="offence"),
                LongText("found", _("What the inspection found"), matter="offence"),
                Day("withdrawn_on", _("Day the withdrawal was made known")),
                YesNo(
                    "court_asked",
                    _("The holder has asked for the matter to be brought before a court"),
                    hint=_("Then the withdrawal waits for the court."),
                ),
            ),
            by=("police", "municipality"),
        ),
    ),
    stages=(
        Stage("applied", _("Applied for"), leads_to=("statement", "closed"), clock=FromConfiguration()),
        Stage(
            "statement",
            _("Statement by the police"),
            leads_to=("hearing", "closed"),
            clock=FromConfiguration(),
            clock_of="police",
        ),
        Stage(
            "hearing",
            _("Municipal hearing"),
            leads_to=("deciding", "closed"),
            needs=("statement.given_on",),
            clock=FromConfiguration(),
            clock_of="municipality",
        ),
        Stage(
            "deciding",
            _("Before the board or committee"),
            leads_to=("in_force", "closed"),
            clock=FromConfiguration(),
            clock_of="municipality",
        ),
        Stage(
            "in_force",
            _("In force, under supervision"),
            leads_to=("withdrawing", "renewal", "closed"),
            needs=("decision.decided_on", "decision.years", "decision.valid_until"),
            clock=Until("decision.valid_until"),
        ),
        Stage(
            "withdrawing",
            _("Withdrawn, may be brought before a court"),
            leads_to=("in_force", "closed"),
            needs=("supervision.withdrawn_on",),
            # Four weeks for the holder to ask for a court.
            clock=Clock(28, "days", _("Restaurants Act, section 19"), since="supervision.withdrawn_on"),
        ),
        Stage("renewal", _("Renewal"), leads_to=("statement", "closed")),
        Stage(
            "closed",
            _("Closed"),
            outcomes=(
                Outcome("expired", _("The licence ran out")),
                Outcome("refused", _("The application was refused")),
                Outcome("withdrawn", _("Withdrawn by the authority")),
                Outcome("forfeited", _("Taken away by a court")),
                Outcome("given_up", _("Given up by the holder")),
                Outcome("dropped", _("The application was dropped"), told="not-taken-up"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    counts=(
        "applied",
        "in_force",
        "renewal",
        "withdrawing",
        "closed: refused",
        "closed: withdrawn",
        "closed: forfeited",
    ),
    unverified=(
        _("No time from application to decision was seen; the district enters its own."),
        _("The four weeks are read as the time to ask for a court, from the day the withdrawal was made known."),
    ),
)
