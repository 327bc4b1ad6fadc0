"""Booked officer (Bestil en betjent): a citizen asks for a talk or a check and gets an answer with a reason."""

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

_SOURCE = _("The national service “Bestil en betjent”, 13 December 2018")

# Both promises run from the request: an answer with its reason within 14 days, carried out within 30. A request cannot
# be closed past its answer, so a sender who takes it back gets one too.
BOOKED_OFFICER = CaseType(
    name="booked-officer",
    version=1,
    title=_("Booked officer"),
    summary=_("Citizens ask for a talk, advice or a traffic check, and get a reasoned answer in time."),
    basis="citizens-request",
    owner=("police",),
    people=(Role("sender", _("Sender"), "applicant"),),
    sections=(
        Section(
            "request",
            _("Request"),
            (
                Day("received_on", _("Day of the request"), required=True),
                Choice(
                    "wish",
                    _("What is asked for"),
                    (
                        ("traffic", _("Speed or traffic check")),
                        ("burglary", _("Advice against burglary")),
                        ("talk", _("Talk or presentation")),
                        ("presence", _("Visible police in the area")),
                        ("other", _("Something else")),
                    ),
                    required=True,
                ),
                ShortText("place", _("Place")),
                LongText("why", _("Why"), hint=_("Leave out names of persons.")),
            ),
            by=("police",),
        ),
        Section(
            "answer",
            _("Answer"),
            (
                YesNo("accepted", _("It is accepted")),
                LongText("reason", _("Reason given to the sender"), hint=_("A yes needs one too.")),
                Day("answered_on", _("Day of the answer")),
            ),
            by=("police",),
        ),
        Section(
            "done",
            _("Carried out"),
            (
                Day("planned_for", _("Planned for")),
                Day("done_on", _("Day it was done")),
                LongText("result", _("Result")),
            ),
            by=("police",),
        ),
    ),
    stages=(
        Stage(
            "received",
            _("Received"),
            leads_to=("accepted", "declined"),
            clock=Clock(14, "days", _SOURCE, since="request.received_on"),
            crosses=NOTHING,
        ),
        Stage(
            "accepted",
            _("To be carried out"),
            leads_to=("closed",),
            needs=("answer.accepted", "answer.reason", "answer.answered_on"),
            clock=Clock(30, "days", _SOURCE, since="request.received_on"),
            crosses=NOTHING,
        ),
        Stage(
            "declined",
            _("Declined with a reason"),
            leads_to=("closed",),
            needs=("answer.reason", "answer.answered_on"),
            crosses=NOTHING,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("done", _("Carried out")),
                Outcome("declined", _("Declined with a reason"), told="not-taken-up"),
                Outcome("elsewhere", _("Belongs to another authority"), told="passed-on"),
                Outcome("withdrawn", _("The request was withdrawn"), told="not-taken-up"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    counts=("accepted", "declined", "closed: done", "closed: declined", "closed: elsewhere"),
    unverified=(_("The law behind the answer was not seen; the district enters its reference."),),
)
