"""Event permit: every authority is heard before the police allow a public event, and it is inspected."""

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
from samvirke.desks.casework.engine.questions import Amount, Choice, Day, LongText, ShortText, YesNo
from samvirke.foundation.words import _

_ALL = ("police", "municipality", "region", "other")

# The security service has three guides, "Tænk terrorsikkerhed", on buildings, outdoor public places and large events.
# How a place is secured must not be known: the answers stay with the police.
EVENT_PERMIT = CaseType(
    name="event-permit",
    version=1,
    title=_("Event permit"),
    summary=_("An organiser applies for a concert or other public event, and the authorities answer together."),
    basis="event-permit",
    owner=("police",),
    joined_by=("municipality", "region", "other"),
    people=(Role("organiser", _("Organiser"), "applicant", at_least=1),),
    sections=(
        Section(
            "application",
            _("Application"),
            (
                Day("received_on", _("Day the application was received"), required=True),
                ShortText("event", _("Event"), required=True),
                ShortText("place", _("Place"), required=True),
                Day("begins_on", _("First day of the event"), required=True),
                Day("ends_on", _("Last day of the event"), required=True),
                Amount("visitors", _("Expected visitors")),
                YesNo("alcohol", _("Alcohol is served")),
            ),
            by=("police",),
        ),
        Section(
            "consultation",
            _("Consultation"),
            (
                Choice(
                    "answer",
                    _("Our answer"),
                    (
                        ("none", _("No remarks")),
                        ("conditions", _("Yes, on conditions")),
                        ("against", _("Against it")),
                    ),
                ),
                LongText("conditions", _("Conditions we ask for")),
                Day("answered_on", _("Day of the answer")),
            ),
            by=_ALL,
        ),
        Section(
            "security",
            _("Protection against terror"),
            (
                YesNo("guide_buildings", _("The guide on buildings was gone through")),
                YesNo("guide_places", _("The guide on outdoor public places was gone through")),
                YesNo("guide_events", _("The guide on large events was gone through")),
                LongText("measures", _("Measures agreed on")),
            ),
            by=("police",),
            readers=("caseworker", "case-leader", "duty-officer"),
            confidential=True,
            hidden=True,
        ),
        Section(
            "permit",
            _("Permit and inspection"),
            (
                YesNo("granted", _("The permit is granted")),
                Day("decided_on", _("Day of the decision")),
                LongText("conditions", _("Conditions of the permit")),
                Day("inspected_on", _("Day of the inspection")),
                YesNo("kept", _("The conditions were kept")),
            ),
            by=("police",),
        ),
    ),
    stages=(
        Stage("applied", _("Applied for"), leads_to=("consultation", "closed"), clock=FromConfiguration()),
        Stage("consultation", _("Consultation"), leads_to=("deciding", "closed"), clock=FromConfiguration()),
        Stage(
            "deciding",
            _("Being decided"),
            leads_to=("consultation", "permitted", "closed"),
            clock=FromConfiguration(),
            clock_of="police",
        ),
        Stage(
            "permitted",
            _("Permitted"),
            leads_to=("evaluated", "closed"),
            needs=("permit.granted", "permit.decided_on"),
            clock=Until("application.ends_on"),
        ),
        Stage("evaluated", _("Gone through afterwards"), leads_to=("closed",)),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("held", _("Held, conditions kept")),
                Outcome("breached", _("Held, conditions broken")),
                Outcome("cancelled", _("Cancelled by the organiser")),
                Outcome("refused", _("The application was refused")),
            ),
        ),
    ),
    keep=FromConfiguration(),
    counts=("applied", "permitted", "closed: held", "closed: breached", "closed: refused", "closed: cancelled"),
    unverified=(
        _("How long before the event an application must come was not seen; the district enters its own."),
        _("The law behind the permit was not seen; the district enters its reference."),
    ),
)
